//! The second part of the page: writers and readers of Word and Excel files, opened on first use.
//!
//! The loader of the finished file puts one function on the page, which unpacks and starts the second
//! program when it is first called. Where no loader did, as under Trunk, each call is refused. A call
//! that fails does no harm here, and the next one starts the program afresh.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::Refused;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, variadic, js_name = rocuDocuments)]
    async fn documents(name: &str, given: Array) -> Result<JsValue, JsValue>;
}

/// Makes a Word file of the gap summary, which is given as JSON.
///
/// # Errors
/// There is no second part, it does not start, or it fails.
pub async fn word(report: &str) -> Result<Vec<u8>, Refused> {
    bytes(documents("word", Array::of1(&report.into())).await?)
}

/// Makes an Excel file of sheets, which are given as JSON.
///
/// # Errors
/// There is no second part, it does not start, or it fails.
pub async fn excel(spreadsheet: &str) -> Result<Vec<u8>, Refused> {
    bytes(documents("excel", Array::of1(&spreadsheet.into())).await?)
}

/// Reads an edited action plan from an Excel file: JSON of what it holds, or of what is wrong with it.
///
/// # Errors
/// There is no second part, it does not start, or it fails.
pub async fn plan(file: &[u8]) -> Result<String, Refused> {
    documents("plan", Array::of1(&Uint8Array::from(file))).await?.as_string().ok_or(Refused)
}

fn bytes(value: JsValue) -> Result<Vec<u8>, Refused> {
    value.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).map_err(|_| Refused)
}
