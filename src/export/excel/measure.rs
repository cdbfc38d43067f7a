//! How wide columns are and how high rows, so that what stands in them can be read.
//!
//! Excel would find the height of a row by itself where none is given; LibreOffice does not, and one
//! line would be printed over the next.

use crate::report::spreadsheet::{Holds, Sheet};

/// How many characters of a head the button of the filter covers.
pub(super) const FILTER: u32 = 3;

/// How high a line is, and what stands above and below the lines of a row, in pixels.
const LINE: u32 = 17;
const AROUND: u32 = 4;

/// The most pixels of a row: Excel's 409 points.
const HIGHEST: u32 = 545;

/// How wide a column is, in characters: as narrow as can be read where there are many.
pub(super) fn width(sheet: &Sheet, column: usize) -> u32 {
    let cells = sheet.table.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.chars().count());
    let longest = cells.max().unwrap_or_default();
    let head = sheet.table.columns.get(column).and_then(|head| head.split(' ').map(str::len).max()).unwrap_or_default();
    let wanted = u32::try_from(head.max(longest)).map_or(u32::MAX, |wanted| wanted.saturating_add(FILTER));
    let (least, most) = match (sheet.holds[column], sheet.table.columns.len()) {
        (Holds::Text, ..3) => (60, 90),
        (Holds::Text, ..8) => (30, 60),
        (Holds::Text, _) if longest < 200 => (16, 20),
        (Holds::Text, _) => (22, 28),
        (Holds::Words, ..10) => (8, 34),
        (Holds::Words, ..12) => (8, 18),
        (Holds::Standing, ..12) => (13, 15),
        (Holds::Standing, _) => (12, 12),
        (Holds::Words | Holds::Number, _) => (8, 14),
        (Holds::Due | Holds::Status | Holds::Concern, _) => (12, 13),
    };
    wanted.clamp(least, most)
}

/// How high a row is whose texts stand in columns of these widths, in pixels.
pub(super) fn height<'a>(texts: impl Iterator<Item = (&'a str, u32)>) -> u32 {
    // The width is counted in figures, and five figures are as wide as six letters.
    let lines = texts.map(|(text, width)| (text, width * 6 / 5));
    let lines = lines.map(|(text, width)| text.lines().map(|line| wrapped(line, width)).sum::<u32>());
    (lines.max().unwrap_or_default().max(1).saturating_mul(LINE) + AROUND).min(HIGHEST)
}

/// How many lines a text without breaks takes.
fn wrapped(text: &str, width: u32) -> u32 {
    let (mut lines, mut used) = (1, 0);
    for word in text.split(' ') {
        let length = u32::try_from(word.chars().count()).unwrap_or(u32::MAX / 2);
        if used > 0 && used + 1 + length > width {
            lines += 1;
            used = 0;
        }
        if used > 0 {
            used += 1;
        }
        used += length;
        lines += used.saturating_sub(1) / width;
        used -= used.saturating_sub(1) / width * width;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_as_many_lines_as_its_words_need() {
        for (text, width, lines) in [
            ("", 10, 1),
            ("ten letter", 10, 1),
            ("eleven lett", 10, 2),
            ("undercover.understanding", 10, 3),
            ("a undercover b", 10, 3),
        ] {
            assert_eq!(wrapped(text, width), lines, "{text}");
        }
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_text_and_never_higher_than_excel_allows() {
        assert_eq!(height([("", 10), ("one\ntwo", 10)].into_iter()), 2 * LINE + AROUND);
        assert_eq!(height([("x".repeat(100_000).as_str(), 10)].into_iter()), HIGHEST);
    }
}
