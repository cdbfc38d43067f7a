//! An earlier version of the built-in framework, told as what differs from the current one.

use crate::framework::Inserted;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::id::{LevelId, QuestionId, TopicId};
use super::question::{Question, Topic};
use super::source::Basis;
use super::{Flaw, Framework};

/// What an earlier version asked, as the difference from the current framework.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The schema that an editor checks the file with.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Its version.
    pub version: String,
    /// Its name.
    pub name: String,
    /// What it is and what it is not, in sentences.
    pub about: Vec<String>,
    /// The topics that it asks about; the current framework's other topics are left out.
    pub topics: Vec<TopicThen>,
    /// The questions of those topics that it did not ask yet.
    pub without: Vec<QuestionId>,
    /// The questions that it asked for another reason.
    pub reasons: Vec<ReasonThen>,
    /// The questions that it worded otherwise.
    pub reworded: Vec<Wording>,
    /// The questions that it asked and that have been retired since, at the end of their topics.
    pub added: Vec<Question>,
}

/// A topic of an edition. What is left out is as in the current framework.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TopicThen {
    /// Its id.
    pub id: TopicId,
    /// What it is, in plain words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// How it is known to belong there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

/// A reason that several questions share.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReasonThen {
    /// The questions.
    pub questions: Vec<QuestionId>,
    /// Why they are asked, and who says so.
    pub why: Basis,
}

/// Another wording of a question. What is left out is as in the current framework.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The question's id.
    pub id: QuestionId,
    /// The question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How to judge it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// What some levels look like.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub statements: BTreeMap<LevelId, String>,
    /// Documents or facts that would prove the level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<String>,
}

impl Edition {
    /// Reads an edition from JSON.
    ///
    /// # Errors
    /// The one flaw for which it can't be read, with its line.
    pub fn read(text: &str) -> Result<Self, Vec<Flaw>> {
        serde_json::from_str(text).map_err(|error| vec![Flaw::of_json(&error)])
    }

    /// The framework as it was, made from the current one. `text` is that of the edition, for lines.
    ///
    /// # Errors
    /// Every topic and question that the edition names and the current framework lacks, or else
    /// every flaw of what results.
    pub fn apply(self, current: &Framework, text: &str) -> Result<Framework, Vec<Flaw>> {
        let strangers = self.strangers(current, text);
        if !strangers.is_empty() {
            return Err(strangers);
        }
        let mut framework = current.clone();
        framework.version.clone_from(&self.version);
        framework.name.clone_from(&self.name);
        framework.about.clone_from(&self.about);
        for part in &mut framework.parts {
            part.topics.retain(|topic| self.topics.iter().any(|then| then.id == topic.id));
            part.topics.iter_mut().for_each(|topic| self.turn_back(topic));
        }
        framework.parts.retain(|part| !part.topics.is_empty());
        framework.concern_rules.retain(|rule| rule.when.is_about(&framework.parts));
        framework.checked(text)
    }

    /// Makes a topic what it was.
    fn turn_back(&self, topic: &mut Topic) {
        if let Some(then) = self.topics.iter().find(|then| then.id == topic.id) {
            replace(&mut topic.summary, then.summary.as_ref());
            replace(&mut topic.basis, then.basis.as_ref());
        }
        topic.questions.retain(|question| !self.without.contains(&question.id));
        for question in &mut topic.questions {
            let reason = self.reasons.iter().find(|reason| reason.questions.contains(&question.id));
            replace(&mut question.why, reason.map(|reason| &reason.why));
            if let Some(wording) = self.reworded.iter().find(|wording| wording.id == question.id) {
                wording.apply(question);
            }
        }
        let added = self.added.iter().filter(|question| question.id.topic() == topic.id.as_str());
        topic.questions.extend(added.cloned());
    }

