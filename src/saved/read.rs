//! From the file as it lies on disk to the assessment, with everything that the file held.

mod choice;
mod record;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde_json::{Map, Value};

use super::checksum::CHECKSUM;
use super::fields::{Fields, unknown};
use super::open::Opened;
use super::remark::{self, Remark};
use super::v1;
use crate::assessment::{
    Acceptance, Action, ActionId, Answer, Assessment, OverruledConcern, Particulars, Target, Unknown,
};
use crate::framework::{Force, ForceId, Framework, FrameworkId, Inserted, QuestionId, TopicId};

/// The assessment that a file holds.
pub(super) fn read(file: v1::File, framework: &Framework) -> Opened {
    let mut reader = Reader::default();
    let assessment = reader.assessment(file, framework.id.clone());
    let mut remarks = remark::about(&assessment, framework);
    remarks.append(&mut reader.remarks);
    Opened { assessment, remarks: remark::once(remarks) }
}

/// What the entries of a map are named by.
trait Key: Ord + Sized {
    fn read(text: &str) -> Option<Self>;
    fn unknown(text: String) -> Remark;
}

impl Key for QuestionId {
    fn read(text: &str) -> Option<Self> {
        text.try_into().ok()
    }
    fn unknown(question: String) -> Remark {
        Remark::UnknownQuestion { question }
    }
}

impl Key for TopicId {
    fn read(text: &str) -> Option<Self> {
        text.try_into().ok()
    }
    fn unknown(topic: String) -> Remark {
        Remark::UnknownTopic { topic }
    }
}

/// Collects what there is to say, and what could not be read, at its place in the file.
#[derive(Default)]
struct Reader {
    remarks: Vec<Remark>,
    aside: Unknown,
}

impl Reader {
    fn assessment(&mut self, mut file: v1::File, framework: FrameworkId) -> Assessment {
        // Only a whole file has one; that of a milestone is nobody's.
        if let Some(checksum) = file.checksum {
            let _ = file.unknown.insert(CHECKSUM.to_owned(), checksum);
        }
        // The schema that an editor checks the file with is no news to anybody.
        self.unknown_fields("", file.unknown.keys().filter(|name| *name != "$schema"));
        self.unknown_fields("framework", file.framework.unknown.keys());
        self.set_aside("framework", file.framework.unknown);
        let last_action = file.last_action.map_or(ActionId(0), |last| last.0);
        let mut assessment = Assessment {
            id: file.id.0,
            framework: (framework, file.framework.version),
            example: file.example,
            particulars: self.particulars(file.particulars),
            switched_on: self.named("switched_on", file.switched_on),
            answers: self.entries("answers", "answers.*", file.answers, |reader, question, fields| {
                Ok(reader.answer(question, fields))
            }),
            actions: self.actions(file.actions, last_action),
            last_action,
            accepted: self
                .entries("accepted", "accepted.*", file.accepted, |reader, _, fields| Ok(reader.acceptance(fields))),
            overruled: self
                .entries("overruled", "overruled.*", file.overruled, |reader, _, fields| reader.overruled(fields)),
            targets: self.entries("targets", "targets.*", file.targets, |reader, _, fields| reader.target(fields)),
            history: self.history(file.changes, file.earlier_changes),
            milestones: self.milestones(file.milestones),
            sign_off: self.sign_off(file.sign_off),
            copy: self.copy(file.copy),
            views: Rc::new(self.views(file.views)),
            agreed: self.agreed(file.agreed),
            flagged: self.named("flagged", file.flagged),
            unknown: file.unknown,
        };
        assessment.answers.retain(|_, answer| !answer.is_blank());
        assessment.unknown.append(&mut self.aside);
        self.check_sign_off(&mut assessment);
        assessment
    }

    fn particulars(&mut self, from: v1::Particulars) -> Particulars {
        self.unknown_fields("particulars", from.unknown.keys());
        let mut unknown = from.unknown;
        let mut of_forces: BTreeMap<ForceId, Vec<Unknown>> = BTreeMap::new();
        let mut forces = Vec::new();
        for force in from.forces {
            self.unknown_fields("particulars.forces.*", force.unknown.keys());
            of_forces.entry(force.id.clone()).or_default().push(force.unknown);
            forces.push(Force { id: force.id, name: force.name });
        }
        of_forces.retain(|_, unknown| unknown.iter().any(|fields| !fields.is_empty()));
        if !of_forces.is_empty() {
            let _ = unknown.insert(String::from("forces"), unknown_of_forces(of_forces));
        }
        Particulars {
            region: from.region,
            region_name: from.region_name,
            unit: from.unit,
            forces,
            period: from.period,
            version: from.version,
            date: from.date.map(|day| day.0),
            lead: from.lead,
            contributors: from.contributors,
            marking: from.marking.into(),
            disclosure: from.disclosure,
            review: from.review.map(|day| day.0),
            unknown,
        }
    }

    /// A list of topics or questions by their ids.
    fn named<K: Key>(&mut self, name: &'static str, from: Vec<Value>) -> BTreeSet<K> {
        let mut named = BTreeSet::new();
        let mut aside = Vec::new();
        for (at, value) in from.into_iter().enumerate() {
            if let Some(id) = value.as_str().and_then(K::read) {
                let _ = named.insert(id);
                continue;
            }
            self.remarks.push(match value.as_str() {
                Some(id) => K::unknown(id.to_owned()),
                None => Remark::Unreadable { key: format!("{name}[{at}]") },
            });
            aside.push(value);
        }
        self.set_aside_list(name, aside);
        named
    }

