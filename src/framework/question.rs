//! What is asked: parts, their topics, and the questions of each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::{LevelId, PartId, QuestionId, ScaleId, ThemeId, TopicId};
use super::source::Basis;

/// A chapter of the framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its id.
    pub id: PartId,
    /// Its name.
    pub name: String,
    /// What it covers, in a sentence or two.
    pub summary: String,
    /// Whether its answers are the user's own judgment of the whole: shown, and never a gap.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub judgment: bool,
    /// Its topics in the order of the walk.
    pub topics: Vec<Topic>,
}

/// One page of the walk: one capability, one threat, one arrangement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its name.
    pub name: String,
    /// What it is, in plain words.
    pub summary: String,
    /// How it is known to belong here.
    pub basis: Basis,
    /// Whether it is asked only when the user switches it on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// Its questions in the order of the page.
    pub questions: Vec<Question>,
}

/// One thing that is asked, on one scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id: never changed, never used again.
    pub id: QuestionId,
    /// What it is about.
    pub theme: ThemeId,
    /// The words to answer with.
    pub scale: ScaleId,
    /// The question.
    pub text: String,
    /// How to judge it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
    /// The level that is the minimum expectation.
    pub minimum: LevelId,
    /// It is asked only when another question of the topic has one of these answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_when: Option<ShownWhen>,
    /// What each level looks like for this topic.
    pub statements: BTreeMap<LevelId, String>,
    /// Documents or facts that would prove the level.
    pub prompts: Vec<String>,
    /// Why it is asked, and who says so.
    pub why: Basis,
}

/// When a question is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ShownWhen {
    /// A question that stands earlier in the same topic.
    pub question: QuestionId,
    /// One of these answers to it.
    pub levels: Vec<LevelId>,
}

/// What a question is about, the same across topics: a column of the heat map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its id.
    pub id: ThemeId,
    /// Its name.
    pub name: String,
}
