//! What the user has to be told. The words are made where they are shown.

use std::collections::BTreeSet;

use super::on_disk::Unsaved;
use crate::assessment::CarriedOver;
use crate::framework::Flaw;
use crate::saved::{NoRoom, OpenError, Remark};

/// What the user has to be told.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Something was done that can be undone.
    Done(Deed),
    /// It was undone.
    Undone(Deed),
    /// A file was opened; what was odd about it.
    Opened(Vec<Remark>),
    /// An assessment was carried over to another framework; what else was odd about its file.
    CarriedOver(Box<CarriedOver>, Vec<Remark>),
    /// Another framework is in use.
    ChoseFramework,
    /// What stands here was kept as a milestone of that name.
    Froze(String),
    /// It is signed off now.
    SignedOff,
    /// It was signed off, and nothing in it changes until it is revised.
    Finalised,
    /// What was signed off is open again as the next version.
    Revised,
    /// Colleagues' views were taken in.
    TookViews {
        /// Their roles.
        roles: Vec<String>,
        /// Those of them whose earlier views gave way to other ones.
        replaced: BTreeSet<String>,
    },
    /// What is open and what a file holds were made one.
    PutTogether,
    /// What is open was saved to the file of that name.
    Saved(String),
    /// It came from a locked file, and is not saved to one that anybody can read before the user says so.
    WasLocked,
    /// It was not saved to the file of that name.
    NotSaved(String, Unsaved),
    /// There is no room for it in a file. What was open is as it was.
    NoRoom(NoRoom),
    /// A framework file has flaws: all of them. What was open still is.
    FlawedFramework(Vec<Flaw>),
    /// A file could not be opened. What was open still is.
    Refused(OpenError),
    /// A file could not be read from the disk.
    NotRead,
    /// The browser has no random numbers to name a new assessment by.
    NotBegun,
    /// The browser does not print.
    NotPrinted,
    /// Text was put on the clipboard.
    Copied,
    /// The browser did not let text be put on the clipboard.
    NotCopied,
    /// There is no unanswered question to go to.
    AllAnswered,
    /// There is no question before this one.
    NoQuestionBefore,
    /// A working copy was removed from this browser.
    Removed,
    /// It was not removed: a window has it open, or the browser refuses.
    NotRemoved,
    /// The working copies of this browser were wiped.
    Wiped,
    /// They could not be wiped.
    NotWiped,
    /// The page was not locked: what was typed could not be kept first.
    NotLocked,
    /// The latest generation of a working copy was damaged; the one before it was taken up.
    DamagedCopy,
    /// A working copy is damaged, and nothing of it can be taken up.
    LostCopy,
    /// Another window wrote to the same working copy: both are kept, each by itself.
    Parted,
}

impl Notice {
    /// Whether something went wrong.
    #[must_use]
    pub const fn is_problem(&self) -> bool {
        matches!(
            self,
            Self::Refused(_)
                | Self::FlawedFramework(_)
                | Self::NoRoom(_)
                | Self::NotSaved(..)
                | Self::Finalised
                | Self::NotRead
                | Self::NotBegun
                | Self::NotPrinted
                | Self::NotCopied
                | Self::NotRemoved
                | Self::NotWiped
                | Self::NotLocked
                | Self::DamagedCopy
                | Self::LostCopy
                | Self::Parted
        )
    }
}

/// Something the user did that takes something away or changes much at once, and that can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Took an answer back.
    Withdrew,
    /// Said that a question does not apply.
    SetAside,
    /// Chose one level for every force.
    CommittedAll,
    /// Chose one level for one force everywhere.
    CommittedEverywhere,
    /// Added evidence to that of another question.
    CopiedEvidence,
    /// Removed a force.
    RemovedForce,
    /// Took over the names and forces of a region.
    ChoseRegion,
    /// Dropped an action.
    DroppedAction,
    /// Took owners, dates and status from an action plan that was edited in a spreadsheet.
    BroughtBack,
    /// No longer accepts a gap.
    Reopened,
    /// Left the concern of a gap to the rule again.
    LeftToRule,
    /// Took a target of its own back from a topic.
    TookTargetBack,
    /// Took colleagues' views in.
    TookViews,
    /// Agreed an answer.
    Agreed,
    /// Removed a milestone.
    RemovedMilestone,
    /// Opened another assessment in place of one.
    Opened,
    /// Chose another framework, to which what was open was carried over.
    ChoseFramework,
}
