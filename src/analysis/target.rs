//! What an answer is measured against: the minimum expectation, or the region's own target.

use crate::assessment::Aim;
use crate::framework::{Asked, Level, Question, Scale, Standing};

/// The level that is enough: the minimum expectation, or one level above or below it.
///
/// Nothing above the best level is asked, and no target makes a level enough that falls short fully.
#[must_use]
pub fn enough<'a>(scale: &'a Scale, question: &Question, aim: Option<Aim>) -> Option<&'a Level> {
    let minimum = scale.levels.iter().position(|level| level.id == question.minimum)?;
    let at = match aim {
        None => minimum,
        Some(Aim::Higher) => minimum.saturating_sub(1),
        Some(Aim::Lower) => minimum + 1,
    };
    scale.levels.get(at).filter(|level| level.standing < Standing::Short).or_else(|| scale.levels.get(minimum))
}

/// Whether that target asks for another level than the minimum expectation does.
#[must_use]
pub fn moves(asked: &Asked<'_>, aim: Aim) -> bool {
    let id = |aim| enough(asked.scale, asked.question, aim).map(|level| &level.id);
    id(Some(aim)) != id(None)
}

/// Whether a level is worse than what is enough. What another body provides is never.
#[must_use]
pub fn falls_short(scale: &Scale, question: &Question, aim: Option<Aim>, level: &Level) -> bool {
    let rank = |level: &Level| scale.levels.iter().position(|other| other.id == level.id);
    level.standing != Standing::Elsewhere
        && enough(scale, question, aim).is_some_and(|enough| rank(level) > rank(enough))
}
