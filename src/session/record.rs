//! What a sitting adds to the record: who changed what, and when.

use std::rc::Rc;

use super::{Deed, Event, Notice, Session};
use crate::assessment::history::{self, Difference, Place};
use crate::assessment::milestone::MOST_MILESTONES;
use crate::assessment::view::Taken;
use crate::assessment::{Assessment, SignOff, Unknown};
use crate::framework::{ForceId, QuestionId};
use crate::saved::{self, Listed, NoRoom};

impl Session {
    /// The role of whoever is at work: the one that was given, else that of the colleague whose copy
    /// it is, else that of the lead.
    #[must_use]
    pub fn role(&self) -> &str {
        let colleague = self.assessment.as_ref().and_then(|open| open.copy.as_ref()).map(|copy| copy.role.trim());
        let given = [Some(self.role.trim()), colleague].into_iter().flatten().find(|role| !role.is_empty());
        given.unwrap_or_else(|| self.assessment.as_ref().map_or("", |open| open.particulars.lead.trim()))
    }

    /// Adds to the history of what is open how it differs from what it was before.
    pub(super) fn record(&mut self, before: &Assessment) {
        let (now, role) = (self.now, self.role().to_owned());
        let Some(assessment) = &mut self.assessment else { return };
        let differences = history::remembered_between(before, assessment);
        if !differences.is_empty() {
            Rc::make_mut(assessment).history.record(differences, now, &role);
        }
    }

    /// Adds a force, where there is room for one more.
    pub(super) fn add_force(&mut self, force: ForceId) {
        if self.has_room_for(Listed::Forces) {
            self.change(|it| it.add_force(force));
        }
    }

    /// Adds an action for the gap in that question, where there is room for one more.
    pub(super) fn plan(&mut self, question: &QuestionId) {
        if self.has_room_for(Listed::Actions) {
            self.change(|it| it.plan(question));
        }
    }

    /// Keeps what is open as a milestone, where there is room for it.
    pub(super) fn freeze(&mut self, name: &str) {
        let (now, role, name) = (self.now, self.role().to_owned(), name.trim());
        let Some(assessment) = &self.assessment else { return };
        if name.is_empty() {
            return;
        }
        let mut with = Assessment::clone(assessment);
        with.freeze(name, now, &role);
        if self.has_room(&with) {
            self.change(|it| *it = with);
            self.notice = Some(Notice::Froze(name.to_owned()));
        }
    }

    /// Removes the milestone at that place, where there is one.
    pub(super) fn remove_milestone(&mut self, at: usize) {
        if self.assessment.as_ref().is_some_and(|assessment| at < assessment.milestones.len()) {
            self.undoably(Deed::RemovedMilestone, |it| it.remove_milestone(at));
        }
    }

    /// Whether what is open was signed off.
    #[must_use]
    pub fn is_final(&self) -> bool {
        self.assessment.as_ref().is_some_and(|assessment| assessment.is_final())
    }

    /// Whether that event would change what is open.
    pub(super) fn alters(&self, event: &Event) -> bool {
        match event {
            Event::ChoseFramework(framework) => framework != self.framework(),
            Event::Undid => self.undoing_alters(),
            event => event.alters(),
        }
    }

    /// Signs off what is open, in that role or in that of whoever is at work.
    pub(super) fn finalise(&mut self, role: String) {
        let Some(assessment) = &self.assessment else { return };
        let role = if role.trim().is_empty() { self.role().to_owned() } else { role };
        let (at, digest) = (self.now, saved::digest(assessment));
        let sign_off = SignOff { at, role, digest, is_altered: false, unknown: Unknown::new() };
        self.change(|it| it.sign_off = Some(sign_off));
        self.notice = Some(Notice::SignedOff);
    }

    /// Opens what was signed off again as the next version, where there is room to keep what was
    /// signed off.
    pub(super) fn revise(&mut self, reason: String) {
        let (now, role) = (self.now, self.role().to_owned());
        let Some(assessment) = self.assessment.as_ref().filter(|assessment| assessment.is_final()) else { return };
        let mut next = Assessment::clone(assessment);
        next.revise(now, &role);
        if self.has_room(&next) {
            let why = Difference { place: Place::Revision, from: None, to: Some(reason) };
            next.history.record(vec![why], now, &role);
            self.change(|it| *it = next);
            self.notice = Some(Notice::Revised);
        }
    }

    /// Takes colleagues' views in, where there is room for them.
    pub(super) fn take_views(&mut self, taken: &Taken) {
        let Some(assessment) = &self.assessment else { return };
        let replaced = assessment.replaced_by(taken);
        let mut with = Assessment::clone(assessment);
        with.take_views(taken);
        if self.has_room(&with) {
            self.undoably(Deed::TookViews, |it| *it = with);
            self.notice = Some(Notice::TookViews { roles: taken.keys().cloned().collect(), replaced });
        }
    }

    /// Agrees an answer, which can be undone; a reason that is typed for what is agreed already can't
    /// and need not be.
    pub(super) fn agree(&mut self, question: &QuestionId, from: Option<&str>, reason: String) {
        let Some(assessment) = &self.assessment else { return };
        if from.is_some_and(|role| assessment.view(question, role).is_none()) {
            return;
        }
        let agreed = assessment.agreed.get(question).filter(|_| assessment.is_agreed(question));
        if agreed.is_some_and(|agreed| agreed.from.as_deref() == from) {
            self.change(|it| it.give_reason(question, reason));
        } else {
            self.undoably(Deed::Agreed, |it| it.agree(question, from, reason));
        }
    }

    /// Whether there is room for one more of them; says so where there is none.
    fn has_room_for(&mut self, of: Listed) -> bool {
        let is_full = self.assessment.as_ref().is_some_and(|open| of.number(open) >= of.most());
        if is_full {
            self.notice = Some(Notice::NoRoom(NoRoom::Full(of)));
        }
        !is_full
    }

    /// Whether there is room in a file for what is open with much more in it; says so where there is
    /// none.
    fn has_room(&mut self, with: &Assessment) -> bool {
        let room =
            if with.milestones.len() > MOST_MILESTONES { Err(NoRoom::ManyMilestones) } else { saved::room(with) };
        if let Err(none) = room {
            self.notice = Some(Notice::NoRoom(none));
        }
        room.is_ok()
    }
}
