//! Where a fact comes from and how sure it is.

use serde::{Deserialize, Serialize};

use super::id::SourceId;

/// How sure a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The source's own words were read.
    Confirmed,
    /// Somebody else's account of the source was read.
    Reported,
    /// Put together from public sources; the original was not seen.
    Reconstructed,
    /// Ours: good practice without a source.
    Ours,
}

impl Certainty {
    /// The word on screen and in print.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "Confirmed",
            Self::Reported => "Reported",
            Self::Reconstructed => "Reconstructed",
            Self::Ours => "Our addition",
        }
    }

    /// What the word means.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Confirmed => "we read the source's own words",
            Self::Reported => "we read another's account of the source",
            Self::Reconstructed => "we put it together from public sources and have not seen the original",
            Self::Ours => "we added it as good practice; no source says so",
        }
    }
}

/// What a claim rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// How sure it is.
    pub certainty: Certainty,
    /// Who says so; empty only where the claim is ours.
    pub sources: Vec<SourceId>,
    /// The claim in a sentence or two.
    pub note: String,
}

/// A document that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its title.
    pub title: String,
    /// Where it was found, as plain text.
    pub address: String,
    /// Whether that is a copy kept by somebody else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub mirror: bool,
}

/// A term and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term or abbreviation.
    pub term: String,
    /// The abbreviation in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full: Option<String>,
    /// What it means, in a sentence.
    pub meaning: String,
    /// Who says so.
    pub sources: Vec<SourceId>,
}
