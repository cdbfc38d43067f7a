//! Two assessments over time: what moved, what became of gaps and actions, what can't be compared.

use std::collections::{HashMap, HashSet};

use super::fate::{self, ActionChange, GapChange};
use super::movement::{self, Absence, Found, Movement};
use super::{Counts, Side};
use crate::analysis::{Analysis, Finding};
use crate::framework::{Asked, Force, ForceId, PartId, Question, QuestionId, ThemeId, TopicId};

/// What changed from an earlier assessment to a later one.
///
/// Seen the other way round, what improved has worsened and what is new is gone. An assessment
/// compared with itself has changed in nothing.
#[derive(Debug)]
pub struct Changes<'a> {
    /// The earlier assessment and all that follows from it.
    pub earlier: Analysis<'a>,
    /// The later one.
    pub later: Analysis<'a>,
    /// Every question that either asks: those of the later in the order of its walk, then those that
    /// only the earlier asks.
    pub questions: Vec<QuestionChange<'a>>,
    /// Every gap of either: those of the earlier in its order, then the new ones.
    pub gaps: Vec<GapChange<'a>>,
    /// Every action of either: those of the earlier in its order, then the new ones.
    pub actions: Vec<ActionChange<'a>>,
    /// The forces that only the later names.
    pub joined: Vec<&'a Force>,
    /// The forces that only the earlier names.
    pub left: Vec<&'a Force>,
    places: HashMap<&'a QuestionId, usize>,
}

/// What changed in one question.
#[derive(Debug)]
pub struct QuestionChange<'a> {
    /// How it was found in the earlier assessment, if that asks it.
    pub earlier: Option<Found<'a>>,
    /// How it was found in the later one, if that asks it.
    pub later: Option<Found<'a>>,
    /// How its answer moved.
    pub movement: Movement,
    /// Force by force, how the answer of each force moved that either names, where both ask it.
    pub forces: Vec<ForceChange<'a>>,
    /// Whether both ask it and the question or its statements are in other words.
    pub reworded: bool,
    /// Whether both ask it and offer other levels, so that only the standings could be compared.
    pub other_levels: bool,
}

/// What changed in the answer of one force.
#[derive(Debug, Clone, Copy)]
pub struct ForceChange<'a> {
    /// The force, by the name that the later assessment has for it.
    pub force: &'a Force,
    /// How its answer moved; of a force that joined or left, that it is newly or no longer asked.
    pub movement: Movement,
}

impl<'a> QuestionChange<'a> {
    /// The question as it is asked now, or as it was last asked.
    ///
    /// # Panics
    /// Never: a question that neither asks is not among the changes.
    #[must_use]
    pub fn asked(&self) -> Asked<'a> {
        let found = self.later.or(self.earlier);
        found.map(|found| found.asked).expect("one of the two asks it")
    }
}

impl<'a> Changes<'a> {
    /// Compares two assessments.
    #[must_use]
    pub fn between(earlier: &Side<'a>, later: &Side<'a>) -> Self {
        let [before, now] = [earlier, later].map(|side| Analysis::of(side.framework, side.assessment));
        let absent = |names: &'a [Force], others: &[Force]| {
            let known: HashSet<&ForceId> = others.iter().map(|force| &force.id).collect();
            names.iter().filter(|force| !known.contains(&force.id)).collect::<Vec<_>>()
        };
        let (old, new) = (earlier.assessment.forces(), later.assessment.forces());
        let (joined, left) = (absent(new, old), absent(old, new));
        let common = joined.len() < new.len();
        let questions = questions(&before, &now, common);
        let ids = questions.iter().map(|change| &change.asked().question.id);
        let places = ids.enumerate().map(|(at, id)| (id, at)).collect();
        Self {
            gaps: fate::gaps(&before, &now),
            actions: fate::actions(&before, &now),
            earlier: before,
            later: now,
            questions,
            joined,
            left,
            places,
        }
    }

    /// What changed in that question, if either asks it.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&QuestionChange<'a>> {
        self.places.get(id).map(|at| &self.questions[*at])
    }

    /// The changes that count: all but those of a part that holds the user's own judgment.
    pub fn counted(&self) -> impl Iterator<Item = &QuestionChange<'a>> {
        self.questions.iter().filter(|change| !change.asked().part.judgment)
    }

    /// The movements of all questions that count.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.count(|_| true)
    }

    /// The movements of one part.
    #[must_use]
    pub fn counts_of_part(&self, part: &PartId) -> Counts {
        self.count(|asked| asked.part.id == *part)
    }

    /// The movements of one topic.
    #[must_use]
    pub fn counts_of_topic(&self, topic: &TopicId) -> Counts {
        self.count(|asked| asked.topic.id == *topic)
    }

    /// The movements under one theme.
    #[must_use]
    pub fn counts_of_theme(&self, theme: &ThemeId) -> Counts {
        self.count(|asked| asked.question.theme == *theme)
    }

    fn count(&self, within: impl Fn(&Asked<'_>) -> bool) -> Counts {
        Counts::of(self.counted().filter(|change| within(&change.asked())).map(|change| change.movement))
    }
}

