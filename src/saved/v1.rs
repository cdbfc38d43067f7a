//! Version 1 of the assessment file, as it lies on disk.

mod record;
mod word;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::assessment::Unknown;
use crate::framework::{ForceId, LevelId, QuestionId, RegionId};
#[cfg(test)]
use {
    crate::framework::{ReasonId, TopicId},
    std::collections::{BTreeMap, BTreeSet},
};

pub(super) use record::{Agreed, Change, CopyFor, Excerpt, Milestone, SignOff, View};
pub(super) use word::{Aim, Concern, Day, FORMAT, Format, Id, Marking, Moment, Number, Progress};

/// The version that these types are.
pub(super) const VERSION: u64 = 1;

/// A self-assessment of a Regional Organised Crime Unit.
///
/// A field that is not described here is kept by the tool and written back.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(title = "Assessment file, version 1"))]
pub(super) struct File {
    /// Says that this is an assessment file of this tool.
    pub format: Format,
    /// The version of this form.
    #[serde(deserialize_with = "version")]
    #[cfg_attr(test, schemars(extend("const" = VERSION)))]
    pub version: u64,
    /// Which assessment: random, made once, the same in every copy.
    pub id: Id,
    /// The framework that it was made against.
    pub framework: FrameworkVersion,
    /// Whether it is the invented one that shows how the tool works.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// Who was assessed, when, by whom, and how the result is marked.
    #[serde(default)]
    pub particulars: Particulars,
    /// The optional topics that are switched on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(with = "BTreeSet<TopicId>"))]
    pub switched_on: Vec<Value>,
    /// The answers by question. A question that is left out is not assessed.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[cfg_attr(test, schemars(with = "BTreeMap<QuestionId, Answer>"))]
    pub answers: Map<String, Value>,
    /// What will be done about gaps, in the order in which it was written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(with = "Vec<Action>"))]
    pub actions: Vec<Value>,
    /// The highest id that an action ever had here, so that none is used again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_action: Option<Number>,
    /// The gaps that the region decides to live with, by question.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[cfg_attr(test, schemars(with = "BTreeMap<QuestionId, Acceptance>"))]
    pub accepted: Map<String, Value>,
    /// The gaps whose concern the user set, by question.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[cfg_attr(test, schemars(with = "BTreeMap<QuestionId, OverruledConcern>"))]
    pub overruled: Map<String, Value>,
    /// The topics for which the region sets a target of its own.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[cfg_attr(test, schemars(with = "BTreeMap<TopicId, Target>"))]
    pub targets: Map<String, Value>,
    /// What changed, the oldest first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Vec<Change>"))]
    pub changes: Option<Value>,
    /// How many earlier changes were dropped to make room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "u64"))]
    pub earlier_changes: Option<Value>,
    /// What stood here at moments that were given a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Vec<Milestone>"))]
    pub milestones: Option<Value>,
    /// Says that it is final: nothing in it changes until it is revised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "SignOff"))]
    pub sign_off: Option<Value>,
    /// Whom it is for and what it asks, where it is a copy for a colleague.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "CopyFor"))]
    pub copy: Option<Value>,
    /// What colleagues answered in their copies, by question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "BTreeMap<QuestionId, Vec<View>>"))]
    pub views: Option<Value>,
    /// How answers were agreed, by question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "BTreeMap<QuestionId, Agreed>"))]
    pub agreed: Option<Value>,
    /// The questions that are to be discussed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(with = "BTreeSet<QuestionId>"))]
    pub flagged: Vec<Value>,
    /// The SHA-256 digest of this file without `checksum`, in its order and with no spaces. The tool writes it
    /// last; whoever edits the file may leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String", extend("pattern" = "^[0-9a-f]{64}$")))]
    pub checksum: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A framework and its version.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FrameworkVersion {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Who was assessed, when, by whom, and how the result is marked. Roles, never names.
#[derive(Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub(super) struct Particulars {
    /// The region it was begun for; left out for a region of the user's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionId>,
    /// The name of the region.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub region_name: String,
    /// The name of the unit.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// The forces whose commitment is asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forces: Vec<Force>,
    /// The time that is assessed, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub period: String,
    /// Which version of the document this is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// The date of the assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// The role of whoever answers for it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// The roles of those who took part.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contributors: String,
    /// How the result is marked; OFFICIAL-SENSITIVE where it is left out.
    pub marking: Marking,
    /// Whether it may be disclosed under the Freedom of Information Act 2000, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub disclosure: String,
    /// When it is to be looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<Day>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A police force.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Force {
    /// Its id.
    pub id: ForceId,
    /// Its name.
    pub name: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// The answer to one question: at most one of level, forces and `not_applicable`, and words.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(extend("not" = several_choices())))]
#[serde(default)]
pub(super) struct Answer {
    /// One level of the question's scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "LevelId"))]
    pub level: Option<String>,
    /// A level for each force.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "BTreeMap<ForceId, LevelId>"))]
    pub forces: Option<Map<String, Value>>,
    /// Why the question does not apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "ReasonId"))]
    pub not_applicable: Option<String>,
    /// What the chosen level asks to be added: which body, by when.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// What proves it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What will be done about a gap.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Action {
    /// Which action, never used again within an assessment.
    pub id: Number,
    /// The question whose gap it is to close.
    pub question: QuestionId,
    /// What will be done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Who answers for it: a role, never a name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// What it needs: people, money, agreement.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub resources: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// How far it has come; not started where it is left out.
    #[serde(default, skip_serializing_if = "Progress::is_default")]
    pub progress: Progress,
}

/// A gap that the region decides to live with.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Acceptance {
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A concern that the user sets in place of the rule's.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct OverruledConcern {
    /// How grave the user says it is.
    pub concern: Concern,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A target that the region sets for a topic in place of the minimum expectation.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Target {
    /// Above or below the minimum expectation.
    pub aim: Aim,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// The fields of an answer of which only one may be given.
pub(super) const CHOICES: [&str; 3] = ["level", "forces", "not_applicable"];

/// An entry of the levels by force, if it can be read.
pub(super) fn level_of_force(force: &str, level: &Value) -> Option<(ForceId, LevelId)> {
    Some((force.try_into().ok()?, level.as_str()?.try_into().ok()?))
}

fn version<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let found = u64::deserialize(from)?;
    if found == VERSION { Ok(found) } else { Err(serde::de::Error::custom("the version of this form is 1")) }
}

/// What the published schema forbids: two of the choices in one answer.
#[cfg(test)]
fn several_choices() -> Value {
    let pairs = [[0, 1], [0, 2], [1, 2]].map(|pair| serde_json::json!({ "required": pair.map(|at| CHOICES[at]) }));
    serde_json::json!({ "anyOf": pairs })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// `BLESS=1 cargo test --lib saved` writes it.
    #[test]
    fn the_published_schema_is_that_of_the_types() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/framework/assessment.schema.json");
        let schema = serde_json::to_string_pretty(&schemars::schema_for!(File)).expect("a schema is JSON") + "\n";
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &schema).expect("the folder of the framework can be written to");
        }
        let published = std::fs::read_to_string(&path).expect("the schema is published beside the framework");
        assert_eq!(published, schema, "the types have changed: BLESS=1 cargo test --lib saved");
    }

    #[test]
    fn a_word_of_a_file_means_the_same_as_the_word_of_the_domain() {
        use crate::{assessment, framework};
        let word = |value: Value| value.as_str().map(str::to_owned).expect("a word is text");
        for marking in assessment::Marking::ALL {
            assert_eq!(word(serde_json::json!(Marking::from(marking))), marking.words());
        }
        for progress in assessment::Progress::ALL {
            assert_eq!(word(serde_json::json!(Progress::from(progress))), progress.key());
        }
        for concern in framework::Concern::ALL {
            assert_eq!(word(serde_json::json!(Concern::from(concern))), concern.key());
        }
        assert_eq!(word(serde_json::json!(Format::RocuSelfAssessment)), FORMAT);
    }

    #[test]
    fn only_the_form_that_is_written_is_read() {
        let day = |text: &str| serde_json::from_value::<Day>(text.into()).is_ok();
        assert!(day("2026-03-31"));
        for other in ["2026-02-30", "20260331", "2026-03-31T12:00", "31/03/2026", " 2026-03-31", ""] {
            assert!(!day(other), "{other}");
        }
        let number = |text: &str| serde_json::from_value::<Number>(text.into()).is_ok();
        assert!(number("A0") && number("A4294967295"));
        for other in ["A", "A01", "A+1", "a1", "1", "A4294967296", "A1 "] {
            assert!(!number(other), "{other}");
        }
    }
}
