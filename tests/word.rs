//! The Word document: it says what the report says, in the report's order, and is built as Word
//! demands.

#![expect(clippy::unwrap_used, reason = "what is missing here is a failed test")]

#[path = "word/office.rs"]
mod office;
#[path = "word/words.rs"]
mod words;

#[path = "saved/any.rs"]
mod any;
#[path = "support/compared.rs"]
mod compared;
#[path = "support/hostile.rs"]
mod hostile_texts;
#[path = "reports/made.rs"]
#[expect(dead_code, reason = "of the assessments of the reports' tests only some are needed here")]
mod made;
#[path = "word/package.rs"]
mod package;
#[path = "support/readers.rs"]
mod readers;
#[path = "saved/record.rs"]
mod record;
#[path = "word/said.rs"]
mod said;
#[path = "word/schema.rs"]
mod schema;
#[path = "support/shown.rs"]
mod shown;
#[path = "saved/small.rs"]
#[expect(dead_code, reason = "of the framework of the saved files' tests only a part is needed here")]
mod small;

use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved;

/// The worked example.
fn example(framework: &Framework) -> Assessment {
    let example = include_str!("../static/framework/example.rocu.json");
    saved::open(example.as_bytes(), framework).unwrap().assessment
}
