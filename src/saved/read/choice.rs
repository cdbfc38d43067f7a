//! What was chosen in an answer.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::assessment::{Choice, Unknown};
use crate::framework::{ForceId, LevelId, QuestionId, ReasonId};
use crate::saved::fields::Fields;
use crate::saved::remark::Remark;
use crate::saved::v1;

/// What was chosen, unless more than one thing was: then nothing is, and all of it stays.
pub(super) fn choice(question: &QuestionId, fields: &mut Fields) -> Option<Choice> {
    if fields.given(&v1::CHOICES) > 1 {
        fields.leave(&v1::CHOICES);
        fields.remark(Remark::SeveralChoices { question: question.clone() });
        return None;
    }
    let level = fields.take::<String>("level");
    let forces = fields.take_whole::<Map<String, Value>>("forces");
    let reason = fields.take::<String>("not_applicable");
    if let Some(level) = level {
        if let Ok(level) = LevelId::try_from(level.as_str()) {
            return Some(Choice::Level(level));
        }
        fields.put_back("level");
        fields.remark(Remark::UnknownLevel { question: question.clone(), level });
    }
    if let Some(reason) = reason {
        if let Ok(reason) = ReasonId::try_from(reason.as_str()) {
            return Some(Choice::NotApplicable(reason));
        }
        fields.put_back("not_applicable");
        fields.remark(Remark::UnknownReason { question: question.clone(), reason });
    }
    forces.map(|forces| Choice::ByForce(levels(question, forces, fields)))
}

/// The level of each force; what cannot be read stays.
fn levels(question: &QuestionId, from: Map<String, Value>, fields: &mut Fields) -> BTreeMap<ForceId, LevelId> {
    let mut levels = BTreeMap::new();
    let mut aside = Unknown::new();
    for (force, value) in from.into_iter().filter(|(_, value)| !value.is_null()) {
        if let Some((force, level)) = v1::level_of_force(&force, &value) {
            let _ = levels.insert(force, level);
            continue;
        }
        let question = question.clone();
        match &value {
            _ if ForceId::try_from(force.as_str()).is_err() => {
                fields.remark(Remark::UnknownForce { question, force: force.clone() });
            }
            Value::String(level) => fields.remark(Remark::UnknownLevel { question, level: level.clone() }),
            _ => fields.remark(Remark::Unreadable { key: format!("answers.{question}.forces.{force}") }),
        }
        let _ = aside.insert(force, value);
    }
    fields.leave_part("forces", aside);
    levels
}
