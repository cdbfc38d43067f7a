//! What an assessment remembers of itself: its history and its milestones.

use std::rc::Rc;

use super::pick::Merging;
use crate::assessment::history::{Change, Place};
use crate::assessment::{Assessment, History, Milestone};

impl Merging<'_> {
    /// The changes of both, in the order of time, those of renumbered actions under the new id.
    pub(super) fn history(&self, base: Option<&Assessment>, ours: &Assessment, theirs: &Assessment) -> History {
        let before = base.map_or(&[][..], |base| &base.history.changes);
        let changes = theirs.history.changes.iter().map(|change| {
            let Place::Action(id, field) = &change.place else { return change.clone() };
            match self.renumbered.get(id) {
                // What was there before both went their own ways is of the action that both had.
                Some(new) if !before.contains(change) && !ours.history.changes.contains(change) => {
                    Rc::new(Change { place: Place::Action(*new, *field), ..Change::clone(change) })
                }
                _ => change.clone(),
            }
        });
        let mut all = union(before, &ours.history.changes, &changes.collect::<Vec<_>>());
        all.sort_by_key(|change| change.at);
        let mut merged = History { changes: all, dropped: ours.history.dropped.max(theirs.history.dropped) };
        merged.make_room();
        merged
    }
}

/// The milestones of both, ours first.
pub(super) fn milestones(base: Option<&Assessment>, ours: &Assessment, theirs: &Assessment) -> Vec<Rc<Milestone>> {
    union(base.map_or(&[], |base| &base.milestones), &ours.milestones, &theirs.milestones)
}

/// What both have, and what either has added; what either has taken away is gone.
fn union<T: PartialEq>(base: &[Rc<T>], ours: &[Rc<T>], theirs: &[Rc<T>]) -> Vec<Rc<T>> {
    let kept = ours.iter().filter(|it| theirs.contains(it) || !base.contains(it));
    let new = theirs.iter().filter(|it| !ours.contains(it) && !base.contains(it));
    kept.chain(new).cloned().collect()
}
