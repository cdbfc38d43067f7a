//! Components: each drawn alone from values and callbacks, without a store.

#[path = "support/alone.rs"]
mod alone;
#[path = "components/answering.rs"]
mod answering;
#[path = "components/around.rs"]
mod around;
#[path = "components/arrival.rs"]
mod arrival;
#[path = "components/asking.rs"]
mod asking;
#[path = "components/conflict.rs"]
mod conflict;
#[path = "reports/dom.rs"]
#[expect(dead_code, reason = "of the reader of the reports' tests only a part is needed here")]
mod dom;
#[path = "support/drawn.rs"]
mod drawn;
#[path = "components/files.rs"]
mod files;
#[path = "components/gaps.rs"]
mod gaps;
#[path = "reports/made.rs"]
#[expect(dead_code, reason = "of the assessments of the reports' tests only some are needed here")]
mod made;
#[path = "components/passphrase.rs"]
mod passphrase;
#[path = "components/reports.rs"]
mod reports;
#[path = "components/target.rs"]
mod target;
#[path = "components/together.rs"]
mod together;
