//! Bytes as text that survives in any page: 91 printable ASCII characters, two for every 13 bits.
//!
//! A quarter longer than the bytes at most, where base64 is a third longer. `loader.js` reads it.

/// The printable characters without those that mean something inside a page or a string: `&`, `<`, `\`.
const ALPHABET: &[u8; 91] =
    b"!\"#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
/// How many bits two characters hold: 91 times 91 is a little more than the 8192 that they need.
const BITS: u32 = 13;

/// The bytes as text, their lowest bits first.
///
/// Where six bits or fewer are left at the end, one character holds them: else the text could also be
/// read as one byte more.
pub(crate) fn text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 4 * 5 + 4);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held |= u32::from(*byte) << bits;
        bits += 8;
        if bits >= BITS {
            push_pair(&mut text, held & ((1 << BITS) - 1));
            held >>= BITS;
            bits -= BITS;
        }
    }
    match bits {
        0 => {}
        1..=6 => push(&mut text, held),
        _ => push_pair(&mut text, held),
    }
    text
}

fn push_pair(text: &mut String, value: u32) {
    push(text, value % 91);
    push(text, value / 91);
}

fn push(text: &mut String, digit: u32) {
    text.push(char::from(ALPHABET[digit as usize]));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Reads the text as one long number, whose lowest digits come first: another way than the loader's.
    fn bytes(text: &str) -> Vec<u8> {
        let digit = |character: &u8| ALPHABET.iter().position(|it| it == character).expect("it is in the alphabet");
        let bits: Vec<bool> = (text.as_bytes().chunks(2))
            .flat_map(|characters| {
                let (value, bits) = match characters {
                    [low, high] => (digit(low) + 91 * digit(high), 13),
                    [last] => (digit(last), 6),
                    _ => unreachable!("a chunk has one or two"),
                };
                (0..bits).map(move |bit| value >> bit & 1 == 1)
            })
            .collect();
        bits.chunks_exact(8).map(|bits| bits.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit))).collect()
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(given in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(bytes(&text(&given)), given);
        }

        #[test]
        fn the_text_is_a_quarter_longer_at_most(given in prop::collection::vec(any::<u8>(), 8..200)) {
            prop_assert!(text(&given).len() <= given.len() * 5 / 4 + 1);
        }
    }

    #[test]
    fn every_character_is_printable_and_means_nothing_to_a_page() {
        for character in ALPHABET {
            assert!(character.is_ascii_graphic() && !b"&<\\".contains(character), "{character}");
        }
        assert!(ALPHABET.is_sorted_by(|one, next| one < next), "each stands there once");
    }

    #[test]
    fn the_ends_of_the_range_are_written() {
        assert_eq!(text(&[]), "");
        assert_eq!(text(&[0]), "!!");
        assert_eq!(text(&[0xff; 13]).len(), 16);
    }
}
