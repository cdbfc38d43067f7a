//! The words one may answer with, and what each word means for a gap.

use serde::{Deserialize, Serialize};

use super::id::{LevelId, ReasonId, ScaleId};

/// What a level means: does it meet what is asked?
///
/// Ordered from best to worst, so that the worst of several is their maximum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It does.
    Meets,
    /// Another body does it; neither met nor missing here.
    Elsewhere,
    /// It does in part: a gap.
    PartlyShort,
    /// It does not: a gap.
    Short,
}

impl Standing {
    /// All of them, best first.
    pub const ALL: [Self; 4] = [Self::Meets, Self::Elsewhere, Self::PartlyShort, Self::Short];

    /// Whether an answer of this standing is a gap.
    #[must_use]
    pub const fn is_gap(self) -> bool {
        matches!(self, Self::PartlyShort | Self::Short)
    }

    /// The word on screen and in print.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Meets => "Meets",
            Self::Elsewhere => "Elsewhere",
            Self::PartlyShort => "Partly short",
            Self::Short => "Falls short",
        }
    }

    /// A mark that can be told from the others without colour.
    #[must_use]
    pub const fn symbol(self) -> char {
        match self {
            Self::Meets => '●',
            Self::Elsewhere => '◇',
            Self::PartlyShort => '◐',
            Self::Short => '○',
        }
    }

    /// The word behind its mark.
    #[must_use]
    pub const fn marked(self) -> &'static str {
        match self {
            Self::Meets => "● Meets",
            Self::Elsewhere => "◇ Elsewhere",
            Self::PartlyShort => "◐ Partly short",
            Self::Short => "○ Falls short",
        }
    }

    /// The word as it stands in files and in the names of styles.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Meets => "meets",
            Self::Elsewhere => "elsewhere",
            Self::PartlyShort => "partly-short",
            Self::Short => "short",
        }
    }
}

/// A set of words one may answer with, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Its id.
    pub id: ScaleId,
    /// Its words, best first.
    pub levels: Vec<Level>,
    /// Whether each force of the region has an answer of its own.
    #[serde(default)]
    pub force_by_force: bool,
}

impl Scale {
    /// The level of that id.
    #[must_use]
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }
}

/// One word of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its id, the same wherever the scale is used.
    pub id: LevelId,
    /// The word.
    pub name: String,
    /// What it means for a gap.
    pub standing: Standing,
    /// What has to be added in words when this level is chosen: "Which body provides it?"
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<String>,
    /// Whether choosing it means that a capability exists twice.
    #[serde(default, skip_serializing_if = "is_false")]
    pub duplication: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_false(value: &bool) -> bool {
    !value
}

/// Why a question may be set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Its id.
    pub id: ReasonId,
    /// The reason in words.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_of_several_is_the_one_that_falls_short() {
        assert_eq!(Standing::ALL.into_iter().max(), Some(Standing::Short));
        assert!(Standing::Meets < Standing::Elsewhere && Standing::Elsewhere < Standing::PartlyShort);
    }

    #[test]
    fn every_standing_can_be_told_without_colour() {
        let symbols: std::collections::BTreeSet<_> = Standing::ALL.map(Standing::symbol).into();
        assert_eq!(symbols.len(), 4);
    }

    #[test]
    fn a_word_is_marked_with_the_mark_of_its_standing() {
        for standing in Standing::ALL {
            assert_eq!(standing.marked(), format!("{} {}", standing.symbol(), standing.word()));
        }
    }
}
