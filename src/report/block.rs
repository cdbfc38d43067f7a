//! The kinds of thing that a chapter is made of.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::long_date;
use crate::analysis::Tally;
use crate::framework::{Concern, QuestionId, Standing};

/// One thing in a chapter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FormLevel {
    /// Its name.
    pub name: String,
    /// What it looks like.
    pub statement: String,
    /// What has to be added in words.
    pub asks: Option<String>,
}

/// The outcomes of a part, to be drawn as a bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// The counts.
    pub tally: Tally,
}

/// Rows and columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The heads of the columns; the first column heads the rows.
    pub columns: Vec<String>,
    /// The rows, each as long as the heads.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in one place of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Cell {
    /// The words, never left to colour alone.
    pub text: String,
    /// What the words mean for a gap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// How much of the cell is to be read as a count: right-aligned in print, a number in a sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<usize>,
    /// The date that the words write out: a date in a sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub date: Option<Date>,
}

/// The text, broken over lines neither after a symbol nor within "1 of 2".
#[must_use]
pub fn unparted(text: &str) -> String {
    let mut parts = text.split(' ').peekable();
    let mut unparted = String::with_capacity(text.len());
    let is_number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    let mut before = "";
    while let Some(part) = parts.next() {
        unparted.push_str(part);
        let Some(next) = parts.peek() else { break };
        let stays = matches!(part, "●" | "◇" | "◐" | "○" | "–")
            || (*next == "of" && is_number(part))
            || (part == "of" && is_number(before) && is_number(next));
        unparted.push(if stays { '\u{a0}' } else { ' ' });
        before = part;
    }
    unparted
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
        Self { text: number.to_string(), number: Some(number), ..Self::default() }
    }

    /// A date, or nothing.
    #[must_use]
    pub fn date(date: Option<Date>) -> Self {
        Self { text: date.map(long_date).unwrap_or_default(), date, ..Self::default() }
    }

    /// The words as they are drawn: a symbol stays on one line with its word, and "1 of 2" stays on one. Files
    /// that are searched hold them as they are.
    #[must_use]
    pub fn drawn(&self) -> Cow<'_, str> {
        if self.standing.is_none() && !self.text.starts_with("– Not assessed") {
            return Cow::Borrowed(&self.text);
        }
        Cow::Owned(unparted(&self.text))
    }

    /// Words with the symbol and colour of a standing.
    #[must_use]
    pub fn standing(standing: Standing, text: impl Into<String>) -> Self {
        Self { text: text.into(), standing: Some(standing), ..Self::default() }
    }
}

/// A gap with all that is known about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ActionLine {
    /// Its id.
    pub id: String,
    /// What will be done.
    pub text: String,
    /// Who answers for it.
    pub owner: String,
    /// By when.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub due: Option<Date>,
    /// What it needs.
    pub resources: String,
    /// How far it has come.
    pub progress: Cow<'static, str>,
    /// Whether it was due before the day of the report and is not done.
    pub overdue: bool,
}

impl ActionLine {
    /// By when, in words; empty where no date is set.
    #[must_use]
    pub fn due_words(&self) -> String {
        self.due.map(long_date).unwrap_or_default()
    }

    /// How far it has come, and whether it is overdue.
    #[must_use]
    pub fn progress_words(&self) -> String {
        format!("{}{}", self.progress, if self.overdue { ", overdue" } else { "" })
    }
}

/// A label and what is to be said under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What is said; empty where a line is left for a pen.
    pub value: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_drawn_on_one_line_with_its_word_and_a_count_on_one() {
        for (text, drawn) in [
            ("○ Falls short 1 of 2", "○\u{a0}Falls short 1\u{a0}of\u{a0}2"),
            ("● In place; weakest ◐ partly short", "●\u{a0}In place; weakest ◐\u{a0}partly short"),
            ("● Some of it", "●\u{a0}Some of it"),
        ] {
            assert_eq!(Cell::standing(Standing::Short, text).drawn(), drawn);
        }
        assert_eq!(Cell::text("– Not assessed 3 of 3").drawn(), "–\u{a0}Not assessed 3\u{a0}of\u{a0}3");
        assert_eq!(Cell::text("● typed, 1 of 2").drawn(), "● typed, 1 of 2", "what was typed stays as it is");
    }
}
