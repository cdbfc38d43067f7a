//! Any record of how an assessment came about.

use std::rc::Rc;

use jiff::civil::{DateTime, Time};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::history::{ActionField, Change, Excerpt, Place};
use rocu_self_assessment::assessment::sign_off::Digest;
use rocu_self_assessment::assessment::{
    ActionId, Agreed, Answer, Assessment, CopyFor, History, Milestone, Particular, SignOff, View,
};

use crate::any::{any_id, day, text, unknown};

/// Any time of any day.
pub(crate) fn moment() -> impl Strategy<Value = DateTime> {
    let time = (0i8..24, 0i8..60, 0i8..60, prop_oneof![4 => Just(0i32), 1 => 0i32..1_000_000_000]);
    (day(), time).prop_filter_map("a day of the calendar", |(day, (hour, minute, second, nanosecond))| {
        Some(day?.to_datetime(Time::new(hour, minute, second, nanosecond).ok()?))
    })
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        select(
            [Place::Framework, Place::Region, Place::Marking, Place::Milestone, Place::SignOff, Place::Revision]
                .as_slice()
        ),
        select(Particular::ALL.as_slice()).prop_map(Place::Particular),
        text().prop_map(Place::Views),
        any_id().prop_map(Place::Agreed),
        any_id().prop_map(Place::AgreedReason),
        any_id().prop_map(Place::Force),
        any_id().prop_map(Place::Topic),
        any_id().prop_map(Place::Choice),
        (any_id(), any_id()).prop_map(|(question, force)| Place::Commitment(question, force)),
        (any_id(), select(Field::ALL.as_slice())).prop_map(|(question, field)| Place::Text(question, field)),
        (any::<u32>(), select(ActionField::ALL.as_slice())).prop_map(|(id, field)| Place::Action(ActionId(id), field)),
        any_id().prop_map(Place::Accepted),
        any_id().prop_map(Place::Concern),
        any_id().prop_map(Place::ConcernReason),
        any_id().prop_map(Place::Aim),
        any_id().prop_map(Place::AimReason),
    ]
}

fn excerpt() -> impl Strategy<Value = Option<Excerpt>> {
    proptest::option::of((text(), any::<bool>()).prop_map(|(text, is_shortened)| Excerpt { text, is_shortened }))
}

/// Any history.
pub(crate) fn history() -> impl Strategy<Value = History> {
    let change = (moment(), text(), place(), excerpt(), excerpt(), unknown())
        .prop_map(|(at, role, place, from, to, unknown)| Rc::new(Change { at, role, place, from, to, unknown }));
    (vec(change, 0..4), prop_oneof![Just(0), any::<u64>()]).prop_map(|(changes, dropped)| History { changes, dropped })
}

/// Any milestone at which one of these assessments stood.
pub(crate) fn milestone(frozen: impl Strategy<Value = Assessment>) -> impl Strategy<Value = Rc<Milestone>> {
    (text(), moment(), text(), frozen.prop_map(Box::new), unknown())
        .prop_map(|(name, at, role, frozen, unknown)| Rc::new(Milestone { name, at, role, frozen, unknown }))
}

/// A sign-off of something else.
pub(crate) fn sign_off() -> impl Strategy<Value = SignOff> {
    (moment(), text(), any::<[u8; 32]>(), unknown()).prop_map(|(at, role, digest, unknown)| SignOff {
        at,
        role,
        digest: Digest(digest),
        is_altered: true,
        unknown,
    })
}

/// A copy for anybody.
pub(crate) fn copy() -> impl Strategy<Value = CopyFor> {
    (text(), btree_set(any_id(), 0..4), unknown()).prop_map(|(role, topics, unknown)| CopyFor { role, topics, unknown })
}

/// A view of anybody.
pub(crate) fn view(answer: impl Strategy<Value = Rc<Answer>>) -> impl Strategy<Value = View> {
    (text(), answer).prop_map(|(role, answer)| View { role, answer })
}

/// Any way in which an answer was agreed.
pub(crate) fn agreed() -> impl Strategy<Value = Agreed> {
    (proptest::option::of(text()), text(), unknown()).prop_map(|(from, reason, unknown)| Agreed {
        from,
        reason,
        unknown,
    })
}
