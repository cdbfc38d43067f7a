//! What one answer comes to.

use crate::assessment::{Assessment, Choice};
use crate::framework::{Asked, Standing};

/// What the answer to a question comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is chosen, or nothing that this framework knows. Never the same as falling short.
    NotAssessed,
    /// The question was set aside with a reason.
    NotApplicable,
    /// The standing of the answer; force by force, the worst of those given.
    Assessed(Standing),
}

impl Outcome {
    /// What the answer to that question comes to.
    ///
    /// Force by force, one force that falls short decides at once; that all forces meet can be said
    /// only when all have been asked.
    #[must_use]
    pub fn of(assessment: &Assessment, asked: &Asked<'_>) -> Self {
        let Some(answer) = assessment.answers.get(&asked.question.id) else { return Self::NotAssessed };
        let standing = |level| asked.scale.level(level).map(|level| level.standing);
        match &answer.choice {
            Some(Choice::NotApplicable(_)) => Self::NotApplicable,
            Some(Choice::Level(level)) if !asked.scale.force_by_force => {
                standing(level).map_or(Self::NotAssessed, Self::Assessed)
            }
            Some(Choice::ByForce(_)) if asked.scale.force_by_force => {
                let given = assessment.forces().iter().map(|force| answer.level_of(&force.id).and_then(standing));
                let all: Option<Vec<Standing>> = given.clone().collect();
                let worst = given.flatten().max();
                match worst {
                    Some(worst) if worst.is_gap() || all.is_some() => Self::Assessed(worst),
                    _ => Self::NotAssessed,
                }
            }
            None | Some(Choice::Level(_) | Choice::ByForce(_)) => Self::NotAssessed,
        }
    }

    /// The standing, where the question was assessed.
    #[must_use]
    pub const fn standing(self) -> Option<Standing> {
        match self {
            Self::Assessed(standing) => Some(standing),
            _ => None,
        }
    }
}
