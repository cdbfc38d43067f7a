//! Spreadsheets, read back.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

/// A row: its cells by the heads of their columns.
pub type Row = BTreeMap<String, String>;

/// The rows of a CSV file.
///
/// # Errors
/// It lacks the mark by which Excel knows UTF-8, or its rows differ in length.
pub fn rows(bytes: &[u8]) -> Result<Vec<Row>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).context("the file begins with a byte order mark")?;
    ensure!(!text.windows(3).any(|three| three == "\u{feff}".as_bytes()), "there is a second byte order mark");
    let mut reader = csv::ReaderBuilder::new().from_reader(text);
    let heads = reader.headers()?.clone();
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row?;
        rows.push(heads.iter().zip(&row).map(|(head, cell)| (head.to_owned(), cell.to_owned())).collect());
    }
    Ok(rows)
}
