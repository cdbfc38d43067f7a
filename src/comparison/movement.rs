//! How the answer to one question moved from an earlier assessment to a later one.

use crate::analysis::{Finding, Outcome};
use crate::assessment::{Assessment, Choice, guide};
use crate::framework::{Asked, Force, Framework, Level, LevelId, QuestionId, Scale, Standing};

/// How the answer to a question moved.
///
/// Standing decides first: the less an answer falls short, the better. What is met and what another
/// body provides are equally good, since neither is a gap: moving between them is neither better nor
/// worse, a gap that another body fills is an improvement, and what another body no longer provides
/// has worsened. Whether access to the other body works is a question of its own.
///
/// At the same standing the order of the levels decides, where both versions offer the same levels.
/// A question that was or is set aside has no level to compare: that it was set aside, or taken up
/// again, is said instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Movement {
    /// It falls less short, or is a better level of the same standing.
    Improved,
    /// It falls shorter, or is a worse level of the same standing.
    Worsened,
    /// It is the same; both not assessed and both set aside as well.
    Unchanged,
    /// Met by the region before and by another body now, or the other way round.
    ProvidedDifferently,
    /// It was asked and not assessed, and is assessed now.
    NewlyAssessed,
    /// It was assessed, and is asked and not assessed now.
    NoLongerAssessed,
    /// It does not apply now, and was asked in earnest.
    SetAside,
    /// It did not apply, and is asked in earnest now.
    TakenUp,
    /// It is asked now and was not, for that reason.
    NewlyAsked(Absence),
    /// It was asked and is not now, for that reason.
    NoLongerAsked(Absence),
    /// The two answers can't be compared.
    NotComparable(Obstacle),
}

/// Why a question is not asked in one of two assessments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Absence {
    /// That version of the framework does not have it.
    NotInFramework,
    /// Its topic is optional and not switched on.
    SwitchedOff,
    /// It depends on another answer, which does not lead to it.
    DependsOnAnother,
}

/// Why two answers to a question can't be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obstacle {
    /// One of them is a level that its framework does not know.
    UnknownLevel,
    /// One version asks each force and the other the whole region.
    AskedOfOthers,
    /// No force was asked in both.
    NoForceInCommon,
}

impl Movement {
    /// The words on screen and in print.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Improved => "Improved",
            Self::Worsened => "Worsened",
            Self::Unchanged => "Unchanged",
            Self::ProvidedDifferently => "Provided differently",
            Self::NewlyAssessed => "Newly assessed",
            Self::NoLongerAssessed => "No longer assessed",
            Self::SetAside => "Set aside",
            Self::TakenUp => "No longer set aside",
            Self::NewlyAsked(_) => "Newly asked",
            Self::NoLongerAsked(_) => "No longer asked",
            Self::NotComparable(_) => "Can’t be compared",
        }
    }
}

/// A question as it is found in one assessment that asks it.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The question and where it stands.
    pub asked: Asked<'a>,
    /// What its answer comes to.
    pub outcome: Outcome,
    /// The level that decides it; force by force, the weakest. None where there is no standing.
    pub level: Option<&'a Level>,
    /// Its choice, where that is one which the framework does not know.
    unknown: Option<&'a Choice>,
}

impl<'a> Found<'a> {
    pub(super) fn of(assessment: &'a Assessment, finding: &Finding<'a>) -> Self {
        let Finding { asked, outcome, .. } = *finding;
        let choice = assessment.answers.get(&asked.question.id).and_then(|answer| answer.choice.as_ref());
        let chosen: Vec<&LevelId> = match choice {
            Some(Choice::Level(level)) if !asked.scale.force_by_force => vec![level],
            Some(Choice::ByForce(levels)) if asked.scale.force_by_force => {
                assessment.forces().iter().filter_map(|force| levels.get(&force.id)).collect()
            }
            _ => Vec::new(),
        };
        let misfit = match choice {
            Some(Choice::Level(_)) => asked.scale.force_by_force,
            Some(Choice::ByForce(_)) => !asked.scale.force_by_force,
            None | Some(Choice::NotApplicable(_)) => false,
        };
        let stranger = misfit || chosen.iter().any(|id| asked.scale.level(id).is_none());
        let known = chosen.iter().filter_map(|id| asked.scale.level(id));
        let weakest = known.max_by_key(|level| (level.standing, rank(asked.scale, level)));
        Self {
            asked,
            outcome,
            level: weakest.filter(|_| outcome.standing().is_some()),
            unknown: choice.filter(|_| stranger && outcome == Outcome::NotAssessed),
        }
    }
}

