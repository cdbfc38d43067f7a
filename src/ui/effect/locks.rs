//! Locking and unlocking with a passphrase, in the part of the page that does it.

use gloo::timers::future::TimeoutFuture;

use crate::browser::{Refused, part};
use crate::saved::{Passphrase, UnlockError};

/// How long a browser may need to paint what is said before the page stands still, in milliseconds.
pub(super) const PAINT: u32 = 50;

/// Why something was not unlocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotUnlocked {
    /// The part does not start, or has no memory for so much work.
    Refused,
    /// It is not to be unlocked with this.
    Because(UnlockError),
}

impl From<Refused> for NotUnlocked {
    fn from(_: Refused) -> Self {
        Self::Refused
    }
}

/// Locks a file with a passphrase.
///
/// # Errors
/// The part that locks does not start.
pub async fn lock(passphrase: &Passphrase, file: &[u8]) -> Result<Vec<u8>, Refused> {
    TimeoutFuture::new(PAINT).await;
    part::lock(passphrase.expose(), file).await
}

/// Unlocks a file with a passphrase.
///
/// # Errors
/// The passphrase is another one, the file is not whole, or the part that unlocks does not start.
pub async fn unlock(passphrase: &Passphrase, file: &[u8]) -> Result<Vec<u8>, NotUnlocked> {
    TimeoutFuture::new(PAINT).await;
    part::unlock(passphrase.expose(), file).await?.map_err(|why| because(&why))
}

fn because(why: &str) -> NotUnlocked {
    serde_json::from_str(why).map_or(NotUnlocked::Refused, NotUnlocked::Because)
}
