//! The digest of what is signed off: SHA-256 of the file, in a form that anybody can make again.
//!
//! Of the file's JSON the keys `changes`, `earlier_changes`, `milestones`, `sign_off` and `checksum` at its
//! top are left out, the keys of every object are sorted by their characters, and no space stands
//! between values: what `jq -cjS 'del(.changes, .earlier_changes, .milestones, .sign_off, .checksum)'` writes.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::checksum::CHECKSUM;
use super::write::file;
use crate::assessment::Assessment;
use crate::assessment::sign_off::{Digest, SignOff};

/// What an assessment remembers of itself, and what is not signed off with it.
const REMEMBERED: [&str; 5] = ["changes", "earlier_changes", "milestones", "sign_off", CHECKSUM];

/// The digest of what an assessment says.
#[must_use]
pub fn digest(assessment: &Assessment) -> Digest {
    let mut content = file(assessment);
    if let Value::Object(fields) = &mut content {
        fields.retain(|name, _| !REMEMBERED.contains(&name.as_str()));
    }
    content.sort_all_objects();
    Digest(Sha256::digest(content.to_string()).into())
}

/// Whether an assessment says what was signed off.
#[must_use]
pub fn is_true_of(sign_off: &SignOff, assessment: &Assessment) -> bool {
    sign_off.digest == digest(assessment)
}
