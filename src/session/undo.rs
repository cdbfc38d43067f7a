//! The way back: what is remembered of each deed, and how it is undone.

use std::rc::Rc;

use super::{Deed, Filed, FrameworkByPointer, Notice, Session};
use crate::assessment::Assessment;

/// How many steps back the user can go.
const MOST_UNDONE: usize = 50;

/// How things were before a deed that can be undone.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Before {
    deed: Deed,
    framework: Rc<FrameworkByPointer>,
    assessment: Option<Rc<Assessment>>,
    /// How things were right after it, where it changed what was open and did not replace it.
    after: Option<Rc<Assessment>>,
}

impl Session {
    /// The last deed that can be undone.
    #[must_use]
    pub fn undoable(&self) -> Option<Deed> {
        self.past.last().map(|before| before.deed)
    }

    pub(super) fn remember(&mut self, deed: Deed) {
        if self.assessment.is_some() {
            if self.past.len() == MOST_UNDONE {
                let _ = self.past.remove(0);
            }
            let (framework, assessment) = (self.framework.clone(), self.assessment.clone());
            self.past.push(Before { deed, framework, assessment, after: None });
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
        if let Some(Before { deed, framework, assessment, after }) = self.past.pop() {
            self.framework = framework;
            match (self.assessment.clone(), &assessment, &after) {
                (Some(now), Some(before), Some(after)) => {
                    self.assessment = Some(Rc::new(now.without(before, after)));
                    self.record(&now);
                }
                _ => self.assessment = assessment,
            }
            self.filed = Filed::Behind;
            self.notice = Some(Notice::Undone(deed));
        }
    }
}
