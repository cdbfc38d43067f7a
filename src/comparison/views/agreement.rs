//! Whether colleagues agree about a question, and how far apart they are.

use std::collections::BTreeSet;

use crate::assessment::view::View;
use crate::assessment::{Assessment, Choice};
use crate::framework::{ForceId, Inserted, LevelId, Scale, Standing};

/// Whether colleagues agree. Words without a choice are no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// Nobody has answered.
    Nobody,
    /// One has.
    One,
    /// All who have answered say the same.
    All,
    /// They differ.
    Differ(Spread),
}

/// How far apart colleagues are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spread {
    /// The best and the worst standing of the levels that were chosen, where any has one.
    pub standings: Option<(Standing, Standing)>,
    /// Whether somebody says that the question does not apply.
    pub is_set_aside: bool,
}

/// What colleagues say of one force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfForce {
    /// The force.
    pub force: ForceId,
    /// The level that each role chose, by role; roles that say nothing of it are left out.
    pub levels: Vec<(String, LevelId)>,
    /// Whether they agree.
    pub agreement: Agreement,
}

impl Agreement {
    /// Whether these views of one question agree.
    ///
    /// Force by force, they differ when any two say different things of one force.
    #[must_use]
    pub fn of(scale: &Scale, views: &[View]) -> Self {
        let choices: Vec<&Choice> = views.iter().filter_map(|view| view.answer.choice.as_ref()).collect();
        let [first, others @ ..] = choices.as_slice() else { return Self::Nobody };
        if others.is_empty() {
            return Self::One;
        }
        let force_by_force = choices.iter().all(|choice| matches!(choice, Choice::ByForce(_)));
        if others.iter().all(|choice| choice == first) || force_by_force && !any_force_differs(&choices) {
            return Self::All;
        }
        let levels = choices.iter().flat_map(|choice| levels(choice));
        let is_set_aside = choices.iter().any(|choice| matches!(choice, Choice::NotApplicable(_)));
        Self::Differ(Spread { standings: spread(scale, levels), is_set_aside })
    }

    /// Whether they differ.
    #[must_use]
    pub const fn differs(&self) -> bool {
        matches!(self, Self::Differ(_))
    }
}

/// The levels in a choice.
fn levels(choice: &Choice) -> Vec<&LevelId> {
    match choice {
        Choice::Level(level) => vec![level],
        Choice::ByForce(levels) => levels.values().collect(),
        Choice::NotApplicable(_) => Vec::new(),
    }
}

fn any_force_differs(choices: &[&Choice]) -> bool {
    let each = choices.iter().filter_map(|choice| match choice {
        Choice::ByForce(levels) => Some(levels),
        _ => None,
    });
    let said: BTreeSet<(&ForceId, &LevelId)> = each.flatten().inserted();
    let forces: BTreeSet<&ForceId> = said.iter().map(|(force, _)| *force).inserted();
    forces.len() < said.len()
}

/// The best and the worst standing of these levels.
fn spread<'a>(scale: &Scale, levels: impl Iterator<Item = &'a LevelId>) -> Option<(Standing, Standing)> {
    let standings: BTreeSet<Standing> =
        levels.filter_map(|level| scale.level(level)).map(|level| level.standing).inserted();
    Some((*standings.first()?, *standings.last()?))
}

/// What these views say of each force: of those in the lead's particulars, then of others.
pub(super) fn force_by_force(scale: &Scale, lead: &Assessment, views: &[View]) -> Vec<OfForce> {
    let mut forces: Vec<ForceId> = lead.forces().iter().map(|force| force.id.clone()).collect();
    let by_force = views.iter().filter_map(|view| match &view.answer.choice {
        Some(Choice::ByForce(levels)) => Some(levels.keys().cloned()),
        _ => None,
    });
    let mentioned: BTreeSet<ForceId> = by_force.flatten().inserted();
    forces.extend(mentioned.into_iter().filter(|force| !lead.forces().iter().any(|known| known.id == *force)));
    let of_force = |force: ForceId| {
        let level = |view: &View| Some((view.role.clone(), view.answer.level_of(&force)?.clone()));
        let levels: Vec<(String, LevelId)> = views.iter().filter_map(level).collect();
        let different: BTreeSet<&LevelId> = levels.iter().map(|(_, level)| level).inserted();
        let agreement = match (levels.len(), different.len()) {
            (0, _) => Agreement::Nobody,
            (1, _) => Agreement::One,
            (_, 1) => Agreement::All,
            _ => Agreement::Differ(Spread { standings: spread(scale, different.into_iter()), is_set_aside: false }),
        };
        OfForce { force, levels, agreement }
    };
    forces.into_iter().map(of_force).collect()
}
