//! The second part of the page: writers and readers of Word and Excel files, which are large and
//! which most visits don't need. The page opens it when one of them is first used.
//!
//! Each function takes and gives text or bytes, and passes them to the library in one call. An error
//! is a mistake of ours: what was wrong with a user's file is told in what a function returns.

use rocu_self_assessment::report::Report;
use rocu_self_assessment::report::spreadsheet::Spreadsheet;
use rocu_self_assessment::{export, saved};
use serde::Deserialize;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// Nothing happens before a function is called.
fn main() {}

/// Writes a report, which is given as JSON, as a Word file.
///
/// # Errors
/// It is no report.
#[wasm_bindgen]
pub fn word(report: &str) -> Result<Vec<u8>, JsError> {
    Ok(export::word(&given::<Report>(report)?))
}

/// Writes sheets, which are given as JSON, as an Excel file.
///
/// # Errors
/// They are no sheets.
#[wasm_bindgen]
pub fn excel(spreadsheet: &str) -> Result<Vec<u8>, JsError> {
    Ok(export::excel(&given::<Spreadsheet>(spreadsheet)?))
}

/// Reads an edited action plan from an Excel file: JSON of what it holds, or of what is wrong with it.
///
/// # Errors
/// What was read can't be told as JSON.
#[wasm_bindgen]
pub fn plan(file: &[u8]) -> Result<String, JsError> {
    Ok(serde_json::to_string(&saved::plan::read(file))?)
}

/// What the first part of the page wrote as JSON.
fn given<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, JsError> {
    Ok(serde_json::from_str(json)?)
}
