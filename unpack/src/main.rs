//! The smallest program of the page, which the loader starts first: it opens the others.

use std::cell::RefCell;

use rocu_unpack::Opening;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static OPENING: RefCell<Option<Opening>> = const { RefCell::new(None) };
}

/// Nothing happens before a function is called.
fn main() {}

/// Begins to open what was packed, and says whether it is as it was; see [`Opening::new`].
#[wasm_bindgen]
#[must_use]
pub fn begin(packed: Vec<u8>, before: &[u8]) -> bool {
    OPENING.set(Opening::new(packed, before).ok());
    OPENING.with_borrow(Option::is_some)
}

/// The next piece, or nothing where it was changed; see [`Opening::piece`].
#[wasm_bindgen]
#[must_use]
pub fn piece() -> Option<Vec<u8>> {
    OPENING.with_borrow_mut(|opening| opening.as_mut()?.piece().ok())
}
