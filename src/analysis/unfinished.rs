//! What is still open, which whoever signs off should know first.

use super::{Analysis, Gap, Handling};
use crate::assessment::Filter;
use crate::framework::QuestionId;

/// Something of which there should be none when an assessment is signed off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// What is missing.
    pub lack: Lack,
    /// The question of each place where it is missing: at least one.
    pub questions: Vec<QuestionId>,
}

/// What may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// A question has no full answer.
    Answer,
    /// A question is still to be discussed.
    Discussion,
    /// A gap has no action and is not accepted.
    Decision,
    /// An action does not say what will be done.
    ActionText,
    /// A gap is accepted without a reason.
    AcceptanceReason,
    /// The rule on how grave a gap is was overruled without a reason.
    ConcernReason,
}

impl Lack {
    /// All of them, in the order in which the work is done.
    pub const ALL: [Self; 6] =
        [Self::Answer, Self::Discussion, Self::Decision, Self::ActionText, Self::AcceptanceReason, Self::ConcernReason];

    /// How many times it is missing in what is decided about a gap.
    fn times_at(self, gap: &Gap<'_>) -> usize {
        let is_blank = |text: &str| text.trim().is_empty();
        match (self, &gap.handling) {
            (Self::Decision, Handling::Open) => 1,
            (Self::ActionText, Handling::Planned(actions)) => {
                actions.iter().filter(|action| is_blank(&action.text)).count()
            }
            (Self::AcceptanceReason, Handling::Accepted(reason)) => usize::from(is_blank(reason)),
            (Self::ConcernReason, _) => usize::from(gap.overruled.is_some_and(is_blank)),
            _ => 0,
        }
    }
}

impl Analysis<'_> {
    /// What is still open, in the order of [`Lack::ALL`]; what is missing nowhere is left out.
    #[must_use]
    pub fn unfinished(&self) -> Vec<Unfinished> {
        let all = Lack::ALL.map(|lack| Unfinished { lack, questions: self.lacking(lack) });
        all.into_iter().filter(|unfinished| !unfinished.questions.is_empty()).collect()
    }

    fn lacking(&self, lack: Lack) -> Vec<QuestionId> {
        let filter = match lack {
            Lack::Answer => Filter::NotAssessed,
            Lack::Discussion => Filter::Flagged,
            of_gaps => {
                let places = |gap: &Gap<'_>| vec![gap.asked.question.id.clone(); of_gaps.times_at(gap)];
                return self.gaps.iter().flat_map(places).collect();
            }
        };
        self.filtered(filter).map(|finding| finding.asked.question.id.clone()).collect()
    }
}
