//! What the user has to be told. The words are made where they are shown.

use crate::assessment::CarriedOver;
use crate::framework::Flaw;
use crate::saved::{OpenError, Remark};

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
    /// A framework file has flaws: all of them. What was open still is.
    FlawedFramework(Vec<Flaw>),
    /// A file could not be opened. What was open still is.
    Refused(OpenError),
    /// A file could not be read from the disk.
    NotRead,
    /// The browser has no random numbers to name a new assessment by.
    NotBegun,
    /// A document was handed to the browser under this name.
    HandedOver(String),
    /// A document could not be handed to the browser.
    NotHandedOver(String),
    /// The browser does not print.
    NotPrinted,
    /// Text was put on the clipboard.
    Copied,
    /// The browser did not let text be put on the clipboard.
    NotCopied,
    /// The working copies of this browser were wiped.
    Wiped,
    /// They could not be wiped.
    NotWiped,
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
                | Self::NotRead
                | Self::NotBegun
                | Self::NotHandedOver(_)
                | Self::NotPrinted
                | Self::NotCopied
                | Self::NotWiped
                | Self::DamagedCopy
                | Self::LostCopy
                | Self::Parted
        )
    }
}

/// Something the user did that takes something away, and that can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Took an answer back.
    Withdrew,
    /// Said that a question does not apply.
    SetAside,
    /// Removed a force.
    RemovedForce,
    /// Took over the names and forces of a region.
    ChoseRegion,
    /// Dropped an action.
    DroppedAction,
    /// No longer accepts a gap.
    Reopened,
    /// Left the concern of a gap to the rule again.
    LeftToRule,
    /// Took a target of its own back from a topic.
    TookTargetBack,
    /// Opened another assessment in place of one.
    Opened,
    /// Chose another framework, to which what was open was carried over.
    ChoseFramework,
}
