//! An action plan that was edited in a spreadsheet, read back from the file.
//!
//! A reader of its own for as much of Office Open XML (ECMA-376) as a plan needs. Nothing in a file is
//! trusted: what is unpacked is counted, no document type is read, so that no entity of a file's own
//! exists, and no formula is ever worked out.

mod cell;
mod date;
mod flaw;
mod package;
mod rows;
mod sheet;
mod xml;

use std::collections::BTreeMap;

use crate::assessment::plan::{FORMAT, PARTICULARS, Plan, REFERENCE, SHEET, VERSION, property};

pub use flaw::{CellFlaw, PlanError, Wrong};

use package::Package;
use sheet::Book;
use xml::{Node, Xml};

/// The most bytes of a file that are read.
pub const LIMIT: usize = 20 * 1024 * 1024;

/// The most bytes that a file may unpack to, and the most of its text that is kept.
const UNPACKED: usize = 64 * 1024 * 1024;

/// The most flaws that are listed.
const MOST_FLAWS: usize = 20;

/// Reads the plan in a spreadsheet: the sheet of gaps and actions, by the heads of its columns.
///
/// Columns may stand in any order with others among them, and rows may be sorted or filtered. The
/// values that formulas had when the file was saved are taken as they are.
///
/// # Errors
/// The file is not a spreadsheet of this kind, is damaged or unpacks to more than a plan can be; has
/// no such sheet or not its heads; or holds what cannot be read. Then every flaw is told, up to 20.
pub fn read(bytes: &[u8]) -> Result<Plan, PlanError> {
    let mut package = Package::open(bytes)?;
    let book = Book::read(&mut package)?;
    let made = made(&mut package)?;
    if let Some(found) = made.as_ref().map(|made| made.version).filter(|found| *found > VERSION) {
        return Err(PlanError::LaterVersion { found });
    }
    let sheet = book.sheet(SHEET).ok_or_else(|| PlanError::NoSheet { found: book.names() })?;
    let rows = rows::read(&book, &package.needed(sheet)?)?;
    let assessment = match made {
        Some(made) => Some(made.assessment),
        None => reference(&mut package, &book)?,
    };
    Ok(Plan { assessment, rows })
}

/// What a file says of how it was made.
struct Made {
    version: u32,
    assessment: String,
}

/// What the properties of the file say of how it was made, where they say that it is one of ours.
fn made(package: &mut Package<'_>) -> Result<Option<Made>, PlanError> {
    let Some(part) = package.part("docProps/custom.xml")? else { return Ok(None) };
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    let mut name = String::new();
    let mut xml = Xml::new(&part);
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) if tag.is("property") => {
                name = xml.attribute(&tag, "name")?.unwrap_or_default().into_owned();
            }
            Node::Text(value) => said.entry(name.clone()).or_default().push_str(value.trim()),
            _ => {}
        }
    }
    if said.get(property::FORMAT).is_none_or(|format| format != FORMAT) {
        return Ok(None);
    }
    let version = said.get(property::VERSION).and_then(|version| version.parse().ok()).unwrap_or(VERSION);
    Ok(said.remove(property::ASSESSMENT).map(|assessment| Made { version, assessment }))
}

/// The id of the assessment as the sheet of particulars gives it: some programs keep no properties.
fn reference(package: &mut Package<'_>, book: &Book) -> Result<Option<String>, PlanError> {
    let Some(sheet) = book.sheet(PARTICULARS) else { return Ok(None) };
    let mut found = None;
    book.rows(&package.needed(sheet)?, |row| {
        if let [label, id, ..] = &row.cells[..]
            && found.is_none()
            && label.text().trim() == REFERENCE
        {
            found = Some(id.text().trim().to_owned());
        }
        Ok(())
    })?;
    Ok(found)
}
