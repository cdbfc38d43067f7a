//! The one store: the sitting, and the way to change it.

use std::ops::Deref;
use std::ptr;
use std::rc::Rc;

use yew::prelude::*;

use crate::session::{Event, Session};

/// The sitting, as screens read it.
pub type Store = UseReducerHandle<Sitting>;

/// The way to say what happened: the same one for as long as the page lives.
pub type Dispatch = Callback<Event>;

/// The sitting after some event.
///
/// It is the same only when it is the same in memory: comparing all answers at every keystroke, to find that
/// something changed, would be slow.
#[derive(Debug)]
pub struct Sitting(pub Session);

impl PartialEq for Sitting {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self, other)
    }
}

impl Deref for Sitting {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.0
    }
}

impl Reducible for Sitting {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut next = self.0.clone();
        next.now = super::app::now();
        next.update(event);
        Self(next).into()
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
    use_store().dispatcher().to_callback()
}
