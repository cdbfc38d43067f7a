//! What is asked next: derived from the answers, stored nowhere.

use super::Assessment;
use crate::framework::{Asked, Framework, Part, Question, QuestionId, Topic, TopicId};

/// Whether that topic is part of this assessment: a copy for a colleague asks the topics that were
/// chosen for it.
#[must_use]
pub fn includes(assessment: &Assessment, topic: &Topic) -> bool {
    match &assessment.copy {
        Some(copy) => copy.topics.contains(&topic.id),
        None => !topic.optional || assessment.switched_on.contains(&topic.id),
    }
}

/// Whether that question is asked, given the answers so far.
///
/// A question that depends on one that is itself not asked is not asked either.
#[must_use]
pub fn asks(assessment: &Assessment, topic: &Topic, question: &Question) -> bool {
    let Some(shown) = &question.shown_when else { return true };
    let chosen = assessment.answers.get(&shown.question).and_then(|answer| answer.level());
    chosen.is_some_and(|level| shown.levels.contains(level))
        && topic
            .questions
            .iter()
            .find(|earlier| earlier.id == shown.question)
            .is_some_and(|earlier| asks(assessment, topic, earlier))
}

/// The topics of this assessment with their parts, in the order of the walk.
pub fn topics<'a>(framework: &'a Framework, assessment: &'a Assessment) -> impl Iterator<Item = (&'a Part, &'a Topic)> {
    framework.topics().filter(move |(_, topic)| includes(assessment, topic))
}

/// Whether a question is asked in this assessment, its topic included.
fn is_asked(assessment: &Assessment, asked: &Asked<'_>) -> bool {
    includes(assessment, asked.topic) && asks(assessment, asked.topic, asked.question)
}

/// The questions that are asked, in the order of the walk.
pub fn questions<'a>(framework: &'a Framework, assessment: &'a Assessment) -> impl Iterator<Item = Asked<'a>> {
    framework.questions().filter(move |asked| is_asked(assessment, asked))
}

/// The first question after that one, or from the start, that has no full answer.
#[must_use]
pub fn next_open(framework: &Framework, assessment: &Assessment, after: Option<&QuestionId>) -> Option<QuestionId> {
    let open = |asked: &Asked<'_>| !is_answered(assessment, asked);
    let all: Vec<Asked<'_>> = questions(framework, assessment).collect();
    let from = after.map_or(0, |id| all.len() - behind(framework, assessment, id).count());
    all[from..].iter().chain(&all[..from]).find(|asked| open(asked)).map(|asked| asked.question.id.clone())
}

/// The other questions of this assessment that are like that one: in its topic, or of its theme.
#[must_use]
pub fn similar<'a>(framework: &'a Framework, assessment: &'a Assessment, question: &QuestionId) -> Vec<Asked<'a>> {
    let Some(one) = framework.question(question) else { return Vec::new() };
    let alike = |asked: &Asked<'_>| {
        asked.question.id != *question && (asked.topic.id == one.topic.id || asked.question.theme == one.question.theme)
    };
    questions(framework, assessment).filter(alike).collect()
}

/// The question that is asked before that one.
#[must_use]
pub fn before(framework: &Framework, assessment: &Assessment, question: &QuestionId) -> Option<QuestionId> {
    let from = behind(framework, assessment, question).next().map(|asked| asked.question.id.clone());
    let up_to = |asked: &Asked<'_>| asked.question.id != *question && from.as_ref() != Some(&asked.question.id);
    let earlier = questions(framework, assessment).take_while(up_to);
    earlier.last().map(|asked| asked.question.id.clone())
}

/// The questions that are asked behind that one, which may itself no longer be asked.
fn behind<'a>(
    framework: &'a Framework,
    assessment: &'a Assessment,
    question: &QuestionId,
) -> impl Iterator<Item = Asked<'a>> {
    let at = framework.questions().position(|asked| asked.question.id == *question);
    let behind = framework.questions().skip(at.map_or(usize::MAX, |at| at + 1));
    behind.filter(move |asked| is_asked(assessment, asked))
}

/// Whether a question is answered in full: force by force, every force has an answer.
#[must_use]
pub fn is_answered(assessment: &Assessment, asked: &Asked<'_>) -> bool {
    let Some(answer) = assessment.answers.get(&asked.question.id) else { return false };
    if answer.not_applicable().is_some() {
        return true;
    }
    let known = |level| asked.scale.level(level).is_some();
    if asked.scale.force_by_force {
        let forces = assessment.forces();
        !forces.is_empty() && forces.iter().all(|force| answer.level_of(&force.id).is_some_and(known))
    } else {
        answer.level().is_some_and(known)
    }
}

/// Whether a question is answered for some forces.
#[must_use]
pub fn is_answered_in_part(assessment: &Assessment, asked: &Asked<'_>) -> bool {
    let Some(answer) = assessment.answers.get(&asked.question.id) else { return false };
    let known = |level| asked.scale.level(level).is_some();
    asked.scale.force_by_force && assessment.forces().iter().any(|force| answer.level_of(&force.id).is_some_and(known))
}

/// The topics before and after that one in the walk.
#[must_use]
pub fn neighbours<'a>(
    framework: &'a Framework,
    assessment: &'a Assessment,
    topic: &TopicId,
) -> (Option<&'a Topic>, Option<&'a Topic>) {
    let all: Vec<&Topic> = topics(framework, assessment).map(|(_, topic)| topic).collect();
    let Some(at) = all.iter().position(|other| other.id == *topic) else { return (None, None) };
    (at.checked_sub(1).map(|before| all[before]), all.get(at + 1).copied())
}
