//! How far the walk has come.

use super::Finding;
use crate::assessment::{Assessment, guide};
use crate::framework::{Framework, Topic};

/// How many questions are asked and how many of them are answered in full.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The questions that are asked now; answers may add or remove some.
    pub asked: usize,
    /// Those answered in full: every force included, or set aside with a reason.
    pub answered: usize,
    /// Those begun: for some forces, not yet for all.
    pub begun: usize,
}

/// How a topic stands in the task list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// No question is answered.
    NotStarted,
    /// Some are.
    InProgress,
    /// All are.
    Completed,
}

impl Coverage {
    /// Counts findings.
    pub fn of<'a, 'f: 'a>(findings: impl Iterator<Item = &'a Finding<'f>>) -> Self {
        findings.fold(Self::default(), |so_far, finding| Self {
            asked: so_far.asked + 1,
            answered: so_far.answered + usize::from(finding.complete),
            begun: so_far.begun + usize::from(!finding.complete && finding.begun),
        })
    }

    /// Counts one topic alone, as the page of the topic does at every keystroke.
    #[must_use]
    pub fn of_topic(framework: &Framework, assessment: &Assessment, topic: &Topic) -> Self {
        let asked = topic.questions.iter().filter(|question| guide::asks(assessment, topic, question));
        let asked = asked.filter_map(|question| framework.question(&question.id));
        let findings: Vec<Finding<'_>> = asked.map(|asked| Finding::of(assessment, asked)).collect();
        Self::of(findings.iter())
    }

    /// How many questions are left. Answers may still add or remove some.
    #[must_use]
    pub const fn left(self) -> usize {
        self.asked - self.answered
    }

    /// How it stands in the task list.
    #[must_use]
    pub const fn status(self) -> Status {
        if self.answered == self.asked {
            Status::Completed
        } else if self.answered + self.begun == 0 {
            Status::NotStarted
        } else {
            Status::InProgress
        }
    }
}

impl Status {
    /// The word on screen.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotStarted => "Not yet started",
            Self::InProgress => "In progress",
            Self::Completed => "Completed",
        }
    }
}
