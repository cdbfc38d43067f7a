//! A milestone: the assessment as it stood at a moment that was given a name.

use std::rc::Rc;

use jiff::civil::DateTime;

use super::{Assessment, Unknown};

/// The most milestones that an assessment keeps.
pub const MOST_MILESTONES: usize = 20;

/// The assessment as it stood at a moment that was given a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Its name.
    pub name: String,
    /// When it was kept, on the user's own clock.
    pub at: DateTime,
    /// The role of whoever kept it; blank where none is known.
    pub role: String,
    /// What stood there then, without its own history and milestones.
    pub frozen: Box<Assessment>,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

impl Milestone {
    /// The assessment as it stood then, to be compared with that of today.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.frozen
    }
}

impl Assessment {
    /// Keeps what stands here now under a name.
    pub fn freeze(&mut self, name: &str, at: DateTime, role: &str) {
        let frozen = Box::new(self.without_history().without_milestones());
        let (name, role) = (name.to_owned(), role.to_owned());
        self.milestones.push(Rc::new(Milestone { name, at, role, frozen, unknown: Unknown::new() }));
    }

    /// Removes the milestone at that place of the list.
    pub fn remove_milestone(&mut self, at: usize) {
        if at < self.milestones.len() {
            drop(self.milestones.remove(at));
        }
    }

    /// This assessment without its milestones.
    #[must_use]
    pub fn without_milestones(&self) -> Self {
        let mut without = Self { milestones: Vec::new(), ..self.clone() };
        let _ = without.unknown.shift_remove("milestones");
        without
    }
}
