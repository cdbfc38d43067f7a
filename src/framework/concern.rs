//! The published rule by which gaps are ranked.

use serde::{Deserialize, Serialize};

use super::id::{PartId, RuleId, ScaleId, ThemeId, TopicId};
use super::question::{Part, Question, Topic};
use super::scale::Standing;

/// How grave a gap is. Ordered from grave to slight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Concern {
    /// Before the board first.
    High,
    /// To be planned.
    Medium,
    /// To be watched.
    Low,
}

impl Concern {
    /// All of them, gravest first.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// The word on screen and in print.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::High => "High",
            Self::Medium => "Medium",
            Self::Low => "Low",
        }
    }

    /// The word as it stands in files and in the names of styles.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

/// One line of the rule. The first line that fits a gap decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConcernRule {
    /// Its id.
    pub id: RuleId,
    /// What it fits; a list that is left out fits all.
    #[serde(default)]
    pub when: When,
    /// How grave such a gap is.
    pub concern: Concern,
    /// Why, in one sentence.
    pub because: String,
}

/// What a rule fits. An empty list fits everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct When {
    /// In one of these parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<PartId>,
    /// In one of these topics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    /// About one of these themes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeId>,
    /// Answered on one of these scales.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<ScaleId>,
    /// Answered with one of these standings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub standings: Vec<Standing>,
}

impl When {
    /// Whether all parts and topics that it names are among these.
    #[must_use]
    pub(super) fn is_about(&self, parts: &[Part]) -> bool {
        let topic = |id: &TopicId| parts.iter().any(|part| part.topics.iter().any(|topic| topic.id == *id));
        let part = |id: &PartId| parts.iter().any(|part| part.id == *id);
        self.parts.iter().all(part) && self.topics.iter().all(topic)
    }

    /// Whether a gap of that standing in that question fits.
    #[must_use]
    pub fn fits(&self, part: &Part, topic: &Topic, question: &Question, standing: Standing) -> bool {
        fn allows<T: PartialEq>(list: &[T], item: &T) -> bool {
            list.is_empty() || list.contains(item)
        }
        allows(&self.parts, &part.id)
            && allows(&self.topics, &topic.id)
            && allows(&self.themes, &question.theme)
            && allows(&self.scales, &question.scale)
            && allows(&self.standings, &standing)
    }
}
