//! What is decided about a gap: an action, an acceptance, or a concern of one's own.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Unknown;
use crate::framework::{Concern, QuestionId};

/// Which action, counted from 1 within an assessment and never used again: `A7`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionId(pub u32);

impl ActionId {
    /// The id that a text names: `A7`, in letters of either size.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(['A', 'a'])?;
        digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok().map(Self))?
    }

    /// The id that is written so, and in no other way.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let id = text.strip_prefix('A').and_then(|digits| digits.parse().ok()).map(Self);
        id.filter(|id| id.to_string() == text)
    }
}

impl fmt::Display for ActionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "A{}", self.0)
    }
}

/// What will be done about a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Which action.
    pub id: ActionId,
    /// The question whose gap it is to close.
    pub question: QuestionId,
    /// What will be done.
    pub text: String,
    /// Who answers for it: a role, never a name.
    pub owner: String,
    /// What it needs: people, money, agreement.
    pub resources: String,
    /// By when.
    pub due: Option<Date>,
    /// How far it has come.
    pub progress: Progress,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

impl Action {
    /// Whether it should be done by now and is not.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.progress != Progress::Done && self.due.is_some_and(|due| due < today)
    }
}

/// How far an action has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Nothing is done yet.
    #[default]
    NotStarted,
    /// Somebody is at it.
    UnderWay,
    /// It is done.
    Done,
}

impl Progress {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::NotStarted, Self::UnderWay, Self::Done];

    /// The word on screen and in print.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotStarted => "Not started",
            Self::UnderWay => "Under way",
            Self::Done => "Done",
        }
    }

    /// The word as it stands in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::UnderWay => "under-way",
            Self::Done => "done",
        }
    }

    /// What a word on screen or in print means, in letters of either size.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.word().eq_ignore_ascii_case(word))
    }

    /// What a file's word means.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.key() == key)
    }
}

/// A gap that the region decides to live with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acceptance {
    /// Why.
    pub reason: String,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

/// A concern that the user sets in place of the rule's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverruledConcern {
    /// How grave the user says it is.
    pub concern: Concern,
    /// Why.
    pub reason: String,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_action_is_overdue_the_day_after_it_was_due_until_it_is_done() {
        let mut action = Action {
            id: ActionId(1),
            question: QuestionId::try_from("a.b").expect("an id"),
            text: String::new(),
            owner: String::new(),
            resources: String::new(),
            due: Some(date(2026, 3, 31)),
            progress: Progress::UnderWay,
            unknown: Unknown::new(),
        };
        assert!(!action.is_overdue(date(2026, 3, 31)));
        assert!(action.is_overdue(date(2026, 4, 1)));
        action.progress = Progress::Done;
        assert!(!action.is_overdue(date(2026, 4, 1)));
    }
}
