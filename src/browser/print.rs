//! Printing the page.

use super::{Refused, window};

/// Opens the browser's print dialogue.
///
/// # Errors
/// The browser or a policy does not allow it.
pub fn print() -> Result<(), Refused> {
    window().print().map_err(|_| Refused)
}
