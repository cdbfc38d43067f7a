//! The report as data, for whoever wants to read it with a program.

use serde::Serialize;

use crate::report::Report;

/// What the file says it is.
const FORMAT: &str = "rocu-gap-summary";

/// The version of its form: raised when a reader of the earlier form would misread the later.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u32,
    report: &'a Report,
}

/// Writes the report as JSON, indented, with its format and version first.
///
/// # Panics
/// Never: every key of a report is a string, which is all that JSON asks.
#[must_use]
pub fn json(report: &Report) -> String {
    let file = File { format: FORMAT, version: VERSION, report };
    serde_json::to_string_pretty(&file).expect("every key of a report is a string")
}
