//! Packs with LZMA, a quarter smaller than gzip, what the page's own unpacker opens: see `rocu_unpack`.

use std::io::Write;

use anyhow::{Context, Result};
use lzma_rust2::{DICT_SIZE_MIN, LzmaOptions, LzmaWriter};

/// The strongest preset; where it leaves a choice, [`options`] makes it.
const PRESET: u32 = 9;
/// More tries take longer and find no better way.
const TRIES: i32 = 1000;

/// Some bytes so that they can be opened with `before`, which they resemble, or with nothing.
///
/// The packed bytes depend on these two alone.
pub(crate) fn pack(bytes: &[u8], before: &[u8]) -> Result<Vec<u8>> {
    let options = options(bytes, before)?;
    let mut packed = vec![options.get_props()];
    packed.extend(options.dict_size.to_le_bytes());
    packed.extend(u64::try_from(bytes.len())?.to_le_bytes());
    let mut writer = LzmaWriter::new_no_header(packed, &options, false).context("LZMA refused its settings")?;
    writer.write_all(bytes).context("A part could not be packed")?;
    let mut packed = writer.finish().context("A part could not be packed")?;
    packed.extend(adler2::adler32_slice(bytes).to_le_bytes());
    let whole = adler2::adler32_slice(&packed);
    packed.extend(whole.to_le_bytes());
    Ok(packed)
}

/// What suits programs: their code is aligned to nothing, and one byte tells much about the next.
fn options(bytes: &[u8], before: &[u8]) -> Result<LzmaOptions> {
    let mut options = LzmaOptions::with_preset(PRESET);
    options.lc = 4;
    options.lp = 0;
    options.pb = 0;
    options.nice_len = LzmaOptions::NICE_LEN_MAX;
    options.depth_limit = TRIES;
    // All that came before stays in reach, and the unpacker takes no more memory than that needs.
    options.dict_size = u32::try_from(bytes.len() + before.len())?.max(DICT_SIZE_MIN);
    options.preset_dict = Some(before.to_vec());
    Ok(options)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rocu_unpack::{Changed, Opening};

    use super::*;

    fn opened(packed: &[u8], before: &[u8]) -> Result<Vec<u8>, Changed> {
        opened_in_pieces(packed, before, 1000)
    }

    fn opened_in_pieces(packed: &[u8], before: &[u8], length: usize) -> Result<Vec<u8>, Changed> {
        let mut opening = Opening::new(packed.to_vec(), before)?;
        assert_eq!(opening.piece(0)?, b"", "none is asked for");
        let mut opened = Vec::new();
        loop {
            let piece = opening.piece(length)?;
            if piece.is_empty() {
                return Ok(opened);
            }
            opened.extend(piece);
        }
    }

    proptest! {
        #[test]
        fn what_was_packed_is_opened(
            bytes in prop::collection::vec(0_u8..4, 0..3000),
            before in prop::collection::vec(0_u8..4, 0..3000),
            length in 1_usize..4000,
        ) {
            prop_assert_eq!(opened_in_pieces(&pack(&bytes, &before).unwrap(), &before, length).unwrap(), bytes);
        }

        #[test]
        fn what_was_cut_short_or_changed_is_refused(
            bytes in prop::collection::vec(0_u8..4, 1..300),
            at in any::<prop::sample::Index>(),
            change in 1_u8..,
        ) {
            let packed = pack(&bytes, b"").unwrap();
            let at = at.index(packed.len());
            prop_assert!(opened(&packed[..at], b"").is_err());
            let mut changed = packed;
            changed[at] ^= change;
            prop_assert!(opened(&changed, b"").is_err());
        }
    }

    #[test]
    fn what_resembles_the_bytes_makes_them_smaller_and_is_needed_to_open_them() {
        let before: Vec<u8> = (0..10_000_u32).flat_map(|number| (number * number).to_le_bytes()).collect();
        let bytes = &before[10_000..20_000];
        let packed = pack(bytes, &before).unwrap();
        assert!(packed.len() < 100 && packed.len() < pack(bytes, b"").unwrap().len());
        assert!(opened(&packed, b"").is_err());
        assert!(opened(&packed, &before[..9_999]).is_err());
    }
}
