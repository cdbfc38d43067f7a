//! The rows of the plan, by the heads of its columns.

use crate::framework::Inserted;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::cell::{Cell, Held, place};
use super::package::Part;
use super::sheet::{Book, Row};
use super::{CellFlaw, MOST_FLAWS, PlanError, UNPACKED, Wrong, date};
use crate::assessment::Progress;
use crate::assessment::plan::{Column, InCell, PlanRow};

/// How many rows a plan may have.
const MOST_ROWS: usize = 20_000;

/// How much of what a cell holds is told of it.
const TOLD: usize = 80;

/// Where the columns of the plan stand in the sheet.
type Heads = BTreeMap<Column, u32>;

/// Reads the rows of the sheet in that part.
pub(super) fn read(book: &Book, part: &Part) -> Result<Vec<PlanRow>, PlanError> {
    let mut heads = None;
    let mut reading = Reading { from_1904: book.from_1904, ..Reading::default() };
    book.rows(part, |row| {
        match &heads {
            Some(heads) => reading.take(heads, &row)?,
            None => heads = found_heads(&row)?,
        }
        Ok(())
    })?;
    if heads.is_none() {
        return Err(PlanError::NoHead { missing: missing(&Heads::new()) });
    }
    if reading.flaws.is_empty() {
        return Ok(reading.rows);
    }
    Err(PlanError::Flawed { flaws: reading.flaws, more: reading.more })
}

/// Where the columns stand, where this row is the one of the heads: it has the one for the actions' ids.
fn found_heads(row: &Row<'_>) -> Result<Option<Heads>, PlanError> {
    let mut heads = Heads::new();
    let mut twice = None;
    for cell in &row.cells {
        let words = cell.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let column = Column::ALL.into_iter().find(|column| column.head().eq_ignore_ascii_case(&words));
        if let Some(head) = column.filter(|column| heads.insert(*column, cell.column).is_some()) {
            twice = Some(PlanError::HeadTwice { head, at: place(cell.row, cell.column) });
        }
    }
    match (heads.contains_key(&Column::Action), twice, missing(&heads)) {
        (false, ..) => Ok(None),
        (true, Some(twice), _) => Err(twice),
        (true, None, missing) if missing.is_empty() => Ok(Some(heads)),
        (true, None, missing) => Err(PlanError::NoHead { missing }),
    }
}

fn missing(heads: &Heads) -> Vec<Column> {
    Column::ALL.into_iter().filter(|column| column.is_needed() && !heads.contains_key(column)).collect()
}

/// What was read so far.
#[derive(Default)]
struct Reading {
    from_1904: bool,
    rows: Vec<PlanRow>,
    kept: usize,
    flaws: Vec<CellFlaw>,
    more: usize,
}

impl Reading {
    fn take(&mut self, heads: &Heads, row: &Row<'_>) -> Result<(), PlanError> {
        let cells: BTreeMap<Column, &Cell<'_>> = heads
            .iter()
            .filter_map(|(column, at)| Some((*column, row.cells.iter().find(|cell| cell.column == *at)?)))
            .inserted();
        self.kept = cells.values().fold(self.kept, |kept, cell| kept.saturating_add(cell.text().len()));
        if self.rows.len() == MOST_ROWS || self.kept > UNPACKED {
            return Err(PlanError::TooMuch);
        }
        if cells.values().all(|cell| cell.text().trim().is_empty()) {
            return Ok(());
        }
        let at = |column: Column| place(row.number, heads.get(&column).copied().unwrap_or_default());
        let text = |column: Column| InCell {
            at: at(column),
            value: cells.get(&column).map(|cell| cell.text().to_owned()).unwrap_or_default(),
        };
        // A gap without an action is shown with nothing in these columns; what somebody wrote there
        // becomes a remark and is not taken.
        let is_action = !text(Column::Action).value.trim().is_empty();
        let (due, status) = (self.due(cells.get(&Column::Due)), status(cells.get(&Column::Status)));
        let errors = cells.values().filter(|cell| matches!(cell.held, Held::Error(_)));
        let not_a_date = cells.get(&Column::Due).filter(|_| is_action && due.is_err());
        for cell in errors {
            self.flaw(place(cell.row, cell.column), cell.text(), Wrong::AnError);
        }
        if is_action && status.is_none() {
            self.flaw(at(Column::Status), &text(Column::Status).value, Wrong::NotAStatus);
        }
        if let Some(cell) = not_a_date {
            self.flaw(at(Column::Due), cell.text(), Wrong::NotADate);
        }
        self.rows.push(PlanRow {
            row: row.number,
            question: text(Column::Question),
            action: text(Column::Action),
            owner: text(Column::Owner),
            due: InCell { at: at(Column::Due), value: due.unwrap_or_default() },
            status: InCell { at: at(Column::Status), value: status },
            text: heads.get(&Column::Text).map(|_| text(Column::Text)),
            resources: heads.get(&Column::Resources).map(|_| text(Column::Resources)),
        });
        Ok(())
    }

    /// The date in a cell; nothing where it is empty.
    fn due(&self, cell: Option<&&Cell<'_>>) -> Result<Option<Date>, ()> {
        let Some(cell) = cell.filter(|cell| !cell.text().trim().is_empty()) else { return Ok(None) };
        let date = match &cell.held {
            Held::Number(number) => date::counted(number, self.from_1904),
            Held::Date(text) | Held::Text(text) => date::typed(text),
            Held::Truth(_) | Held::Error(_) => None,
        };
        date.map(Some).ok_or(())
    }

    fn flaw(&mut self, at: String, found: &str, wrong: Wrong) {
        // An error in a cell is told once, as what it is.
        if self.flaws.iter().any(|flaw| flaw.at == at) {
            return;
        }
        if self.flaws.len() < MOST_FLAWS {
            self.flaws.push(CellFlaw { at, found: found.chars().take(TOLD).collect(), wrong });
        } else {
            self.more += 1;
        }
    }
}

/// The status that the word in a cell means.
fn status(cell: Option<&&Cell<'_>>) -> Option<Progress> {
    Progress::from_word(cell?.text().trim())
}
