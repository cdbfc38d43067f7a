//! The Word document: it says what the report says, in the report's order, and is built as Word
//! demands.

#![expect(clippy::unwrap_used, reason = "what is missing here is a failed test")]

#[path = "word/office.rs"]
mod office;

#[path = "reports/made.rs"]
mod made;
#[path = "support/readers.rs"]
mod readers;
