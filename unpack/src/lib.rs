//! Opens what `cargo xtask` packs with LZMA; browsers by themselves open only gzip.
//!
//! Packed is an `.lzma` file that says its length in its head, and behind it the Adler-32 of what was
//! packed and that of all before it, each in four bytes, the lowest first. The second misses no byte that was
//! changed; the first tells whether `before` is the same.

use std::io::{ErrorKind, Read, Result};

use lzma_rust2::LzmaReader;

/// More memory than any program of ours takes, in KiB: a changed file must not ask for all that there is.
const MEMORY: u32 = 64 << 10;

/// What was packed. `before` is what the packer took as already read: a file that resembles it, or nothing.
///
/// # Errors
/// It is not whole, it was changed since, or `before` is another.
pub fn opened(packed: &[u8], before: &[u8]) -> Result<Vec<u8>> {
    let (packed, whole) = packed.split_last_chunk::<4>().ok_or(ErrorKind::UnexpectedEof)?;
    if adler2::adler32_slice(packed) != u32::from_le_bytes(*whole) {
        return Err(ErrorKind::InvalidData.into());
    }
    let (packed, checksum) = packed.split_last_chunk::<4>().ok_or(ErrorKind::UnexpectedEof)?;
    let mut unpacked = Vec::new();
    let _ = LzmaReader::new_mem_limit(packed, MEMORY, Some(before))?.read_to_end(&mut unpacked)?;
    if adler2::adler32_slice(&unpacked) == u32::from_le_bytes(*checksum) {
        Ok(unpacked)
    } else {
        Err(ErrorKind::InvalidData.into())
    }
}
