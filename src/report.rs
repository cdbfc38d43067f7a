//! The gap summary as neutral blocks: what every screen, page and file draws.
//!
//! Nothing here knows a file format, and no writer computes a number of its own, so that no two of
//! them can differ.

mod commitment;
mod front;
mod gaps;
mod judged;
mod method;
mod overview;
pub mod paper;
pub mod sheet;
mod stands_out;
mod targets;
mod workbook;

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;

use crate::analysis::{Analysis, Tally};
use crate::assessment::{Assessment, Marking};
use crate::framework::{Concern, Framework, QuestionId, Standing};

pub use front::{long_date, unit};

/// The gap summary.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// What the document is.
    pub title: String,
    /// The words at the top and bottom of every page.
    pub marking: &'static str,
    /// Whether it shows the invented example.
    pub example: bool,
    /// The name of the unit, or of the region, or words that say that there is none.
    pub unit: String,
    /// The version of the assessment, and its date, for the foot of every page.
    pub edition: String,
    /// The front block.
    pub front: Vec<Fact>,
    /// The chapters.
    pub sections: Vec<Section>,
}

/// A label and what is to be said under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What is said; empty where a line is left for a pen.
    pub value: String,
}

/// A chapter of the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// A name for links.
    pub id: Cow<'static, str>,
    /// Its heading.
    pub title: Cow<'static, str>,
    /// How it lies on paper.
    pub layout: Layout,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// How a chapter lies on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// It follows the one before.
    Flow,
    /// Its sheets lie on their side.
    Wide,
    /// It begins a sheet of its own.
    OwnSheet,
}

/// One thing in a chapter.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading within the chapter.
    Heading(String),
    /// A sentence or more.
    Paragraph(String),
    /// Several sentences, each a point of its own.
    List(Vec<String>),
    /// Labels and values.
    Facts(Vec<Fact>),
    /// Counts as bars.
    Bars(Vec<Bar>),
    /// Rows and columns.
    Table(Table),
    /// A gap with all that is known about it.
    Gap(Box<GapEntry>),
    /// A question to be answered with a pen.
    Form(Box<Form>),
}

/// A question to be answered with a pen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Form {
    /// Which question.
    pub question: QuestionId,
    /// The question in words.
    pub asked: String,
    /// How to judge it, and when it is asked at all.
    pub help: Vec<String>,
    /// The levels to tick, each with what it looks like and what it asks to be added.
    pub levels: Vec<FormLevel>,
    /// Who is asked one by one: a name, or nothing where a line is left for a pen. Empty where one answer
    /// is asked.
    pub forces: Vec<String>,
    /// What would show the level.
    pub prompts: Vec<String>,
}

/// A level to tick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormLevel {
    /// Its name.
    pub name: String,
    /// What it looks like.
    pub statement: String,
    /// What has to be added in words.
    pub asks: Option<String>,
}

/// The outcomes of a part, to be drawn as a bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// The counts.
    #[serde(serialize_with = "sheet::counts")]
    pub tally: Tally,
}

/// Rows and columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The heads of the columns; the first column heads the rows.
    pub columns: Vec<String>,
    /// The rows, each as long as the heads.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in one place of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The words, never left to colour alone.
    pub text: String,
    /// What the words mean for a gap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// How much of the cell is to be read as a count: right-aligned in print, a number in a sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<usize>,
}

impl Cell {
    /// Words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A count.
    #[must_use]
    pub fn number(number: usize) -> Self {
        Self { text: number.to_string(), number: Some(number), standing: None }
    }

    /// Words with the symbol and colour of a standing.
    #[must_use]
    pub fn standing(standing: Standing, text: impl Into<String>) -> Self {
        Self { text: text.into(), standing: Some(standing), number: None }
    }
}

/// A gap with all that is known about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GapEntry {
    /// Its number in the report, from 1.
    pub number: usize,
    /// The question whose answer falls short.
    pub question: QuestionId,
    /// The name of the topic.
    pub topic: String,
    /// The question in words.
    pub asked: String,
    /// Fully or partly.
    pub standing: Standing,
    /// What was answered.
    pub answered: String,
    /// What that level looks like.
    pub statements: Vec<String>,
    /// How grave it is.
    pub concern: Concern,
    /// Why it ranks where it does.
    pub because: String,
    /// What was written as evidence.
    pub evidence: String,
    /// What else was written.
    pub note: String,
    /// What will be done about it.
    pub actions: Vec<ActionLine>,
    /// Why the region lives with it, where it does.
    pub accepted: Option<String>,
}

/// An action as a line of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActionLine {
    /// Its id.
    pub id: String,
    /// What will be done.
    pub text: String,
    /// Who answers for it.
    pub owner: String,
    /// By when.
    pub due: String,
    /// What it needs.
    pub resources: String,
    /// How far it has come, and whether it is overdue.
    pub progress: String,
}

impl Report {
    /// Writes the gap summary of an assessment as it stands on that day.
    #[must_use]
    pub fn of(framework: &Framework, assessment: &Assessment, today: Date) -> Self {
        let analysis = Analysis::of(framework, assessment);
        let particulars = &assessment.particulars;
        let mut sections = vec![stands_out::section(&analysis, today), overview::tallies(&analysis)];
        sections.push(overview::heat_map(&analysis));
        sections.extend(gaps::sections(&analysis, today));
        sections.extend(targets::section(&analysis));
        sections.push(commitment::section(&analysis));
        sections.extend(judged::sections(&analysis));
        sections.push(judged::not_assessed(&analysis));
        sections.extend(method::sections(&analysis));
        Self {
            title: String::from("Gap summary"),
            marking: Marking::words(particulars.marking),
            example: assessment.example,
            unit: front::unit(particulars),
            edition: front::edition(particulars, today),
            front: front::facts(framework, assessment, today),
            sections,
        }
    }
}

/// Every gap, in the order of the report, with what is decided about it.
#[must_use]
pub fn gap_entries(framework: &Framework, assessment: &Assessment, today: Date) -> Vec<GapEntry> {
    gaps::entries(&Analysis::of(framework, assessment), today)
}

impl Report {
    /// The whole framework as a form to be filled in with a pen, one topic a sheet.
    ///
    /// With an assessment, it asks about that unit's forces and the topics that are switched on.
    #[must_use]
    pub fn workbook(framework: &Framework, assessment: Option<&Assessment>, today: Date) -> Self {
        workbook::of(framework, assessment, today)
    }
}

/// A count and its noun: "1 gap", "3 gaps".
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if number == 1 => format!("1 {noun}"),
        Some(stem) => format!("{number} {stem}ies"),
        None => format!("{number} {noun}s"),
    }
}

/// Words in a row: "A", "A and B", "A, B and C".
#[must_use]
pub fn listed<T: AsRef<str>>(words: &[T]) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_listed_as_one_would_say_them() {
        assert_eq!(listed::<&str>(&[]), "");
        assert_eq!(listed(&["Kent"]), "Kent");
        assert_eq!(listed(&["Kent", "Essex"]), "Kent and Essex");
        assert_eq!(listed(&["Kent", "Essex", "Suffolk"]), "Kent, Essex and Suffolk");
    }

    #[test]
    fn one_is_singular_and_none_is_plural() {
        assert_eq!([0, 1, 2].map(|n| count(n, "gap")), ["0 gaps", "1 gap", "2 gaps"]);
        assert_eq!([1, 2].map(|n| count(n, "working copy")), ["1 working copy", "2 working copies"]);
    }
}
