//! Self-assessment of a Regional Organised Crime Unit, as one page in a browser.
//!
//! The modules stand in the order in which data flows: what is asked, what was answered, how it
//! lies on disk, what follows from it, what is shown and handed on, one sitting, the browser, and
//! the page.

pub mod framework;

pub mod assessment;

pub mod saved;

pub mod analysis;

pub mod comparison;

pub mod report;

pub mod export;

pub mod session;

pub mod browser;

pub mod ui;
