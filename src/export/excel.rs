//! The sheets as an Excel file (Office Open XML, ECMA-376), in which nothing is worked out.
//!
//! Text is always written as text, so that no formula and no link comes of it. What a cell or a head
//! cannot hold in full goes on in a sheet of its own.

mod finish;
mod look;
mod measure;
mod paper;
mod properties;
mod tab;
mod text;

use std::borrow::Cow;

use rust_xlsxwriter::{Workbook, XlsxError};

use crate::report::spreadsheet::{Sheet, Spreadsheet};
use crate::report::{Cell, Table};

use look::Look;
use text::Rest;

/// The most columns of a sheet (Excel's limit is 16,384).
const MOST_COLUMNS: usize = 16_000;

/// Writes the sheets as an Excel file: the same sheets, the same bytes.
///
/// # Panics
/// Never: every text is cut to what Excel allows and goes on elsewhere, heads and names of sheets are
/// made unlike each other, and an assessment file is too short for more rows than a sheet has.
#[must_use]
pub fn excel(spreadsheet: &Spreadsheet) -> Vec<u8> {
    write(spreadsheet).expect("what Excel refuses was brought within its limits")
}

fn write(spreadsheet: &Spreadsheet) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let _ = workbook.set_properties(&properties::of(spreadsheet));
    let look = Look::new();
    let mut rests = Vec::new();
    let sheets: Vec<Cow<'_, Sheet>> = spreadsheet.sheets.iter().flat_map(within_columns).collect();
    for (at, sheet) in sheets.iter().enumerate() {
        let tab = workbook.add_worksheet();
        paper::set_up(tab, spreadsheet)?;
        rests.extend(tab::fill(tab, sheet, at, &look)?);
    }
    if !rests.is_empty() {
        let tab = workbook.add_worksheet();
        paper::set_up(tab, spreadsheet)?;
        let _ = tab::fill(tab, &long_texts(&rests), sheets.len(), &look)?;
    }
    workbook.save_to_buffer().map(|bytes| finish::finished(&bytes))
}

/// The sheet, or where it has more columns than Excel allows, several with the same first columns.
fn within_columns(sheet: &Sheet) -> Vec<Cow<'_, Sheet>> {
    if sheet.table.columns.len() <= MOST_COLUMNS {
        return vec![Cow::Borrowed(sheet)];
    }
    let naming = sheet.naming;
    let columns: Vec<usize> = (naming..sheet.table.columns.len()).collect();
    let some = |(at, columns): (usize, &[usize])| {
        let columns = || (0..naming).chain(columns.iter().copied());
        let row = |row: &Vec<Cell>| columns().filter_map(|at| row.get(at).cloned()).collect();
        let table = Table {
            caption: sheet.table.caption.clone(),
            columns: columns().map(|at| sheet.table.columns[at].clone()).collect(),
            rows: sheet.table.rows.iter().map(row).collect(),
        };
        Cow::Owned(Sheet {
            name: Cow::Owned(format!("{} {}", sheet.name, at + 1)),
            naming,
            table,
            holds: columns().map(|at| sheet.holds[at]).collect(),
        })
    };
    columns.chunks(MOST_COLUMNS - naming).enumerate().map(some).collect()
}

/// The sheet on which texts go on that are too long for their cells.
fn long_texts(rests: &[Rest]) -> Sheet {
    let row = |(rest, at, piece): (&Rest, usize, &String)| {
        let part = Cell::number(rest.first + at);
        vec![Cell::text(&rest.sheet), Cell::text(&rest.place), Cell::text(&rest.start), part, Cell::text(piece)]
    };
    let pieces = rests.iter().flat_map(|rest| rest.pieces.iter().enumerate().map(move |(at, it)| (rest, at, it)));
    let table = Table {
        caption: String::from("Long texts"),
        columns: ["Sheet", "Cell", "Begins with", "Part", "Text"].map(str::to_owned).into(),
        rows: pieces.map(row).collect(),
    };
    Sheet::of("Long texts", 3, table)
}
