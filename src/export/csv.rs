//! Comma-separated values, as spreadsheets open them by a double click.
//!
//! RFC 4180 with CRLF, UTF-8 with a byte order mark, without which Excel takes it for the system's
//! old code page. Written by hand: reading CSV is hard and wants a library, writing it takes these
//! few lines, and no library makes formulas harmless.

use crate::report::Table;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// What a spreadsheet takes for the start of a formula: `=`, `+`, `-`, `@` and their full-width
/// forms (OWASP, "CSV Injection").
const FORMULA: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Writes a table: a line of heads, and a line for each row.
///
/// The caption is left out, so that the first line is the heads. A text that a spreadsheet could
/// take for a formula is given a leading apostrophe; otherwise every character stays as typed.
#[must_use]
pub fn csv(table: &Table) -> String {
    let mut file = String::from(BYTE_ORDER_MARK);
    line(&mut file, table.columns.iter().map(String::as_str));
    for row in &table.rows {
        line(&mut file, row.iter().map(|cell| cell.text.as_str()));
    }
    file
}

fn line<'a>(file: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            file.push(',');
        }
        field(file, cell);
    }
    file.push_str("\r\n");
}

fn field(file: &mut String, text: &str) {
    let guard = if is_formula(text) { "'" } else { "" };
    // A semicolon and a tab separate cells where the system's list separator is not a comma.
    if text.contains(['"', ',', ';', '\t', '\r', '\n']) || text.trim() != text {
        file.extend(["\"", guard, &text.replace('"', "\"\""), "\""]);
    } else {
        file.extend([guard, text]);
    }
}

/// Whether a spreadsheet could take the text for a formula.
///
/// White space and characters that cannot be seen are looked past, because some programs trim them
/// before they look; a tab or a return at the start is enough by itself.
pub(super) fn is_formula(text: &str) -> bool {
    let hidden = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}');
    text.starts_with(['\t', '\r']) || text.trim_start_matches(hidden).starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Cell;

    fn written(text: &str) -> String {
        let table = Table { caption: String::from("-"), columns: vec![text.to_owned()], rows: Vec::new() };
        csv(&table).trim_start_matches(BYTE_ORDER_MARK).trim_end_matches("\r\n").to_owned()
    }

    #[test]
    fn the_file_has_a_byte_order_mark_a_line_of_heads_and_lines_that_end_in_crlf() {
        let row = vec![Cell::text("Undercover"), Cell::number(3)];
        let table = Table { caption: String::new(), columns: vec!["Topic".into(), "Gaps".into()], rows: vec![row] };
        assert_eq!(csv(&table), "\u{feff}Topic,Gaps\r\nUndercover,3\r\n");
    }

    #[test]
    fn separators_quotes_and_line_breaks_stay_within_their_cell() {
        for (text, expected) in [
            ("plain", "plain"),
            ("", ""),
            ("a,b", "\"a,b\""),
            ("a;b", "\"a;b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("one\r\ntwo", "\"one\r\ntwo\""),
            (" padded ", "\" padded \""),
        ] {
            assert_eq!(written(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_looks_like_a_formula_is_given_an_apostrophe() {
        for formula in
            ["=1+1", "+1", "-1", "@SUM(A1)", "\u{ff1d}1", "  =1", "\u{feff}=1", "\n-1", "\u{0}=1", "\u{a0}@x"]
        {
            assert!(written(formula).trim_start_matches('"').starts_with('\''), "{formula:?}");
        }
        assert_eq!(written("\tx"), "\"'\tx\"");
        assert_eq!(written("\rx"), "\"'\rx\"");
        assert_eq!(written("=HYPERLINK(\"a\",\"b\")"), "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
        for plain in ["1-1", "a=b", "– Not assessed", "'=1", "● Meets", "#REF!"] {
            assert_eq!(written(plain), plain);
        }
    }
}
