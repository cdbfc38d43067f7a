//! The answers that a test gives, and the rule by which it chooses them.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::questions::{Question, Questions, Topic};

/// The answers by question.
pub type Answers = BTreeMap<String, Answer>;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was chosen.
    pub choice: Choice,
    /// What the level asks to be added.
    pub detail: String,
    /// The evidence.
    pub evidence: String,
    /// The note.
    pub note: String,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A level.
    Level(String),
    /// A level for each force.
    ByForce(BTreeMap<String, String>),
    /// A reason why the question does not apply.
    NotApplicable(String),
}

impl Answer {
    /// The level, where it is one for all.
    #[must_use]
    pub fn level(&self) -> Option<&str> {
        match &self.choice {
            Choice::Level(level) => Some(level),
            Choice::ByForce(_) | Choice::NotApplicable(_) => None,
        }
    }

    /// The answer as the schema of the assessment file has it.
    #[must_use]
    pub fn as_saved(&self) -> Value {
        let (key, choice) = match &self.choice {
            Choice::Level(level) => ("level", json!(level)),
            Choice::ByForce(levels) => ("forces", json!(levels)),
            Choice::NotApplicable(reason) => ("not_applicable", json!(reason)),
        };
        let mut saved = Map::from_iter([(key.to_owned(), choice)]);
        for (key, text) in [("detail", &self.detail), ("evidence", &self.evidence), ("note", &self.note)] {
            if !text.is_empty() {
                let _ = saved.insert(key.to_owned(), json!(text));
            }
        }
        Value::Object(saved)
    }
}

/// The answers as the schema of the assessment file has them.
#[must_use]
pub fn as_saved(answers: &Answers) -> Value {
    answers.iter().map(|(question, answer)| (question.clone(), answer.as_saved())).collect::<Map<_, _>>().into()
}

/// Text that is awkward for every form of file: markup, a formula, separators, quotes, lines, letters
/// of other scripts.
pub const AWKWARD: &str = "=SUM(1;2), \"quoted\" & <b>not bold</b> </style> – Größe, Glyndŵr, 警察\nA second line.";

/// Chooses answers: the same for the same seed, and all kinds of them.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Any number.
    pub seed: u64,
}

impl Rule {
    /// The answer to a question of the topic that is the nth of the walk.
    ///
    /// The levels on which other questions depend go round, so that every condition is met.
    ///
    /// # Errors
    /// The framework lacks the scale of the question.
    pub fn answer(self, questions: &Questions, (nth, topic): (usize, &Topic), question: &Question) -> Result<Answer> {
        let scale = questions.scale(question)?;
        let level_for = |whom: &str| -> Result<&str> {
            let at = if topic.is_gate(question) { nth } else { self.number(whom) };
            Ok(&scale.levels.get(at % scale.levels.len()).context("a scale has levels")?.id)
        };
        let choice = if scale.force_by_force {
            let forces = &questions.region(REGION)?.forces;
            let each = |force: &str| Ok((force.to_owned(), level_for(&format!("{}.{force}", question.id))?.to_owned()));
            Choice::ByForce(forces.iter().map(|force| each(&force.id)).collect::<Result<_>>()?)
        } else {
            Choice::Level(level_for(&question.id)?.to_owned())
        };
        let number = self.number(&format!("{} in words", question.id));
        let text = |which: &str, every: usize, of: usize| {
            let typed = number % every == of;
            if typed { format!("{which} for {}.", question.id) } else { String::new() }
        };
        let asks = matches!(&choice, Choice::Level(level)
            if scale.levels.iter().any(|other| other.id == *level && other.asks.is_some()));
        Ok(Answer {
            choice,
            detail: if asks { format!("Detail for {}", question.id) } else { String::new() },
            evidence: text("Evidence", 6, 0),
            note: text("Note", 9, 1),
        })
    }

    /// A number that depends on nothing but seed and text: FNV-1a, of which the upper half is even.
    fn number(self, text: &str) -> usize {
        let start = 0xcbf2_9ce4_8422_2325 ^ self.seed;
        let hash = text.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        usize::from(u16::try_from((hash >> 40) & 0xffff).unwrap_or_default())
    }
}

/// The region that is assessed.
pub const REGION: &str = "west-midlands";
