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

use super::generation::Generation;
use super::locked::{UnlockError, decrypt, decryptor, encrypt, is_locked, unlock};
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
    /// The checksum of both halves; blank where an earlier build of this tool kept them.
    #[serde(default)]
    pub checksum: String,
}

/// How what a browser keeps is sealed, as far as that can be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Sealing {
    /// It is kept openly.
    #[default]
    Open,
    /// For these keys.
    For(Keys),
    /// It is sealed, and for which keys can't be read any longer.
    Damaged,
}

/// What is kept where nothing is sealed any longer: other than a text that is lost, which is empty.
const OFF: &str = "off";

impl Sealing {
    /// Reads the records that tell it, each of them the same: the first that is whole counts. Where none is,
    /// nothing is taken for open as long as something sealed is kept.
    pub fn read<'a>(records: impl IntoIterator<Item = &'a str>, is_any_sealed: bool) -> Self {
        let mut is_damaged = is_any_sealed;
        for record in records {
            match Keys::read(record) {
                Some(keys) => return Self::For(keys),
                None if record == OFF => return Self::Open,
                // Earlier builds of this tool kept an empty text where nothing was sealed.
                None => is_damaged |= !record.is_empty(),
            }
        }
        if is_damaged { Self::Damaged } else { Self::Open }
    }

    /// The record that is kept.
    #[must_use]
    pub fn write(&self) -> String {
        self.keys().map_or_else(|| OFF.to_owned(), Keys::write)
    }

    /// The keys, where they are known.
    #[must_use]
    pub const fn keys(&self) -> Option<&Keys> {
        match self {
            Self::For(keys) => Some(keys),
            Self::Open | Self::Damaged => None,
        }
    }
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
        let keys =
            Self { recipient: identity.to_public().to_string(), identity: locked, minutes: 0, checksum: String::new() };
        let keys = Self { checksum: keys.sum(), ..keys };
        Ok((keys, secret.expose_secret().to_owned()))
    }

    /// The secret half.
    ///
    /// # Errors
    /// The passphrase is another one, or the key is damaged.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<String, UnlockError> {
        String::from_utf8(unlock(passphrase, self.identity.as_bytes())?).map_err(|_| UnlockError::Damaged)
    }

    /// Reads what was kept. Nothing is read from what is empty or not whole.
    #[must_use]
    pub fn read(kept: &str) -> Option<Self> {
        let keys = serde_json::from_str::<Self>(kept).ok()?;
        (keys.checksum.is_empty() || keys.checksum == keys.sum()).then_some(keys)
    }

    /// The text that is kept.
    ///
    /// # Panics
    /// Never: texts and a number are JSON.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(&Self { checksum: self.sum(), ..self.clone() }).expect("texts and a number are JSON")
    }

    fn sum(&self) -> String {
        Generation { number: 0, text: format!("{}\n{}", self.recipient, self.identity) }.checksum()
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
    String::from_utf8(decrypt(decryptor(sealed.as_bytes())?, &identity)?).map_err(|_| UnlockError::Damaged)
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
