//! What the file remembers of how the assessment came about.

use std::rc::Rc;

use serde_json::Value;

use super::Reader;
use crate::assessment::history::{Change, Place};
use crate::assessment::{History, Milestone};
use crate::framework::FrameworkId;
use crate::saved::fields::Fields;
use crate::saved::remark::Remark;
use crate::saved::v1;

impl Reader {
    pub(super) fn history(&mut self, changes: Option<Value>, earlier: Option<Value>) -> History {
        let changes = self.list("changes", "changes.*", changes, |reader, fields| reader.change(fields).map(Rc::new));
        let dropped = self.field("earlier_changes", earlier, |value| value.as_u64().ok_or(value)).unwrap_or_default();
        History { changes, dropped }
    }

    pub(super) fn milestones(&mut self, from: Option<Value>) -> Vec<Rc<Milestone>> {
        self.list("milestones", "milestones.*", from, |reader, fields| reader.milestone(fields).map(Rc::new))
    }

    fn milestone(&mut self, mut fields: Fields) -> Result<Milestone, Value> {
        let (Some(v1::Moment(at)), Some(file)) = (fields.take("at"), fields.take::<v1::File>("assessment")) else {
            return Err(fields.give_up());
        };
        let Ok(framework) = FrameworkId::try_from(file.framework.id.as_str()) else { return Err(fields.give_up()) };
        let mut within = Self::default();
        let frozen = Box::new(within.assessment(file, framework));
        // Of what was kept, the user need know only what could not be kept as it was.
        let place = format!("{}.assessment", fields.key());
        self.remarks.extend(within.remarks.into_iter().filter_map(|remark| match remark {
            Remark::Unreadable { key } => Some(Remark::Unreadable { key: format!("{place}.{key}") }),
            Remark::UnknownField { key } => {
                Some(Remark::UnknownField { key: format!("milestones.*.assessment.{key}") })
            }
            Remark::ActionRenumbered { .. } => Some(remark),
            _ => None,
        }));
        Ok(Milestone {
            name: fields.take("name").unwrap_or_default(),
            at,
            role: fields.take("role").unwrap_or_default(),
            frozen,
            unknown: fields.rest(&mut self.remarks),
        })
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
    pub(super) fn field<T>(
        &mut self,
        name: &'static str,
        from: Option<Value>,
        read: impl FnOnce(Value) -> Result<T, Value>,
    ) -> Option<T> {
        match from.map(read)? {
            Ok(read) => Some(read),
            Err(unread) => {
                self.remarks.push(Remark::Unreadable { key: name.to_owned() });
                let _ = self.aside.insert(name.to_owned(), unread);
                None
            }
        }
    }

    /// The entries of a list, each read by `read`; those that cannot be read stay.
    pub(super) fn list<T>(
        &mut self,
        name: &'static str,
        kind: &'static str,
        from: Option<Value>,
        read: impl Fn(&mut Self, Fields) -> Result<T, Value>,
    ) -> Vec<T> {
        let is_list = |value: Value| if let Value::Array(entries) = value { Ok(entries) } else { Err(value) };
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
