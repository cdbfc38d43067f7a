//! An earlier version of the built-in framework, kept as what differs from the current one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::id::{LevelId, QuestionId, TopicId};
use super::question::Question;
use super::{Flaw, Framework, Index, check};

/// What an earlier version of the framework asked, told as the difference from the current one.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its version.
    pub version: String,
    /// Its name.
    pub name: String,
    /// What it is and what it is not, in sentences.
    pub about: Vec<String>,
    /// The topics that it asks about; the current framework's other topics are left out.
    pub topics: BTreeSet<TopicId>,
    /// The questions of those topics that it did not ask yet.
    pub without: BTreeSet<QuestionId>,
    /// The questions that it asked and that have been retired since, at the end of their topics.
    pub added: Vec<Question>,
    /// The questions that it worded otherwise.
    pub reworded: BTreeMap<QuestionId, Wording>,
}

/// Another wording of a question. What is left out is as in the current framework.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The question.
    #[serde(default)]
    pub text: Option<String>,
    /// How to judge it.
    #[serde(default)]
    pub help: Option<String>,
    /// What some levels look like.
    #[serde(default)]
    pub statements: BTreeMap<LevelId, String>,
}

impl Edition {
    /// Reads an edition from JSON.
    ///
    /// # Errors
    /// The one flaw for which it can't be read, with its key and line.
    pub fn read(text: &str) -> Result<Self, Flaw> {
        let mut json = serde_json::Deserializer::from_str(text);
        serde_path_to_error::deserialize(&mut json).map_err(|error| Flaw::of_shape(&error))
    }

    /// The framework as it was, made from the current one.
    ///
    /// # Errors
    /// Every flaw of what results, such as a topic or question that the current framework lacks.
    pub fn apply(self, current: &Framework) -> Result<Framework, Vec<Flaw>> {
        let unknown = self.strangers(current);
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let Self { version, name, about, topics, without, added, reworded } = self;
        let mut framework = Framework { version, name, about, ..current.clone() };
        for part in &mut framework.parts {
            part.topics.retain(|topic| topics.contains(&topic.id));
            for topic in &mut part.topics {
                topic.questions.retain(|question| !without.contains(&question.id));
                for question in &mut topic.questions {
                    if let Some(wording) = reworded.get(&question.id) {
                        wording.clone().apply(question);
                    }
                }
                let belongs = |question: &&Question| question.id.topic() == topic.id.as_str();
                topic.questions.extend(added.iter().filter(belongs).cloned());
            }
        }
        framework.parts.retain(|part| !part.topics.is_empty());
        framework.concern_rules.retain(|rule| rule.when.is_about(&framework.parts));
        let flaws = check::flaws(&framework, "");
        if !flaws.is_empty() {
            return Err(flaws);
        }
        framework.index = Index::of(&framework);
        Ok(framework)
    }

    fn strangers(&self, current: &Framework) -> Vec<Flaw> {
        let topics = self.topics.iter().filter(|id| current.topic(id).is_none()).map(TopicId::as_str);
        let named = self.without.iter().chain(self.reworded.keys());
        let questions = named.filter(|id| current.question(id).is_none()).map(QuestionId::as_str);
        topics.chain(questions).map(Flaw::of_stranger).collect()
    }
}

impl Wording {
    fn apply(self, question: &mut Question) {
        if let Some(text) = self.text {
            question.text = text;
        }
        if let Some(help) = self.help {
            question.help = help;
        }
        question.statements.extend(self.statements);
    }
}
