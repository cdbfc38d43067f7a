//! Locked files: what is locked opens again with the passphrase, here and in the age program, and
//! nothing else ever does.

#[path = "locked/bad_input.rs"]
mod bad_input;
#[path = "support/changed.rs"]
#[expect(dead_code, reason = "a damaged file that is locked is always refused")]
mod changed;
#[path = "locked/other_program.rs"]
mod other_program;
#[path = "locked/working_copy.rs"]
mod working_copy;

use rocu_self_assessment::saved::{self, Passphrase, UnlockError};

/// The least work to try a passphrase: these tests try many.
const LITTLE: u8 = 1;

/// The worked example, as a file.
const EXAMPLE: &[u8] = include_bytes!("../static/framework/example.rocu.json");

fn passphrase(words: &str) -> Passphrase {
    Passphrase::given(words.to_owned()).expect("words")
}

fn locked(content: &[u8]) -> Vec<u8> {
    saved::lock(&passphrase("apple nemo biro"), content, LITTLE).expect("there is memory")
}

fn unlocked(file: &[u8]) -> Result<Vec<u8>, UnlockError> {
    saved::unlock(&passphrase("apple nemo biro"), file)
}
