//! The questions, read from the framework file by types of our own: the tests know no others.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::answers::Answers;
use crate::finished;

/// All that is asked.
#[derive(Debug, Deserialize)]
pub struct Questions {
    /// The parts in the order of the walk.
    pub parts: Vec<Part>,
    /// The scales of the questions.
    pub scales: Vec<Scale>,
    /// The reasons for which a question may be set aside.
    pub not_applicable: Vec<Named>,
    /// The regions.
    pub regions: Vec<Region>,
}

/// A part.
#[derive(Debug, Deserialize)]
pub struct Part {
    /// Its topics in the order of the walk.
    pub topics: Vec<Topic>,
}

/// A topic.
#[derive(Debug, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it has to be switched on.
    #[serde(default)]
    pub optional: bool,
    /// Its questions.
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Debug, Deserialize)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// What it asks.
    pub text: String,
    scale: String,
    shown_when: Option<Shown>,
}

#[derive(Debug, Deserialize)]
struct Shown {
    question: String,
    levels: Vec<String>,
}

/// A scale.
#[derive(Debug, Deserialize)]
pub struct Scale {
    id: String,
    /// Its levels.
    pub levels: Vec<Level>,
    /// Whether each force has an answer of its own.
    #[serde(default)]
    pub force_by_force: bool,
}

/// A level.
#[derive(Debug, Deserialize)]
pub struct Level {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it means: `short` and `partly-short` are gaps.
    pub standing: String,
    /// What has to be added where it is chosen.
    pub asks: Option<String>,
}

/// A region.
#[derive(Debug, Deserialize)]
pub struct Region {
    /// Its id.
    pub id: String,
    /// Its unit.
    pub unit: String,
    /// Its forces.
    pub forces: Vec<Named>,
}

/// Something of which the tests need nothing but the id.
#[derive(Debug, Deserialize)]
pub struct Named {
    /// The id.
    pub id: String,
}

impl Questions {
    /// Reads the framework file of this workspace.
    ///
    /// # Errors
    /// It is not there, or of another form.
    pub fn read() -> Result<Self> {
        let path = finished::workspace().join("static/framework/rocu.json");
        let text = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("{} is of another form", path.display()))
    }

    /// The topics that are asked always, and those that were switched on, in the order of the walk.
    #[must_use]
    pub fn topics(&self, switched_on: &[&str]) -> Vec<&Topic> {
        let all = self.parts.iter().flat_map(|part| &part.topics);
        all.filter(|topic| !topic.optional || switched_on.contains(&topic.id.as_str())).collect()
    }

    /// The question of that id.
    ///
    /// # Errors
    /// There is none.
    pub fn question(&self, id: &str) -> Result<&Question> {
        let mut all = self.parts.iter().flat_map(|part| &part.topics).flat_map(|topic| &topic.questions);
        all.find(|question| question.id == id).with_context(|| format!("there is no question {id}"))
    }

    /// The topic of the question of that id.
    ///
    /// # Errors
    /// There is none.
    pub fn topic_of(&self, id: &str) -> Result<&Topic> {
        let mut all = self.parts.iter().flat_map(|part| &part.topics);
        all.find(|topic| topic.questions.iter().any(|question| question.id == id))
            .with_context(|| format!("no topic asks {id}"))
    }

    /// The scale of a question.
    ///
    /// # Errors
    /// The framework does not have it.
    pub fn scale(&self, question: &Question) -> Result<&Scale> {
        let scale = self.scales.iter().find(|scale| scale.id == question.scale);
        scale.with_context(|| format!("there is no scale {}", question.scale))
    }

    /// The region of that id.
    ///
    /// # Errors
    /// There is none.
    pub fn region(&self, id: &str) -> Result<&Region> {
        self.regions.iter().find(|region| region.id == id).with_context(|| format!("there is no region {id}"))
    }
}

impl Topic {
    /// The questions that these answers make asked.
    #[must_use]
    pub fn asked(&self, answers: &Answers) -> Vec<&Question> {
        let mut asked: Vec<&Question> = Vec::new();
        for question in &self.questions {
            let shown = question.shown_when.as_ref().is_none_or(|shown| {
                let chosen = answers.get(&shown.question).and_then(|answer| answer.level());
                asked.iter().any(|earlier| earlier.id == shown.question)
                    && chosen.is_some_and(|level| shown.levels.iter().any(|other| other == level))
            });
            if shown {
                asked.push(question);
            }
        }
        asked
    }

    /// Whether other questions depend on the answer to this one.
    #[must_use]
    pub fn is_gate(&self, question: &Question) -> bool {
        let depends = |other: &Question| other.shown_when.as_ref().is_some_and(|shown| shown.question == question.id);
        self.questions.iter().any(depends)
    }
}
