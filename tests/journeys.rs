//! Journeys: what happens in a sitting, event by event, without a browser.

#[path = "journeys/files.rs"]
mod files;
#[path = "journeys/gaps.rs"]
mod gaps;
#[path = "journeys/laws.rs"]
mod laws;
#[path = "journeys/pages.rs"]
mod pages;
#[path = "journeys/particulars.rs"]
mod particulars;
#[path = "journeys/sitting.rs"]
mod sitting;
#[path = "journeys/undo.rs"]
mod undo;
#[path = "journeys/walk.rs"]
mod walk;
#[path = "journeys/windows.rs"]
mod windows;
