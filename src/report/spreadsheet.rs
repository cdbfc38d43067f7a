//! The gap summary as sheets for a spreadsheet program, with what each column holds.

use std::borrow::Cow;
use std::collections::HashSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Block, Cell, Fact, Report, Table, changes, sheet};
use crate::assessment::Assessment;
use crate::assessment::plan::{self, Column};
use crate::comparison::Side;
use crate::framework::Framework;

/// Sheets that are handed on as one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spreadsheet {
    /// What the document is.
    pub title: String,
    /// The words at the top and bottom of every printed page.
    pub marking: Cow<'static, str>,
    /// Whether it shows the invented example.
    pub example: bool,
    /// The name of the unit, or of the region, or words that say that there is none.
    pub unit: String,
    /// The version of the assessment, and its date.
    pub edition: String,
    /// The id of the assessment, by which an edited plan finds it again; none where it is of several.
    pub assessment: Option<String>,
    /// The day on which it was made.
    pub made: Date,
    /// The sheets, in the order of their tabs.
    pub sheets: Vec<Sheet>,
}

/// A sheet with one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The words on its tab: at most 31 characters, none of `[ ] : * ? / \`, and no others' words.
    pub name: Cow<'static, str>,
    /// How many of the first columns say what a row is about, and so stay in sight.
    pub naming: usize,
    /// What stands in it.
    pub table: Table,
    /// What each column holds, in the order of the table's columns.
    pub holds: Vec<Holds>,
}

/// What a column holds, and so how wide it is, how it is checked and what fills it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holds {
    /// A word or a few: a name, an id.
    Words,
    /// Sentences.
    Text,
    /// A count.
    Number,
    /// The day by which an action is due.
    Due,
    /// How far an action has come: one of the words of [`Progress`](crate::assessment::Progress).
    Status,
    /// The standing of an answer, or words that say that there is none.
    Standing,
    /// How grave a gap is.
    Concern,
}

impl Spreadsheet {
    /// The sheets of a gap summary as it stands on that day.
    #[must_use]
    pub fn of(framework: &Framework, assessment: &Assessment, today: Date) -> Self {
        Self::with_earlier(framework, assessment, &[], today)
    }

    /// The same, with sheets of what changed since the latest of these earlier assessments.
    #[must_use]
    pub fn with_earlier(framework: &Framework, assessment: &Assessment, earlier: &[Side<'_>], today: Date) -> Self {
        let report = Report::with_earlier(framework, assessment, earlier, today);
        let mut sheets = vec![
            Sheet::of(plan::PARTICULARS, 1, facts(&report.front)),
            Sheet::of(plan::SHEET, 3, sheet::gaps_and_actions(framework, assessment, today)),
            Sheet::of("All answers", 3, sheet::answers(framework, assessment)),
            Sheet::of("Commitment", 1, sheet::commitment(framework, assessment)),
            Sheet::of("Heat map", 2, sheet::heat_map(&report)),
        ];
        sheets.extend(sheet::tables(&report, "tallies").map(|table| Sheet::of("Outcomes by part", 1, table.clone())));
        let mut taken = sheets.iter().map(|sheet| sheet.name.to_lowercase()).collect();
        let changes = changes::IDS.iter().flat_map(|id| sheet::tables(&report, id));
        sheets.extend(changes.map(|table| Sheet::of(tab(&table.caption, &mut taken), 1, table.clone())));
        let Report { title, marking, example, unit, edition, .. } = report;
        Self {
            title,
            marking,
            example,
            unit,
            edition,
            assessment: Some(assessment.id.to_string()),
            made: today,
            sheets,
        }
    }
}

impl Sheet {
    /// A sheet of a table whose columns are known by their heads and by what stands in them, and of
    /// which the first few say what a row is about.
    #[must_use]
    pub fn of(name: impl Into<Cow<'static, str>>, naming: usize, table: Table) -> Self {
        let holds = table.columns.iter().enumerate().map(|(at, head)| Holds::under(head, &table, at)).collect();
        Self { name: name.into(), naming, table, holds }
    }
}

impl Holds {
    /// The longest text of a column that is still shown as a few words.
    const A_FEW_WORDS: usize = 40;

    fn under(head: &str, table: &Table, at: usize) -> Self {
        let cells = || table.rows.iter().filter_map(|row| row.get(at));
        let column = Column::ALL.into_iter().find(|column| column.head() == head);
        match head {
            _ if column == Some(Column::Due) => Self::Due,
            _ if column == Some(Column::Status) => Self::Status,
            "Standing" => Self::Standing,
            "Concern" => Self::Concern,
            _ if cells().next().is_some() && cells().all(|cell| cell.number.is_some()) => Self::Number,
            _ if cells().any(|cell| cell.standing.is_some()) => Self::Standing,
            _ if matches!(column, Some(Column::Question | Column::Action)) => Self::Words,
            _ if cells().all(|cell| cell.text.chars().count() <= Self::A_FEW_WORDS) => Self::Words,
            _ => Self::Text,
        }
    }
}

fn facts(facts: &[Fact]) -> Table {
    Table {
        caption: String::from("Particulars"),
        columns: ["Particular", "What was given"].map(str::to_owned).into(),
        rows: facts.iter().map(|fact| vec![Cell::text(&fact.label), Cell::text(&fact.value)]).collect(),
    }
}

impl Spreadsheet {
    /// A sheet for the front block and one for each table of a report, in its order.
    #[must_use]
    pub fn of_report(report: &Report, today: Date) -> Self {
        let blocks = report.sections.iter().flat_map(|section| &section.blocks);
        let tables = blocks.filter_map(|block| match block {
            Block::Table(table) => Some(table.clone()),
            _ => None,
        });
        let mut taken = HashSet::new();
        let all = std::iter::once(facts(&report.front)).chain(tables);
        let sheets = all.map(|table| Sheet::of(tab(&table.caption, &mut taken), 1, table)).collect();
        let Report { title, marking, example, unit, edition, .. } = report.clone();
        Self { title, marking, example, unit, edition, assessment: None, made: today, sheets }
    }
}

/// The words of a caption as the name of a tab: at most 31 units of UTF-16, none of the characters
/// that are refused, no apostrophe at its ends, not the reserved name, and unlike any other without
/// regard to case.
fn tab(caption: &str, taken: &mut HashSet<String>) -> String {
    const LONGEST: usize = 31;
    let plain = |c: char| if c.is_control() || "[]:*?/\\".contains(c) { ' ' } else { c };
    let plain: String = caption.chars().map(plain).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let fitting = |end: &str| {
        let mut name = plain.trim_matches(['\'', ' ']).to_owned();
        while name.encode_utf16().count() + end.len() > LONGEST {
            let _ = name.pop();
        }
        let name = name.trim_matches(['\'', ' ']);
        let name = if name.is_empty() { "Table" } else { name };
        format!("{name}{end}")
    };
    let numbered = (2..=usize::MAX).map(|number| fitting(&format!(" {number}")));
    let mut names = std::iter::once(fitting("")).chain(numbered);
    let is_free = |name: &String| name.to_lowercase() != "history" && taken.insert(name.to_lowercase());
    names.find(is_free).expect("there are more numbers than tables")
}
