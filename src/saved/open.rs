//! The door: bytes come in, and one assessment or one error goes on.

use std::borrow::Borrow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use super::listed::{Listed, too_many};
use super::locked::is_locked;
use super::remark::Remark;
use super::repeated::Unrepeated;
use super::{checksum, read, v1};
use crate::assessment::Assessment;
use crate::framework::{self, Framework};

/// The most bytes of a file that are read.
pub const LIMIT: usize = framework::LIMIT;

/// An assessment that was read from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The assessment, with everything that the file held.
    pub assessment: Assessment,
    /// What the user should know of it. Nothing is said twice.
    pub remarks: Vec<Remark>,
}

/// Why a file cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// It is longer than [`LIMIT`].
    TooLarge {
        /// Its length.
        bytes: u64,
    },
    /// It is not text in UTF-8.
    NotText,
    /// It is locked with a passphrase or a key: a file of the age program.
    Locked,
    /// There is nothing in it.
    Empty,
    /// It ends too early: a part of it was lost on the way.
    Truncated {
        /// The line on which it ends.
        line: usize,
    },
    /// It is not JSON.
    NotJson {
        /// The line on which it ceases to be, from 1.
        line: usize,
        /// The column.
        column: usize,
    },
    /// It is JSON of more than 127 levels, one in another.
    TooDeep,
    /// It is JSON, and not an assessment file of this tool.
    NotOurs,
    /// A later version of the tool wrote it, in a form that this one does not know.
    LaterVersion {
        /// The version of the form.
        found: u64,
    },
    /// It was made against another framework.
    OtherFramework {
        /// The id of that framework.
        found: String,
    },
    /// It is one of ours, and something in it that nothing can be read without is not as it should
    /// be: missing, of another shape, or there twice.
    Malformed {
        /// The key as a path: `particulars.forces[2].id`.
        key: String,
        /// The line it stands on, from 1; of a key that is missing, the line of what it is missing from.
        line: usize,
    },
    /// It has more of what pages draw whole than [`Listed::most`].
    TooMany {
        /// Of what.
        of: Listed,
        /// How many.
        found: usize,
    },
}

/// Refuses a file by its length, so that one too long need not be read.
#[must_use]
pub fn too_large(bytes: u64) -> Option<OpenError> {
    (bytes > LIMIT as u64).then_some(OpenError::TooLarge { bytes })
}

/// Opens an assessment file.
///
/// A byte order mark at its start is passed over. An answer that gives more than one of a level,
/// forces and a reason why it does not apply counts as not assessed, and what it gives stays in the
/// file until the user chooses. Of two actions with one id the second gets a new one.
///
/// # Errors
/// The first of these that is true: the file is too large, empty, locked, not text, truncated or
/// otherwise not JSON, not ours, of a later version, malformed, made against another framework, or
/// has too many forces, actions or milestones.
pub fn open(bytes: &[u8], framework: &Framework) -> Result<Opened, OpenError> {
    open_with(bytes, |id, _| (id == framework.id.as_str()).then_some(framework))
}

/// Opens an assessment file against the framework that is found for the id and version it names.
///
/// # Errors
/// As [`open`]; it was made against another framework where none is found.
pub fn open_with<F: Borrow<Framework>>(
    bytes: &[u8],
    find: impl FnOnce(&str, &str) -> Option<F>,
) -> Result<Opened, OpenError> {
    if let Some(error) = too_large(bytes.len() as u64) {
        return Err(error);
    }
    let text = text(bytes)?;
    let mut file = file(text)?;
    let Some(framework) = find(&file.framework.id, &file.framework.version) else {
        return Err(OpenError::OtherFramework { found: file.framework.id });
    };
    let is_changed = file.checksum.take().is_some() && parse(text).is_ok_and(checksum::is_wrong);
    let mut opened = read::read(file, framework.borrow());
    if let Some(error) = too_many(&opened.assessment) {
        return Err(error);
    }
    if is_changed {
        opened.remarks.insert(0, Remark::ChangedSinceSaved);
    }
    Ok(opened)
}

/// The text of a file, without a byte order mark.
fn text(bytes: &[u8]) -> Result<&str, OpenError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let start = bytes.trim_ascii_start();
    if start.is_empty() {
        return Err(OpenError::Empty);
    }
    if is_locked(start) {
        return Err(OpenError::Locked);
    }
    match str::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => Err(OpenError::NotText),
        Ok(text) => Ok(text),
        Err(error) => Err(match (error.error_len(), str::from_utf8(&bytes[..error.valid_up_to()])) {
            (None, Ok(text)) => cut_within_a_character(text),
            _ => OpenError::NotText,
        }),
    }
}

