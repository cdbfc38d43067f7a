//! Journeys between versions of the questions: nothing is lost, and what changed is told.

#[path = "editions/carried.rs"]
mod carried;
#[path = "editions/own.rs"]
mod own;
#[path = "editions/sitting.rs"]
mod sitting;
#[path = "support/small.rs"]
mod small;
