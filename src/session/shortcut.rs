//! Single keys that do something at once, for who answers many questions.

use super::{Event, Notice, Route, Session};
use crate::assessment::guide;
use crate::framework::{Asked, Force, QuestionId};

/// Each key, and what it does.
pub const SHORTCUTS: [(&str, &str); 5] = [
    (
        "1 to 9",
        "Choose that level of the question that has the focus, counted from the top. Where each force answers: for the \
         force that has the focus, else for the first force without an answer",
    ),
    ("n", "Go to the next unanswered question"),
    ("p", "Go back to the question before"),
    ("/", "Search questions, answers, actions and the glossary"),
    ("?", "Show this list"),
];

impl Session {
    /// What it means that a key was pressed, given the ids of what surrounds the focus, nearest first.
    ///
    /// Nothing, as long as shortcuts are switched off or nothing is open to be answered.
    #[must_use]
    pub fn pressed(&self, key: &str, around: &[String]) -> Option<Event> {
        if !self.shortcuts {
            return None;
        }
        match key {
            "?" => return Some(self.place(around).map_or(Event::Went(Route::Shortcuts), Event::AskedForKeys)),
            _ if self.assessment.is_none() => return None,
            "/" => return Some(Event::Went(Route::Search)),
            _ => {}
        }
        let focused = self.focused(around);
        match key {
            "n" => Some(self.next_unanswered(focused.as_ref())),
            "p" => Some(self.question_before(focused.as_ref())),
            _ => {
                let number = key.parse::<usize>().ok().filter(|_| key.len() == 1)?;
                self.level(&focused?, number.checked_sub(1)?, around)
            }
        }
    }

    fn level(&self, asked: &Asked<'_>, number: usize, around: &[String]) -> Option<Event> {
        let (question, level) = (asked.question.id.clone(), asked.scale.levels.get(number)?.id.clone());
        if !asked.scale.force_by_force {
            return Some(Event::Chose(question, level));
        }
        let assessment = self.assessment.as_ref()?;
        let answer = assessment.answer(&question);
        let has_focus = |force: &&Force| around.contains(&format!("{question}.{}", force.id));
        let focused = assessment.forces().iter().find(has_focus);
        let force =
            focused.or_else(|| assessment.forces().iter().find(|force| answer.level_of(&force.id).is_none()))?;
        Some(Event::Committed(question, force.id.clone(), level))
    }

    fn next_unanswered(&self, focused: Option<&Asked<'_>>) -> Event {
        let Some(assessment) = &self.assessment else { return Event::Told(Notice::AllAnswered) };
        let after = match self.here(focused) {
            Place::Question(question) => Some(question),
            Place::Before(first) => guide::before(self.framework(), assessment, &first),
            Place::Outside => None,
        };
        match guide::next_open(self.framework(), assessment, after.as_ref()) {
            Some(question) => self.to(question),
            None => Event::Told(Notice::AllAnswered),
        }
    }

    fn question_before(&self, focused: Option<&Asked<'_>>) -> Event {
        let before = match (self.here(focused), &self.assessment) {
            (Place::Question(question) | Place::Before(question), Some(assessment)) => {
                guide::before(self.framework(), assessment, &question)
            }
            _ => None,
        };
        before.map_or(Event::Told(Notice::NoQuestionBefore), |question| self.to(question))
    }

    /// Where the user is in the walk.
    fn here(&self, focused: Option<&Asked<'_>>) -> Place {
        let Route::Topic(topic, question) = &self.route else { return Place::Outside };
        let first = || self.framework().topic(topic)?.1.questions.first().map(|first| first.id.clone());
        match focused.map(|asked| &asked.question.id).or(question.as_ref()) {
            Some(question) => Place::Question(question.clone()),
            None => first().map_or(Place::Outside, Place::Before),
        }
    }

    fn to(&self, question: QuestionId) -> Event {
        let topic = self.framework().question(&question).map(|asked| asked.topic.id.clone());
        Event::Went(topic.map_or(Route::Tasks, |topic| Route::Topic(topic, Some(question))))
    }
}

/// A place in the walk.
enum Place {
    /// At that question.
    Question(QuestionId),
    /// At the head of the page whose first question it is.
    Before(QuestionId),
    /// At a page that asks nothing.
    Outside,
}
