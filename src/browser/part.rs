//! The other parts of the page, each opened on first use: writers and readers of Word and Excel files,
//! what locks and unlocks with a passphrase, and what the file is made of.
//!
//! The loader of the finished file puts two functions on the page. One unpacks and starts a part's program
//! when it is first called, the other unpacks a text. Where no loader did, as under Trunk, each call is
//! refused. A call that fails does no harm here, and the next one starts the program afresh.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::Refused;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, variadic, js_name = rocuPart)]
    async fn part(part: &str, name: &str, given: Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = rocuText)]
    async fn packed_text(id: &str) -> Result<JsValue, JsValue>;
}

/// The SHA-256 of each packed part, a line each, and behind a blank line the licences of what others wrote.
///
/// # Errors
/// There is no such text, or it is damaged.
pub async fn made_of() -> Result<String, Refused> {
    text(&packed_text("made-of").await?)
}

async fn documents(name: &str, given: Array) -> Result<JsValue, JsValue> {
    part("documents", name, given).await
}

async fn locks(name: &str, given: Array) -> Result<JsValue, JsValue> {
    part("locks", name, given).await
}

/// Makes a Word file of the gap summary, which is given as JSON.
///
/// # Errors
/// There is no such part, it does not start, or it fails.
pub async fn word(report: &str) -> Result<Vec<u8>, Refused> {
    bytes(documents("word", Array::of1(&report.into())).await?)
}

/// Makes an Excel file of sheets, which are given as JSON.
///
/// # Errors
/// There is no such part, it does not start, or it fails.
pub async fn excel(spreadsheet: &str) -> Result<Vec<u8>, Refused> {
    bytes(documents("excel", Array::of1(&spreadsheet.into())).await?)
}

/// Reads an edited action plan from an Excel file: JSON of what it holds, or of what is wrong with it.
///
/// # Errors
/// There is no such part, it does not start, or it fails.
pub async fn plan(file: &[u8]) -> Result<String, Refused> {
    text(&documents("plan", Array::of1(&Uint8Array::from(file))).await?)
}

/// Locks a file with a passphrase.
///
/// # Errors
/// There is no such part, it does not start, or there is no memory.
pub async fn lock(passphrase: &str, file: &[u8]) -> Result<Vec<u8>, Refused> {
    bytes(locks("lock", Array::of2(&passphrase.into(), &Uint8Array::from(file))).await?)
}

/// Unlocks a file with a passphrase: its bytes, or as JSON why it can't be.
///
/// # Errors
/// There is no such part, it does not start, or there is no memory.
pub async fn unlock(passphrase: &str, file: &[u8]) -> Result<Result<Vec<u8>, String>, Refused> {
    let answer = locks("unlock", Array::of2(&passphrase.into(), &Uint8Array::from(file))).await?;
    match answer.as_string() {
        Some(why) => Ok(Err(why)),
        None => bytes(answer).map(Ok),
    }
}

/// Makes keys for working copies: as JSON those that are kept, and the secret half.
///
/// # Errors
/// There is no such part, it does not start, or there is no memory.
pub async fn keys(passphrase: &str) -> Result<String, Refused> {
    text(&locks("keys", Array::of1(&passphrase.into())).await?)
}

/// The secret half of keys, which are given as JSON, or why it can't be had; as JSON.
///
/// # Errors
/// There is no such part, it does not start, or there is no memory.
pub async fn identity(passphrase: &str, keys: &str) -> Result<String, Refused> {
    text(&locks("identity", Array::of2(&passphrase.into(), &keys.into())).await?)
}

/// Seals a text for the public half of a key.
///
/// # Errors
/// There is no such part, it does not start, or that is no key.
pub async fn seal(recipient: &str, open: &str) -> Result<String, Refused> {
    text(&locks("seal", Array::of2(&recipient.into(), &open.into())).await?)
}

/// Reads a text that was sealed, with the secret half of the key: nothing where that can't be.
///
/// # Errors
/// There is no such part, it does not start, or it fails.
pub async fn unseal(identity: &str, sealed: &str) -> Result<Option<String>, Refused> {
    Ok(locks("unseal", Array::of2(&identity.into(), &sealed.into())).await?.as_string())
}

fn text(value: &JsValue) -> Result<String, Refused> {
    value.as_string().ok_or(Refused)
}

fn bytes(value: JsValue) -> Result<Vec<u8>, Refused> {
    value.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).map_err(|_| Refused)
}
