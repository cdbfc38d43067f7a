//! The smallest program of the page, which the loader starts first: it opens the others.

#![cfg_attr(target_arch = "wasm32", no_std, no_main)]

#[cfg(target_arch = "wasm32")]
mod page;

/// Only a browser starts it.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
