//! The words of version 1: what may stand where, and what each means in the domain.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::assessment::{self, ActionId, AssessmentId};
use crate::framework;

/// The value of `format` by which a file says that it is one of ours.
pub(in crate::saved) const FORMAT: &str = "rocu-self-assessment";

/// Which assessment.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(inline, extend("pattern" = "^[A-Za-z0-9-]{8,64}$")))]
#[serde(try_from = "String", into = "String")]
pub(in crate::saved) struct Id(pub AssessmentId);

/// Which action.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(inline, extend("pattern" = "^A(0|[1-9][0-9]{0,9})$")))]
#[serde(try_from = "String", into = "String")]
pub(in crate::saved) struct Number(pub ActionId);

/// A date of the calendar: 2026-03-31.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline, extend("format" = "date")))]
#[serde(try_from = "String", into = "String")]
pub(in crate::saved) struct Day(pub Date);

/// A date of the calendar and a time of the day: 2026-03-31T14:05:00.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(inline, extend("pattern" = r"^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?$")))]
#[serde(try_from = "String", into = "String")]
pub(in crate::saved) struct Moment(pub DateTime);

/// Says that a file is an assessment file of this tool.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
pub(in crate::saved) enum Format {
    /// It is.
    #[serde(rename = "rocu-self-assessment")]
    RocuSelfAssessment,
}

/// How a document is marked: Government Security Classifications Policy, July 2023.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(in crate::saved) enum Marking {
    /// OFFICIAL.
    #[serde(rename = "OFFICIAL")]
    Official,
    /// OFFICIAL with the marking for need to know.
    #[default]
    #[serde(rename = "OFFICIAL-SENSITIVE")]
    OfficialSensitive,
}

/// How far an action has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(in crate::saved) enum Progress {
    /// Nothing is done yet.
    #[default]
    NotStarted,
    /// Somebody is at it.
    UnderWay,
    /// It is done.
    Done,
}

/// How grave a gap is.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(in crate::saved) enum Concern {
    /// Before the board first.
    High,
    /// To be planned.
    Medium,
    /// To be watched.
    Low,
}

/// Where a target lies.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(in crate::saved) enum Aim {
    /// Above the minimum expectation.
    Higher,
    /// Below it.
    Lower,
}

impl TryFrom<String> for Id {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        AssessmentId::new(&text).map(Self).ok_or("the id of an assessment is 8 to 64 letters, digits and hyphens")
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0.to_string()
    }
}

impl TryFrom<String> for Number {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        ActionId::read(&text).map(Self).ok_or("an action is written as A7")
    }
}

impl From<Number> for String {
    fn from(number: Number) -> Self {
        number.0.to_string()
    }
}

/// Only the form that is written is read: any other might lose what it says beside the date.
impl TryFrom<String> for Day {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let date = text.parse().ok().filter(|date: &Date| date.to_string() == text);
        date.map(Self).ok_or("a date of the calendar is written as 2026-03-31")
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.0.to_string()
    }
}

impl TryFrom<String> for Moment {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let moment = text.parse().ok().filter(|moment: &DateTime| moment.to_string() == text);
        moment.map(Self).ok_or("a time of the day is written as 2026-03-31T14:05:00")
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.0.to_string()
    }
}

/// Says for each pair that the word of the file and the word of the domain mean the same.
macro_rules! same {
    ($($word:ident = $domain:path { $($name:ident)+ })+) => {$(
        impl From<$word> for $domain {
            fn from(word: $word) -> Self {
                match word { $($word::$name => Self::$name,)+ }
            }
        }

        impl From<$domain> for $word {
            fn from(word: $domain) -> Self {
                match word { $(<$domain>::$name => Self::$name,)+ }
            }
        }
    )+};
}

same! {
    Marking = assessment::Marking { Official OfficialSensitive }
    Progress = assessment::Progress { NotStarted UnderWay Done }
    Concern = framework::Concern { High Medium Low }
    Aim = assessment::Aim { Higher Lower }
}

impl Progress {
    /// Whether it is what a file that says nothing means.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
