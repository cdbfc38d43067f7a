//! What the file remembers of how the assessment came about.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::with;
use crate::assessment::history::Change;
use crate::assessment::view::Views;
use crate::assessment::{Agreed, CopyFor, Milestone, SignOff, Unknown, View};
use crate::framework::QuestionId;
use crate::saved::v1;

pub(super) fn change(from: &Change) -> Value {
    let known = v1::Change {
        at: v1::Moment(from.at),
        role: from.role.clone(),
        what: from.place.to_string(),
        from: from.from.clone().map(Into::into),
        to: from.to.clone().map(Into::into),
    };
    with(&known, &from.unknown)
}

pub(super) fn milestone(from: &Milestone) -> Value {
    let known = v1::Milestone {
        name: from.name.clone(),
        at: v1::Moment(from.at),
        role: from.role.clone(),
        assessment: super::file(&from.frozen),
    };
    with(&known, &from.unknown)
}

pub(super) fn sign_off(from: &SignOff) -> Value {
    let known = v1::SignOff { at: v1::Moment(from.at), role: from.role.clone(), digest: from.digest.hex() };
    with(&known, &from.unknown)
}

pub(super) fn copy(from: &CopyFor) -> Value {
    with(&v1::CopyFor { role: from.role.clone(), topics: from.topics.clone() }, &from.unknown)
}

pub(super) fn agreed(from: &BTreeMap<QuestionId, Agreed>, unread: Option<&Value>) -> Option<Value> {
    let agreed = |agreed: &Agreed| {
        with(&v1::Agreed { from: agreed.from.clone(), reason: agreed.reason.clone() }, &agreed.unknown)
    };
    (!from.is_empty()).then(|| Value::Object(super::entries(from, agreed, unread)))
}

pub(super) fn views(from: &Views, unread: Option<&Value>) -> Option<Value> {
    let view = |view: &View| {
        let known = v1::View { role: view.role.clone(), answer: super::answer(&view.answer) };
        with(&known, &Unknown::new())
    };
    let of_question = |(question, views): (&QuestionId, &Vec<View>)| {
        let unread = unread.and_then(|unread| unread.get(question.as_str()));
        Some((question.to_string(), list(views.iter().map(view), unread)?))
    };
    let mut entries: Map<String, Value> = from.iter().filter_map(of_question).collect();
    super::add(&mut entries, super::object(unread));
    (!from.is_empty()).then_some(Value::Object(entries))
}

/// The entries of a list, then whatever could not be read in its place; nothing where there are
/// none.
pub(super) fn list(known: impl Iterator<Item = Value>, unread: Option<&Value>) -> Option<Value> {
    let mut entries: Vec<Value> = known.collect();
    match unread {
        _ if entries.is_empty() => return None,
        Some(Value::Array(others)) => entries.extend_from_slice(others),
        other => entries.extend(other.cloned()),
    }
    Some(Value::Array(entries))
}
