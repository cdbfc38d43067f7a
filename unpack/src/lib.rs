//! Opens what `cargo xtask` packs with LZMA; browsers by themselves open only gzip.
//!
//! Packed is an `.lzma` file that says its length in its head, and behind it the Adler-32 of what was
//! packed and that of all before it, each in four bytes, the lowest first. The second misses no byte that was
//! changed; the first tells whether `before` is the same.
//!
//! Without the standard library, whose words for errors would be half of the program in the page.

#![no_std]

extern crate alloc;

use alloc::vec;
use alloc::vec::Vec;

use adler2::Adler32;
use lzma_rust2::{Action, LzmaStream};

/// More memory than any program of ours takes, in KiB: a changed file must not ask for all that there is.
const MEMORY: u32 = 64 << 10;

/// What is packed is not whole, was changed, or goes with another `before`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed;

/// Something packed that is opened piece by piece.
pub struct Opening {
    packed: Vec<u8>,
    /// How much of it was read.
    read: usize,
    stream: LzmaStream,
    opened: Adler32,
    checksum: u32,
}

impl Opening {
    /// Begins. `before` is what the packer took as already read: a file that resembles it, or nothing.
    ///
    /// # Errors
    /// What is packed is not whole, or was changed since.
    pub fn new(mut packed: Vec<u8>, before: &[u8]) -> Result<Self, Changed> {
        let whole = taken(&mut packed)?;
        if adler2::adler32_slice(&packed) != whole {
            return Err(Changed);
        }
        let checksum = taken(&mut packed)?;
        let stream = LzmaStream::new_mem_limit(MEMORY, Some(before));
        Ok(Self { packed, read: 0, stream, opened: Adler32::new(), checksum })
    }

    /// The next piece, of so many bytes, or what is left; one that has fewer is the end.
    ///
    /// # Errors
    /// `before` is another, or what is packed was changed so that it was not noticed before.
    pub fn piece(&mut self, length: usize) -> Result<Vec<u8>, Changed> {
        let mut piece = vec![0; length];
        let mut filled = 0;
        while filled < length {
            let rest = &self.packed[self.read..];
            let step = self.stream.process(rest, &mut piece[filled..], Action::Finish).map_err(|_| Changed)?;
            self.read += step.bytes_consumed;
            filled += step.bytes_produced;
            if step.bytes_produced == 0 {
                break;
            }
        }
        piece.truncate(filled);
        self.opened.write_slice(&piece);
        if filled < length && self.opened.checksum() != self.checksum {
            return Err(Changed);
        }
        Ok(piece)
    }
}

/// Takes a checksum from the end.
fn taken(packed: &mut Vec<u8>) -> Result<u32, Changed> {
    let (rest, sum) = packed.split_last_chunk::<4>().ok_or(Changed)?;
    let (left, sum) = (rest.len(), u32::from_le_bytes(*sum));
    packed.truncate(left);
    Ok(sum)
}
