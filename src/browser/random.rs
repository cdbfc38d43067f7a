//! Random numbers from the browser.

use super::{Refused, window};

/// Sixteen random bytes as 32 hexadecimal digits.
///
/// # Errors
/// The browser has no source of random numbers.
pub fn hexadecimal() -> Result<String, Refused> {
    use std::fmt::Write;
    let mut bytes = [0; 16];
    let crypto = window().crypto().map_err(|_| Refused)?;
    let _ = crypto.get_random_values_with_u8_array(&mut bytes).map_err(|_| Refused)?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}