    /// The names that nothing in the current framework bears, in the order of the file.
    fn strangers(&self, current: &Framework, text: &str) -> Vec<Flaw> {
        let topics = self.topics.iter().map(|then| &then.id).filter(|id| current.topic(id).is_none());
        let reasons = self.reasons.iter().flat_map(|reason| &reason.questions);
        let mentioned = self.without.iter().chain(reasons).chain(self.reworded.iter().map(|wording| &wording.id));
        let questions = mentioned.filter(|id| current.question(id).is_none());
        let asked: BTreeSet<&str> = self.topics.iter().map(|then| then.id.as_str()).inserted();
        let homeless = self.added.iter().map(|question| &question.id).filter(|id| !asked.contains(id.topic()));
        let names = topics.map(TopicId::as_str).chain(questions.chain(homeless).map(QuestionId::as_str));
        names.map(|name| Flaw::of_stranger(name, text)).collect()
    }
}

impl Wording {
    fn apply(&self, question: &mut Question) {
        replace(&mut question.text, self.text.as_ref());
        replace(&mut question.help, self.help.as_ref());
        question.statements.extend(self.statements.clone());
        if !self.prompts.is_empty() {
            question.prompts.clone_from(&self.prompts);
        }
    }
}

fn replace<T: Clone>(now: &mut T, then: Option<&T>) {
    if let Some(then) = then {
        now.clone_from(then);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::framework::Fault;

    /// `BLESS=1 cargo test --lib framework` writes it.
    #[test]
    fn the_published_schema_is_that_of_the_types() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/framework/edition.schema.json");
        let schema = serde_json::to_string_pretty(&schemars::schema_for!(Edition)).expect("a schema is JSON") + "\n";
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &schema).expect("the folder of the framework can be written to");
        }
        let published = std::fs::read_to_string(&path).expect("the schema is published beside the framework");
        assert_eq!(published, schema, "the types have changed: BLESS=1 cargo test --lib framework");
    }

    fn of(json: &str) -> Result<Framework, Vec<Flaw>> {
        let text = format!("{{\"version\": \"0\", \"name\": \"Then\", \"about\": [\"It was.\"],\n{json}}}");
        Edition::read(&text)?.apply(&Framework::built_in(), &text)
    }

    #[test]
    fn what_an_edition_does_not_name_is_as_it_is_now_or_left_out() {
        let then = of("\"topics\": [{ \"id\": \"gain\" }], \"without\": [\"gain.results\"], \"reasons\": [],
            \"reworded\": [{ \"id\": \"gain.tasking\", \"text\": \"Was it?\" }], \"added\": []");
        let (now, then) = (Framework::built_in(), then.expect("a sound edition"));
        let id = |id: &str| QuestionId::try_from(id).expect("an id");
        let asked = then.question(&id("gain.tasking")).expect("it is asked").question;
        let today = now.question(&id("gain.tasking")).expect("it is asked").question;
        assert_eq!((asked.text.as_str(), &asked.statements), ("Was it?", &today.statements));
        assert!(then.question(&id("gain.results")).is_none() && then.question(&id("undercover.provision")).is_none());
        assert_eq!(then.topics().count(), 1);
    }

    #[test]
    fn every_name_that_nothing_bears_is_a_flaw_on_its_line() {
        let flaws = of("\"topics\": [{ \"id\": \"nobody\" }],\n\"without\": [\"gain.nothing\"],\n\"reasons\": [],
            \"reworded\": [{ \"id\": \"gain.nowhere\" }], \"added\": []");
        let found: Vec<(String, usize)> =
            flaws.expect_err("flawed").into_iter().map(|flaw| (flaw.key, flaw.line)).collect();
        let wanted = [("nobody", 2), ("gain.nothing", 3), ("gain.nowhere", 5)];
        assert_eq!(found, wanted.map(|(key, line)| (key.to_owned(), line)));
    }

    #[test]
    fn an_edition_is_checked_like_any_framework() {
        let flaws = of("\"topics\": [{ \"id\": \"gain\" }], \"without\": [\"gain.provision\"], \"reasons\": [],
            \"reworded\": [{ \"id\": \"gain.tasking\", \"text\": \" \" }], \"added\": []");
        let flaws = flaws.expect_err("flawed");
        let on = |key: &str| flaws.iter().find(|flaw| flaw.key == key).expect("a flaw");
        assert_eq!((on("gain.tasking").line, &on("gain.tasking").fault), (3, &Fault::Empty));
        assert_eq!(on("gain.plan/shown_when").fault, Fault::Order);
    }
}