/// How the answer to a question that both assessments ask moved.
pub(super) fn between(earlier: &Found<'_>, later: &Found<'_>, forces_in_common: bool) -> Movement {
    if earlier.asked.scale.force_by_force != later.asked.scale.force_by_force {
        return Movement::NotComparable(Obstacle::AskedOfOthers);
    }
    if (earlier.unknown.is_some() || later.unknown.is_some()) && earlier.unknown != later.unknown {
        return Movement::NotComparable(Obstacle::UnknownLevel);
    }
    let scale = same_levels(earlier.asked.scale, later.asked.scale).then_some(later.asked.scale);
    match (earlier.level, later.level) {
        (Some(_), Some(_)) if later.asked.scale.force_by_force && !forces_in_common => {
            Movement::NotComparable(Obstacle::NoForceInCommon)
        }
        (Some(before), Some(now)) => of_levels(before, now, scale),
        _ => of_outcomes(earlier.outcome, later.outcome),
    }
}

/// How the answer of a force that both assessments ask moved.
pub(super) fn of_force(
    earlier: Option<&Choice>,
    later: Option<&Choice>,
    force: &Force,
    scales: [&Scale; 2],
) -> Movement {
    let [before, now] = [earlier, later].map(|choice| match choice {
        Some(Choice::ByForce(levels)) => levels.get(&force.id),
        _ => None,
    });
    let set_aside = |choice| matches!(choice, Some(&Choice::NotApplicable(_)));
    let same = same_levels(scales[0], scales[1]).then_some(scales[1]);
    let level = |id: Option<&LevelId>, scale: &Scale| id.and_then(|id| scale.level(id).cloned());
    match (level(before, scales[0]), level(now, scales[1])) {
        (Some(before), Some(now)) => of_levels(&before, &now, same),
        _ if before == now && set_aside(earlier) == set_aside(later) => Movement::Unchanged,
        (None, _) if before.is_some() => Movement::NotComparable(Obstacle::UnknownLevel),
        (_, None) if now.is_some() => Movement::NotComparable(Obstacle::UnknownLevel),
        _ if set_aside(later) => Movement::SetAside,
        _ if set_aside(earlier) => Movement::TakenUp,
        (None, _) => Movement::NewlyAssessed,
        (_, None) => Movement::NoLongerAssessed,
    }
}

/// Why that question is not asked in that assessment, which does not ask it.
pub(super) fn absence(framework: &Framework, assessment: &Assessment, question: &QuestionId) -> Absence {
    match framework.question(question) {
        None => Absence::NotInFramework,
        Some(asked) if !guide::includes(assessment, asked.topic) => Absence::SwitchedOff,
        Some(_) => Absence::DependsOnAnother,
    }
}

/// Whether two scales offer the same levels in the same order, whatever they are called.
pub(super) fn same_levels(first: &Scale, second: &Scale) -> bool {
    let levels =
        |scale: &Scale| scale.levels.iter().map(|level| (level.id.clone(), level.standing)).collect::<Vec<_>>();
    levels(first) == levels(second)
}

fn of_levels(before: &Level, now: &Level, scale: Option<&Scale>) -> Movement {
    let (was, is) = (shortfall(before.standing), shortfall(now.standing));
    if was != is {
        return if is < was { Movement::Improved } else { Movement::Worsened };
    }
    if before.standing != now.standing {
        return Movement::ProvidedDifferently;
    }
    let rank = |level| scale.map_or(0, |scale| rank(scale, level));
    match rank(now).cmp(&rank(before)) {
        std::cmp::Ordering::Less => Movement::Improved,
        std::cmp::Ordering::Equal => Movement::Unchanged,
        std::cmp::Ordering::Greater => Movement::Worsened,
    }
}

/// Where at most one of the two was assessed.
fn of_outcomes(earlier: Outcome, later: Outcome) -> Movement {
    match (earlier, later) {
        _ if earlier == later => Movement::Unchanged,
        (_, Outcome::NotApplicable) => Movement::SetAside,
        (Outcome::NotApplicable, _) => Movement::TakenUp,
        (_, Outcome::Assessed(_)) => Movement::NewlyAssessed,
        (_, Outcome::NotAssessed) => Movement::NoLongerAssessed,
    }
}

/// How far a standing falls short. What another body provides falls short of nothing.
const fn shortfall(standing: Standing) -> u8 {
    match standing {
        Standing::Meets | Standing::Elsewhere => 0,
        Standing::PartlyShort => 1,
        Standing::Short => 2,
    }
}

fn rank(scale: &Scale, level: &Level) -> usize {
    scale.levels.iter().position(|other| other.id == level.id).unwrap_or(scale.levels.len())
}
