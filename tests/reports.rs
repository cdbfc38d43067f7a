//! The gap summary and the files made from it: the right gaps, in the right order, the same numbers
//! everywhere, and nothing that a user typed can do more than be read.

#![expect(clippy::unwrap_used, reason = "what is missing here is a failed test")]

#[path = "reports/alike.rs"]
mod alike;
#[path = "reports/by_force.rs"]
mod by_force;
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
#[path = "reports/published.rs"]
mod published;
#[path = "reports/sentences.rs"]
mod sentences;
#[path = "reports/workbook.rs"]
mod workbook;

#[path = "saved/any.rs"]
mod any;
#[path = "support/compared.rs"]
mod compared;
#[path = "reports/dom.rs"]
mod dom;
#[path = "support/hostile.rs"]
mod hostile_texts;
#[path = "reports/made.rs"]
mod made;
#[path = "word/package.rs"]
mod package;
#[path = "support/readers.rs"]
#[expect(dead_code, reason = "of the programs that read documents only a validator is needed here")]
mod readers;
#[path = "saved/record.rs"]
mod record;
#[path = "support/shown.rs"]
mod shown;
#[path = "saved/small.rs"]
#[expect(dead_code, reason = "of the files of the tests of saved files none is needed here")]
mod small;
#[path = "excel/written.rs"]
#[expect(dead_code, reason = "of the files of the tests of Excel only the cells are read here")]
mod written;
