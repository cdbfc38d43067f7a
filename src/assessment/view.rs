//! What colleagues answered, and what was agreed.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::edit::Field;
use super::{Answer, Assessment, Choice, Unknown};
use crate::framework::{Inserted, QuestionId};

/// What a colleague answered to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The role of the colleague.
    pub role: String,
    /// The answer.
    pub answer: Rc<Answer>,
}

/// The views that were taken from colleagues' copies, by question; of one question, by role.
pub type Views = BTreeMap<QuestionId, Vec<View>>;

/// The answers that colleagues' copies hold, by role.
pub type Taken = BTreeMap<String, BTreeMap<QuestionId, Rc<Answer>>>;

/// How the answer to a question was agreed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreed {
    /// The role whose view was taken; none where the lead recorded an answer of their own.
    pub from: Option<String>,
    /// Why.
    pub reason: String,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

impl Assessment {
    /// What a colleague in that role answered to a question.
    #[must_use]
    pub fn view(&self, question: &QuestionId, role: &str) -> Option<&View> {
        self.views.get(question)?.iter().find(|view| view.role == role)
    }

    /// The views of each role.
    #[must_use]
    pub fn views_by_role(&self) -> Taken {
        let mut taken = Taken::new();
        for (question, views) in self.views.iter() {
            for view in views {
                let _ = taken.entry(view.role.clone()).or_default().insert(question.clone(), view.answer.clone());
            }
        }
        taken
    }

    /// The roles whose views would be replaced by other ones.
    #[must_use]
    pub fn replaced_by(&self, taken: &Taken) -> BTreeSet<String> {
        let had = self.views_by_role();
        let other = |role: &&String| had.get(*role).is_some_and(|views| taken.get(*role) != Some(views));
        taken.keys().filter(other).cloned().inserted()
    }

    /// Takes colleagues' answers in as views. The views of a role that are there already give way to
    /// the new ones; no answer changes.
    pub fn take_views(&mut self, taken: &Taken) {
        let views = Rc::make_mut(&mut self.views);
        for of_question in views.values_mut() {
            of_question.retain(|view| !taken.contains_key(&view.role));
        }
        for (role, answers) in taken {
            for (question, answer) in answers {
                let view = View { role: role.clone(), answer: answer.clone() };
                views.entry(question.clone()).or_default().push(view);
            }
        }
        views.retain(|_, of_question| !of_question.is_empty());
        for of_question in views.values_mut() {
            of_question.sort_by(|one, other| one.role.cmp(&other.role));
        }
    }

    /// Records how the answer to a question was agreed. The view of a role becomes the answer; with
    /// none, the answer that stands here does.
    ///
    /// Of a view, what was chosen is taken over. Its words are added to those that stand here,
    /// unless they stand here already: nothing that was written is lost. A role that gave no view
    /// changes nothing.
    pub fn agree(&mut self, question: &QuestionId, from: Option<&str>, reason: String) {
        if let Some(role) = from {
            let Some(view) = self.view(question, role).cloned() else { return };
            let mut answer = Answer::clone(&self.answer(question));
            answer.choice = chosen(answer.choice.take(), view.answer.choice.clone());
            for field in Field::ALL {
                let joined = joined(field.read(&answer), field.read(&view.answer));
                field.write(&mut answer, joined);
            }
            if !answer.is_blank() {
                let _ = self.answers.insert(question.clone(), Rc::new(answer));
            }
        }
        let agreed = self.agreed.entry(question.clone()).or_default();
        agreed.from = from.map(str::to_owned);
        agreed.reason = reason;
    }

    /// Writes why an answer was agreed.
    pub fn give_reason(&mut self, question: &QuestionId, reason: String) {
        if let Some(agreed) = self.agreed.get_mut(question) {
            agreed.reason = reason;
        }
    }

    /// Whether the answer to a question is the one that was agreed: what was agreed from a view does
    /// not stand once another choice is made here or that role has another view.
    #[must_use]
    pub fn is_agreed(&self, question: &QuestionId) -> bool {
        let Some(agreed) = self.agreed.get(question) else { return false };
        let Some(role) = &agreed.from else { return true };
        let Some(view) = self.view(question, role) else { return false };
        let now = self.answer(question).choice.clone();
        now == chosen(now.clone(), view.answer.choice.clone())
    }
}

/// What stands when a view's choice is taken over: of forces that the view does not answer for, what
/// stood before.
fn chosen(own: Option<Choice>, theirs: Option<Choice>) -> Option<Choice> {
    match (own, theirs) {
        (own, None) => own,
        (Some(Choice::ByForce(mut levels)), Some(Choice::ByForce(theirs))) => {
            levels.extend(theirs);
            Some(Choice::ByForce(levels))
        }
        (_, theirs) => theirs,
    }
}

/// Both texts, one below the other, unless one of them says it all.
pub(super) fn joined(own: &str, theirs: &str) -> String {
    if theirs.trim().is_empty() || own.contains(theirs) {
        own.to_owned()
    } else if own.trim().is_empty() || theirs.contains(own) {
        theirs.to_owned()
    } else {
        format!("{own}\n\n{theirs}")
    }
}
