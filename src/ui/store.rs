//! The one store: the sitting, and the way to change it.

use std::rc::Rc;

use yew::prelude::*;

use crate::session::{Event, Session};

/// The sitting, as screens read it.
pub type Store = UseReducerHandle<Session>;

/// The way to say what happened: the same one for as long as the page lives.
pub type Dispatch = Callback<Event>;

impl Reducible for Session {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut next = (*self).clone();
        next.now = super::app::now();
        next.update(event);
        next.into()
    }
}

/// The sitting.
///
/// # Panics
/// Outside the store, which only a mistake in `ui` can bring about.
#[hook]
pub fn use_store() -> Store {
    use_context::<Store>().expect("screens are rendered inside the store")
}

/// The way to say what happened.
#[hook]
pub fn use_dispatch() -> Dispatch {
    let dispatcher = use_store().dispatcher();
    (*use_memo((), |()| Callback::from(move |event| dispatcher.dispatch(event)))).clone()
}
