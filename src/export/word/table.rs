//! Tables: rows with columns, and labels with values.

use super::text::paragraph;
use super::xml::Xml;
use crate::export::shown::short;
use crate::framework::Standing;
use crate::report::matrix::Part;
use crate::report::{Cell, Fact, Table};

/// How wide a letter is, about.
const LETTER: usize = 100;

/// The room beside the text in every cell.
const PADDING: usize = 240;

/// The longest text that is given room in one line, in letters.
const FEW: usize = 18;

/// The longest text of a column that asks for room as long as it is, in letters.
const LONGEST: usize = 120;

/// The longest text that is still set bold where it heads a row, in letters.
const HEAD: usize = 60;

/// The style of the room below a table.
pub(super) const AFTER: &str = "AfterTable";

/// How many rows stay together on one sheet, as those of a matrix always do.
const SMALL: usize = 8;

/// What stands where a row is shorter than its heads.
static NOTHING: Cell = Cell { text: String::new(), standing: None, number: None, date: None };

/// The height of a row that is left for a pen: 14 mm.
const PEN: &str = "794";

/// What a table is to Word and to those who have it read out.
pub(super) struct Frame<'a> {
    /// The style.
    pub(super) style: &'a str,
    /// What it shows, for those who have it read out.
    pub(super) title: &'a str,
    /// The widths of its columns.
    pub(super) widths: &'a [usize],
    /// Whether its first row holds the heads of the columns.
    pub(super) has_heads: bool,
    /// The style of the room below it.
    pub(super) after: &'a str,
}

/// A table; what is inside are rows, at least one.
pub(super) fn table(xml: &mut Xml, frame: &Frame<'_>, inside: impl FnOnce(&mut Xml)) {
    let whole = frame.widths.iter().sum::<usize>().to_string();
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", frame.style);
            xml.empty("w:tblW", &[("w:w", &whole), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            let (sum, heads) = if frame.has_heads { ("06A0", "1") } else { ("0680", "0") };
            xml.empty(
                "w:tblLook",
                &[
                    ("w:val", sum),
                    ("w:firstRow", heads),
                    ("w:lastRow", "0"),
                    ("w:firstColumn", "1"),
                    ("w:lastColumn", "0"),
                    ("w:noHBand", "1"),
                    ("w:noVBand", "1"),
                ],
            );
            xml.value("w:tblCaption", &short(frame.title));
        });
        xml.element("w:tblGrid", &[], |xml| {
            frame.widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())]));
        });
        inside(xml);
    });
    // Word joins tables that touch.
    paragraph(xml, frame.after, "");
}

/// The row with the heads of the columns, repeated on every sheet.
pub(super) fn heads(xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    row(xml, |xml| xml.empty("w:tblHeader", &[]), inside);
}

/// A row that is not parted between sheets.
pub(super) fn line(xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    row(xml, |_| {}, inside);
}

/// A row with room for a pen.
pub(super) fn pen(xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    row(xml, |xml| xml.empty("w:trHeight", &[("w:val", PEN), ("w:hRule", "atLeast")]), inside);
}

fn row(xml: &mut Xml, properties: impl FnOnce(&mut Xml), inside: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            properties(xml);
        });
        inside(xml);
    });
}

/// A cell with a paragraph of that style.
pub(super) fn cell(xml: &mut Xml, width: usize, style: &str, text: &str) {
    filled(xml, width, None, style, &[text]);
}

/// A cell on the ground of a standing, with a paragraph for each of its texts, at least one.
pub(super) fn filled(xml: &mut Xml, width: usize, standing: Option<Standing>, style: &str, texts: &[impl AsRef<str>]) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if let Some(standing) = standing {
                xml.empty("w:shd", &[("w:val", "clear"), ("w:fill", ground(standing))]);
            }
        });
        for text in texts {
            paragraph(xml, style, text.as_ref());
        }
    });
}

/// Pale grounds help; the symbol and the word say it.
const fn ground(standing: Standing) -> &'static str {
    match standing {
        Standing::Meets => "E3EEF7",
        Standing::Elsewhere => "F3F2F1",
        Standing::PartlyShort => "FFF3D1",
        Standing::Short => "F8DCD7",
    }
}

/// Labels and values, one under the other. A value that is empty leaves room for a pen.
pub(super) fn facts(xml: &mut Xml, title: &str, facts: &[Fact], width: usize) {
    if facts.is_empty() {
        return;
    }
    let label = width * 3 / 10;
    let widths = [label, width - label];
    let frame = Frame { style: "ReportFacts", title, widths: &widths, has_heads: false, after: AFTER };
    table(xml, &frame, |xml| {
        for fact in facts {
            let cells = |xml: &mut Xml| {
                cell(xml, widths[0], "TableRowHead", &fact.label);
                cell(xml, widths[1], "TableText", &fact.value);
            };
            if fact.value.is_empty() { pen(xml, cells) } else { line(xml, cells) }
        }
    });
}

