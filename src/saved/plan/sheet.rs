//! The workbook: its sheets by name, the texts that they share, and the rows of one sheet.

use std::borrow::Cow;

use super::PlanError;
use super::cell::{Cell, Held, MOST_COLUMNS, MOST_ROWS, place, placed, unescaped};
use super::package::{Package, Part};
use super::xml::{Node, Tag, Xml};

/// How many texts the sheets may share, and how many sheets there may be.
const MOST_TEXTS: usize = 500_000;
const MOST_SHEETS: usize = 1_000;

/// How many names of sheets are told.
const TOLD: usize = 20;

/// The workbook.
pub(super) struct Book {
    sheets: Vec<(String, String)>,
    texts: Vec<String>,
    /// Whether days are counted from 1904, as old Macintosh files do.
    pub(super) from_1904: bool,
}

/// A row that holds something.
pub(super) struct Row<'a> {
    /// Its number, from 1.
    pub(super) number: u32,
    /// The cells that hold something.
    pub(super) cells: Vec<Cell<'a>>,
}

impl Book {
    /// The workbook of that container.
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, PlanError> {
        let start = package.relations("")?.into_values().find(|it| it.kind == "officeDocument");
        let name = start.ok_or(PlanError::NotASpreadsheet)?.part;
        let relations = package.relations(&name)?;
        let part = package.needed(&name)?;
        let mut book = Self { sheets: Vec::new(), texts: Vec::new(), from_1904: false };
        let mut xml = Xml::new(&part);
        let mut is_workbook = false;
        while let Some(node) = xml.next()? {
            let Node::Start(tag) = node else { continue };
            is_workbook |= tag.is("workbook");
            if !is_workbook {
                return Err(PlanError::NotASpreadsheet);
            } else if tag.is("workbookPr") {
                let from_1904 = xml.attribute(&tag, "date1904")?;
                book.from_1904 = from_1904.is_some_and(|it| ["1", "true", "on"].contains(&&*it));
            } else if tag.is("sheet") {
                let (name, id) = (xml.attribute(&tag, "name")?, xml.attribute(&tag, "id")?);
                let target = id.and_then(|id| relations.get(&*id)).filter(|it| it.kind == "worksheet");
                book.sheets.extend(name.zip(target).map(|(name, it)| (name.into_owned(), it.part.clone())));
                if book.sheets.len() > MOST_SHEETS {
                    return Err(PlanError::TooMuch);
                }
            }
        }
        if let Some(shared) = relations.values().find(|it| it.kind == "sharedStrings") {
            book.texts = shared_texts(&package.needed(&shared.part)?)?;
        }
        Ok(book)
    }

    /// The part that holds the sheet of that name, in letters of either size.
    pub(super) fn sheet(&self, name: &str) -> Option<&str> {
        let found = self.sheets.iter().find(|(other, _)| other.trim().eq_ignore_ascii_case(name));
        found.map(|(_, part)| part.as_str())
    }

    /// The names of the first sheets.
    pub(super) fn names(&self) -> Vec<String> {
        self.sheets.iter().take(TOLD).map(|(name, _)| name.chars().take(80).collect()).collect()
    }

