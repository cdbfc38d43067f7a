//! From the assessment to the file as it lies on disk.

mod record;

use crate::framework::Inserted;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::{checksum, v1};
use crate::assessment::{Action, Answer, Assessment, Choice, Particulars, Unknown};

/// The text of the assessment file.
///
/// JSON with one value a line, keys by id, ending with a new line. What is blank is left out. What
/// a file held that this version does not know stands at its place again, after what is known. Last is
/// the checksum of all that.
///
/// # Panics
/// Never: every value of an assessment has a form in JSON.
#[must_use]
pub fn save(assessment: &Assessment) -> String {
    let mut file = file(assessment);
    checksum::add(&mut file);
    let mut text = serde_json::to_string_pretty(&file).expect("any JSON value can be written");
    text.push('\n');
    text
}

/// The same as [`save`] writes, on one line and without the checksum: shorter, and made sooner, where nobody
/// reads it.
#[must_use]
pub fn save_densely(assessment: &Assessment) -> String {
    file(assessment).to_string()
}

/// The assessment as it lies on disk.
pub(super) fn file(assessment: &Assessment) -> Value {
    let (framework, version) = &assessment.framework;
    let aside = &assessment.unknown;
    let file = v1::File {
        format: v1::Format::RocuSelfAssessment,
        version: v1::VERSION,
        id: v1::Id(assessment.id.clone()),
        framework: v1::FrameworkVersion {
            id: framework.to_string(),
            version: version.clone(),
            unknown: object(aside.get("framework")),
        },
        example: assessment.example,
        particulars: particulars(&assessment.particulars),
        switched_on: list(assessment.switched_on.iter().map(|topic| topic.as_str().into()), aside.get("switched_on")),
        answers: entries(
            assessment.answers.iter().filter(|(_, answer)| !answer.is_blank()),
            |answer| self::answer(answer),
            aside.get("answers"),
        ),
        actions: list(assessment.actions.iter().map(|action| self::action(action)), aside.get("actions")),
        last_action: Some(assessment.last_action).filter(|last| last.0 > 0).map(v1::Number),
        accepted: entries(
            &assessment.accepted,
            |accepted| with(&v1::Acceptance { reason: accepted.reason.clone() }, &accepted.unknown),
            aside.get("accepted"),
        ),
        overruled: entries(
            &assessment.overruled,
            |overruled| {
                let known =
                    v1::OverruledConcern { concern: overruled.concern.into(), reason: overruled.reason.clone() };
                with(&known, &overruled.unknown)
            },
            aside.get("overruled"),
        ),
        targets: entries(
            &assessment.targets,
            |target| with(&v1::Target { aim: target.aim.into(), reason: target.reason.clone() }, &target.unknown),
            aside.get("targets"),
        ),
        changes: record::list(
            assessment.history.changes.iter().map(|change| record::change(change)),
            aside.get("changes"),
        ),
        earlier_changes: Some(assessment.history.dropped).filter(|dropped| *dropped > 0).map(Value::from),
        milestones: record::list(
            assessment.milestones.iter().map(|milestone| record::milestone(milestone)),
            aside.get("milestones"),
        ),
        sign_off: assessment.sign_off.as_ref().map(record::sign_off),
        copy: assessment.copy.as_ref().map(record::copy),
        views: record::views(&assessment.views, aside.get("views")),
        agreed: record::agreed(&assessment.agreed, aside.get("agreed")),
        flagged: list(assessment.flagged.iter().map(|question| question.as_str().into()), aside.get("flagged")),
        checksum: None,
        unknown: Unknown::new(),
    };
    with(&file, aside)
}

fn particulars(from: &Particulars) -> v1::Particulars {
    let mut unknown = from.unknown.clone();
    let of_forces = object(unknown.shift_remove("forces").as_ref());
    let lists = of_forces.iter().filter_map(|(force, each)| Some((force.as_str(), each.as_array()?.iter())));
    let mut of_forces: BTreeMap<&str, _> = lists.inserted();
    let forces = from.forces.iter().map(|force| v1::Force {
        id: force.id.clone(),
        name: force.name.clone(),
        unknown: object(of_forces.get_mut(force.id.as_str()).and_then(Iterator::next)),
    });
    v1::Particulars {
        forces: forces.collect(),
        region: from.region.clone(),
        region_name: from.region_name.clone(),
        unit: from.unit.clone(),
        period: from.period.clone(),
        version: from.version.clone(),
        date: from.date.map(v1::Day),
        lead: from.lead.clone(),
        contributors: from.contributors.clone(),
        marking: from.marking.into(),
        disclosure: from.disclosure.clone(),
        review: from.review.map(v1::Day),
        unknown,
    }
}

/// An answer. A choice that the user has made replaces whatever could not be read in its place.
fn answer(from: &Answer) -> Value {
    let mut unknown = from.unknown.clone();
    let unread = unknown.get("forces").cloned();
    if from.choice.is_some() {
        unknown.retain(|name, _| !v1::CHOICES.contains(&name.as_str()));
    }
    let mut known = v1::Answer {
        detail: from.detail.clone(),
        evidence: from.evidence.clone(),
        note: from.note.clone(),
        ..v1::Answer::default()
    };
    match &from.choice {
        None => {}
        Some(Choice::Level(level)) => known.level = Some(level.to_string()),
        Some(Choice::NotApplicable(reason)) => known.not_applicable = Some(reason.to_string()),
        Some(Choice::ByForce(levels)) => {
            let mut forces: Map<String, Value> =
                levels.iter().map(|(force, level)| (force.to_string(), level.as_str().into())).collect();
            let unread = object(unread.as_ref()).into_iter();
            add(&mut forces, unread.filter(|(force, level)| v1::level_of_force(force, level).is_none()));
            known.forces = Some(forces);
        }
    }
    with(&known, &unknown)
}

fn action(from: &Action) -> Value {
    let known = v1::Action {
        id: v1::Number(from.id),
        question: from.question.clone(),
        text: from.text.clone(),
        owner: from.owner.clone(),
        resources: from.resources.clone(),
        due: from.due.map(v1::Day),
        progress: from.progress.into(),
    };
    with(&known, &from.unknown)
}

/// Entries by question, then those that could not be read.
fn entries<'a, K: ToString + 'a, T: 'a>(
    known: impl IntoIterator<Item = (&'a K, &'a T)>,
    write: impl Fn(&T) -> Value,
    unread: Option<&Value>,
) -> Map<String, Value> {
    let mut entries = known.into_iter().map(|(name, entry)| (name.to_string(), write(entry))).collect();
    add(&mut entries, object(unread));
    entries
}

/// The entries of a list, then those that could not be read.
fn list(known: impl Iterator<Item = Value>, unread: Option<&Value>) -> Vec<Value> {
    known.chain(unread.and_then(Value::as_array).into_iter().flatten().cloned()).collect()
}

/// What is known as an object, then what is not. What is known goes first where both have a name.
fn with(known: &impl Serialize, unknown: &Unknown) -> Value {
    let mut known = serde_json::to_value(known).expect("the keys of every type of the file are text");
    if let Some(fields) = known.as_object_mut() {
        add(fields, unknown.clone());
    }
    known
}

fn add(fields: &mut Map<String, Value>, others: impl IntoIterator<Item = (String, Value)>) {
    for (name, value) in others {
        let _ = fields.entry(name).or_insert(value);
    }
}

fn object(value: Option<&Value>) -> Unknown {
    value.and_then(Value::as_object).cloned().unwrap_or_default()
}
