//! A target of the region's own: a topic measured against more or less than the minimum expectation.

use super::Unknown;

/// A target that the region sets for a topic in place of the minimum expectation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Above or below the minimum expectation.
    pub aim: Aim,
    /// Why.
    pub reason: String,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

/// Where a target lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aim {
    /// One level above the minimum expectation, where the scale has one.
    Higher,
    /// One level below it, as long as that level does not fall short fully.
    Lower,
}

impl Aim {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Higher, Self::Lower];

    /// The words on screen and in print.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Higher => "Above the minimum expectation",
            Self::Lower => "Below the minimum expectation",
        }
    }

    /// The word as it stands in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
        }
    }
}
