//! Files that are locked with a passphrase, in the format of the age program (<https://c2sp.org/age>).
//!
//! Anybody who knows the passphrase can open such a file with that program too, also when this tool is
//! gone. The passphrase is tried with scrypt, which takes about a second: as long as a user bears it.

use std::fmt;
use std::io::{self, BufRead, ErrorKind, Read, Write};
use std::iter;

use age::armor::ArmoredReader;
use age::{DecryptError, Decryptor, EncryptError, Encryptor, Identity, Recipient, scrypt};
use serde::{Deserialize, Serialize};

use super::passphrase::Passphrase;

/// How much work it is to try a passphrase on what is locked here: two to the power of that, in units
/// of scrypt. It takes about a second in a browser, and 256 MB: as much as the age program
/// asks for.
pub const WORK: u8 = 18;

/// The most work that a file may ask for, which somebody else may have locked: four times ours, and
/// 1 GB. More would look as if the page hung.
pub const MOST_WORK: u8 = WORK + 2;

/// How locked files begin: as they are, and as text.
const BEGINNINGS: [&[u8]; 2] = [b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----"];

/// Why a locked file can't be unlocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnlockError {
    /// The passphrase is another one, or the first lines of the file were altered.
    Passphrase,
    /// It was locked for somebody's key and not with a passphrase.
    Key,
    /// To try a passphrase on it is more work than [`MOST_WORK`].
    Work {
        /// How much it is.
        found: u8,
    },
    /// It ends too early.
    CutShort,
    /// It is not as it was when it was locked: altered, or cut short within.
    Damaged,
    /// It is of a later form.
    LaterForm,
}

/// Whether a file is a locked one, by how it begins.
#[must_use]
pub fn is_locked(file: &[u8]) -> bool {
    BEGINNINGS.iter().any(|beginning| start(file).starts_with(beginning))
}

/// A file as it begins after a byte order mark and blank space, which text collects on its way.
fn start(file: &[u8]) -> &[u8] {
    file.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file).trim_ascii_start()
}

/// Locks a file with a passphrase, which is that much work to try.
///
/// # Errors
/// There is no memory for it.
///
/// # Panics
/// When the work is not from 1 to 63.
pub fn lock(passphrase: &Passphrase, file: &[u8], work: u8) -> io::Result<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(passphrase.secret());
    recipient.set_work_factor(work);
    let mut locked = Vec::new();
    encrypt(&recipient, file, &mut locked)?;
    Ok(locked)
}

/// Encrypts to one recipient.
pub(super) fn encrypt(to: &dyn Recipient, content: &[u8], output: impl Write) -> io::Result<()> {
    let encryptor = Encryptor::with_recipients(iter::once(to)).map_err(|error| match error {
        EncryptError::Io(error) => error,
        // Its words would bring a translation of every message into the page.
        _ => ErrorKind::Other.into(),
    })?;
    let mut writer = encryptor.wrap_output(output)?;
    writer.write_all(content)?;
    writer.finish().map(drop)
}

/// Unlocks a file with a passphrase. All of it is proven before any of it is given back.
///
/// # Errors
/// The passphrase is another one, the file asks for too much work or for a key, or it is not whole.
pub fn unlock(passphrase: &Passphrase, file: &[u8]) -> Result<Vec<u8>, UnlockError> {
    unlock_within(passphrase, file, MOST_WORK)
}

/// Unlocks a file with a passphrase as [`unlock`] does, if it asks for no more work than that.
///
/// # Errors
/// As [`unlock`].
pub fn unlock_within(passphrase: &Passphrase, file: &[u8], most: u8) -> Result<Vec<u8>, UnlockError> {
    let decryptor = decryptor(file)?;
    // Made last: outside a browser it first measures how quick the machine is.
    let mut identity = scrypt::Identity::new(passphrase.secret());
    identity.set_max_work_factor(most);
    decrypt(decryptor, &identity)
}

/// A file, as it is or as text, whose first lines are sound.
pub(super) fn decryptor(file: &[u8]) -> Result<Decryptor<impl BufRead + '_>, UnlockError> {
    Ok(Decryptor::new_buffered(ArmoredReader::new(start(file)))?)
}

/// Decrypts what was encrypted to the owner of a key or passphrase.
pub(super) fn decrypt(file: Decryptor<impl BufRead>, with: &dyn Identity) -> Result<Vec<u8>, UnlockError> {
    let mut content = Vec::new();
    let _ = file.decrypt(iter::once(with))?.read_to_end(&mut content)?;
    Ok(content)
}

impl From<DecryptError> for UnlockError {
    fn from(error: DecryptError) -> Self {
        match error {
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => Self::Passphrase,
            DecryptError::NoMatchingKeys => Self::Key,
            DecryptError::ExcessiveWork { required, .. } => Self::Work { found: required },
            DecryptError::Io(error) => error.into(),
            DecryptError::UnknownFormat => Self::LaterForm,
            // An altered header, and whatever a later version of the library may find.
            _ => Self::Damaged,
        }
    }
}

impl From<io::Error> for UnlockError {
    fn from(error: io::Error) -> Self {
        if error.kind() == ErrorKind::UnexpectedEof { Self::CutShort } else { Self::Damaged }
    }
}

impl fmt::Display for UnlockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passphrase => f.write_str("the passphrase does not open the file"),
            Self::Key => f.write_str("the file is locked for a key, not with a passphrase"),
            Self::Work { found } => write!(f, "the file asks for work {found}, and at most {MOST_WORK} is done"),
            Self::CutShort => f.write_str("the locked file ends too early"),
            Self::Damaged => f.write_str("the locked file is not as it was when it was locked"),
            Self::LaterForm => f.write_str("the locked file is of a form that is not known"),
        }
    }
}

impl std::error::Error for UnlockError {}
