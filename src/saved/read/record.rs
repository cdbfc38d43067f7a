//! What the file remembers of how the assessment came about.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::Reader;
use crate::assessment::history::{Change, Place};
use crate::assessment::sign_off::Digest;
use crate::assessment::view::Views;
use crate::assessment::{Agreed, Assessment, CopyFor, History, Milestone, SignOff, Unknown, View};
use crate::framework::{FrameworkId, QuestionId};
use crate::saved::digest;
use crate::saved::fields::Fields;
use crate::saved::remark::Remark;
use crate::saved::v1;

impl Reader {
    pub(super) fn history(&mut self, changes: Option<Value>, earlier: Option<Value>) -> History {
        let changes = self.list("changes", "changes.*", changes, |reader, fields| reader.change(fields).map(Rc::new));
        let dropped =
            self.field("earlier_changes", earlier, |_, value| value.as_u64().ok_or(value)).unwrap_or_default();
        History { changes, dropped }
    }

    pub(super) fn milestones(&mut self, from: Option<Value>) -> Vec<Rc<Milestone>> {
        self.list("milestones", "milestones.*", from, |reader, fields| reader.milestone(fields).map(Rc::new))
    }

    fn milestone(&mut self, mut fields: Fields) -> Result<Milestone, Value> {
        let (Some(v1::Moment(at)), Some(mut file)) = (fields.take("at"), fields.take_whole::<v1::File>("assessment"))
        else {
            return Err(fields.give_up());
        };
        let Ok(framework) = FrameworkId::try_from(file.framework.id.as_str()) else { return Err(fields.give_up()) };
        // A milestone has none of its own: were they read, a file could make the reader go too deep.
        if let Some(milestones) = file.milestones.take() {
            let _ = file.unknown.insert(String::from("milestones"), milestones);
        }
        let mut within = Self::default();
        let frozen = Box::new(within.assessment(file, framework));
        let name: String = fields.take("name").unwrap_or_default();
        // Of what was kept, the user need know only what could not be kept as it was.
        let place = format!("{}.assessment", fields.key());
        self.remarks.extend(within.remarks.into_iter().filter_map(|remark| match remark {
            Remark::Unreadable { key } => Some(Remark::Unreadable { key: format!("{place}.{key}") }),
            Remark::UnknownField { key } => {
                Some(Remark::UnknownField { key: format!("milestones.*.assessment.{key}") })
            }
            Remark::ActionRenumbered { .. } => Some(remark),
            Remark::AlteredSinceSignOff => Some(Remark::AlteredMilestone { name: name.clone() }),
            _ => None,
        }));
        Ok(Milestone {
            name,
            at,
            role: fields.take("role").unwrap_or_default(),
            frozen,
            unknown: fields.rest(&mut self.remarks),
        })
    }

    pub(super) fn sign_off(&mut self, from: Option<Value>) -> Option<SignOff> {
        self.object("sign_off", from, |reader, mut fields| {
            let digest = fields.take::<String>("digest").and_then(|digest| Digest::read(&digest));
            let (Some(v1::Moment(at)), Some(digest)) = (fields.take("at"), digest) else {
                return Err(fields.give_up());
            };
            let role = fields.take("role").unwrap_or_default();
            Ok(SignOff { at, role, digest, is_altered: false, unknown: fields.rest(&mut reader.remarks) })
        })
    }

    pub(super) fn copy(&mut self, from: Option<Value>) -> Option<CopyFor> {
        self.object("copy", from, |reader, mut fields| {
            let Some(topics) = fields.take("topics") else { return Err(fields.give_up()) };
            let role = fields.take("role").unwrap_or_default();
            Ok(CopyFor { role, topics, unknown: fields.rest(&mut reader.remarks) })
        })
    }

    pub(super) fn agreed(&mut self, from: Option<Value>) -> BTreeMap<QuestionId, Agreed> {
        let entries = self.field("agreed", from, is_object).unwrap_or_default();
        self.entries("agreed", "agreed.*", entries, |reader, _, mut fields| {
            let (from, reason) = (fields.take("from"), fields.take("reason").unwrap_or_default());
            Ok(Agreed { from, reason, unknown: fields.rest(&mut reader.remarks) })
        })
    }

