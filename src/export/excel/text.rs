//! What a text is in a cell, at the head of a column and at the edge of a sheet of paper.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::assessment::plan::{clean, in_cell, pieces, rest};

/// The most UTF-16 units of the head of a column.
const LONGEST_HEAD: usize = 240;

/// How much of a text is said to find it by.
const START: usize = 60;

/// A text that its cell does not hold in full.
#[derive(Debug)]
pub(super) struct Rest {
    /// The sheet on which it begins.
    pub(super) sheet: String,
    /// The cell in which it begins.
    pub(super) place: String,
    /// How it begins.
    pub(super) start: String,
    /// The number of the first piece: 1 where the text is given again from its beginning.
    pub(super) first: usize,
    /// How it goes on.
    pub(super) pieces: Vec<String>,
}

impl Rest {
    /// What of a text does not fit its cell, where there is such a thing.
    pub(super) fn of_cell(text: &str, sheet: &str, place: impl FnOnce() -> String) -> Option<Self> {
        let pieces = rest(text);
        (!pieces.is_empty()).then(|| Self::new(text, sheet, place(), 2, pieces))
    }

    /// The whole head of a column, where it is too long for one.
    pub(super) fn of_head(text: &str, sheet: &str, place: impl FnOnce() -> String) -> Option<Self> {
        let is_long = text.encode_utf16().count() > LONGEST_HEAD;
        is_long.then(|| Self::new(text, sheet, place(), 1, pieces(text)))
    }

    fn new(text: &str, sheet: &str, place: String, first: usize, pieces: Vec<String>) -> Self {
        let start = clean(text).chars().take(START).collect();
        Self { sheet: sheet.to_owned(), place, start, first, pieces }
    }
}

/// The text that is handed to the writer for a cell.
pub(super) fn of_cell(text: &str) -> Cow<'_, str> {
    let text = in_cell(text);
    // The writer takes such a text for marked-up runs of its own and would write it as XML.
    if text.starts_with("<r>") && text.ends_with("</r>") { Cow::Owned(format!("{text} ")) } else { text }
}

/// The heads of a table as Excel allows them: short, on one line, none empty and no two alike.
pub(super) fn heads(columns: &[String]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let head = |(at, column): (usize, &String)| {
        // Spreadsheets would read `_x0041_` as a letter in the one place and not in the other.
        let words = clean(column).split_whitespace().collect::<Vec<_>>().join(" ").replace("_x", "_ x");
        let words = if words.is_empty() { format!("Column {}", at + 1) } else { shortened(&words, LONGEST_HEAD) };
        let numbered = (2_usize..).map(|number| format!("{words} ({number})"));
        let free = std::iter::once(words.clone()).chain(numbered).find(|it| taken.insert(it.to_lowercase()));
        free.map(|it| of_cell(&it).into_owned()).unwrap_or_default()
    };
    columns.iter().enumerate().map(head).collect()
}

/// The text with `…` in place of what is beyond so many UTF-16 units.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    if text.encode_utf16().count() <= longest {
        return text.to_owned();
    }
    let mut left = longest.saturating_sub(1);
    let fits = |c: &char| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// The text as it stands at the edge of a sheet of paper, in so many UTF-16 units: on one line, and
/// with nothing in it that is taken for an instruction.
pub(super) fn at_the_edge(text: &str, longest: usize) -> String {
    let shown = clean(text).replace(char::is_control, " ");
    // The writer takes `&[Page]` for an instruction, also after the sign was doubled.
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ").replace("&[", "& [");
    let mut keep = longest;
    loop {
        let escaped = shortened(&shown, keep).replace('&', "&&");
        if escaped.encode_utf16().count() <= longest {
            return escaped;
        }
        keep -= 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn heads_are_unlike_each_other_and_none_is_empty() {
        let given = ["Kent", "kent", "", "Kent (2)", " Kent\r\n", "a\nb"].map(str::to_owned);
        assert_eq!(heads(&given), ["Kent", "kent (2)", "Column 3", "Kent (2) (2)", "Kent (3)", "a b"]);
    }

    #[test]
    fn no_name_of_a_unit_gives_an_instruction_to_the_printer() {
        assert_eq!(at_the_edge("Kent & Essex &D &[Page]\n&\"Arial\"", 100), "Kent && Essex &&D && [Page] &&\"Arial\"");
        assert_eq!(at_the_edge(&"&".repeat(100), 20), format!("{}…", "&&".repeat(9)));
    }

    proptest! {
        #[test]
        fn whatever_stands_at_the_edge_fits_and_escapes_every_sign(text in ".*&?.*", longest in 1..200usize) {
            let edge = at_the_edge(&text, longest);
            prop_assert!(edge.encode_utf16().count() <= longest);
            prop_assert!(!edge.replace("&&", "").contains('&'));
        }

        #[test]
        fn heads_are_what_excel_allows(texts in proptest::collection::vec(any::<String>(), 0..8), times in 1..400usize) {
            let texts: Vec<String> = texts.iter().map(|text| text.repeat(times)).collect();
            let heads = heads(&texts);
            let unlike: BTreeSet<String> = heads.iter().map(|head| head.to_lowercase()).collect();
            prop_assert_eq!(unlike.len(), heads.len());
            prop_assert!(heads.iter().all(|head| !head.trim().is_empty() && head.encode_utf16().count() <= 255));
        }
    }
}
