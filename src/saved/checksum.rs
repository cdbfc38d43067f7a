//! The checksum of a file: whether it still says what this tool saved.
//!
//! SHA-256 of the file's JSON without its own field, in the order in which it stands and with no space between
//! values: what `jq -cj 'del(.checksum)'` writes. A file may go without one.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::assessment::sign_off::Digest;

/// The field that holds it.
pub(super) const CHECKSUM: &str = "checksum";

/// Puts the checksum of a file at its end.
pub(super) fn add(file: &mut Value) {
    let Some(fields) = file.as_object_mut() else { return };
    let _ = fields.shift_remove(CHECKSUM);
    file[CHECKSUM] = of(file).into();
}

/// Whether a file has a checksum, and it is that of another content.
pub(super) fn is_wrong(mut file: Value) -> bool {
    let found = file.as_object_mut().and_then(|fields| fields.shift_remove(CHECKSUM));
    found.is_some_and(|found| !found.is_null() && found != of(&file))
}

fn of(content: &Value) -> String {
    Digest(Sha256::digest(content.to_string()).into()).hex()
}
