//! The assessment file: every form that was ever written opens, and a file that cannot be opened
//! says why.

#[path = "saved/bad_input.rs"]
mod bad_input;
#[path = "saved/fixtures.rs"]
mod fixtures;
#[path = "saved/laws.rs"]
mod laws;
#[path = "saved/small.rs"]
mod small;