/// What a file is that ends within a character: truncated, if what stands before is the start of JSON.
fn cut_within_a_character(text: &str) -> OpenError {
    match parse::<Unrepeated>(text) {
        Err(failure) if failure.error.is_eof() && !text.trim_ascii().is_empty() => OpenError::of_json(&failure.error),
        _ => OpenError::NotText,
    }
}

/// The file as it lies on disk, once it is known to be one of ours and of this version.
pub(super) fn file(text: &str) -> Result<v1::File, OpenError> {
    let repeated = match parse::<Unrepeated>(text).map_err(OpenError::of_shape) {
        Ok(Unrepeated) => None,
        Err(error @ OpenError::Malformed { .. }) => Some(error),
        Err(error) => return Err(error),
    };
    let header: Header = match (parse(text), &repeated) {
        (Ok(header), _) => header,
        // Of a key of the head there may be two as well.
        (Err(failure), Some(error)) if failure.error.is_data() && text.contains(v1::FORMAT) => {
            return Err(error.clone());
        }
        (Err(failure), _) => return Err(OpenError::of_header(&failure)),
    };
    // A list of values would be read as the fields in their order.
    if header.format != v1::FORMAT || !text.trim_ascii_start().starts_with('{') {
        return Err(OpenError::NotOurs);
    }
    if let Some(found) = header.version.as_u64().filter(|found| *found > v1::VERSION) {
        return Err(OpenError::LaterVersion { found });
    }
    if let Some(error) = repeated {
        return Err(error);
    }
    if let Some(key) = header.missing() {
        return Err(OpenError::Malformed { key: key.to_owned(), line: 1 });
    }
    parse(text).map_err(OpenError::of_shape)
}

/// What the parser said, and of which key.
struct Failure {
    key: String,
    error: serde_json::Error,
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| Failure { key: error.path().to_string(), error: error.into_inner() })?;
    json.end().map_err(|error| Failure { key: String::from("."), error })?;
    Ok(value)
}

/// The fields that every version has.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Header {
    format: Value,
    version: Value,
    id: Option<IgnoredAny>,
    framework: Option<IgnoredAny>,
}

impl Header {
    fn missing(&self) -> Option<&'static str> {
        let there =
            [("version", !self.version.is_null()), ("id", self.id.is_some()), ("framework", self.framework.is_some())];
        there.into_iter().find(|(_, there)| !there).map(|(key, _)| key)
    }
}

impl OpenError {
    /// Of a text that is not JSON.
    fn of_json(error: &serde_json::Error) -> Self {
        if error.is_eof() {
            Self::Truncated { line: error.line() }
        } else if error.to_string().starts_with("recursion limit exceeded") {
            Self::TooDeep
        } else {
            Self::NotJson { line: error.line(), column: error.column() }
        }
    }

    /// Of JSON that has not even the fields that every version has.
    fn of_header(failure: &Failure) -> Self {
        if failure.error.is_data() { Self::NotOurs } else { Self::of_json(&failure.error) }
    }

    /// Of one of our files in which something has another shape.
    fn of_shape(failure: Failure) -> Self {
        if failure.error.is_data() {
            Self::Malformed { key: failure.key, line: failure.error.line() }
        } else {
            Self::of_json(&failure.error)
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => write!(f, "the file has {bytes} bytes, and at most {LIMIT} are read"),
            Self::NotText => f.write_str("the file is not text in UTF-8, the form of every JSON file"),
            Self::Locked => f.write_str("the file is locked by the age program, and only one that is not can be read"),
            Self::Empty => f.write_str("the file is empty, and an assessment file begins with an opening brace"),
            Self::Truncated { line } => write!(f, "the file ends on line {line}, before its last closing brace"),
            Self::NotJson { line, column } => write!(f, "the file is not JSON from line {line}, column {column}"),
            Self::TooDeep => f.write_str("the file has more levels, one in another, than the 127 that are allowed"),
            Self::NotOurs => write!(f, "the file is JSON, and its format is not given as \"{}\"", v1::FORMAT),
            Self::LaterVersion { found } => {
                write!(f, "the file is of version {found}, and versions up to {} are known", v1::VERSION)
            }
            Self::OtherFramework { found } => {
                write!(f, "the file was made against the framework {found:?}, and that one is not open")
            }
            Self::Malformed { key, line } => {
                write!(f, "line {line}, {key}: not of the form that the schema of the assessment file allows")
            }
            Self::TooMany { of, found } => {
                write!(f, "the file has {found} {}, and at most {} are allowed", of.word(), of.most())
            }
        }
    }
}

impl std::error::Error for OpenError {}
