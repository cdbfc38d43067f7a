//! Why a plan cannot be read from a file.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::LIMIT;
use crate::assessment::Progress;
use crate::assessment::plan::{Column, VERSION};

/// Why a plan cannot be read from a file. Nothing of it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanError {
    /// It is longer than [`LIMIT`].
    TooLarge {
        /// Its length.
        bytes: u64,
    },
    /// It is locked with a password, or of the form that Excel wrote before 2007.
    LockedOrOld,
    /// It is not a container of the kind that Office files are.
    NotZip,
    /// It is such a container without its list of parts, which stands at the end.
    CutOff,
    /// It is a container with no workbook in it: a document, a picture, a spreadsheet of another form.
    NotASpreadsheet,
    /// It unpacks to more than a plan can be, or has more parts, rows or texts.
    TooMuch,
    /// A part of it is missing, cut off or not as the standard says.
    Damaged {
        /// The name of the part in the container.
        part: String,
    },
    /// A later version of the tool wrote it, in a form that this one does not know.
    LaterVersion {
        /// The version of the form.
        found: u32,
    },
    /// It has no sheet of that name.
    NoSheet {
        /// The names of the sheets that it has: the first 20.
        found: Vec<String>,
    },
    /// The sheet lacks heads that are needed.
    NoHead {
        /// The columns.
        missing: Vec<Column>,
    },
    /// Two columns have one head.
    HeadTwice {
        /// The head.
        head: Column,
        /// Where it stands again.
        at: String,
    },
    /// Cells hold what cannot be read.
    Flawed {
        /// The first 20 of them, from the top.
        flaws: Vec<CellFlaw>,
        /// How many more there are.
        more: usize,
    },
}

/// A cell of the plan that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellFlaw {
    /// Where it stands: `K7`.
    pub at: String,
    /// What it holds: the first 80 characters.
    pub found: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wrong {
    /// It is no date: a date cell, `31/03/2027`, `31 March 2027` or `2027-03-31`.
    NotADate,
    /// It is none of the words of [`Progress`].
    NotAStatus,
    /// It is an error of the spreadsheet's own, such as `#REF!`.
    AnError,
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => write!(f, "the file has {bytes} bytes, and at most {LIMIT} are read"),
            Self::LockedOrOld => {
                f.write_str("the file is locked or of the form before 2007, and only .xlsx without a password is read")
            }
            Self::NotZip => f.write_str("the file is no zip container, and every .xlsx file is one"),
            Self::CutOff => f.write_str("the file is a zip container without the list of parts at its end"),
            Self::NotASpreadsheet => f.write_str("the file has no workbook in it, and every .xlsx file has one"),
            Self::TooMuch => f.write_str("the file unpacks to more than a plan can be"),
            Self::Damaged { part } => write!(f, "the part {part:?} is missing, cut off or not as the standard says"),
            Self::LaterVersion { found } => {
                write!(f, "the file is of version {found}, and versions up to {VERSION} are known")
            }
            Self::NoSheet { found } => write!(f, "no sheet has the name of the plan, only {found:?}"),
            Self::NoHead { missing } => {
                let heads: Vec<&str> = missing.iter().map(|column| column.head()).collect();
                write!(f, "no row has the heads {heads:?} beside those that are there")
            }
            Self::HeadTwice { head, at } => write!(f, "{at}: the head {:?} stands there again", head.head()),
            Self::Flawed { flaws, more } => {
                flaws.iter().try_for_each(|flaw| write!(f, "{flaw}; "))?;
                write!(f, "and {more} more")
            }
        }
    }
}

impl std::error::Error for PlanError {}

impl fmt::Display for CellFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, found, wrong } = self;
        match wrong {
            Wrong::NotADate => write!(f, "{at}: {found:?} is no date such as 31/03/2027, 31 March 2027 or 2027-03-31"),
            Wrong::NotAStatus => {
                write!(f, "{at}: {found:?} is none of {:?}", Progress::ALL.map(Progress::word))
            }
            Wrong::AnError => write!(f, "{at}: {found:?} is an error, and text is allowed"),
        }
    }
}
