//! What differs between two states of an assessment, in the words of its file.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::iter;
use std::rc::Rc;

use super::{ActionField, Place};
use crate::assessment::edit::Field;
use crate::assessment::{Action, ActionId, Answer, Assessment, Choice, Milestone, Particular, Progress};
use crate::framework::{Force, ForceId, Inserted, LevelId, QuestionId};

/// What stands before the reason where a question was set aside in place of a level.
pub const SET_ASIDE: &str = "not_applicable:";

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What.
    pub place: Place,
    /// What was there, as it stands in files; `None` where there was nothing.
    pub from: Option<String>,
    /// What is there now; `None` where there is nothing.
    pub to: Option<String>,
}

/// Everything that differs from one state of an assessment to another, in the order of its file.
///
/// Answers that both hold in the same memory are passed over, so after one keystroke this costs a
/// walk along their keys.
#[must_use]
pub fn between(before: &Assessment, after: &Assessment) -> Vec<Difference> {
    let mut found = Found(Vec::new());
    let framework = |of: &Assessment| Some(format!("{} {}", of.framework.0, of.framework.1));
    if before.framework != after.framework {
        found.note(|| Place::Framework, framework(before), framework(after));
    }
    found.particulars(before, after);
    let on = || Some(String::from("on"));
    for topic in before.switched_on.symmetric_difference(&after.switched_on) {
        let is_on = after.switched_on.contains(topic);
        let (from, to) = if is_on { (None, on()) } else { (on(), None) };
        found.note(|| Place::Topic(topic.clone()), from, to);
    }
    for (question, was, is) in paired(&before.answers, &after.answers) {
        if !was.zip(is).is_some_and(|(was, is)| Rc::ptr_eq(was, is)) {
            let blank = Rc::default();
            found.answer(question, was.unwrap_or(&blank), is.unwrap_or(&blank));
        }
    }
    found.actions(&before.actions, &after.actions);
    for (question, was, is) in paired(&before.accepted, &after.accepted) {
        let [from, to] = [was, is].map(|it| it.map(|accepted| accepted.reason.clone()));
        found.note(|| Place::Accepted(question.clone()), from, to);
    }
    for (question, was, is) in paired(&before.overruled, &after.overruled) {
        let [from, to] = [was, is].map(|it| it.map(|overruled| overruled.concern.key().to_owned()));
        found.note(|| Place::Concern(question.clone()), from, to);
        let [from, to] = [was, is].map(|it| it.and_then(|overruled| some(&overruled.reason)));
        found.note(|| Place::ConcernReason(question.clone()), from, to);
    }
    for (topic, was, is) in paired(&before.targets, &after.targets) {
        let [from, to] = [was, is].map(|it| it.map(|target| target.aim.key().to_owned()));
        found.note(|| Place::Aim(topic.clone()), from, to);
        let [from, to] = [was, is].map(|it| it.and_then(|target| some(&target.reason)));
        found.note(|| Place::AimReason(topic.clone()), from, to);
    }
    for question in before.flagged.symmetric_difference(&after.flagged) {
        let is_on = after.flagged.contains(question);
        let (from, to) = if is_on { (None, on()) } else { (on(), None) };
        found.note(|| Place::Flag(question.clone()), from, to);
    }
    found.views(before, after);
    for (question, was, is) in paired(&before.agreed, &after.agreed) {
        let [from, to] = [was, is].map(|it| it.map(|agreed| agreed.from.clone().unwrap_or_default()));
        found.note(|| Place::Agreed(question.clone()), from, to);
        let [from, to] = [was, is].map(|it| it.and_then(|agreed| some(&agreed.reason)));
        found.note(|| Place::AgreedReason(question.clone()), from, to);
    }
    found.0
}

/// What [`between`] says, and what the assessment remembers of itself beside it: its milestones
/// and its sign-off.
#[must_use]
pub fn remembered_between(before: &Assessment, after: &Assessment) -> Vec<Difference> {
    let mut found = Found(between(before, after));
    let (was, is) = (&before.milestones, &after.milestones);
    let without = |list: &[Rc<Milestone>], others: &[Rc<Milestone>]| -> Vec<String> {
        let gone = list.iter().filter(|one| !others.iter().any(|other| Rc::ptr_eq(one, other)));
        gone.map(|milestone| milestone.name.clone()).collect()
    };
    for name in without(was, is) {
        found.note(|| Place::Milestone, Some(name), None);
    }
    for name in without(is, was) {
        found.note(|| Place::Milestone, None, Some(name));
    }
    let [from, to] = [before, after].map(|it| it.sign_off.as_ref().map(|sign_off| sign_off.digest.hex()));
    found.note(|| Place::SignOff, from, to);
    found.0
}

/// Collects what differs.
struct Found(Vec<Difference>);

impl Found {
    fn note(&mut self, place: impl FnOnce() -> Place, from: Option<String>, to: Option<String>) {
        if from != to {
            self.0.push(Difference { place: place(), from, to });
        }
    }

    fn text(&mut self, place: impl FnOnce() -> Place, from: &str, to: &str) {
        if from != to {
            self.note(place, some(from), some(to));
        }
    }

