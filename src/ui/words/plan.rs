//! An edited action plan in words: what it would change, what is not taken, what is wrong with it.

use crate::assessment::Progress;
use crate::assessment::plan::{PlanChange, PlanRemark, Replanned, SHEET};
use crate::report::{listed, long_date};
use crate::saved::plan::{CellFlaw, LIMIT, PlanError, Wrong};

/// The browser could not read the file.
pub const NOT_READ: &str =
    "The file could not be read. Check that it still exists and that you may open it, then try again.";

/// The part of the program that reads Excel files did not start, or failed.
pub const NOT_OPENED: &str =
    "This browser could not open the part of the page that reads Excel files. Enter the changes on this page instead.";

/// The file was made from another assessment.
pub const OTHER: &str = "The file was made from another assessment. Open that assessment first, or choose the file that was made from this one.";

/// What changes, from what, to what.
#[must_use]
pub fn change(change: &PlanChange) -> [String; 3] {
    let or_none = |text: &str| if text.trim().is_empty() { String::from("Nothing") } else { text.to_owned() };
    let date = |date: &Option<_>| date.map_or_else(|| String::from("No date"), long_date);
    match &change.what {
        Replanned::Owner { from, to } => [String::from("Owner"), or_none(from), or_none(to)],
        Replanned::Due { from, to } => [String::from("Due"), date(from), date(to)],
        Replanned::Status { from, to } => [String::from("Status"), from.word().to_owned(), to.word().to_owned()],
    }
}

/// What the user should know of the plan before taking the changes.
#[must_use]
pub fn remark(remark: &PlanRemark) -> String {
    match remark {
        PlanRemark::NoReference => String::from(
            "The file does not say which assessment it was made from. Its rows were matched by their ids: check the changes \
             with care.",
        ),
        PlanRemark::UnknownAction { at, action } => {
            format!("{at}: “{action}” is no action of this assessment. The row is not taken.")
        }
        PlanRemark::OtherQuestion { at, action, question } => {
            format!("{at}: action {action} is for another question than “{question}”. The row is not taken.")
        }
        PlanRemark::Twice { action, rows } => {
            let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
            format!("Action {action} stands in rows {}. None of them is taken.", listed(&rows))
        }
        PlanRemark::NewRow { row } => format!(
            "Row {row} has an action without an id: it was written in the spreadsheet. Add it on this page instead."
        ),
        PlanRemark::NoRow { action } => format!("Action {action} has no row. It stays as it is."),
        PlanRemark::NotTaken { at, action, column } => format!(
            "{at}: what was changed under “{}” of action {action} is not taken. Change it on this page instead.",
            column.head()
        ),
    }
}

/// Why a file can't be read as a plan: a sentence, and then a point for each cell that is wrong.
#[must_use]
pub fn refused(error: &PlanError) -> Vec<String> {
    let one = match error {
        PlanError::TooLarge { bytes } => format!(
            "The file is too large: {} MB, and a plan has at most {} MB. Choose the Excel file that this page made.",
            bytes / 1_000_000,
            LIMIT / 1_000_000
        ),
        PlanError::LockedOrOld => String::from(
            "The file is locked with a password, or was saved in the form that Excel wrote before 2007. Save it as .xlsx \
             without a password and open that.",
        ),
        PlanError::NotZip | PlanError::NotASpreadsheet => {
            String::from("The file is no Excel file. Choose the file that this page made; its name ends in .xlsx.")
        }
        PlanError::CutOff => {
            String::from("The file breaks off: a part was lost on its way. Get another copy and open that.")
        }
        PlanError::TooMuch => {
            String::from("The file holds more than a plan can. Choose the Excel file that this page made.")
        }
        PlanError::Damaged { part } => format!(
            "The file is damaged (in {part}). Open it in Excel, save it again and open that; else get another copy."
        ),
        PlanError::LaterVersion { found } => format!(
            "The file was made by a later version of this tool (form {found}). Get the later version and open it there."
        ),
        PlanError::NoSheet { found } => format!(
            "The file has no sheet “{SHEET}”, only {}. Choose the Excel file that this page made, and leave the names of \
             its sheets as they are.",
            if found.is_empty() { String::from("none") } else { listed(&quoted(found)) }
        ),
        PlanError::NoHead { missing } => {
            let heads: Vec<&str> = missing.iter().map(|column| column.head()).collect();
            format!(
                "The sheet “{SHEET}” lacks a column headed {}. Columns may be moved; their heads must stay as they are.",
                listed(&quoted(&heads))
            )
        }
        PlanError::HeadTwice { head, at } => format!(
            "Two columns of the sheet “{SHEET}” are headed “{}”, the second in {at}. Name that one otherwise.",
            head.head()
        ),
        PlanError::Flawed { flaws, more } => return flawed(flaws, *more),
    };
    vec![one]
}

fn flawed(flaws: &[CellFlaw], more: usize) -> Vec<String> {
    let first =
        format!("Cells of the sheet “{SHEET}” can’t be read. Correct them in Excel, save the file and open it again.");
    let rest = (more > 0).then(|| format!("And {more} more."));
    std::iter::once(first).chain(flaws.iter().map(flaw)).chain(rest).collect()
}

fn flaw(flaw: &CellFlaw) -> String {
    let CellFlaw { at, found, wrong } = flaw;
    match wrong {
        Wrong::NotADate => format!("{at}: “{found}” is no date. Write it as 31/03/2027."),
        Wrong::NotAStatus => {
            format!("{at}: “{found}” is no status. Choose {}.", listed(&Progress::ALL.map(Progress::word)))
        }
        Wrong::AnError => format!("{at}: “{found}” is an error of the spreadsheet. Write what is meant."),
    }
}

fn quoted<T: AsRef<str>>(names: &[T]) -> Vec<String> {
    names.iter().map(|name| format!("“{}”", name.as_ref())).collect()
}
