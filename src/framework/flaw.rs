//! What can be wrong in a framework file, and where.

use std::fmt;

use super::id::LevelId;
use super::{LIMIT, MOST_FORCES};

/// The most points that are told of one file: nobody reads more at once, and the page has to draw them.
pub const MOST_TOLD: usize = 100;

/// Something wrong in a framework file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The key that is wrong, as a path: `parts[0].topics[2].id`, or the id of the thing.
    pub key: String,
    /// The line it stands on, from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file is longer than is read.
    TooLarge,
    /// The file is not text in UTF-8.
    NotText,
    /// The text is not JSON.
    NotJson,
    /// The id and the version are those of a framework that is built in.
    BuiltIn,
    /// The text is not JSON, or a value has the wrong shape; the parser's own words.
    Shape(String),
    /// Two things have this id.
    Twice,
    /// A name that is used and that nothing bears.
    Unknown(String),
    /// A question's id does not begin with its topic's.
    OutsideTopic,
    /// Up to its first full stop, the id of a question names its topic.
    StopInTopic,
    /// The statements do not match the levels of the scale: these are missing or too many.
    Statements(Vec<LevelId>),
    /// The same statement stands in another topic.
    SameStatement(String),
    /// A text is empty.
    Empty,
    /// A list is empty.
    NoneGiven,
    /// A region has more than [`MOST_FORCES`].
    ManyForces,
    /// A claim names no source, or a claim of our own names one.
    Sources,
    /// A question depends on one that does not stand before it in its topic.
    Order,
    /// No rule of concern fits every gap.
    NoLastRule,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, {}: {}", self.line, self.key, self.fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "the file has more than {LIMIT} bytes, and no more are read"),
            Self::NotText => f.write_str("the file is not text in UTF-8, the form of every JSON file"),
            Self::NotJson => f.write_str("the text is not JSON from here on"),
            Self::BuiltIn => f.write_str("a framework with this id and version is built in; give it another version"),
            Self::Shape(words) => f.write_str(words),
            Self::Twice => f.write_str("this id is used twice; give one of them another"),
            Self::Unknown(name) => write!(f, "\"{name}\" is used and not defined"),
            Self::StopInTopic => f.write_str("the topic's id must have no full stop"),
            Self::OutsideTopic => f.write_str("the question's id must begin with its topic's id and a full stop"),
            Self::Statements(levels) => {
                f.write_str("one statement a level is needed; missing or too many:")?;
                levels.iter().try_for_each(|level| write!(f, " {level}"))
            }
            Self::SameStatement(other) => write!(f, "the same statement stands at {other}"),
            Self::Empty => f.write_str("the text is empty"),
            Self::NoneGiven => f.write_str("the list is empty"),
            Self::ManyForces => write!(f, "a region has at most {MOST_FORCES} forces"),
            Self::Sources => f.write_str("a claim needs a source, and one of certainty \"ours\" has none"),
            Self::Order => f.write_str("the question it depends on must stand before it in the same topic"),
            Self::NoLastRule => f.write_str("the last rule of concern must fit every gap"),
        }
    }
}

impl Flaw {
    /// A fault of the whole file.
    #[must_use]
    pub fn of_file(fault: Fault) -> Self {
        Self { key: String::from("."), line: 1, fault }
    }

    /// A name that an edition uses and that nothing in the current framework bears.
    pub(super) fn of_stranger(name: &str, text: &str) -> Self {
        let quoted = format!("\"{name}\"");
        let line = text.lines().position(|line| line.contains(&quoted)).map_or(1, |at| at + 1);
        Self { key: name.to_owned(), line, fault: Fault::Unknown(name.to_owned()) }
    }

    /// What the parser stopped at, where nothing tells the key.
    pub(super) fn of_json(error: &serde_json::Error) -> Self {
        Self { key: String::from("."), line: error.line(), fault: Fault::Shape(error.to_string()) }
    }
}
