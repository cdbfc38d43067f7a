//! The way back: what is remembered of each deed, and how it is undone.

use std::rc::Rc;

use super::{ByPointer, Deed, Filed, Notice, Session};
use crate::assessment::Assessment;
use crate::framework::Framework;

/// How many steps back the user can go.
const MOST_UNDONE: usize = 50;

/// How things were before a deed that can be undone.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Before {
    deed: Deed,
    framework: ByPointer<Framework>,
    assessment: Option<Rc<Assessment>>,
    filed: Filed,
    /// How things were right after it, where it changed what was open and did not replace it.
    after: Option<Rc<Assessment>>,
}

impl Before {
    /// Whether something else took the place of what was open, of which no file is known to hold all.
    const fn is_unfiled(&self) -> bool {
        matches!(self.deed, Deed::Opened) && self.filed.may_lack()
    }
}

impl Session {
    /// Whether changes would be lost with this page: of what is open, or of what was open before and can only
    /// be brought back by undoing.
    #[must_use]
    pub fn is_at_risk(&self) -> bool {
        let is_open = self.assessment.is_some() && self.filed.may_lack();
        !self.keeping.keeps() && (is_open || self.past.iter().any(Before::is_unfiled))
    }

    /// Whether what was open before the last deed is nowhere else.
    #[must_use]
    pub fn only_undo_has_it(&self) -> bool {
        !self.keeping.keeps() && self.past.last().is_some_and(Before::is_unfiled)
    }

    /// The last deed that can be undone.
    #[must_use]
    pub fn undoable(&self) -> Option<Deed> {
        self.past.last().map(|before| before.deed)
    }

    pub(super) fn remember(&mut self, deed: Deed) {
        if self.assessment.is_some() {
            if self.past.len() == MOST_UNDONE {
                let oldest = self.past.iter().position(|before| !before.is_unfiled());
                let _ = self.past.remove(oldest.unwrap_or_default());
            }
            let (framework, assessment) = (self.framework.clone(), self.assessment.clone());
            self.past.push(Before { deed, framework, assessment, filed: self.filed, after: None });
        }
    }

    /// Remembers what the last deed led to, so that undoing it keeps what is typed from now on.
    pub(super) fn remember_after(&mut self) {
        if let Some(last) = self.past.last_mut() {
            last.after.clone_from(&self.assessment);
        }
    }

    /// Whether undoing the last deed would change what is open, and not bring something else in its
    /// place or a milestone back.
    pub(super) fn undoing_alters(&self) -> bool {
        self.past.last().is_some_and(|last| last.after.is_some() && last.deed != Deed::RemovedMilestone)
    }

    pub(super) fn undo(&mut self) {
        if let Some(Before { deed, framework, assessment, filed, after }) = self.past.pop() {
            self.framework = framework;
            if let (Some(now), Some(before), Some(after)) = (self.assessment.clone(), &assessment, &after) {
                self.assessment = Some(Rc::new(now.without(before, after)));
                self.record(&now);
                self.filed = Filed::Behind;
            } else {
                self.replace(assessment);
                self.filed = filed;
            }
            self.notice = Some(Notice::Undone(deed));
        }
    }
}
