//! What is kept beside the working copies: where the user stopped, and whether shortcuts are on.

use std::cell::{Cell, RefCell};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Keeper;
use super::stored::{PLACE, Stored};
use crate::browser::document;
use crate::session::{Event, Keeping, Route, Session};
use crate::ui::Store;

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

impl Last {
    /// Begins anew.
    pub(super) fn forget(&self) {
        let _ = self.place.take();
    }
}

/// Keeps the page and the question at which the user is, and whether shortcuts are on.
#[hook]
pub(super) fn use_beside(store: &Store, keeper: &Keeper) {
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

/// Where the user stopped in the assessment that is kept as that.
pub(super) fn place(stored: &Stored, name: &str) -> Route {
    let place = stored.text(&format!("{PLACE}{name}")).map(Route::read);
    place.filter(Route::needs_assessment).unwrap_or(Route::Tasks)
}

impl Keeper {
    /// Tells what was kept beside the working copies.
    pub(super) fn tell_beside(&self, stored: &Stored) {
        if stored.text(SHORTCUTS) == Some("off") {
            self.0.beside.without_shortcuts.set(true);
            self.say(Event::SwitchedShortcuts(false));
        }
    }

    fn keep_place(&self, session: &Session, around: &[String]) {
        if let (Keeping::Kept, Some(assessment), Some(place)) =
            (session.keeping, &session.assessment, session.place(around))
        {
            let (key, place) = (format!("{PLACE}{}", assessment.kept_as()), place.fragment());
            if self.0.beside.place.replace((key.clone(), place.clone())) != (key.clone(), place.clone()) {
                self.put(key, place);
            }
        }
    }

    /// Keeps a text beside the working copies. That it could not is not told, since nothing typed is
    /// lost by it: the next change finds out whether the browser refuses.
    fn put(&self, key: String, text: String) {
        let keeper = self.clone();
        spawn_local(async move {
            let _ = keeper.put_sealed(&key, &text).await;
        });
    }
}
