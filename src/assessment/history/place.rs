//! What a change was made to, and its name in a file.

use std::fmt;

use crate::assessment::edit::Field;
use crate::assessment::{ActionId, Particular};
use crate::framework::{ForceId, QuestionId, TopicId};

/// What a change was made to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The framework and its version.
    Framework,
    /// The region that was chosen from the list.
    Region,
    /// A particular that is typed.
    Particular(Particular),
    /// The marking.
    Marking,
    /// A force of the particulars: its name.
    Force(ForceId),
    /// Whether an optional topic is switched on.
    Topic(TopicId),
    /// What was chosen for the whole region: a level, or why the question does not apply.
    Choice(QuestionId),
    /// The level of one force.
    Commitment(QuestionId, ForceId),
    /// A text of an answer.
    Text(QuestionId, Field),
    /// A field of an action.
    Action(ActionId, ActionField),
    /// Whether a gap is accepted, and why.
    Accepted(QuestionId),
    /// The concern that the user set.
    Concern(QuestionId),
    /// Why.
    ConcernReason(QuestionId),
    /// The target of a topic.
    Aim(TopicId),
    /// Why.
    AimReason(TopicId),
    /// Whether a question is to be discussed.
    Flag(QuestionId),
    /// The views of a role: how many there are.
    Views(String),
    /// Whose view was agreed; blank where the lead recorded an answer of their own.
    Agreed(QuestionId),
    /// Why.
    AgreedReason(QuestionId),
    /// A milestone: its name.
    Milestone,
    /// The sign-off: its digest.
    SignOff,
    /// Why what was signed off was opened again.
    Revision,
}

/// A field of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionField {
    /// The question whose gap it is to close; nothing before it was added and after it was dropped.
    Question,
    /// What will be done.
    Text,
    /// Who answers for it.
    Owner,
    /// What it needs.
    Resources,
    /// By when.
    Due,
    /// How far it has come.
    Progress,
}

impl ActionField {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Question, Self::Text, Self::Owner, Self::Resources, Self::Due, Self::Progress];

    /// The word as it stands in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Text => "text",
            Self::Owner => "owner",
            Self::Resources => "resources",
            Self::Due => "due",
            Self::Progress => "progress",
        }
    }
}

impl Place {
    /// The place of that name.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        // A role is any text.
        if let Some(role) = name.strip_prefix("views/") {
            return Some(Self::Views(role.to_owned()));
        }
        let steps: Vec<&str> = name.split('/').collect();
        let question = |id: &str| QuestionId::try_from(id).ok();
        let topic = |id: &str| TopicId::try_from(id).ok();
        let force = |id: &str| ForceId::try_from(id).ok();
        Some(match steps.as_slice() {
            ["framework"] => Self::Framework,
            ["particulars", "region"] => Self::Region,
            ["particulars", "marking"] => Self::Marking,
            ["particulars", key] => Self::Particular(Particular::from_key(key)?),
            ["particulars", "forces", id] => Self::Force(force(id)?),
            ["switched_on", id] => Self::Topic(topic(id)?),
            ["answers", id, "choice"] => Self::Choice(question(id)?),
            ["answers", id, "forces", of] => Self::Commitment(question(id)?, force(of)?),
            ["answers", id, key] => {
                Self::Text(question(id)?, Field::ALL.into_iter().find(|field| field.key() == *key)?)
            }
            ["actions", id, key] => {
                Self::Action(ActionId::read(id)?, ActionField::ALL.into_iter().find(|field| field.key() == *key)?)
            }
            ["accepted", id] => Self::Accepted(question(id)?),
            ["overruled", id, "concern"] => Self::Concern(question(id)?),
            ["overruled", id, "reason"] => Self::ConcernReason(question(id)?),
            ["targets", id, "aim"] => Self::Aim(topic(id)?),
            ["targets", id, "reason"] => Self::AimReason(topic(id)?),
            ["flagged", id] => Self::Flag(question(id)?),
            ["agreed", id, "from"] => Self::Agreed(question(id)?),
            ["agreed", id, "reason"] => Self::AgreedReason(question(id)?),
            ["milestones"] => Self::Milestone,
            ["sign_off"] => Self::SignOff,
            ["revision"] => Self::Revision,
            _ => return None,
        })
    }
}

/// The name in a file: the way to the place, from the top of the file.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Framework => f.write_str("framework"),
            Self::Region => f.write_str("particulars/region"),
            Self::Particular(particular) => write!(f, "particulars/{}", particular.key()),
            Self::Marking => f.write_str("particulars/marking"),
            Self::Force(force) => write!(f, "particulars/forces/{force}"),
            Self::Topic(topic) => write!(f, "switched_on/{topic}"),
            Self::Choice(question) => write!(f, "answers/{question}/choice"),
            Self::Commitment(question, force) => write!(f, "answers/{question}/forces/{force}"),
            Self::Text(question, field) => write!(f, "answers/{question}/{}", field.key()),
            Self::Action(action, field) => write!(f, "actions/{action}/{}", field.key()),
            Self::Accepted(question) => write!(f, "accepted/{question}"),
            Self::Concern(question) => write!(f, "overruled/{question}/concern"),
            Self::ConcernReason(question) => write!(f, "overruled/{question}/reason"),
            Self::Aim(topic) => write!(f, "targets/{topic}/aim"),
            Self::AimReason(topic) => write!(f, "targets/{topic}/reason"),
            Self::Flag(question) => write!(f, "flagged/{question}"),
            Self::Views(role) => write!(f, "views/{role}"),
            Self::Agreed(question) => write!(f, "agreed/{question}/from"),
            Self::AgreedReason(question) => write!(f, "agreed/{question}/reason"),
            Self::Milestone => f.write_str("milestones"),
            Self::SignOff => f.write_str("sign_off"),
            Self::Revision => f.write_str("revision"),
        }
    }
}
