//! Undoing one deed: what it changed is as it was, and what was typed since stays.

use crate::framework::Inserted;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Action, Answer, Assessment, Choice, Particulars};

impl Assessment {
    /// This assessment with one deed undone, given how it was before the deed and after it.
    ///
    /// Whatever the deed changed is as it was before; the rest is as it is now. Right after the deed
    /// that is how it was before.
    #[must_use]
    pub fn without(&self, before: &Self, after: &Self) -> Self {
        Self {
            id: pick(&before.id, &after.id, &self.id),
            framework: pick(&before.framework, &after.framework, &self.framework),
            example: pick(&before.example, &after.example, &self.example),
            particulars: particulars(&before.particulars, &after.particulars, &self.particulars),
            switched_on: pick(&before.switched_on, &after.switched_on, &self.switched_on),
            answers: answers(&before.answers, &after.answers, &self.answers),
            actions: actions(&before.actions, &after.actions, &self.actions),
            last_action: self.last_action,
            accepted: map(&before.accepted, &after.accepted, &self.accepted),
            overruled: map(&before.overruled, &after.overruled, &self.overruled),
            flagged: pick(&before.flagged, &after.flagged, &self.flagged),
            targets: map(&before.targets, &after.targets, &self.targets),
            // What happened has happened: undoing it is one more change.
            history: self.history.clone(),
            milestones: list(&before.milestones, &after.milestones, &self.milestones, Rc::clone),
            sign_off: pick(&before.sign_off, &after.sign_off, &self.sign_off),
            copy: pick(&before.copy, &after.copy, &self.copy),
            views: if Rc::ptr_eq(&before.views, &after.views) {
                self.views.clone()
            } else {
                Rc::new(map(&before.views, &after.views, &self.views))
            },
            agreed: map(&before.agreed, &after.agreed, &self.agreed),
            unknown: pick(&before.unknown, &after.unknown, &self.unknown),
        }
    }
}

/// What was, where the deed changed it; else what is.
fn pick<T: PartialEq + Clone>(before: &T, after: &T, now: &T) -> T {
    if before == after { now.clone() } else { before.clone() }
}

fn particulars(before: &Particulars, after: &Particulars, now: &Particulars) -> Particulars {
    Particulars {
        region: pick(&before.region, &after.region, &now.region),
        region_name: pick(&before.region_name, &after.region_name, &now.region_name),
        unit: pick(&before.unit, &after.unit, &now.unit),
        forces: list(&before.forces, &after.forces, &now.forces, |force| force.id.clone()),
        period: pick(&before.period, &after.period, &now.period),
        version: pick(&before.version, &after.version, &now.version),
        date: pick(&before.date, &after.date, &now.date),
        lead: pick(&before.lead, &after.lead, &now.lead),
        contributors: pick(&before.contributors, &after.contributors, &now.contributors),
        marking: pick(&before.marking, &after.marking, &now.marking),
        disclosure: pick(&before.disclosure, &after.disclosure, &now.disclosure),
        review: pick(&before.review, &after.review, &now.review),
        unknown: pick(&before.unknown, &after.unknown, &now.unknown),
    }
}

/// Of an answer, the choice and each text count by themselves.
fn answers<K: Ord + Clone>(
    before: &BTreeMap<K, Rc<Answer>>,
    after: &BTreeMap<K, Rc<Answer>>,
    now: &BTreeMap<K, Rc<Answer>>,
) -> BTreeMap<K, Rc<Answer>> {
    let keys = before.keys().chain(now.keys());
    let restored = keys.map(|key| {
        let [before, after, now] = [before, after, now].map(|answers| answers.get(key).cloned().unwrap_or_default());
        let answer = Answer {
            choice: choice([&before, &after, &now].map(|answer| answer.choice.as_ref())),
            detail: pick(&before.detail, &after.detail, &now.detail),
            evidence: pick(&before.evidence, &after.evidence, &now.evidence),
            note: pick(&before.note, &after.note, &now.note),
            unknown: pick(&before.unknown, &after.unknown, &now.unknown),
        };
        (key.clone(), Rc::new(answer))
    });
    restored.filter(|(_, answer)| !answer.is_blank()).inserted()
}

/// Where forces answer one by one, each force counts by itself: of the choices before the deed, after it and now.
fn choice(states: [Option<&Choice>; 3]) -> Option<Choice> {
    let levels = |choice: Option<&Choice>| match choice {
        Some(Choice::ByForce(levels)) => Some(levels.clone()),
        Some(_) => None,
        None => Some(BTreeMap::new()),
    };
    if let [Some(before), Some(after), Some(now)] = states.map(levels) {
        return Some(map(&before, &after, &now)).filter(|levels| !levels.is_empty()).map(Choice::ByForce);
    }
    let [before, after, now] = states;
    pick(&before, &after, &now).cloned()
}

/// Of an action that was there all the time, each field counts by itself.
fn actions(before: &[Rc<Action>], after: &[Rc<Action>], now: &[Rc<Action>]) -> Vec<Rc<Action>> {
    let restored = list(before, after, now, |action| action.id).into_iter().map(|restored| {
        let find = |list: &[Rc<Action>]| list.iter().find(|action| action.id == restored.id).cloned();
        let (Some(before), Some(after), Some(now)) = (find(before), find(after), find(now)) else { return restored };
        Rc::new(Action {
            id: now.id,
            question: pick(&before.question, &after.question, &now.question),
            text: pick(&before.text, &after.text, &now.text),
            owner: pick(&before.owner, &after.owner, &now.owner),
            resources: pick(&before.resources, &after.resources, &now.resources),
            due: pick(&before.due, &after.due, &now.due),
            progress: pick(&before.progress, &after.progress, &now.progress),
            unknown: pick(&before.unknown, &after.unknown, &now.unknown),
        })
    });
    restored.collect()
}

fn map<K: Ord + Clone, T: PartialEq + Clone>(
    before: &BTreeMap<K, T>,
    after: &BTreeMap<K, T>,
    now: &BTreeMap<K, T>,
) -> BTreeMap<K, T> {
    let keys = before.keys().chain(now.keys());
    let restored = keys.map(|key| {
        let [before, after, now] = [before, after, now].map(|entries| entries.get(key).cloned());
        (key.clone(), pick(&before, &after, &now))
    });
    restored.filter_map(|(key, entry)| Some((key, entry?))).inserted()
}

/// A list whose entries have names: what the deed took away is at its place again, and what it added
/// is gone.
fn list<T: PartialEq + Clone, K: PartialEq>(before: &[T], after: &[T], now: &[T], name: impl Fn(&T) -> K) -> Vec<T> {
    let find = |list: &[T], key: &K| list.iter().find(|entry| name(entry) == *key).cloned();
    let mut restored: Vec<T> = before
        .iter()
        .filter_map(|entry| pick(&Some(entry.clone()), &find(after, &name(entry)), &find(now, &name(entry))))
        .collect();
    let new = now.iter().filter(|entry| find(before, &name(entry)).is_none() && find(after, &name(entry)).is_none());
    restored.extend(new.cloned());
    restored
}
