//! The gap summary and the files made from it: the right gaps, in the right order, the same numbers
//! everywhere, and nothing that a user typed can do more than be read.

#![expect(clippy::unwrap_used, reason = "what is missing here is a failed test")]

#[path = "reports/flagged.rs"]
mod flagged;
#[path = "reports/gaps.rs"]
mod gaps;
#[path = "reports/golden.rs"]
mod golden;
#[path = "reports/hostile.rs"]
mod hostile;
#[path = "reports/numbers.rs"]
mod numbers;
#[path = "reports/page.rs"]
mod page;
#[path = "reports/sentences.rs"]
mod sentences;
#[path = "reports/workbook.rs"]
mod workbook;

#[path = "support/compared.rs"]
mod compared;
#[path = "reports/dom.rs"]
mod dom;
#[path = "support/hostile.rs"]
mod hostile_texts;
#[path = "reports/made.rs"]
mod made;
#[path = "support/shown.rs"]
mod shown;
