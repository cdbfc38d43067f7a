//! What is asked: the framework, read from one data file and checked at the door.

mod built_in;
pub mod change;
mod check;
pub mod concern;
pub mod edition;
pub mod flaw;
mod glossary;
pub mod id;
mod inserted;
pub mod library;
pub mod question;
pub mod region;
pub mod scale;
mod shape;
pub mod source;

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

pub use built_in::{BUILT_IN, BUILT_IN_2015, BUILT_INS, BuiltIn, RETIRED};
pub use change::{Change, Retired};
pub use concern::{Concern, ConcernRule};
pub use edition::Edition;
pub use flaw::{Fault, Flaw, MOST_TOLD};
pub use id::{
    ForceId, FrameworkId, LevelId, PartId, QuestionId, ReasonId, RegionId, RuleId, ScaleId, SourceId, ThemeId, TopicId,
};
pub use inserted::Inserted;
pub use library::Library;
pub use question::{Part, Question, ShownWhen, Theme, Topic};
pub use region::{Force, MOST_FORCES, Region};
pub use scale::{Level, Reason, Scale, Standing};
pub use source::{Basis, Certainty, Source, Term};

/// The most bytes of a file that are read: 20 MB as Windows counts them. The framework that is built
/// in takes a twentieth of that, and an assessment a hundredth.
pub const LIMIT: usize = 20 * 1024 * 1024;

/// The data that is assessed against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// The schema that an editor checks the file with.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Its id.
    pub id: FrameworkId,
    /// Its version: the year and a number.
    pub version: String,
    /// Its name.
    pub name: String,
    /// What it is and what it is not, in sentences.
    pub about: Vec<String>,
    /// What questions are about.
    pub themes: Vec<Theme>,
    /// The words one may answer with.
    pub scales: Vec<Scale>,
    /// Why a question may be set aside.
    pub not_applicable: Vec<Reason>,
    /// How gaps are ranked: the first rule that fits decides, and earlier rules rank first.
    pub concern_rules: Vec<ConcernRule>,
    /// The chapters.
    pub parts: Vec<Part>,
    /// The regions and their forces.
    pub regions: Vec<Region>,
    /// Terms and what they mean.
    pub glossary: Vec<Term>,
    /// What was read.
    pub sources: Vec<Source>,
    #[serde(skip)]
    index: Index,
}

/// Where each thing stands, so that looking it up costs no search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Index {
    questions: HashMap<QuestionId, (usize, usize, usize)>,
    topics: HashMap<TopicId, (usize, usize)>,
    /// So few that looking through them takes less than hashing.
    scales: BTreeMap<ScaleId, usize>,
}

/// A question with the topic and part it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The part.
    pub part: &'a Part,
    /// The topic.
    pub topic: &'a Topic,
    /// The question.
    pub question: &'a Question,
    /// The scale it is answered on.
    pub scale: &'a Scale,
}

impl Asked<'_> {
    /// Its words, behind the name of its topic.
    #[must_use]
    pub fn title(&self) -> String {
        [&*self.topic.name, ": ", &self.question.text].concat()
    }
}

impl Framework {
    /// The current framework that is built in.
    #[must_use]
    pub fn built_in() -> Rc<Self> {
        built_in::current()
    }

    /// All frameworks that are built in, the current one first.
    #[must_use]
    pub fn built_ins() -> Vec<Rc<Self>> {
        BUILT_INS.iter().map(BuiltIn::framework).collect()
    }

