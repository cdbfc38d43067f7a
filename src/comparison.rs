//! Several assessments side by side: over time, among colleagues, and across regions.
//!
//! Questions are matched by their ids, which are never used again, so that assessments against
//! different versions of a framework can be compared as far as they ask the same. Everything is
//! counted; nothing is added up to a score.

pub mod changes;
pub mod counts;
pub mod fate;
pub mod movement;
pub mod regions;
pub mod trend;
pub mod views;

use std::cmp::Ordering;

use crate::assessment::Assessment;
use crate::framework::Framework;

pub use changes::{Changes, ForceChange, QuestionChange};
pub use counts::Counts;
pub use fate::{ActionChange, ActionFate, GapChange, GapFate};
pub use movement::{Absence, Found, Movement, Obstacle};
pub use regions::{Capability, KnownGap, LeftOut, NotFully, Provided, Regions, Spread, Unit, WhyLeftOut};
pub use trend::{Line, Trend};

/// One of the assessments that are compared, with the framework that it was made against.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// What was asked.
    pub framework: &'a Framework,
    /// What was answered.
    pub assessment: &'a Assessment,
}

impl<'a> Side<'a> {
    /// An assessment and what it was made against.
    #[must_use]
    pub const fn new(framework: &'a Framework, assessment: &'a Assessment) -> Self {
        Self { framework, assessment }
    }

    /// The order of two assessments of the same day: by what is written in them, so that the order in
    /// which files were opened decides nothing.
    fn by_content(&self, other: &Self) -> Ordering {
        let named = |side: &Self| {
            let particulars = &side.assessment.particulars;
            let texts = [&particulars.version, &particulars.period, &particulars.region_name, &particulars.unit];
            (texts.map(Clone::clone), side.assessment.id.clone(), side.assessment.framework.clone())
        };
        // What is left when all names are the same is rare, and then every answer counts.
        named(self).cmp(&named(other)).then_with(|| self.answered().cmp(&other.answered()))
    }

    /// All in an assessment that a comparison tells of, so that two that are alike here compare alike.
    fn answered(&self) -> impl Ord {
        let Assessment { answers, switched_on, actions, accepted, overruled, targets, .. } = self.assessment;
        let answers = answers.iter().map(|(id, it)| (id, &it.choice, [&it.detail, &it.evidence, &it.note]));
        let actions = actions.iter().map(|it| {
            let texts = [&it.text, &it.owner, &it.resources];
            (it.id, &it.question, texts, it.due, it.progress)
        });
        (
            answers.collect::<Vec<_>>(),
            switched_on,
            actions.collect::<Vec<_>>(),
            accepted.iter().map(|(id, it)| (id, &it.reason)).collect::<Vec<_>>(),
            overruled.iter().map(|(id, it)| (id, it.concern, &it.reason)).collect::<Vec<_>>(),
            targets.iter().map(|(id, it)| (id, it.aim, &it.reason)).collect::<Vec<_>>(),
        )
    }
}
