//! What follows from the answers: how far the walk has come, what meets, what falls short.

pub mod commitment;
pub mod coverage;
pub mod gap;
pub mod outcome;
pub mod tally;
pub mod target;
pub mod unfinished;

use std::rc::Rc;

use crate::assessment::{Action, Assessment, Filter, guide};
use crate::framework::{Asked, Framework, Part, QuestionId, Standing, Theme, ThemeId, Topic};

pub use commitment::{Commitment, Row};
pub use coverage::{Coverage, Status};
pub use gap::{Gap, Handling};
pub use outcome::Outcome;
pub use tally::Tally;
pub use unfinished::{Lack, Unfinished};

/// All that follows from an assessment, computed once and read by every screen and document.
#[derive(Debug)]
pub struct Analysis<'a> {
    /// What was asked.
    pub framework: &'a Framework,
    /// What was answered.
    pub assessment: &'a Assessment,
    /// Every question that is asked, with what its answer comes to.
    pub findings: Vec<Finding<'a>>,
    /// The gaps, in the order in which a board should read them.
    pub gaps: Vec<Gap<'a>>,
    /// Force by force, who commits to what.
    pub commitment: Commitment<'a>,
}

/// A question that is asked and what its answer comes to.
#[derive(Debug, Clone, Copy)]
pub struct Finding<'a> {
    /// The question and where it stands.
    pub asked: Asked<'a>,
    /// What its answer comes to.
    pub outcome: Outcome,
    /// Whether it is answered in full, every force included.
    pub complete: bool,
    /// Whether some forces have answered, be it one alone or all.
    pub begun: bool,
}

impl<'a> Finding<'a> {
    /// What the answer to that question comes to.
    #[must_use]
    pub fn of(assessment: &Assessment, asked: Asked<'a>) -> Self {
        Self {
            asked,
            outcome: Outcome::of(assessment, &asked),
            complete: guide::is_answered(assessment, &asked),
            begun: guide::is_answered_in_part(assessment, &asked),
        }
    }
}

impl<'a> Analysis<'a> {
    /// Works out all that follows.
    #[must_use]
    pub fn of(framework: &'a Framework, assessment: &'a Assessment) -> Self {
        let findings: Vec<_> =
            guide::questions(framework, assessment).map(|asked| Finding::of(assessment, asked)).collect();
        Self {
            framework,
            assessment,
            gaps: gap::ranked(framework, assessment, &findings),
            commitment: Commitment::of(assessment, &findings),
            findings,
        }
    }

    /// The findings of one topic.
    pub fn of_topic<'s>(&'s self, topic: &'s Topic) -> impl Iterator<Item = &'s Finding<'a>> {
        self.findings.iter().filter(move |finding| finding.asked.topic.id == topic.id)
    }

    /// The findings that count: all but those of a part that holds the user's own judgment.
    pub fn counted(&self) -> impl Iterator<Item = &Finding<'a>> {
        self.findings.iter().filter(|finding| !finding.asked.part.judgment)
    }

    /// The findings below the minimum expectation that are enough for the region's own target.
    pub fn tolerated(&self) -> impl Iterator<Item = &Finding<'a>> {
        let is_gap =
            |finding: &&Finding<'a>| self.gaps.iter().any(|gap| gap.asked.question.id == finding.asked.question.id);
        self.counted()
            .filter(|finding| finding.outcome.standing().is_some_and(Standing::is_gap))
            .filter(move |finding| !is_gap(finding))
    }

    /// The actions whose gap has closed, in the order in which they were written: what they are for no longer
    /// falls short, or is no longer answered or asked.
    pub fn actions_of_closed_gaps(&self) -> impl Iterator<Item = &'a Rc<Action>> {
        let is_gap = |question: &QuestionId| self.gaps.iter().any(|gap| gap.asked.question.id == *question);
        self.assessment.actions.iter().filter(move |action| !is_gap(&action.question))
    }

    /// The findings that a filter of the task list lets through.
    pub fn filtered(&self, filter: Filter) -> impl Iterator<Item = &Finding<'a>> {
        self.findings.iter().filter(move |finding| {
            let question = &finding.asked.question.id;
            match filter {
                Filter::NotAssessed => !finding.complete,
                Filter::Gaps => self.gaps.iter().any(|gap| gap.asked.question.id == *question),
                Filter::Flagged => self.assessment.flagged.contains(question),
            }
        })
    }

    /// How far the whole walk has come.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        Coverage::of(self.findings.iter())
    }

    /// How far one topic has come.
    #[must_use]
    pub fn coverage_of(&self, topic: &Topic) -> Coverage {
        Coverage::of(self.of_topic(topic))
    }

    /// How far one part has come.
    #[must_use]
    pub fn coverage_of_part(&self, part: &Part) -> Coverage {
        Coverage::of(self.findings.iter().filter(|finding| finding.asked.part.id == part.id))
    }

    /// The outcomes of a part, counted.
    #[must_use]
    pub fn tally_of_part(&self, part: &Part) -> Tally {
        Tally::of(self.findings.iter().filter(|finding| finding.asked.part.id == part.id))
    }

    /// The outcomes of one topic under one theme, counted: a cell of the heat map.
    #[must_use]
    pub fn tally_of_cell(&self, topic: &Topic, theme: &ThemeId) -> Tally {
        Tally::of(self.of_topic(topic).filter(|finding| finding.asked.question.theme == *theme))
    }

    /// All outcomes that count, counted.
    #[must_use]
    pub fn tally(&self) -> Tally {
        Tally::of(self.counted())
    }

    /// The parts that hold at least one topic of this assessment, with those topics.
    #[must_use]
    pub fn parts(&self) -> Vec<(&'a Part, Vec<&'a Topic>)> {
        let included = |part: &'a Part| -> Vec<&'a Topic> {
            part.topics.iter().filter(|topic| guide::includes(self.assessment, topic)).collect()
        };
        self.framework
            .parts
            .iter()
            .map(|part| (part, included(part)))
            .filter(|(_, topics)| !topics.is_empty())
            .collect()
    }

    /// The themes that the topics of a part are asked about: the columns of its heat map.
    #[must_use]
    pub fn themes_of(&self, part: &Part) -> Vec<&'a Theme> {
        let asked = |theme: &&Theme| {
            part.topics
                .iter()
                .filter(|topic| guide::includes(self.assessment, topic))
                .any(|topic| topic.questions.iter().any(|question| question.theme == theme.id))
        };
        self.framework.themes.iter().filter(asked).collect()
    }
}