/// Rows and columns: those of a part of the table.
pub(super) fn grid(xml: &mut Xml, table: &Table, part: &Part<'_>, width: usize, is_matrix: bool) {
    let shown: Vec<usize> = std::iter::once(0).chain(part.columns.clone()).collect();
    let widths = if is_matrix { alike(shown.len(), width) } else { by_content(table, &shown, width) };
    let bold = is_matrix || table.rows.iter().filter_map(|row| row.first()).all(|head| letters(&head.text) <= HEAD);
    let kept = is_matrix || table.rows.len() <= SMALL;
    let [head, number, text] =
        if kept { ["KeptRowHead", "KeptNumber", "KeptText"] } else { ["TableRowHead", "TableNumber", "TableText"] };
    let style = if is_matrix { "ReportMatrix" } else { "ReportRows" };
    let columns = || shown.iter().copied().zip(widths.iter().copied());
    let frame = Frame { style, title: &part.caption, widths: &widths, has_heads: true, after: AFTER };
    self::table(xml, &frame, |xml| {
        heads(xml, |xml| {
            for (at, width) in columns() {
                let style = if is_number(table, at) { "TableNumberHead" } else { "TableHead" };
                cell(xml, width, style, table.columns.get(at).map_or("", String::as_str));
            }
        });
        for row in &table.rows {
            line(xml, |xml| {
                for (at, width) in columns() {
                    let cell = row.get(at).unwrap_or(&NOTHING);
                    let style = match cell.number {
                        _ if at == 0 && bold => head,
                        Some(_) => number,
                        None => text,
                    };
                    filled(xml, width, cell.standing, style, &[cell.drawn()]);
                }
            });
        }
    });
}

/// Whether a column holds counts.
fn is_number(table: &Table, at: usize) -> bool {
    table.rows.first().and_then(|row| row.get(at)).is_some_and(|cell| cell.number.is_some())
}

/// The first column a fifth wide, at least as wide as the others, which are all alike.
fn alike(columns: usize, width: usize) -> Vec<usize> {
    let other = if columns > 1 { (width * 4 / 5 / (columns - 1)).min(width / columns) } else { 0 };
    let mut widths = vec![other; columns];
    widths[0] = width - other * (columns - 1);
    widths
}

/// Every column has room for its longest word, or for all of a short text; what is left goes to those
/// with long texts.
fn by_content(table: &Table, shown: &[usize], width: usize) -> Vec<usize> {
    let texts = |at: usize| {
        let cells = table.rows.iter().filter_map(move |row| row.get(at)).map(|cell| cell.text.as_str());
        table.columns.get(at).map(String::as_str).into_iter().chain(cells)
    };
    let least = |at: usize| {
        let word = texts(at).flat_map(str::split_whitespace).map(letters).max().unwrap_or_default().min(FEW);
        let all = texts(at).map(letters).max().filter(|all| *all <= FEW && !is_number(table, at));
        all.unwrap_or(word) * LETTER + PADDING
    };
    let longest = |at: usize| texts(at).map(letters).max().unwrap_or_default().min(LONGEST) * LETTER + PADDING;
    let wanted = |at: usize| if is_number(table, at) { 0 } else { longest(at).saturating_sub(least(at)) };
    let (least, wanted): (Vec<usize>, Vec<usize>) = shown.iter().map(|at| (least(*at), wanted(*at))).unzip();
    let Some(left) = width.checked_sub(least.iter().sum()) else { return alike(shown.len(), width) };
    let all = wanted.iter().sum::<usize>().max(1);
    let mut widths: Vec<usize> = least.iter().zip(&wanted).map(|(least, wanted)| least + left * wanted / all).collect();
    widths[0] += width - widths.iter().sum::<usize>();
    widths
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_a_table_fill_its_width_whatever_stands_in_them() {
        for texts in [["", ""], ["a", "b"], ["a b c", "long words and many of them, again and again and again"]] {
            for columns in [1, 2, 5, 30] {
                let row = |texts: [&str; 2]| (0..columns).map(|at| Cell::text(texts[at % 2])).collect::<Vec<_>>();
                let table = Table {
                    caption: String::new(),
                    columns: vec![String::from("Head"); columns],
                    rows: vec![row(texts)],
                };
                let shown: Vec<usize> = (0..columns).collect();
                assert_eq!(by_content(&table, &shown, 9864).iter().sum::<usize>(), 9864, "{texts:?} {columns}");
                assert_eq!(alike(columns, 14796).iter().sum::<usize>(), 14796);
            }
        }
    }
}
