//! Working copies that are locked: sealed for a key, which itself is locked with a passphrase.
//!
//! Whoever keeps a working copy needs no passphrase, and no second for each change: it is sealed for the
//! public half of the key in a few milliseconds. Reading it takes the other half. Both halves and what is
//! sealed are text in the format of the age program.

use std::io;
use std::str::FromStr;

use age::armor::{ArmoredWriter, Format};
use age::secrecy::ExposeSecret;
use age::x25519;
use serde::{Deserialize, Serialize};

use super::locked::{UnlockError, decrypt, encrypt, is_locked, unlock};
use super::passphrase::Passphrase;

/// How the working copies of a browser are locked, as it is kept beside them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keys {
    /// The public half: for it they are sealed.
    pub recipient: String,
    /// The secret half, locked with the passphrase.
    pub identity: String,
    /// After how many minutes without a key or a click the page locks itself; 0 where it does not.
    #[serde(default)]
    pub minutes: u32,
}

impl Keys {
    /// New keys, and their secret half. To try the passphrase takes that much work.
    ///
    /// # Errors
    /// There is no memory for it.
    ///
    /// # Panics
    /// When the work is not from 1 to 63.
    pub fn new(passphrase: &Passphrase, work: u8) -> io::Result<(Self, String)> {
        let identity = x25519::Identity::generate();
        let secret = identity.to_string();
        let mut recipient = age::scrypt::Recipient::new(passphrase.secret());
        recipient.set_work_factor(work);
        let locked = as_text(&recipient, secret.expose_secret().as_bytes())?;
        let keys = Self { recipient: identity.to_public().to_string(), identity: locked, minutes: 0 };
        Ok((keys, secret.expose_secret().to_owned()))
    }

    /// The secret half.
    ///
    /// # Errors
    /// The passphrase is another one, or the key is damaged.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<String, UnlockError> {
        String::from_utf8(unlock(passphrase, self.identity.as_bytes())?).map_err(|_| UnlockError::Damaged)
    }

    /// Reads what was kept. Nothing is read from what is empty.
    #[must_use]
    pub fn read(kept: &str) -> Option<Self> {
        serde_json::from_str(kept).ok()
    }

    /// The text that is kept.
    ///
    /// # Panics
    /// Never: texts and a number are JSON.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).expect("texts and a number are JSON")
    }
}

/// Seals a text for the public half of a key.
///
/// # Errors
/// It is no such half, or there is no memory for it.
pub fn seal(recipient: &str, text: &str) -> io::Result<String> {
    let recipient = x25519::Recipient::from_str(recipient).map_err(|_| io::ErrorKind::InvalidInput)?;
    as_text(&recipient, text.as_bytes())
}

/// Reads what was sealed, with the secret half of the key.
///
/// # Errors
/// It was sealed for another key, or is not whole.
pub fn unseal(identity: &str, sealed: &str) -> Result<String, UnlockError> {
    let identity = x25519::Identity::from_str(identity).map_err(|_| UnlockError::Key)?;
    String::from_utf8(decrypt(&identity, sealed.as_bytes())?).map_err(|_| UnlockError::Damaged)
}

/// Whether a text is a sealed one.
#[must_use]
pub fn is_sealed(text: &str) -> bool {
    is_locked(text.as_bytes())
}

fn as_text(to: &dyn age::Recipient, content: &[u8]) -> io::Result<String> {
    let mut armour = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
    encrypt(to, content, &mut armour)?;
    String::from_utf8(armour.finish()?).map_err(|_| io::ErrorKind::InvalidData.into())
}
