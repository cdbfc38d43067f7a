//! A locked file that was chosen, and waits for its passphrase.

use std::fmt;
use std::rc::Rc;

use super::Session;

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
