//! What pages draw whole, one below the other: with too much of it, a page would stand still.

use std::iter;

use super::open::OpenError;
use crate::assessment::Assessment;
use crate::framework::MOST_FORCES;

/// What pages draw whole.
///
/// A file with more of it than [`Listed::most`] is refused. A sitting adds no more either. Undoing, and putting
/// two versions together, bring back what was there and may exceed it, but not in reason: assessments have at most
/// 43 forces, some hundred actions and 20 milestones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// The forces of the particulars.
    Forces,
    /// The actions.
    Actions,
    /// The milestones.
    Milestones,
}

impl Listed {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Forces, Self::Actions, Self::Milestones];

    /// The most of them in a file.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Forces => MOST_FORCES,
            Self::Actions | Self::Milestones => 2_000,
        }
    }

    /// How many there are.
    #[must_use]
    pub fn number(self, assessment: &Assessment) -> usize {
        match self {
            Self::Forces => assessment.forces().len(),
            Self::Actions => assessment.actions.len(),
            Self::Milestones => assessment.milestones.len(),
        }
    }

    /// The word for them.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Forces => "forces",
            Self::Actions => "actions",
            Self::Milestones => "milestones",
        }
    }
}

/// Refuses what has too many of them, or a milestone that has: it is drawn when it is compared.
pub(super) fn too_many(assessment: &Assessment) -> Option<OpenError> {
    let frozen = assessment.milestones.iter().map(|milestone| milestone.assessment());
    iter::once(assessment).chain(frozen).find_map(|it| {
        let of = Listed::ALL.into_iter().find(|of| of.number(it) > of.most())?;
        Some(OpenError::TooMany { of, found: of.number(it) })
    })
}
