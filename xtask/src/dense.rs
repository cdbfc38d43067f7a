//! Bytes as text that survives in any page: 15 or 16 bits in a character of two bytes.
//!
//! Less than a hundredth longer than the bytes in UTF-16, where base64 in UTF-8 is a third longer.
//! `loader.js` reads it.

/// The first character that is used: before it are those of control and those that mean something in a page.
const FIRST: u16 = 0xa0;
/// The last before those that stand in UTF-16 for half a character, and the first after them.
const SURROGATES: (u16, u16) = (0xd7ff, 0xe000);
/// How many characters are used: all but the two that would be taken for marks of the byte order.
const CHARACTERS: u16 = (SURROGATES.0 - FIRST + 1) + (0xfffe - SURROGATES.1);
/// Every character holds so many bits, and those that are left over hold one more.
const BITS: u32 = 15;
/// The values below this have two characters, and so hold a sixteenth bit.
const WITH_ONE_MORE: u32 = CHARACTERS as u32 - (1 << BITS);
/// Stands behind the last byte. Behind it are only the zeros that fill the last character.
const END: u8 = 1;

/// The bytes as text, their lowest bits first.
pub(crate) fn text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2 + 4);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes.iter().chain(&[END]) {
        held |= u32::from(*byte) << bits;
        bits += 8;
        if bits > BITS {
            let taken = push(&mut text, held);
            held >>= taken;
            bits -= taken;
        }
    }
    while bits > 0 {
        let taken = push(&mut text, held);
        held >>= taken;
        bits = bits.saturating_sub(taken);
    }
    text
}

/// Adds the character for the lowest bits and says how many it took.
fn push(text: &mut String, held: u32) -> u32 {
    let value = held & ((1 << BITS) - 1);
    let (value, taken) = if value < WITH_ONE_MORE { (held & ((2 << BITS) - 1), BITS + 1) } else { (value, BITS) };
    let code = u32::from(FIRST) + value;
    let code = if code > u32::from(SURROGATES.0) { code + u32::from(SURROGATES.1 - SURROGATES.0) - 1 } else { code };
    text.push(char::from_u32(code).expect("half characters are left out"));
    taken
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every character that is used, in the order of what it stands for: another way than the loader's.
    fn alphabet() -> Vec<char> {
        ('\u{a0}'..'\u{fffe}').collect()
    }

    fn bytes(text: &str) -> Vec<u8> {
        let alphabet = alphabet();
        let bits: Vec<bool> = (text.chars())
            .flat_map(|character| {
                let value = alphabet.binary_search(&character).expect("it is in the alphabet");
                let bits = if value % 32768 < alphabet.len() - 32768 { 16 } else { 15 };
                (0..bits).map(move |bit| value >> bit & 1 == 1)
            })
            .collect();
        let mut bytes: Vec<u8> =
            bits.chunks(8).map(|bits| bits.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit))).collect();
        while bytes.pop().expect("the end is marked") == 0 {}
        bytes
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(given in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(bytes(&text(&given)), given);
        }

        #[test]
        fn the_text_is_a_fifteenth_longer_at_most(given in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(text(&given).encode_utf16().count() * 2 <= given.len() * 16 / 15 + 4);
        }

        #[test]
        fn every_character_is_one_of_two_bytes_that_means_nothing_to_a_page(
            given in prop::collection::vec(any::<u8>(), 0..200)
        ) {
            for character in text(&given).chars() {
                prop_assert!(character.len_utf16() == 1 && !character.is_ascii() && !character.is_control());
            }
        }
    }

    #[test]
    fn the_ends_of_the_range_are_written() {
        assert_eq!(text(&[]), "\u{a1}");
        assert_eq!(text(&[0]), "\u{1a0}");
        assert_eq!(bytes(&text(&[0xff; 15])), [0xff; 15]);
        assert_eq!(alphabet().len(), usize::from(CHARACTERS));
    }
}
