//! The smallest program of the page, which the loader starts first: it opens the others.

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// Nothing happens before the function is called.
fn main() {}

/// What was packed, see [`rocu_unpack::opened`].
///
/// # Errors
/// It was changed since.
#[wasm_bindgen]
pub fn unpack(packed: &[u8], before: &[u8]) -> Result<Vec<u8>, JsError> {
    Ok(rocu_unpack::opened(packed, before)?)
}