    pub(super) fn views(&mut self, from: Option<Value>) -> Views {
        let mut aside = Unknown::new();
        let mut views = Views::new();
        for (id, value) in self.field("views", from, is_object).unwrap_or_default() {
            let (Ok(question), Value::Array(entries)) = (QuestionId::try_from(id.as_str()), &value) else {
                self.remarks.push(Remark::Unreadable { key: format!("views.{id}") });
                let _ = aside.insert(id, value);
                continue;
            };
            let mut unread = Vec::new();
            let mut read = Vec::new();
            for (at, entry) in entries.iter().enumerate() {
                match self.view(&question, at, entry) {
                    Some(view) => read.push(view),
                    None => unread.push(entry.clone()),
                }
            }
            if !read.is_empty() {
                let _ = views.insert(question, read);
            }
            if !unread.is_empty() {
                let _ = aside.insert(id, Value::Array(unread));
            }
        }
        self.set_aside("views", aside);
        views
    }

    fn view(&mut self, question: &QuestionId, at: usize, entry: &Value) -> Option<View> {
        let key = format!("views.{question}[{at}]");
        let read = entry.as_object().and_then(|fields| {
            let mut fields = Fields::of(key.clone(), "views.*", fields.clone());
            let role = fields.take("role")?;
            Some(View { role, answer: self.answer(question, fields) })
        });
        if read.is_none() {
            self.remarks.push(Remark::Unreadable { key });
        }
        read
    }

    /// Finds out whether what was read is what was signed off.
    pub(super) fn check_sign_off(&mut self, assessment: &mut Assessment) {
        let Some(sign_off) = &assessment.sign_off else { return };
        if !digest::is_true_of(sign_off, assessment) {
            self.remarks.push(Remark::AlteredSinceSignOff);
            assessment.sign_off.iter_mut().for_each(|sign_off| sign_off.is_altered = true);
        }
    }

    fn change(&mut self, mut fields: Fields) -> Result<Change, Value> {
        let (Some(v1::Moment(at)), Some(what)) = (fields.take("at"), fields.take::<String>("what")) else {
            return Err(fields.give_up());
        };
        let Some(place) = Place::read(&what) else { return Err(fields.give_up()) };
        Ok(Change {
            at,
            role: fields.take("role").unwrap_or_default(),
            place,
            from: fields.take::<v1::Excerpt>("from").map(Into::into),
            to: fields.take::<v1::Excerpt>("to").map(Into::into),
            unknown: fields.rest(&mut self.remarks),
        })
    }

    /// A field at the top of the file; one that cannot be read stays.
    fn field<T>(
        &mut self,
        name: &'static str,
        from: Option<Value>,
        read: impl FnOnce(&mut Self, Value) -> Result<T, Value>,
    ) -> Option<T> {
        let read = from.map(|value| read(self, value))?;
        read.map_err(|unread| {
            self.remarks.push(Remark::Unreadable { key: name.to_owned() });
            let _ = self.aside.insert(name.to_owned(), unread);
        })
        .ok()
    }

    /// An object at the top of the file.
    fn object<T>(
        &mut self,
        name: &'static str,
        from: Option<Value>,
        read: impl FnOnce(&mut Self, Fields) -> Result<T, Value>,
    ) -> Option<T> {
        self.field(name, from, |reader, value| match value {
            Value::Object(fields) => read(reader, Fields::of(name.to_owned(), name, fields)),
            other => Err(other),
        })
    }

    /// The entries of a list, each read by `read`; those that cannot be read stay.
    fn list<T>(
        &mut self,
        name: &'static str,
        kind: &'static str,
        from: Option<Value>,
        read: impl Fn(&mut Self, Fields) -> Result<T, Value>,
    ) -> Vec<T> {
        let is_list =
            |_: &mut Self, value: Value| if let Value::Array(entries) = value { Ok(entries) } else { Err(value) };
        let mut entries = Vec::new();
        let mut aside = Vec::new();
        for (at, value) in self.field(name, from, is_list).unwrap_or_default().into_iter().enumerate() {
            let key = format!("{name}[{at}]");
            let entry = match value {
                Value::Object(fields) => read(self, Fields::of(key.clone(), kind, fields)),
                other => Err(other),
            };
            match entry {
                Ok(entry) => entries.push(entry),
                Err(unread) => {
                    self.remarks.push(Remark::Unreadable { key });
                    aside.push(unread);
                }
            }
        }
        self.set_aside_list(name, aside);
        entries
    }
}

fn is_object(_: &mut Reader, value: Value) -> Result<Map<String, Value>, Value> {
    if let Value::Object(fields) = value { Ok(fields) } else { Err(value) }
}
