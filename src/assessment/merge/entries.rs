//! Actions and the views of colleagues.

use crate::framework::Inserted;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::Spot;
use super::pick::Merging;
use crate::assessment::history::{ActionField, Place};
use crate::assessment::particular::{date, iso};
use crate::assessment::view::Views;
use crate::assessment::{Action, ActionId, Assessment};

impl Merging<'_> {
    /// The actions, and the highest id that any ever had.
    ///
    /// An id that each side gave to an action of its own stays with ours; theirs gets a new one.
    pub(super) fn actions(
        &mut self,
        base: Option<&Assessment>,
        ours: &Assessment,
        theirs: &Assessment,
    ) -> (Vec<Rc<Action>>, ActionId) {
        let find = |list: &[Rc<Action>], id: ActionId| list.iter().find(|action| action.id == id).cloned();
        let before = |id: ActionId| base.and_then(|base| find(&base.actions, id));
        let is_other = |one: &Action, other: &Action| {
            one.question != other.question || base.is_some() && before(one.id).is_none() && one != other
        };
        let mut taken: BTreeSet<ActionId> = ours.actions.iter().chain(&theirs.actions).map(|it| it.id).inserted();
        let mut last = taken.last().copied().unwrap_or(ActionId(0)).max(ours.last_action).max(theirs.last_action);
        let (mut merged, mut added) = (Vec::new(), Vec::new());
        for action in &ours.actions {
            let other = find(&theirs.actions, action.id);
            let other = match other {
                Some(other) if is_other(action, &other) => {
                    last = next(last, &taken);
                    let _ = taken.insert(last);
                    let _ = self.renumbered.insert(other.id, last);
                    added.push(Rc::new(Action { id: last, ..Action::clone(&other) }));
                    merged.push(action.clone());
                    continue;
                }
                other => other,
            };
            merged.extend(self.action(before(action.id).as_ref(), Some(action), other.as_ref()));
        }
        for action in theirs.actions.iter().filter(|it| find(&ours.actions, it.id).is_none()) {
            merged.extend(self.action(before(action.id).as_ref(), None, Some(action)));
        }
        merged.extend(added);
        (merged, last.max(base.map_or(ActionId(0), |base| base.last_action)))
    }

    fn action(
        &mut self,
        base: Option<&Rc<Action>>,
        ours: Option<&Rc<Action>>,
        theirs: Option<&Rc<Action>>,
    ) -> Option<Rc<Action>> {
        let id = ours.or(theirs)?.id;
        let spot = |field: ActionField| Spot::Place(Place::Action(id, field));
        let shown = |action: &Rc<Action>| {
            Some(if action.text.trim().is_empty() { action.id.to_string() } else { action.text.clone() })
        };
        self.entry((base, ours, theirs), spot(ActionField::Question), shown, &|it, base, ours, theirs| {
            let mut text = |field: ActionField, of: fn(&Action) -> &String| {
                it.text((base.map(|base| of(base).as_str()), of(ours), of(theirs)), spot(field))
            };
            let (what, resources) =
                (text(ActionField::Text, |it| &it.text), text(ActionField::Resources, |it| &it.resources));
            let owner = (base.map(|it| it.owner.as_str()), ours.owner.as_str(), theirs.owner.as_str());
            let owner = it.line(owner, spot(ActionField::Owner));
            let [day, our_day, their_day] = [base.and_then(|it| it.due), ours.due, theirs.due].map(iso);
            let due = it.line((Some(&day), &our_day, &their_day), spot(ActionField::Due));
            let begun = base.map(|it| it.progress).unwrap_or_default();
            Rc::new(Action {
                id,
                question: ours.question.clone(),
                text: what,
                owner,
                resources,
                due: date(&due),
                progress: it.pick(
                    (Some(&begun), &ours.progress, &theirs.progress),
                    spot(ActionField::Progress),
                    |it| Some(it.key().to_owned()),
                ),
                unknown: it.unknown((base.map(|it| &it.unknown), &ours.unknown, &theirs.unknown), &|| {
                    format!("actions/{id}/")
                }),
            })
        })
    }

    /// What colleagues answered: the views of one role are one thing.
    pub(super) fn views(&mut self, base: Option<&Assessment>, ours: &Assessment, theirs: &Assessment) -> Rc<Views> {
        if ours.views == theirs.views || base.is_some_and(|base| base.views == theirs.views) {
            return ours.views.clone();
        }
        if base.is_some_and(|base| base.views == ours.views) {
            return theirs.views.clone();
        }
        let base = base.map(Assessment::views_by_role);
        let [our_views, their_views] = [ours, theirs].map(Assessment::views_by_role);
        let spot = |role: &String| Spot::Place(Place::Views(role.clone()));
        let count = |views: &BTreeMap<_, _>| Some(views.len().to_string());
        let merged =
            self.map((base.as_ref(), &our_views, &their_views), &spot, count, &|it, role, base, ours, theirs| {
                it.pick((base, ours, theirs), spot(role), count)
            });
        let mut with = Assessment { views: Rc::default(), ..ours.clone() };
        with.take_views(&merged);
        with.views
    }
}

/// The id after the highest, or, with four thousand million of them, the first that is free.
fn next(last: ActionId, taken: &BTreeSet<ActionId>) -> ActionId {
    let free = || (1..=u32::MAX).map(ActionId).find(|id| !taken.contains(id));
    last.0.checked_add(1).map(ActionId).or_else(free).unwrap_or(last)
}