    /// Hands over every row of a sheet that holds something.
    pub(super) fn rows(
        &self,
        sheet: &Part,
        mut each: impl FnMut(Row<'_>) -> Result<(), PlanError>,
    ) -> Result<(), PlanError> {
        let mut xml = Xml::new(sheet);
        let mut row = Row { number: 0, cells: Vec::new() };
        let mut column = 0;
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(tag) if tag.is("row") => {
                    row = Row { number: number_of(&xml, &tag, row.number)?, cells: Vec::new() };
                    column = 0;
                }
                Node::Start(tag) if tag.is("c") => {
                    let named = xml.attribute(&tag, "r")?;
                    let named = named.unwrap_or_else(|| Cow::Owned(place(row.number.max(1), column + 1)));
                    let at = placed(&named).filter(|at| at.0 == row.number && at.1 > column);
                    (_, column) = at.ok_or_else(|| xml.damaged())?;
                    let cell = Cell { row: row.number, column, held: self.held(&mut xml, &tag)? };
                    if row.cells.len() == MOST_COLUMNS as usize {
                        return Err(xml.damaged());
                    }
                    row.cells.extend(Some(cell).filter(|cell| !cell.text().is_empty()));
                }
                Node::End(end) if end.is("row") && !row.cells.is_empty() => {
                    let number = row.number;
                    each(std::mem::replace(&mut row, Row { number, cells: Vec::new() }))?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// What a cell holds, read up to its end.
    fn held<'a>(&'a self, xml: &mut Xml<'a>, tag: &Tag<'_>) -> Result<Held<'a>, PlanError> {
        let kind = xml.attribute(tag, "t")?.unwrap_or(Cow::Borrowed("n")).into_owned();
        let mut value = String::new();
        let mut is_value = false;
        let mut text = None;
        loop {
            match xml.next()?.ok_or_else(|| xml.damaged())? {
                Node::Start(tag) if tag.is("is") => text = Some(run_of_texts(xml, "is")?),
                Node::Start(tag) => is_value = tag.is("v"),
                Node::Text(piece) if is_value => value.push_str(&piece),
                Node::End(end) if end.is("c") => break,
                Node::End(_) => is_value = false,
                Node::Text(_) => {}
            }
        }
        let value = if kind == "str" { value } else { value.trim().to_owned() };
        Ok(match (&*kind, text) {
            ("inlineStr", text) => Held::Text(Cow::Owned(text.unwrap_or_default())),
            ("s", None) if !value.is_empty() => {
                let shared = value.parse().ok().and_then(|at: usize| self.texts.get(at));
                Held::Text(Cow::Borrowed(shared.ok_or_else(|| xml.damaged())?))
            }
            ("str", None) => Held::Text(unescaped(Cow::Owned(value))),
            ("b", None) => Held::Truth(value == "1" || value.eq_ignore_ascii_case("true")),
            ("e", None) => Held::Error(Cow::Owned(value)),
            ("d", None) => Held::Date(Cow::Owned(value)),
            ("n", None) => Held::Number(Cow::Owned(value)),
            _ => return Err(xml.damaged()),
        })
    }
}

/// The number of a row: as it says, or the one after the row before. No row stands above that one: programs
/// would read such a sheet each in its own way.
fn number_of(xml: &Xml<'_>, tag: &Tag<'_>, before: u32) -> Result<u32, PlanError> {
    let number = xml.attribute(tag, "r")?.map_or(Some(before + 1), |number| number.parse().ok());
    number.filter(|number| (before + 1..=MOST_ROWS).contains(number)).ok_or_else(|| xml.damaged())
}

/// The texts that sheets share, by their places.
fn shared_texts(part: &Part) -> Result<Vec<String>, PlanError> {
    let mut xml = Xml::new(part);
    let mut texts = Vec::new();
    while let Some(node) = xml.next()? {
        if matches!(&node, Node::Start(tag) if tag.is("si")) {
            if texts.len() == MOST_TEXTS {
                return Err(PlanError::TooMuch);
            }
            texts.push(run_of_texts(&mut xml, "si")?);
        }
    }
    Ok(texts)
}

/// The text of an element up to its end: of all its runs, without what says how it is pronounced.
fn run_of_texts(xml: &mut Xml<'_>, element: &str) -> Result<String, PlanError> {
    let mut text = String::new();
    let (mut is_text, mut is_phonetic) = (false, false);
    loop {
        match xml.next()?.ok_or_else(|| xml.damaged())? {
            Node::Start(tag) => {
                is_text = tag.is("t");
                is_phonetic |= tag.is("rPh");
            }
            Node::Text(piece) if is_text && !is_phonetic => text.push_str(&piece),
            Node::Text(_) => {}
            Node::End(end) if end.is(element) => return Ok(unescaped(Cow::Owned(text)).into_owned()),
            Node::End(end) => {
                is_text = false;
                is_phonetic &= !end.is("rPh");
            }
        }
    }
}
