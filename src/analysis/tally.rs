//! Counts of outcomes. Levels are counted and never added up to one score.

use serde::{Deserialize, Serialize};

use super::{Finding, Outcome};
use crate::framework::Standing;

/// How many questions came out how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tally {
    /// What is asked is met.
    pub meets: usize,
    /// Another body provides it.
    pub elsewhere: usize,
    /// Met in part.
    pub partly_short: usize,
    /// Not met.
    pub short: usize,
    /// Set aside with a reason.
    pub not_applicable: usize,
    /// Not assessed.
    pub not_assessed: usize,
}

impl Tally {
    /// Counts findings.
    pub fn of<'a, 'f: 'a>(findings: impl Iterator<Item = &'a Finding<'f>>) -> Self {
        let mut tally = Self::default();
        findings.for_each(|finding| tally.add(finding.outcome));
        tally
    }

    /// Counts one outcome more.
    pub fn add(&mut self, outcome: Outcome) {
        *self.of_outcome(outcome) += 1;
    }

    fn of_outcome(&mut self, outcome: Outcome) -> &mut usize {
        match outcome {
            Outcome::NotAssessed => &mut self.not_assessed,
            Outcome::NotApplicable => &mut self.not_applicable,
            Outcome::Assessed(Standing::Meets) => &mut self.meets,
            Outcome::Assessed(Standing::Elsewhere) => &mut self.elsewhere,
            Outcome::Assessed(Standing::PartlyShort) => &mut self.partly_short,
            Outcome::Assessed(Standing::Short) => &mut self.short,
        }
    }

    /// How many came out with that standing.
    #[must_use]
    pub const fn count(&self, standing: Standing) -> usize {
        match standing {
            Standing::Meets => self.meets,
            Standing::Elsewhere => self.elsewhere,
            Standing::PartlyShort => self.partly_short,
            Standing::Short => self.short,
        }
    }

    /// How many were asked.
    #[must_use]
    pub const fn asked(&self) -> usize {
        self.meets + self.elsewhere + self.partly_short + self.short + self.not_applicable + self.not_assessed
    }

    /// How many are gaps.
    #[must_use]
    pub const fn gaps(&self) -> usize {
        self.partly_short + self.short
    }

    /// The worst standing that occurs.
    #[must_use]
    pub fn worst(&self) -> Option<Standing> {
        Standing::ALL.into_iter().rev().find(|&standing| self.count(standing) > 0)
    }
}
