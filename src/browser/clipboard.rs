//! The clipboard.

use wasm_bindgen_futures::JsFuture;

use super::{Refused, window};

/// Puts text on the clipboard.
///
/// # Errors
/// The browser or a policy does not allow it.
pub async fn write(text: &str) -> Result<(), Refused> {
    let written = window().navigator().clipboard().write_text(text);
    JsFuture::from(written).await.map(drop).map_err(|_| Refused)
}
