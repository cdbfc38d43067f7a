//! Single keys that do something at once.

use yew::prelude::*;

use crate::browser::{document, keys};
use crate::session::Event;
use crate::ui::Store;

/// Lets keys do what the sitting says they mean, while nobody is typing.
#[hook]
pub fn use_shortcuts(store: &Store) {
    let latest = use_mut_ref(|| store.clone());
    latest.borrow_mut().clone_from(store);
    use_effect_with((), move |()| {
        let listener = keys::listen(move |key, around| {
            let store = latest.borrow().clone();
            let Some(event) = store.pressed(key, around) else { return false };
            happen(&store, event);
            true
        });
        move || drop(listener)
    });
}

/// Lets it happen, and moves the focus to what was chosen, so that it is seen and heard.
fn happen(store: &Store, event: Event) {
    let chosen = match &event {
        Event::Chose(question, level) => Some(format!("{question}.{level}")),
        Event::Committed(question, force, level) => Some(format!("{question}.{force}.{level}")),
        _ => None,
    };
    // Going to where the page already is moves nothing, though the focus may have wandered since.
    let again = match &event {
        Event::Went(route) if *route == store.route => route.place(),
        _ => None,
    };
    store.dispatch(event);
    if let Some(id) = chosen {
        document::focus_near(&id);
    }
    if let Some(id) = again {
        document::focus(&id);
    }
}