    /// The entries of an object that are kept by question, each read by `read`.
    fn entries<K: Key, T>(
        &mut self,
        name: &'static str,
        kind: &'static str,
        from: Map<String, Value>,
        read: impl Fn(&mut Self, &K, Fields) -> Result<T, Value>,
    ) -> BTreeMap<K, T> {
        let mut entries = BTreeMap::new();
        let mut aside = Unknown::new();
        for (id, value) in from {
            let key = format!("{name}.{id}");
            let named = K::read(&id);
            let malformed = named.is_none();
            let unread = match (named, value) {
                (Some(named), Value::Object(fields)) => {
                    read(self, &named, Fields::of(key.clone(), kind, fields)).map(|entry| entries.insert(named, entry))
                }
                (_, unread) => Err(unread),
            };
            if let Err(unread) = unread {
                self.remarks.push(if malformed { K::unknown(id.clone()) } else { Remark::Unreadable { key } });
                let _ = aside.insert(id, unread);
            }
        }
        self.set_aside(name, aside);
        entries
    }

    fn answer(&mut self, question: &QuestionId, mut fields: Fields) -> Rc<Answer> {
        Rc::new(Answer {
            choice: choice::choice(question, &mut fields),
            detail: fields.take("detail").unwrap_or_default(),
            evidence: fields.take("evidence").unwrap_or_default(),
            note: fields.take("note").unwrap_or_default(),
            unknown: fields.rest(&mut self.remarks),
        })
    }

    fn acceptance(&mut self, mut fields: Fields) -> Acceptance {
        let reason = fields.take("reason").unwrap_or_default();
        Acceptance { reason, unknown: fields.rest(&mut self.remarks) }
    }

    fn overruled(&mut self, mut fields: Fields) -> Result<OverruledConcern, Value> {
        let Some(concern) = fields.take::<v1::Concern>("concern") else { return Err(fields.give_up()) };
        let reason = fields.take("reason").unwrap_or_default();
        Ok(OverruledConcern { concern: concern.into(), reason, unknown: fields.rest(&mut self.remarks) })
    }

    fn target(&mut self, mut fields: Fields) -> Result<Target, Value> {
        let Some(aim) = fields.take::<v1::Aim>("aim") else { return Err(fields.give_up()) };
        let reason = fields.take("reason").unwrap_or_default();
        Ok(Target { aim: aim.into(), reason, unknown: fields.rest(&mut self.remarks) })
    }

    fn actions(&mut self, from: Vec<Value>, last: ActionId) -> Vec<Rc<Action>> {
        let mut actions = Vec::new();
        let mut aside = Vec::new();
        for (at, value) in from.into_iter().enumerate() {
            match self.action(at, value) {
                Ok(action) => actions.push(action),
                Err(unread) => {
                    self.remarks.push(Remark::Unreadable { key: format!("actions[{at}]") });
                    aside.push(unread);
                }
            }
        }
        self.set_aside_list("actions", aside);
        self.renumber(&mut actions, last);
        actions.into_iter().map(Rc::new).collect()
    }

    fn action(&mut self, at: usize, value: Value) -> Result<Action, Value> {
        let Value::Object(fields) = value else { return Err(value) };
        let mut fields = Fields::of(format!("actions[{at}]"), "actions.*", fields);
        let (Some(v1::Number(id)), Some(question)) = (fields.take("id"), fields.take("question")) else {
            return Err(fields.give_up());
        };
        Ok(Action {
            id,
            question,
            text: fields.take("text").unwrap_or_default(),
            owner: fields.take("owner").unwrap_or_default(),
            resources: fields.take("resources").unwrap_or_default(),
            due: fields.take("due").map(|v1::Day(date)| date),
            progress: fields.take::<v1::Progress>("progress").unwrap_or_default().into(),
            unknown: fields.rest(&mut self.remarks),
        })
    }

    /// Gives a new id to each action whose id an earlier one has: one more than the greatest that there ever was.
    fn renumber(&mut self, actions: &mut [Action], last: ActionId) {
        let taken: BTreeSet<u32> = actions.iter().map(|action| action.id.0).inserted();
        let greatest = taken.last().copied().unwrap_or(0).max(last.0);
        let above = greatest.checked_add(1).unwrap_or(1);
        let mut free = (above..=u32::MAX).chain(1..above).filter(|id| !taken.contains(id));
        let mut seen = BTreeSet::new();
        for action in actions {
            if !seen.insert(action.id) {
                let from = action.id;
                action.id = ActionId(free.next().expect("a file of that size cannot use up four thousand million ids"));
                self.remarks.push(Remark::ActionRenumbered { from, to: action.id });
            }
        }
    }

    fn unknown_fields<'a>(&mut self, kind: &str, names: impl Iterator<Item = &'a String>) {
        self.remarks.extend(unknown(kind, names));
    }

    fn set_aside(&mut self, name: &str, entries: Unknown) {
        if !entries.is_empty() {
            let _ = self.aside.insert(name.to_owned(), Value::Object(entries));
        }
    }

    fn set_aside_list(&mut self, name: &str, entries: Vec<Value>) {
        if !entries.is_empty() {
            let _ = self.aside.insert(name.to_owned(), Value::Array(entries));
        }
    }
}

/// The unknown fields of forces by their id, a list for each, since nothing keeps two forces from
/// having one id.
fn unknown_of_forces(fields: BTreeMap<ForceId, Vec<Unknown>>) -> Value {
    let lists =
        fields.into_iter().map(|(force, each)| (force.to_string(), each.into_iter().map(Value::Object).collect()));
    Value::Object(lists.collect())
}
