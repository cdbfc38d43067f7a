//! Carrying answers over from one version of a framework to another.

use std::collections::BTreeSet;

use super::{Assessment, guide};
use crate::framework::{Change, Framework, QuestionId, Retired, TopicId};

/// What became of the answers when an assessment was carried over. No answer was lost or altered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedOver {
    /// The id and version it was made against.
    pub from: (String, String),
    /// The id and version it is against now.
    pub to: (String, String),
    /// Whether the questions it was made against are known; if not, `new` and `reworded` can't be.
    pub compared: bool,
    /// How many answers are to questions that are asked now.
    pub carried: usize,
    /// The questions that are asked now and were not, and have no answer yet, by topic in the order of the walk.
    pub new: Vec<(TopicId, usize)>,
    /// The questions that have an answer and are worded otherwise now.
    pub reworded: Vec<QuestionId>,
    /// The questions that have an answer and are not asked now.
    pub gone: Vec<Gone>,
}

/// A question that has an answer and is not asked now. The answer stays in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Its id.
    pub question: QuestionId,
    /// What it asked, where that is known.
    pub text: Option<String>,
    /// Since when and why it is no longer asked, where it has been retired.
    pub retired: Option<Retired>,
}

impl Assessment {
    /// Makes this an assessment against another framework, by the ids of questions. Nothing changes
    /// but the framework it names, so carrying it back brings it back as it was.
    ///
    /// `from` is the framework it was made against, where that is known.
    pub fn carry_over(&mut self, from: Option<&Framework>, to: &Framework) -> CarriedOver {
        let (id, version) = std::mem::replace(&mut self.framework, (to.id.clone(), to.version.clone()));
        let change = from.map(|from| Change::between(from, to)).unwrap_or_default();
        let answered = |question: &QuestionId| self.answers.contains_key(question);
        let is_gone = |question: &&QuestionId| to.question(question).is_none();
        CarriedOver {
            from: (id.to_string(), version),
            to: (to.id.to_string(), to.version.clone()),
            compared: from.is_some(),
            carried: self.answers.keys().filter(|question| to.question(question).is_some()).count(),
            new: self.by_topic(to, &change.new.into_iter().collect()),
            reworded: change.reworded.into_iter().filter(answered).collect(),
            gone: self.answers.keys().filter(is_gone).map(|question| Gone::of(question, from)).collect(),
        }
    }

    /// How many of these questions have no answer in each topic of this assessment, where there are any.
    fn by_topic(&self, framework: &Framework, questions: &BTreeSet<QuestionId>) -> Vec<(TopicId, usize)> {
        let count = |topic: &crate::framework::Topic| {
            let is_new = |question: &QuestionId| questions.contains(question) && !self.answers.contains_key(question);
            topic.questions.iter().filter(|question| is_new(&question.id)).count()
        };
        let counted = guide::topics(framework, self).map(|(_, topic)| (topic.id.clone(), count(topic)));
        counted.filter(|(_, count)| *count > 0).collect()
    }
}

impl Gone {
    fn of(question: &QuestionId, from: Option<&Framework>) -> Self {
        let asked = from.and_then(|from| from.question(question));
        Self {
            question: question.clone(),
            text: asked.map(|asked| asked.question.text.clone()),
            retired: Retired::find(question),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::AssessmentId;

    fn id<T: for<'a> TryFrom<&'a str>>(id: &str) -> T {
        id.try_into().unwrap_or_else(|_| panic!("{id} is an id"))
    }

    fn answered(framework: &Framework, questions: &[&str]) -> Assessment {
        let mut assessment = Assessment::new(AssessmentId::new("an-assessment").expect("an id"), framework);
        for question in questions {
            assessment.choose(&id(question), id("achieved"));
        }
        assessment
    }

    #[test]
    fn there_and_back_again_it_is_as_it_was() {
        let [now, then] = [0, 1].map(|at| Framework::built_ins().swap_remove(at));
        let before = answered(&then, &["regional-intelligence.force-mapping", "gain.tasking"]);
        let mut assessment = before.clone();
        let there = assessment.carry_over(Some(&then), &now);
        assert_eq!((there.carried, there.gone.len()), (1, 1));
        let back = assessment.carry_over(Some(&now), &then);
        assert_eq!((back.carried, back.gone.len()), (2, 0));
        assert_eq!(assessment, before);
    }

    #[test]
    fn a_question_that_was_answered_in_a_version_before_is_not_new() {
        let [now, then] = [0, 1].map(|at| Framework::built_ins().swap_remove(at));
        let of_nca =
            |carried: &CarriedOver| carried.new.iter().find(|(topic, _)| topic.as_str() == "nca").map(|it| it.1);
        for (answers, new) in [(&[][..], Some(5)), (&["nca.tasking"], Some(4))] {
            let mut assessment = answered(&now, answers);
            let _ = assessment.carry_over(Some(&now), &then);
            assert_eq!(of_nca(&assessment.carry_over(Some(&then), &now)), new);
        }
    }

    #[test]
    fn where_the_other_version_is_not_known_only_what_is_no_longer_asked_is_told() {
        let now = Framework::built_in();
        let mut assessment = answered(&now, &["gain.tasking", "regional-intelligence.force-mapping", "gain.unheard"]);
        assessment.framework.1 = String::from("1999.1");
        let carried = assessment.carry_over(None, &now);
        assert!(!carried.compared && carried.new.is_empty() && carried.reworded.is_empty());
        assert_eq!(carried.carried, 1);
        let gone: Vec<_> = carried.gone.iter().map(|gone| (gone.question.as_str(), gone.retired.is_some())).collect();
        assert_eq!(gone, [("gain.unheard", false), ("regional-intelligence.force-mapping", true)]);
    }
}
