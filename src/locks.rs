//! The third part of the page: it locks and unlocks with a passphrase, which most visits don't need.
//! The page opens it when that is first asked for.
//!
//! Each function takes and gives text or bytes. An error is a lack of memory, or a mistake of ours: what
//! was wrong with a passphrase or a user's file is told as text, in place of what was asked for.

use js_sys::Uint8Array;
use rocu_self_assessment::saved::{self, Keys, Passphrase, UnlockError, WORK};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// Nothing happens before a function is called.
fn main() {}

/// Locks a file with a passphrase.
///
/// # Errors
/// There is no passphrase, or no memory.
#[wasm_bindgen]
pub fn lock(passphrase: String, file: &[u8]) -> Result<Vec<u8>, JsError> {
    Ok(saved::lock(&Passphrase::given(passphrase)?, file, WORK)?)
}

/// Unlocks a file: its bytes, or as JSON why it can't be.
///
/// # Errors
/// There is no passphrase.
#[wasm_bindgen]
pub fn unlock(passphrase: String, file: &[u8]) -> Result<JsValue, JsError> {
    match saved::unlock(&Passphrase::given(passphrase)?, file) {
        Ok(content) => Ok(Uint8Array::from(content.as_slice()).into()),
        Err(error) => Ok(why(error)?.into()),
    }
}

/// Makes keys for working copies: as JSON those that are kept, and the secret half.
///
/// # Errors
/// There is no passphrase, or no memory.
#[wasm_bindgen]
pub fn keys(passphrase: String) -> Result<String, JsError> {
    Ok(serde_json::to_string(&Keys::new(&Passphrase::given(passphrase)?, WORK)?)?)
}

/// The secret half of keys, or why it can't be had; as JSON.
///
/// # Errors
/// There is no passphrase, or what is given are no keys.
#[wasm_bindgen]
pub fn identity(passphrase: String, keys: &str) -> Result<String, JsError> {
    let keys: Keys = serde_json::from_str(keys)?;
    Ok(serde_json::to_string(&keys.unlock(&Passphrase::given(passphrase)?))?)
}

/// Seals a text for the public half of a key.
///
/// # Errors
/// It is none, or there is no memory.
#[wasm_bindgen]
pub fn seal(recipient: &str, text: &str) -> Result<String, JsError> {
    Ok(saved::seal(recipient, text)?)
}

/// Reads a text that was sealed, with the secret half of the key: nothing where that can't be.
#[must_use]
#[wasm_bindgen]
pub fn unseal(identity: &str, sealed: &str) -> Option<String> {
    saved::unseal(identity, sealed).ok()
}

fn why(error: UnlockError) -> Result<String, JsError> {
    Ok(serde_json::to_string(&error)?)
}
