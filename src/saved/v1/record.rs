//! What the file remembers of how the assessment came about.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::word::Moment;
use crate::assessment::history;
use crate::framework::TopicId;

/// One change.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::saved) struct Change {
    /// When it was begun, on the user's own clock.
    pub at: Moment,
    /// The role of whoever made it, never a name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// What was changed: the way to it from the top of this file, as `answers/gain.provision/evidence`.
    /// What was chosen in an answer is its `choice`: a level, or `not_applicable:` and the reason.
    pub what: String,
    /// What was there; left out where there was nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Excerpt>,
    /// What is there since; left out where there is nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Excerpt>,
}

/// What stood here at a moment that was given a name.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::saved) struct Milestone {
    /// Its name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// When it was kept, on the user's own clock.
    pub at: Moment,
    /// The role of whoever kept it, never a name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The assessment as it stood then: a file of its own.
    #[cfg_attr(test, schemars(with = "super::File"))]
    pub assessment: Value,
}

/// Says that the assessment is final.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::saved) struct SignOff {
    /// When, on the user's own clock.
    pub at: Moment,
    /// The role of whoever signed it off, never a name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The SHA-256 digest of this file without `changes`, `earlier_changes`, `milestones`, `sign_off` and
    /// `checksum`, with sorted keys and no spaces.
    #[cfg_attr(test, schemars(extend("pattern" = "^[0-9a-f]{64}$")))]
    pub digest: String,
}

/// Whom a copy is for, and what it asks.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::saved) struct CopyFor {
    /// The role of the colleague, never a name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The topics that are asked: these and no others.
    pub topics: BTreeSet<TopicId>,
}

/// What a colleague answered: the fields of an answer, and the role.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::saved) struct View {
    /// The role of the colleague, never a name.
    pub role: String,
    /// The answer.
    #[serde(flatten)]
    #[cfg_attr(test, schemars(with = "super::Answer"))]
    pub answer: Value,
}

/// How an answer was agreed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::saved) struct Agreed {
    /// The role whose view was taken; left out where the lead recorded an answer of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A text, or the start of a long one.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(in crate::saved) enum Excerpt {
    /// The text.
    Whole(String),
    /// The start of a text that goes on.
    Shortened(Start),
}

/// The start of a text that goes on.
// Not a struct: that would be read from a list as well.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::saved) enum Start {
    /// The start.
    #[serde(rename = "start")]
    Of(String),
}

impl From<history::Excerpt> for Excerpt {
    fn from(excerpt: history::Excerpt) -> Self {
        let history::Excerpt { text, is_shortened } = excerpt;
        if is_shortened { Self::Shortened(Start::Of(text)) } else { Self::Whole(text) }
    }
}

impl From<Excerpt> for history::Excerpt {
    fn from(excerpt: Excerpt) -> Self {
        match excerpt {
            Excerpt::Whole(text) => Self { text, is_shortened: false },
            Excerpt::Shortened(Start::Of(text)) => Self { text, is_shortened: true },
        }
    }
}
