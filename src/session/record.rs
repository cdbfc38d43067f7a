//! What a sitting adds to the record: who changed what, and when.

use std::rc::Rc;

use super::{Deed, Notice, Session};
use crate::assessment::milestone::MOST_MILESTONES;
use crate::assessment::{Assessment, history};
use crate::saved::{self, NoRoom};

impl Session {
    /// The role of whoever is at work: the one that was given, else that of the lead.
    #[must_use]
    pub fn role(&self) -> &str {
        let lead = self.assessment.as_ref().map_or("", |assessment| assessment.particulars.lead.as_str());
        Some(self.role.trim()).filter(|role| !role.is_empty()).unwrap_or(lead.trim())
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
