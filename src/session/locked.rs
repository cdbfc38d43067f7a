//! What is locked: a file that waits for its passphrase, and the working copies.

use std::fmt;
use std::iter;
use std::rc::Rc;

use super::{Event, Filing, Notice, Route, Session};
use crate::framework::Framework;

/// A locked file, as it was read.
#[derive(Clone, PartialEq, Eq)]
pub struct LockedFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub content: Rc<[u8]>,
}

impl fmt::Debug for LockedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LockedFile({:?}, {} bytes)", self.name, self.content.len())
    }
}

impl Session {
    /// Asks for the passphrase of a file. What is open stays open.
    pub(super) fn ask_passphrase(&mut self, file: LockedFile) {
        self.locked = Some(file);
        self.notice = None;
    }
}

impl Event {
    /// What there is to tell where this happened to a file that was unlocked: where it was opened, or is looked
    /// at beside what is open, then also that it was locked.
    pub fn of_unlocked_file(self) -> impl Iterator<Item = Self> {
        let is_here = matches!(self, Self::Opened(_) | Self::Filing(Filing::FoundOther(_)));
        iter::once(self).chain(is_here.then_some(Self::Filing(Filing::Locked)))
    }
}

/// Whether the working copies of this browser are locked with a passphrase.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Locking {
    /// They are not.
    #[default]
    Off,
    /// They are, and the passphrase was entered.
    On {
        /// After how many minutes without a key or a click the page locks itself; 0 where it does not.
        minutes: u32,
    },
    /// They are, and nothing is shown until the passphrase is entered.
    Closed,
    /// They are, and what tells how is damaged: no passphrase unlocks them.
    Damaged,
    /// They are, and the user works on without them.
    PassedBy,
}

impl Locking {
    /// Whether the page shows nothing.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Closed | Self::Damaged)
    }
}

/// Whether nobody was there for so long that the page locks itself.
#[must_use]
pub fn is_left_alone(minutes: u32, milliseconds: u64) -> bool {
    minutes > 0 && milliseconds >= u64::from(minutes) * 60_000
}

impl Session {
    /// Whether something may happen: little does as long as the passphrase is not entered, since what was
    /// under way when the page was locked must not bring anything back.
    pub(super) fn is_shut_to(&self, event: &Event) -> bool {
        let passes = matches!(event, Event::Locking(_) | Event::Keeping(_) | Event::Told(Notice::NotWiped));
        self.locking.is_closed() && !passes
    }

    /// Learns whether working copies are locked. Nothing of what was open outlives the closing.
    pub(super) fn lock(&mut self, locking: Locking) {
        if locking.is_closed() {
            let (now, shortcuts) = (self.now, self.shortcuts);
            let blank = Self::new(Framework::built_in(), Route::Start, self.today());
            let on_disk = self.on_disk.without_files();
            *self = Self { now, on_disk, shortcuts, ..blank };
        }
        self.locking = locking;
    }
}