    fn particulars(&mut self, before: &Assessment, after: &Assessment) {
        let (was, is) = (&before.particulars, &after.particulars);
        if was == is {
            return;
        }
        let [from, to] = [was, is].map(|it| it.region.as_ref().map(ToString::to_string));
        self.note(|| Place::Region, from, to);
        for particular in Particular::ALL {
            self.text(|| Place::Particular(particular), &particular.read(was), &particular.read(is));
        }
        let [from, to] = [was, is].map(|it| Some(it.marking.words().to_owned()));
        self.note(|| Place::Marking, from, to);
        let names = |forces: &[Force]| -> BTreeMap<ForceId, String> {
            forces.iter().map(|force| (force.id.clone(), force.name.clone())).inserted()
        };
        for (force, was, is) in paired(&names(&was.forces), &names(&is.forces)) {
            self.note(|| Place::Force(force.clone()), was.cloned(), is.cloned());
        }
    }

    fn views(&mut self, before: &Assessment, after: &Assessment) {
        if Rc::ptr_eq(&before.views, &after.views) {
            return;
        }
        for (role, was, is) in paired(&before.views_by_role(), &after.views_by_role()) {
            if was != is {
                let [from, to] = [was, is].map(|it| it.map(|views| views.len().to_string()));
                // As many others are a change too.
                self.0.push(Difference { place: Place::Views(role.clone()), from, to });
            }
        }
    }

    fn answer(&mut self, question: &QuestionId, was: &Answer, is: &Answer) {
        if was.choice != is.choice {
            let [from, to] = [was, is].map(whole_region);
            self.note(|| Place::Choice(question.clone()), from, to);
            let none = BTreeMap::new();
            for (force, from, to) in paired(by_force(was).unwrap_or(&none), by_force(is).unwrap_or(&none)) {
                let place = || Place::Commitment(question.clone(), force.clone());
                self.note(place, from.map(ToString::to_string), to.map(ToString::to_string));
            }
        }
        for field in Field::ALL {
            self.text(|| Place::Text(question.clone(), field), field.read(was), field.read(is));
        }
    }

    fn actions(&mut self, before: &[Rc<Action>], after: &[Rc<Action>]) {
        if before.len() == after.len() && before.iter().zip(after).all(|(was, is)| Rc::ptr_eq(was, is)) {
            return;
        }
        let by_id = |actions: &[Rc<Action>]| -> BTreeMap<ActionId, Rc<Action>> {
            actions.iter().map(|action| (action.id, action.clone())).inserted()
        };
        for (id, was, is) in paired(&by_id(before), &by_id(after)) {
            for field in ActionField::ALL {
                let [from, to] = [was, is].map(|action| action.and_then(|action| field_of(action, field)));
                self.note(|| Place::Action(*id, field), from, to);
            }
        }
    }
}

/// A field of an action; nothing where it says nothing.
fn field_of(action: &Action, field: ActionField) -> Option<String> {
    match field {
        ActionField::Question => Some(action.question.to_string()),
        ActionField::Text => some(&action.text),
        ActionField::Owner => some(&action.owner),
        ActionField::Resources => some(&action.resources),
        ActionField::Due => action.due.map(|due| due.to_string()),
        ActionField::Progress => {
            Some(action.progress).filter(|it| *it != Progress::default()).map(|it| it.key().to_owned())
        }
    }
}

/// What was chosen for the whole region.
fn whole_region(answer: &Answer) -> Option<String> {
    answer.choice.as_ref().filter(|choice| !matches!(choice, Choice::ByForce(_))).map(chosen)
}

/// What was chosen, as one text.
pub(in crate::assessment) fn chosen(choice: &Choice) -> String {
    match choice {
        Choice::Level(level) => level.to_string(),
        Choice::NotApplicable(reason) => format!("{SET_ASIDE}{reason}"),
        Choice::ByForce(levels) => {
            let levels = levels.iter().map(|(force, level)| format!("{force}: {level}"));
            levels.collect::<Vec<_>>().join(", ")
        }
    }
}

fn by_force(answer: &Answer) -> Option<&BTreeMap<ForceId, LevelId>> {
    match &answer.choice {
        Some(Choice::ByForce(levels)) => Some(levels),
        _ => None,
    }
}

/// A text that says something.
fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The entries of two maps side by side, in the order of their keys.
fn paired<'a, K: Ord, V>(
    before: &'a BTreeMap<K, V>,
    after: &'a BTreeMap<K, V>,
) -> impl Iterator<Item = (&'a K, Option<&'a V>, Option<&'a V>)> {
    let (mut before, mut after) = (before.iter().peekable(), after.iter().peekable());
    iter::from_fn(move || {
        let order = match (before.peek(), after.peek()) {
            (Some((was, _)), Some((is, _))) => was.cmp(is),
            (_, None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
        };
        let was = if order.is_le() { before.next() } else { None };
        let is = if order.is_ge() { after.next() } else { None };
        let (key, _) = was.or(is)?;
        Some((key, was.map(|(_, entry)| entry), is.map(|(_, entry)| entry)))
    })
}