    /// Reads a framework file of the user's own.
    ///
    /// A byte order mark at its start is passed over.
    ///
    /// # Errors
    /// Every flaw that was found. A file that is too large, not text or not JSON has just that one.
    pub fn open(bytes: &[u8]) -> Result<Self, Vec<Flaw>> {
        let one = |fault| vec![Flaw::of_file(fault)];
        if bytes.len() > LIMIT {
            return Err(one(Fault::TooLarge));
        }
        let text = str::from_utf8(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes));
        let text = text.map_err(|_| one(Fault::NotText))?;
        if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
            return Err(vec![Flaw { line: error.line().max(1), ..Flaw::of_file(Fault::NotJson) }]);
        }
        let framework = Self::read(text)?;
        if BUILT_INS.iter().any(|built_in| built_in.is(framework.id.as_str(), &framework.version)) {
            return Err(vec![Flaw { key: String::from("version"), ..Flaw::of_file(Fault::BuiltIn) }]);
        }
        Ok(framework)
    }

    /// Reads a framework from JSON and checks it.
    ///
    /// # Errors
    /// Every flaw that was found, each with its key and line. A text that is not JSON or has the
    /// wrong shape gives one.
    pub fn read(text: &str) -> Result<Self, Vec<Flaw>> {
        let framework: Self = serde_json::from_str(text).map_err(|error| {
            let all = shape::flaws(text);
            if all.is_empty() { vec![Flaw::of_json(&error)] } else { all }
        })?;
        framework.checked(text)
    }

    /// The framework, if it has no flaw, ready to be looked things up in.
    fn checked(mut self, text: &str) -> Result<Self, Vec<Flaw>> {
        let flaws = check::flaws(&self, text);
        if !flaws.is_empty() {
            return Err(flaws);
        }
        self.index = Index::of(&self);
        Ok(self)
    }

    /// Whether it has that id and version.
    #[must_use]
    pub fn is(&self, id: &str, version: &str) -> bool {
        self.id.as_str() == id && self.version == version
    }

    /// All questions with their places, in the order of the walk.
    pub fn questions(&self) -> impl Iterator<Item = Asked<'_>> {
        self.topics().flat_map(move |(part, topic)| {
            topic.questions.iter().map(move |question| Asked { part, topic, question, scale: self.scale_of(question) })
        })
    }

    /// All topics with their parts, in the order of the walk.
    pub fn topics(&self) -> impl Iterator<Item = (&Part, &Topic)> {
        self.parts.iter().flat_map(|part| part.topics.iter().map(move |topic| (part, topic)))
    }

    /// The question of that id.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<Asked<'_>> {
        let &(part, topic, question) = self.index.questions.get(id)?;
        let part = &self.parts[part];
        let topic = &part.topics[topic];
        let question = &topic.questions[question];
        Some(Asked { part, topic, question, scale: self.scale_of(question) })
    }

    /// The title of the question of that id, or the id where none has it.
    #[must_use]
    pub fn title(&self, id: &QuestionId) -> String {
        self.question(id).map_or_else(|| id.to_string(), |asked| asked.title())
    }

    /// The topic of that id, with its part.
    #[must_use]
    pub fn topic(&self, id: &TopicId) -> Option<(&Part, &Topic)> {
        let &(part, topic) = self.index.topics.get(id)?;
        Some((&self.parts[part], &self.parts[part].topics[topic]))
    }

    /// The scale that a question is answered on.
    #[must_use]
    pub fn scale_of(&self, question: &Question) -> &Scale {
        &self.scales[self.index.scales[&question.scale]]
    }

    /// The region of that id.
    #[must_use]
    pub fn region(&self, id: &RegionId) -> Option<&Region> {
        self.regions.iter().find(|region| region.id == *id)
    }

    /// The source of that id.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// The reason of that id.
    #[must_use]
    pub fn reason(&self, id: &ReasonId) -> Option<&Reason> {
        self.not_applicable.iter().find(|reason| reason.id == *id)
    }
}

impl Index {
    fn of(framework: &Framework) -> Self {
        let mut index = Self::default();
        index.scales.extend(framework.scales.iter().enumerate().map(|(at, scale)| (scale.id.clone(), at)));
        for (p, part) in framework.parts.iter().enumerate() {
            for (t, topic) in part.topics.iter().enumerate() {
                let _ = index.topics.insert(topic.id.clone(), (p, t));
                for (q, question) in topic.questions.iter().enumerate() {
                    let _ = index.questions.insert(question.id.clone(), (p, t, q));
                }
            }
        }
        index
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// `BLESS=1 cargo test --lib framework` writes it.
    #[test]
    fn the_published_schema_is_that_of_the_types() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/framework/framework.schema.json");
        let schema = serde_json::to_string_pretty(&schemars::schema_for!(Framework)).expect("a schema is JSON") + "\n";
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &schema).expect("the folder of the framework can be written to");
        }
        let published = std::fs::read_to_string(&path).expect("the schema is published beside the framework");
        assert_eq!(published, schema, "the types have changed: BLESS=1 cargo test --lib framework");
    }

    #[test]
    fn the_data_names_the_published_schema() {
        assert_eq!(Framework::built_in().schema.as_deref(), Some("framework.schema.json"));
    }

    #[test]
    fn what_is_read_is_written_as_it_was() {
        let written = serde_json::to_value(&*Framework::built_in()).expect("a framework is JSON");
        let read: serde_json::Value = serde_json::from_str(BUILT_IN).expect("the data is JSON");
        for key in ["parts", "regions", "glossary", "sources"] {
            assert_eq!(written[key], read[key], "{key}");
        }
    }
}
