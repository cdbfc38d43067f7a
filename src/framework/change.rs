//! What changed between two versions of a framework, question by question.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Framework;
use super::id::QuestionId;
use super::question::Question;

/// A question that is no longer asked. Its id is never used again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Retired {
    /// Its id.
    pub id: QuestionId,
    /// Since when.
    #[cfg_attr(test, schemars(with = "String"))]
    pub date: Date,
    /// Why, in a sentence.
    pub reason: String,
}

/// What changed from one version of a framework to another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Asked in both, in the same words.
    pub same: Vec<QuestionId>,
    /// Asked in both, in other words: the answer may no longer fit.
    pub reworded: Vec<QuestionId>,
    /// Asked only in the second.
    pub new: Vec<QuestionId>,
    /// Asked only in the first.
    pub gone: Vec<QuestionId>,
}

impl Change {
    /// What changed from the first to the second.
    #[must_use]
    pub fn between(first: &Framework, second: &Framework) -> Self {
        let mut change = Self::default();
        for asked in second.questions() {
            let list = match first.question(&asked.question.id) {
                None => &mut change.new,
                Some(before) if same_words(before.question, asked.question) => &mut change.same,
                Some(_) => &mut change.reworded,
            };
            list.push(asked.question.id.clone());
        }
        let gone = first.questions().filter(|asked| second.question(&asked.question.id).is_none());
        change.gone = gone.map(|asked| asked.question.id.clone()).collect();
        change
    }
}

/// Whether an answer to the one is an answer to the other: the question, its scale and what its
/// levels look like are the same.
fn same_words(first: &Question, second: &Question) -> bool {
    first.text == second.text && first.scale == second.scale && first.statements == second.statements
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compared_with_itself_nothing_changed() {
        for framework in Framework::built_ins() {
            let change = Change::between(&framework, &framework);
            assert_eq!(change.same.len(), framework.questions().count());
            assert_eq!(Change { same: Vec::new(), ..change }, Change::default());
        }
    }

    #[test]
    fn what_is_new_one_way_is_gone_the_other_way() {
        let [now, then] = [0, 1].map(|at| Framework::built_ins().swap_remove(at));
        let (forth, back) = (Change::between(&then, &now), Change::between(&now, &then));
        let sorted = |mut list: Vec<QuestionId>| {
            list.sort();
            list
        };
        assert_eq!(sorted(forth.new), sorted(back.gone));
        assert_eq!(sorted(forth.gone), sorted(back.new));
        assert_eq!(sorted(forth.reworded), sorted(back.reworded));
        assert_eq!(sorted(forth.same), sorted(back.same));
    }
}
