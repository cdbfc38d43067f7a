//! Room for more: what is put into a file at once must be such that the file opens again.

use std::fmt;

use super::listed::Listed;
use super::open::{self, LIMIT};
use super::write::save;
use crate::assessment::Assessment;

/// The most bytes of a file after much was put into it at once: half of what is read, so that all
/// that can be typed has room beside it.
const MOST: usize = LIMIT / 2;

/// Why there is no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRoom {
    /// There are as many milestones as an assessment keeps.
    ManyMilestones,
    /// There are as many of them as a file may have.
    Full(Listed),
    /// The file would be too large.
    TooLarge {
        /// The bytes that it would have.
        bytes: usize,
    },
    /// Its fields that nobody knows are too deep, one in another.
    TooDeep,
}

impl fmt::Display for NoRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ManyMilestones => f.write_str("there are as many milestones as are kept"),
            Self::Full(of) => write!(f, "there are as many {} as the {} that are allowed", of.word(), of.most()),
            Self::TooLarge { bytes } => write!(f, "the file would have {bytes} bytes, and at most {MOST} leave room"),
            Self::TooDeep => f.write_str("the file would have more levels, one in another, than can be read"),
        }
    }
}

impl std::error::Error for NoRoom {}

/// How many bytes the file of an assessment has.
#[must_use]
pub fn size(assessment: &Assessment) -> usize {
    save(assessment).len()
}

/// Whether the file of an assessment to which much is to be added can be opened again, and has room
/// for what will be typed.
///
/// # Errors
/// It would be too large or too deep.
pub fn room(assessment: &Assessment) -> Result<(), NoRoom> {
    let text = save(assessment);
    if text.len() > MOST {
        return Err(NoRoom::TooLarge { bytes: text.len() });
    }
    open::file(&text).map(drop).map_err(|_| NoRoom::TooDeep)
}
