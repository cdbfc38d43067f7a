//! The part of the address after `#`: the only part that a page opened from a file may change.

use gloo::events::EventListener;

use super::window;

/// The fragment, with its `#`.
#[must_use]
pub fn read() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to a fragment; the way back leads here.
pub fn go(fragment: &str) {
    let _ = window().location().set_hash(fragment);
}

/// Calls back with each new fragment, for as long as the listener lives.
pub fn listen(mut on_change: impl FnMut(String) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| on_change(read()))
}