fn questions<'a>(earlier: &Analysis<'a>, later: &Analysis<'a>, common: bool) -> Vec<QuestionChange<'a>> {
    let found = |analysis: &Analysis<'a>, finding: &Finding<'a>| Found::of(analysis.assessment, finding);
    let before: HashMap<&QuestionId, Found<'a>> =
        earlier.findings.iter().map(|finding| (&finding.asked.question.id, found(earlier, finding))).collect();
    let now: HashSet<&QuestionId> = later.findings.iter().map(|finding| &finding.asked.question.id).collect();
    let asked_once = |earlier, later, movement| QuestionChange {
        earlier,
        later,
        movement,
        forces: Vec::new(),
        reworded: false,
        other_levels: false,
    };
    let absence = |analysis: &Analysis<'_>, id| movement::absence(analysis.framework, analysis.assessment, id);
    let of_later = later.findings.iter().map(|finding| {
        let id = &finding.asked.question.id;
        let now = found(later, finding);
        match before.get(id) {
            Some(before) => both(earlier, later, *before, now, common),
            None => asked_once(None, Some(now), Movement::NewlyAsked(absence(earlier, id))),
        }
    });
    let gone = earlier.findings.iter().filter(|finding| !now.contains(&finding.asked.question.id)).map(|finding| {
        let why = absence(later, &finding.asked.question.id);
        asked_once(Some(found(earlier, finding)), None, Movement::NoLongerAsked(why))
    });
    of_later.chain(gone).collect()
}

/// A question that both ask.
fn both<'a>(
    earlier: &Analysis<'a>,
    later: &Analysis<'a>,
    before: Found<'a>,
    now: Found<'a>,
    common: bool,
) -> QuestionChange<'a> {
    QuestionChange {
        earlier: Some(before),
        later: Some(now),
        movement: movement::between(&before, &now, common),
        forces: forces(earlier, later, &before, &now),
        reworded: !same_words(before.asked.question, now.asked.question),
        other_levels: !movement::same_levels(before.asked.scale, now.asked.scale),
    }
}

fn same_words(first: &Question, second: &Question) -> bool {
    first.text == second.text && first.statements == second.statements
}

fn forces<'a>(
    earlier: &Analysis<'a>,
    later: &Analysis<'a>,
    before: &Found<'a>,
    now: &Found<'a>,
) -> Vec<ForceChange<'a>> {
    if !(before.asked.scale.force_by_force && now.asked.scale.force_by_force) {
        return Vec::new();
    }
    let id = &now.asked.question.id;
    let choice =
        |analysis: &Analysis<'a>| analysis.assessment.answers.get(id).and_then(|answer| answer.choice.as_ref());
    let (was, is) = (choice(earlier), choice(later));
    let names = |analysis: &Analysis<'a>| -> HashSet<&'a ForceId> {
        analysis.assessment.forces().iter().map(|force| &force.id).collect()
    };
    let (old, new) = (names(earlier), names(later));
    let of_later = later.assessment.forces().iter().map(|force| {
        let movement = if old.contains(&force.id) {
            movement::of_force(was, is, force, [before.asked.scale, now.asked.scale])
        } else {
            Movement::NewlyAsked(Absence::NotInFramework)
        };
        ForceChange { force, movement }
    });
    let left = earlier.assessment.forces().iter().filter(|force| !new.contains(&force.id));
    let left = left.map(|force| ForceChange { force, movement: Movement::NoLongerAsked(Absence::NotInFramework) });
    of_later.chain(left).collect()
}
