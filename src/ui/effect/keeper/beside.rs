//! What is kept beside the working copies: where the user stopped, and whether shortcuts are on.

use std::cell::{Cell, RefCell};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Keeper, text_of};
use crate::browser::document;
use crate::session::{Event, Keeping, Route, Session};

/// What stands before the id of an assessment in the key of where the user stopped in it.
const PLACE: &str = "place.";
/// The key of whether shortcuts are on.
const SHORTCUTS: &str = "shortcuts";

/// What was kept last, so that nothing is written twice.
#[derive(Default)]
pub(super) struct Last {
    /// The key of a place, and the place as a fragment.
    place: RefCell<(String, String)>,
    /// Whether shortcuts are off.
    without_shortcuts: Cell<bool>,
}

/// Keeps the page and the question at which the user is, and whether shortcuts are on.
#[hook]
pub(super) fn use_beside(store: &UseReducerHandle<Session>, keeper: &Keeper) {
    let latest = use_mut_ref(|| store.clone());
    latest.borrow_mut().clone_from(store);
    let focused = keeper.clone();
    use_effect_with((), move |()| {
        let listener = document::on_focus(move |around| focused.keep_place(&latest.borrow(), &around));
        move || drop(listener)
    });
    let arrived = keeper.clone();
    let now = store.clone();
    use_effect_with((store.page().clone(), store.keeping), move |_| arrived.keep_place(&now, &[]));
    let switched = keeper.clone();
    use_effect_with((store.shortcuts, store.keeping), move |(on, how)| {
        if *how == Keeping::Kept && switched.0.beside.without_shortcuts.replace(!*on) == *on {
            switched.put(SHORTCUTS.to_owned(), if *on { "on" } else { "off" }.to_owned());
        }
    });
}

/// Where the user stopped in that assessment.
pub(super) fn place(found: &[(String, String)], id: &str) -> Route {
    let place = text_of(found, &format!("{PLACE}{id}")).map(Route::read);
    place.filter(Route::needs_assessment).unwrap_or(Route::Tasks)
}

impl Keeper {
    /// Tells what was kept beside the working copies.
    pub(super) fn tell_beside(&self, found: &[(String, String)]) {
        if text_of(found, SHORTCUTS) == Some("off") {
            self.0.beside.without_shortcuts.set(true);
            self.say(Event::SwitchedShortcuts(false));
        }
    }

    fn keep_place(&self, session: &Session, around: &[String]) {
        if let (Keeping::Kept, Some(assessment), Some(place)) =
            (session.keeping, &session.assessment, session.place(around))
        {
            let (key, place) = (format!("{PLACE}{}", assessment.id), place.fragment());
            if self.0.beside.place.replace((key.clone(), place.clone())) != (key.clone(), place.clone()) {
                self.put(key, place);
            }
        }
    }

    fn put(&self, key: String, text: String) {
        let keeper = self.clone();
        spawn_local(async move {
            let Ok(storage) = keeper.storage() else { return };
            if storage.put(&[(&key, &text)]).await.is_err() {
                keeper.say(Event::Keeping(Keeping::Refused));
            }
        });
    }
}
