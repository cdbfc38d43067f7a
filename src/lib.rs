//! Self-assessment of a Regional Organised Crime Unit, as one page in a browser.
//!
//! The modules stand in the order in which data flows: what is asked, what was answered, what
//! follows from it, and what is shown and handed on.

pub mod framework;

pub mod assessment;

pub mod analysis;

pub mod report;

pub mod ui;
