//! A copy for a colleague: the same assessment, cut down to what one role is asked.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Answer, Assessment, Unknown};
use crate::framework::TopicId;

/// Whom a copy is for, and what it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyFor {
    /// The role of the colleague.
    pub role: String,
    /// The topics that are asked: these and no others.
    pub topics: BTreeSet<TopicId>,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

/// What a colleague finds in a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// No answers: everybody scores alone first, and then they agree.
    Blank,
    /// The answers that stand in the assessment now.
    WithAnswers,
}

impl Assessment {
    /// A copy for a colleague in that role, who is asked these topics.
    ///
    /// It is known as a copy of this assessment by its id. It carries the particulars and the
    /// framework, the targets of its topics and, if asked for, their answers; nothing else leaves.
    #[must_use]
    pub fn copy_for(&self, role: &str, topics: &BTreeSet<TopicId>, start: Start) -> Self {
        let answers = self.answers.iter().filter(|_| start == Start::WithAnswers);
        let targets = self.targets.iter().filter(|(topic, _)| topics.contains(*topic));
        Self {
            example: self.example,
            particulars: self.particulars.clone(),
            switched_on: self.switched_on.intersection(topics).cloned().collect(),
            answers: answers
                .filter(|(question, _)| topics.contains(question.topic()))
                .map(|(question, answer)| (question.clone(), Rc::<Answer>::clone(answer)))
                .collect(),
            targets: targets.map(|(topic, target)| (topic.clone(), target.clone())).collect(),
            copy: Some(CopyFor { role: role.trim().to_owned(), topics: topics.clone(), unknown: Unknown::new() }),
            ..Self::empty(self.id.clone(), self.framework.clone())
        }
    }

    /// The name under which a browser keeps it, so that a copy never takes the place of the
    /// assessment that it is a copy of.
    #[must_use]
    pub fn kept_as(&self) -> String {
        match &self.copy {
            Some(copy) => format!("{} {}", self.id, copy.role),
            None => self.id.to_string(),
        }
    }
}
