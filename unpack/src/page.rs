//! What the loader calls, and what every program needs that goes without the standard library.
#![expect(unreachable_pub, reason = "what wasm-bindgen hands to the loader must be public, even in a program")]

extern crate alloc;

use alloc::vec::Vec;
use core::arch::wasm32;
use core::panic::PanicInfo;

use dlmalloc::GlobalDlmalloc;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static MEMORY: GlobalDlmalloc = GlobalDlmalloc;

/// The loader says that something was changed; a reason would only be carried along.
#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    wasm32::unreachable()
}

/// Something packed that is opened piece by piece.
#[wasm_bindgen]
pub struct Opening(rocu_unpack::Opening);

/// Begins, or says by nothing that it is not as it was packed; see [`rocu_unpack::Opening::new`].
#[wasm_bindgen]
#[must_use]
pub fn begin(packed: Vec<u8>, before: &[u8]) -> Option<Opening> {
    rocu_unpack::Opening::new(packed, before).ok().map(Opening)
}

#[wasm_bindgen]
impl Opening {
    /// The next piece, of so many bytes, or nothing where it was changed; see [`rocu_unpack::Opening::piece`].
    #[must_use]
    pub fn piece(&mut self, length: usize) -> Option<Vec<u8>> {
        self.0.piece(length).ok()
    }
}
