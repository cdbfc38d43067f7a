//! Force by force: who commits to what, and what exists twice.

use super::Finding;
use crate::assessment::Assessment;
use crate::framework::{Asked, Force, Level};

/// The commitment of each force to each capability that the region has.
#[derive(Debug)]
pub struct Commitment<'a> {
    /// The forces: the columns.
    pub forces: &'a [Force],
    /// The topics that are asked about: the rows.
    pub rows: Vec<Row<'a>>,
}

/// The commitment of each force to one capability.
#[derive(Debug)]
pub struct Row<'a> {
    /// The question and where it stands.
    pub asked: Asked<'a>,
    /// The level of each force, in the order of the columns; none where not assessed.
    pub levels: Vec<Option<&'a Level>>,
    /// Whether the question was set aside.
    pub not_applicable: bool,
}

impl<'a> Commitment<'a> {
    pub(super) fn of(assessment: &'a Assessment, findings: &[Finding<'a>]) -> Self {
        let forces = assessment.forces();
        let row = |asked: Asked<'a>| {
            let answer = assessment.answers.get(&asked.question.id);
            let level = |force: &Force| asked.scale.level(answer?.level_of(&force.id)?);
            Row {
                asked,
                levels: forces.iter().map(level).collect(),
                not_applicable: answer.is_some_and(|answer| answer.not_applicable().is_some()),
            }
        };
        let rows = findings.iter().map(|finding| finding.asked).filter(|asked| asked.scale.force_by_force).map(row);
        Self { forces, rows: rows.collect() }
    }
}

impl Row<'_> {
    /// How many forces keep a capability of their own beside the region's.
    #[must_use]
    pub fn duplications(&self) -> usize {
        self.levels.iter().flatten().filter(|level| level.duplication).count()
    }
}
