//! Names that never change: every part of the framework is referred to by one.

use std::borrow::Borrow;
use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// The text is no id: 1 to 80 of `a-z`, `0-9`, `-` and `.`, starting with a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is 1 to 80 small letters, digits, hyphens and full stops, and starts with a letter")
    }
}

impl std::error::Error for NotAnId {}

fn is_id(text: &str) -> bool {
    text.len() <= 80
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.')
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[cfg_attr(test, schemars(extend("pattern" = "^[a-z][a-z0-9.-]{0,79}$")))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Rc<str>);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<&str> for $name {
            type Error = NotAnId;
            fn try_from(text: &str) -> Result<Self, NotAnId> {
                if is_id(text) { Ok(Self(text.into())) } else { Err(NotAnId) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;
            fn try_from(text: String) -> Result<Self, NotAnId> {
                text.as_str().try_into()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.as_str().to_owned()
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// Which framework: `rocu`.
    FrameworkId
    /// A chapter of the framework.
    PartId
    /// One capability, threat or arrangement.
    TopicId
    /// One thing that is asked: the topic's id, a full stop, and a word.
    QuestionId
    /// What a question is about, the same across topics.
    ThemeId
    /// A set of words one may answer with.
    ScaleId
    /// One word of a scale.
    LevelId
    /// Why a question does not apply.
    ReasonId
    /// A region of England and Wales.
    RegionId
    /// A police force.
    ForceId
    /// A rule that says how grave a gap is.
    RuleId
}

impl QuestionId {
    /// The id of the topic that the question stands in, which its own begins with.
    #[must_use]
    pub fn topic(&self) -> &str {
        self.as_str().split_once('.').map_or("", |(topic, _)| topic)
    }
}

/// Where a fact was read: `S` and a number as in the list of sources.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct SourceId(pub Rc<str>);

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_small_letters_digits_hyphens_and_full_stops() {
        for good in ["a", "undercover.provision", "child-sexual-exploitation", "x2"] {
            assert!(QuestionId::try_from(good).is_ok(), "{good}");
        }
        let long = "a".repeat(81);
        for bad in ["", "A", "2x", "a b", "a/b", "é", ".a", "a\"", long.as_str()] {
            assert_eq!(QuestionId::try_from(bad), Err(NotAnId), "{bad}");
        }
    }
}
