//! One object of a file while it is read: what is read is taken out of it, and the rest is kept.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::remark::Remark;
use crate::assessment::Unknown;

/// One object of a file while it is read.
pub(super) struct Fields {
    /// Where it stands in the file: `actions[3]`.
    key: String,
    /// The same with a star in place of the entry: `actions.*`.
    kind: &'static str,
    left: Unknown,
    /// The names that this version knows.
    known: Vec<&'static str>,
    /// Those of them whose values were read.
    read: Vec<&'static str>,
    remarks: Vec<Remark>,
}

impl Fields {
    pub(super) fn of(key: String, kind: &'static str, fields: Unknown) -> Self {
        Self { key, kind, left: fields, known: Vec::new(), read: Vec::new(), remarks: Vec::new() }
    }

    /// Where it stands in the file.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// Reads the field of that name, or nothing where there is none. A null says nothing either; a
    /// value of another shape stays where it is.
    pub(super) fn take<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        self.take_as(name, |value| T::deserialize(value).ok())
    }

    /// The same for a field that has values of any kind in it: from its text, since what is read from a value
    /// has a 0 where there was -0.
    pub(super) fn take_whole<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        self.take_as(name, |value| serde_json::from_str(&value.to_string()).ok())
    }

    fn take_as<T>(&mut self, name: &'static str, read: impl FnOnce(&Value) -> Option<T>) -> Option<T> {
        self.known.push(name);
        let value = self.left.get(name)?;
        if value.is_null() {
            self.read.push(name);
            return None;
        }
        if let Some(read) = read(value) {
            self.read.push(name);
            return Some(read);
        }
        self.remark(Remark::Unreadable { key: format!("{}.{name}", self.key) });
        None
    }

    /// How many of these fields say something.
    pub(super) fn given(&self, names: &[&str]) -> usize {
        names.iter().filter(|name| self.left.get(**name).is_some_and(|value| !value.is_null())).count()
    }

    /// Knows these fields, and leaves them where they are.
    pub(super) fn leave(&mut self, names: &[&'static str]) {
        self.known.extend(names);
    }

    /// Leaves a field that was read where it was.
    pub(super) fn put_back(&mut self, name: &'static str) {
        self.read.retain(|read| *read != name);
    }

    /// Leaves a part of a field that was read where it was.
    pub(super) fn leave_part(&mut self, name: &'static str, part: Unknown) {
        if !part.is_empty() {
            self.put_back(name);
            let _ = self.left.insert(name.to_owned(), Value::Object(part));
        }
    }

    pub(super) fn remark(&mut self, remark: Remark) {
        self.remarks.push(remark);
    }

    /// What was not read, in its order, when all that is known has been taken.
    pub(super) fn rest(mut self, remarks: &mut Vec<Remark>) -> Unknown {
        self.left.retain(|name, _| !self.read.contains(&name.as_str()));
        remarks.append(&mut self.remarks);
        remarks.extend(unknown(self.kind, self.left.keys().filter(|name| !self.known.contains(&name.as_str()))));
        self.left
    }

    /// The whole object as it was, when something in it that nothing can be read without is missing.
    pub(super) fn give_up(self) -> Value {
        Value::Object(self.left)
    }
}

/// The remarks about fields of these names in objects of that kind.
pub(super) fn unknown<'a>(kind: &str, names: impl Iterator<Item = &'a String>) -> impl Iterator<Item = Remark> {
    let path = if kind.is_empty() { String::new() } else { format!("{kind}.") };
    names.map(move |name| Remark::UnknownField { key: format!("{path}{name}") })
}
