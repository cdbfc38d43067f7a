//! What holds of every file that is opened, for the fuzzers.

#[path = "../../support/opened.rs"]
pub mod opened;
