//! The smallest program of the page, which the loader starts first: it opens the others.

use wasm_bindgen::prelude::wasm_bindgen;

/// Nothing happens before the function is called.
fn main() {}

/// What was packed, or nothing where it was changed since; see [`rocu_unpack::opened`].
#[wasm_bindgen]
#[must_use]
pub fn unpack(packed: &[u8], before: &[u8]) -> Option<Vec<u8>> {
    rocu_unpack::opened(packed, before).ok()
}
