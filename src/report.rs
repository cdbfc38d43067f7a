//! The gap summary as neutral blocks: what every screen, page and file draws.
//!
//! Nothing here knows a file format, and no writer computes a number of its own, so that no two of
//! them can differ.

mod block;
mod changes;
mod commitment;
mod flagged;
mod front;
mod gaps;
mod judged;
pub mod matrix;
mod method;
mod national;
pub mod outcomes;
mod overview;
pub mod paper;
pub mod sheet;
pub mod spreadsheet;
mod stands_out;
mod targets;
mod workbook;

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::assessment::Assessment;
use crate::comparison::{Changes, Regions, Side};
use crate::framework::Framework;

pub use block::{ActionLine, Bar, Block, Cell, Fact, Form, FormLevel, GapEntry, Table, unparted};
pub use front::{long_date, marked, time_of_day, unit};
pub use gaps::entries as gap_entries;

/// The gap summary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Report {
    /// What the document is.
    pub title: String,
    /// The words at the top and bottom of every page.
    pub marking: Cow<'static, str>,
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

/// A chapter of the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// It follows the one before.
    Flow,
    /// Its sheets lie on their side.
    Wide,
    /// It begins a sheet of its own.
    OwnSheet,
}

impl Section {
    /// Whether its sheets lie on their side: it is wide, and there is something wide in it.
    #[must_use]
    pub fn lies_on_its_side(&self) -> bool {
        self.layout == Layout::Wide && self.blocks.iter().any(|block| matches!(block, Block::Table(_)))
    }

    /// Whether it has headings within.
    #[must_use]
    pub fn has_headings(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Heading(_)))
    }
}

impl Report {
    /// Writes the gap summary of an assessment as it stands on that day.
    #[must_use]
    pub fn of(framework: &Framework, assessment: &Assessment, today: Date) -> Self {
        Self::with_earlier(framework, assessment, &[], today)
    }

    /// Writes the gap summary with what changed since the latest of these earlier assessments, and, with
    /// more than one of them, how the answers developed over all.
    #[must_use]
    pub fn with_earlier(framework: &Framework, assessment: &Assessment, earlier: &[Side<'_>], today: Date) -> Self {
        let assessment = &*marked(assessment, earlier);
        let analysis = Analysis::of(framework, assessment);
        let particulars = &assessment.particulars;
        let mut sections = vec![stands_out::section(&analysis, today), overview::tallies(&analysis)];
        sections.push(overview::heat_map(&analysis));
        sections.extend(gaps::sections(&analysis, today));
        sections.extend(targets::section(&analysis));
        sections.push(commitment::section(&analysis));
        sections.extend(judged::sections(&analysis));
        sections.extend(flagged::section(&analysis));
        sections.push(judged::not_assessed(&analysis));
        sections.extend(changes::sections(earlier, &Side::new(framework, assessment), today));
        sections.extend(method::sections(&analysis));
        Self {
            title: String::from("Gap summary"),
            marking: particulars.marking.words().into(),
            example: assessment.example,
            unit: front::unit(particulars),
            edition: front::edition(assessment, today),
            front: front::facts(framework, assessment, today),
            sections,
        }
    }
}

impl Report {
    /// The chapter on what changed between two assessments, by itself.
    #[must_use]
    pub fn changes(changes: &Changes<'_>, today: Date) -> Section {
        changes::of_changes(changes, today)
    }

    /// Writes the national summary: the assessments of several regions side by side.
    #[must_use]
    pub fn national(regions: &Regions<'_>, today: Date) -> Self {
        national::of(regions, today)
    }
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
