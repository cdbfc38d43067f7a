//! What is kept of a sitting: in this browser, and in a file.

use super::{Route, Session};

/// Whether and how what is typed is kept in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It is not yet known whether the browser will keep anything.
    Unknown,
    /// All changes are kept.
    Kept,
    /// The browser refuses: changes live in this page only.
    Refused,
    /// The user chose to keep nothing on this device.
    Nothing,
    /// Another window changes this assessment, and this one only shows it.
    Elsewhere,
}

impl Keeping {
    /// Whether this browser holds all changes, whichever window writes them.
    #[must_use]
    pub const fn keeps(self) -> bool {
        matches!(self, Self::Kept | Self::Elsewhere)
    }
}

/// What a file that the user opened or saved holds of the assessment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Filed {
    /// There is no such file, and nothing to lose.
    #[default]
    Nothing,
    /// There is no such file: it is the worked example, as the page itself holds it.
    Example,
    /// It holds all changes.
    All,
    /// There are changes that no file holds.
    Behind,
    /// A file that holds all changes was handed to the browser, and the user has not said whether it arrived.
    HandedOver,
    /// It was taken up from this browser, which does not know what files hold of it.
    Unsure,
}

impl Filed {
    /// Whether there may be changes that no file holds.
    #[must_use]
    pub const fn may_lack(self) -> bool {
        matches!(self, Self::Behind | Self::HandedOver | Self::Unsure)
    }
}

/// A working copy in this browser, as the start page lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingCopy {
    /// The name that it is kept under: [`crate::assessment::Assessment::kept_as`].
    pub id: String,
    /// The unit, or words where it has no name yet.
    pub unit: String,
    /// Which version it is, how much is answered and when it was changed last, in words.
    pub progress: String,
    /// Whether it is the one that was open last.
    pub last: bool,
    /// Where the user stopped in it.
    pub place: Route,
}

impl Session {
    /// Learns whether and how the browser keeps what is typed; the wish to keep nothing stays.
    pub(super) fn keep(&mut self, keeping: Keeping) {
        if self.keeping != Keeping::Nothing || keeping == Keeping::Unknown {
            self.keeping = keeping;
        }
    }

    /// The file that was handed over is there; what was changed since is not in it.
    pub(super) fn arrive(&mut self) {
        if self.filed == Filed::HandedOver {
            self.filed = Filed::All;
        }
    }
}
