//! The only door to the browser: small functions that take and give text, bytes and numbers.
//!
//! Nothing here knows what an assessment is.

pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod dropped;
pub mod file;
pub mod file_handle;
pub mod fragment;
pub mod idle;
pub mod keys;
pub mod leaving;
pub mod lock;
pub mod part;
pub mod print;
pub mod random;
pub mod save_as;
pub mod storage;
pub mod trail;

use std::fmt;

/// The browser refused: storage is blocked or full, a file can't be read, a download can't start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the browser refused")
    }
}

impl std::error::Error for Refused {}

fn window() -> web_sys::Window {
    gloo::utils::window()
}
