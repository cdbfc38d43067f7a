//! The action plan as it comes back from a spreadsheet, and what it changes.
//!
//! Only who answers for an action, by when it is due and how far it has come are taken from it.
//! Everything else that differs is told of and left as it is.

mod compare;
mod in_cell;

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ActionId, Assessment, Progress};

pub use in_cell::{LONGEST, clean, in_cell, pieces, rest};

/// What a spreadsheet of ours says it is, in its properties.
pub const FORMAT: &str = "rocu-gap-summary-spreadsheet";

/// The version of its form: raised when a reader of the earlier form would misread the later.
pub const VERSION: u32 = 1;

/// The names of the properties in which a spreadsheet of ours says how it was made.
pub mod property {
    /// What it is: [`FORMAT`](super::FORMAT).
    pub const FORMAT: &str = "Format";
    /// The version of its form.
    pub const VERSION: &str = "Version of format";
    /// The id of the assessment.
    pub const ASSESSMENT: &str = "Assessment";
}

/// The name of the sheet that holds the plan.
pub const SHEET: &str = "Gaps and actions";

/// The name of the sheet that holds the particulars.
pub const PARTICULARS: &str = "Particulars";

/// The particular under which the id of the assessment stands.
pub const REFERENCE: &str = "Assessment reference";

/// A column of the plan, known by its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// The id of the question whose gap the action is to close.
    Question,
    /// The id of the action.
    Action,
    /// What will be done.
    Text,
    /// Who answers for it.
    Owner,
    /// By when.
    Due,
    /// What it needs.
    Resources,
    /// How far it has come.
    Status,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Question, Self::Action, Self::Text, Self::Owner, Self::Due, Self::Resources, Self::Status];

    /// The word at the head of the column.
    #[must_use]
    pub const fn head(self) -> &'static str {
        match self {
            Self::Question => "Question id",
            Self::Action => "Action id",
            Self::Text => "Action",
            Self::Owner => "Owner (role)",
            Self::Due => "Due",
            Self::Resources => "Resources",
            Self::Status => "Status",
        }
    }

    /// Whether nothing can be taken from a plan without it.
    #[must_use]
    pub const fn is_needed(self) -> bool {
        !matches!(self, Self::Text | Self::Resources)
    }
}

/// An action plan as it stands in a spreadsheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The id of the assessment that the spreadsheet says it was made from.
    pub assessment: Option<String>,
    /// Its rows, from the top.
    pub rows: Vec<PlanRow>,
}

/// A row of a plan: an action, or a gap without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRow {
    /// Its number in the sheet, from 1.
    pub row: u32,
    /// The id of the question.
    pub question: InCell<String>,
    /// The id of the action; empty where the row has none.
    pub action: InCell<String>,
    /// Who answers for it.
    pub owner: InCell<String>,
    /// By when.
    pub due: InCell<Option<Date>>,
    /// How far it has come; nothing only where the row has no action.
    pub status: InCell<Option<Progress>>,
    /// What will be done, where the sheet has that column.
    pub text: Option<InCell<String>>,
    /// What it needs, where the sheet has that column.
    pub resources: Option<InCell<String>>,
}

/// What a cell holds, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InCell<T> {
    /// Its place as spreadsheet programs name it: `K7`.
    pub at: String,
    /// What it holds.
    pub value: T,
}

/// What a plan changes, and what else there is to say about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Every change, in the order of the assessment's actions.
    pub changes: Vec<PlanChange>,
    /// What was not taken and why.
    pub remarks: Vec<PlanRemark>,
}

/// One thing that a plan says otherwise than the assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanChange {
    /// Which action.
    pub action: ActionId,
    /// What of it, from what to what.
    pub what: Replanned,
}

/// What of an action a plan changes, from what to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replanned {
    /// Who answers for it.
    Owner {
        /// As the assessment has it.
        from: String,
        /// As the plan has it.
        to: String,
    },
    /// By when.
    Due {
        /// As the assessment has it.
        from: Option<Date>,
        /// As the plan has it.
        to: Option<Date>,
    },
    /// How far it has come.
    Status {
        /// As the assessment has it.
        from: Progress,
        /// As the plan has it.
        to: Progress,
    },
}

/// Something in a plan that is not taken, or that the user should know before taking the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanRemark {
    /// The file does not say from which assessment it was made.
    NoReference,
    /// A row has an action that the assessment does not have.
    UnknownAction {
        /// Where the id stands.
        at: String,
        /// The id as it stands there.
        action: String,
    },
    /// A row has an action beside a question that is not its own; the row is not taken.
    OtherQuestion {
        /// Where the question's id stands.
        at: String,
        /// The action.
        action: ActionId,
        /// The question's id as it stands there.
        question: String,
    },
    /// Several rows have one action; none of them is taken.
    Twice {
        /// The action.
        action: ActionId,
        /// The numbers of the rows.
        rows: Vec<u32>,
    },
    /// A row has an action's words and no id: an action that was written in the spreadsheet.
    NewRow {
        /// Its number.
        row: u32,
    },
    /// No row has this action: it was taken out, or its gap was accepted. It stays as it is.
    NoRow {
        /// The action.
        action: ActionId,
    },
    /// A cell that is never taken says otherwise than the assessment.
    NotTaken {
        /// Where it stands.
        at: String,
        /// The action.
        action: ActionId,
        /// Its words, its resources, or an owner too long for a cell.
        column: Column,
    },
}

/// The plan was made from another assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherAssessment {
    /// The id that the file gives.
    pub found: String,
}

impl fmt::Display for OtherAssessment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the plan was made from the assessment {:?}, and that one is not open", self.found)
    }
}

impl std::error::Error for OtherAssessment {}

impl Assessment {
    /// What a plan changes in this assessment.
    ///
    /// Rows are found by the ids of action and question, in whatever order they stand.
    ///
    /// # Errors
    /// The plan says that it was made from another assessment.
    pub fn compare(&self, plan: &Plan) -> Result<Comparison, OtherAssessment> {
        compare::compare(self, plan)
    }

    /// Makes the changes, which were found in this assessment as it is. An action that is no longer there is passed over.
    pub fn apply(&mut self, changes: &[PlanChange]) {
        for PlanChange { action, what } in changes {
            self.replan(*action, |action| match what {
                Replanned::Owner { to, .. } => action.owner.clone_from(to),
                Replanned::Due { to, .. } => action.due = *to,
                Replanned::Status { to, .. } => action.progress = *to,
            });
        }
    }
}
