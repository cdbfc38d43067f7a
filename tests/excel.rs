//! The Excel file: other programs read it, say what the report says, and give an edited plan back.

#![expect(clippy::unwrap_used, reason = "what is missing here is a failed test")]

#[path = "saved/any.rs"]
mod any;
#[path = "excel/back.rs"]
mod back;
#[path = "excel/bad_input.rs"]
mod bad_input;
#[path = "excel/cells.rs"]
mod cells;
#[path = "support/changed.rs"]
#[expect(dead_code, reason = "a plan that is read gives no remarks")]
mod changed;
#[path = "excel/damaged.rs"]
mod damaged;
#[path = "excel/hostile.rs"]
mod hostile;
#[path = "support/hostile.rs"]
mod hostile_texts;
#[path = "excel/laws.rs"]
mod laws;
#[expect(dead_code, reason = "of the assessments of the reports' tests only some are needed here")]
#[path = "reports/made.rs"]
mod made;
#[path = "excel/other_programs.rs"]
mod other_programs;
#[path = "support/readers.rs"]
#[expect(dead_code, reason = "of the programs that read documents only some are needed here")]
mod readers;
#[path = "saved/record.rs"]
mod record;
#[path = "excel/sitting.rs"]
mod sitting;
#[expect(dead_code, reason = "of the files of the tests of saved files none is needed here")]
#[path = "saved/small.rs"]
mod small;
#[path = "excel/written.rs"]
mod written;
