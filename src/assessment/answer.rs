//! An answer: what was chosen, what proves it, and what else there is to say.

use std::collections::BTreeMap;

use super::Unknown;
use crate::framework::{ForceId, LevelId, ReasonId, Scale, Standing};

/// The answer to one question.
///
/// Words are kept also while nothing is chosen, so that evidence may be gathered first. An answer
/// without a choice counts as not assessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// What was chosen.
    pub choice: Option<Choice>,
    /// What the chosen level asks to be added: which body, by when.
    pub detail: String,
    /// What proves it.
    pub evidence: String,
    /// Anything else.
    pub note: String,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// One level of the question's scale.
    Level(LevelId),
    /// A level for each force that has been asked: its commitment.
    ByForce(BTreeMap<ForceId, LevelId>),
    /// The question does not apply.
    NotApplicable(ReasonId),
}

impl Answer {
    /// Whether nothing is chosen and nothing written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The chosen level, where one is chosen for the whole region.
    #[must_use]
    pub fn level(&self) -> Option<&LevelId> {
        match &self.choice {
            Some(Choice::Level(level)) => Some(level),
            _ => None,
        }
    }

    /// The level chosen for that force.
    #[must_use]
    pub fn level_of(&self, force: &ForceId) -> Option<&LevelId> {
        match &self.choice {
            Some(Choice::ByForce(levels)) => levels.get(force),
            _ => None,
        }
    }

    /// Why the question does not apply, where that was said.
    #[must_use]
    pub fn not_applicable(&self) -> Option<&ReasonId> {
        match &self.choice {
            Some(Choice::NotApplicable(reason)) => Some(reason),
            _ => None,
        }
    }

    /// What was added to the chosen level, where that asks for something. What was added to another one that was
    /// chosen before stays, and is shown nowhere.
    #[must_use]
    pub fn asked_detail(&self, scale: &Scale) -> &str {
        let level = self.level().and_then(|level| scale.level(level));
        if level.is_some_and(|level| level.asks.is_some()) { self.detail.trim() } else { "" }
    }

    /// The standing of the level chosen for the whole region, on that scale.
    #[must_use]
    pub fn standing(&self, scale: &Scale) -> Option<Standing> {
        self.level().and_then(|level| scale.level(level)).map(|level| level.standing)
    }
}
