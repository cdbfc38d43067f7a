//! How a text stands in the cell of a spreadsheet, and what of it does not fit.

use std::borrow::Cow;

/// The most UTF-16 units of a text that stand in one cell. A cell of Excel holds 32,767; what remains
/// is for the words that say where the text goes on.
pub const LONGEST: usize = 32_000;

/// What stands at the end of a cell whose text goes on elsewhere.
const GOES_ON: &str = "\n[Longer than a cell can be: the rest is on the sheet \"Long texts\".]";

/// The text as one cell shows it: clean, and where it is too long its beginning and the words that
/// say so.
#[must_use]
pub fn in_cell(text: &str) -> Cow<'_, str> {
    let text = clean(text);
    let end = fitting(&text);
    if end == text.len() { text } else { Cow::Owned(format!("{}{GOES_ON}", &text[..end])) }
}

/// What does not fit the cell, in pieces that each do; none where all of it fits.
#[must_use]
pub fn rest(text: &str) -> Vec<String> {
    pieces(text).split_off(1)
}

/// The whole text in pieces that each fit a cell: one at least.
#[must_use]
pub fn pieces(text: &str) -> Vec<String> {
    let text = clean(text);
    let (first, mut left) = text.split_at(fitting(&text));
    let mut pieces = vec![first.to_owned()];
    while !left.is_empty() {
        let (piece, after) = left.split_at(fitting(left));
        pieces.push(piece.to_owned());
        left = after;
    }
    pieces
}

/// The text with line breaks as spreadsheets have them, and with U+FFFD for every character that
/// their files cannot hold.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    let forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if !text.contains(forbidden) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n").replace(forbidden, "\u{fffd}"))
}

/// Where the beginning of a text ends that is no longer than [`LONGEST`].
fn fitting(text: &str) -> usize {
    if text.len() <= LONGEST {
        return text.len();
    }
    let mut units = 0;
    let over = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST
    });
    over.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn line_breaks_are_kept_and_what_no_file_can_hold_is_shown() {
        assert_eq!(clean("one\r\ntwo\rthree\n\tfour"), "one\ntwo\nthree\n\tfour");
        assert_eq!(clean("a\u{0}b\u{1b}c\u{ffff}"), "a\u{fffd}b\u{fffd}c\u{fffd}");
        assert_eq!(clean("=1+1 \u{85}\u{202e}🚓"), "=1+1 \u{85}\u{202e}🚓");
    }

    #[test]
    fn a_text_that_is_too_long_says_so_and_goes_on() {
        let text = "🚓".repeat(40_000);
        let cell = in_cell(&text);
        assert!(cell.ends_with("the rest is on the sheet \"Long texts\".]"), "{}", &cell[cell.len() - 80..]);
        assert_eq!(rest(&text).len(), 2);
        assert!(rest(&"a".repeat(LONGEST)).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_is_lost_between_a_cell_and_its_rest(start in any::<String>(), times in 0..40_000usize) {
            let text = format!("{start}{}", "ab\u{1f693}".repeat(times));
            let (cell, rest) = (in_cell(&text), rest(&text));
            let all = format!("{}{}", cell.strip_suffix(GOES_ON).unwrap_or(&cell), rest.concat());
            prop_assert_eq!(all, clean(&text));
            for piece in rest.iter().map(String::as_str).chain([&*cell]) {
                prop_assert!(piece.encode_utf16().count() <= 32_767);
            }
        }
    }
}
