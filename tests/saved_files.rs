//! The assessment file: every form that was ever written opens, and a file that cannot be opened
//! says why.

#[path = "saved/any.rs"]
mod any;
#[path = "saved/bad_input.rs"]
mod bad_input;
#[path = "support/changed.rs"]
mod changed;
#[path = "saved/damaged.rs"]
mod damaged;
#[path = "saved/fixtures.rs"]
mod fixtures;
#[path = "saved/hostile.rs"]
mod hostile;
#[path = "support/hostile.rs"]
mod hostile_texts;
#[path = "saved/laws.rs"]
mod laws;
#[path = "saved/record.rs"]
mod record;
#[path = "saved/remembered.rs"]
mod remembered;
#[path = "saved/same_names.rs"]
mod same_names;
#[path = "saved/small.rs"]
mod small;
#[path = "support/within.rs"]
mod within;
