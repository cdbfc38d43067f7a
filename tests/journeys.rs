//! Journeys: what happens in a sitting, event by event, without a browser.

#[path = "journeys/agreed.rs"]
mod agreed;
#[path = "journeys/beside.rs"]
mod beside;
#[path = "journeys/bulk.rs"]
mod bulk;
#[path = "journeys/colleagues.rs"]
mod colleagues;
#[path = "journeys/files.rs"]
mod files;
#[path = "journeys/flags.rs"]
mod flags;
#[path = "journeys/gaps.rs"]
mod gaps;
#[path = "journeys/history.rs"]
mod history;
#[path = "journeys/laws.rs"]
mod laws;
#[path = "journeys/locked.rs"]
mod locked;
#[path = "journeys/merge.rs"]
mod merge;
#[path = "journeys/milestones.rs"]
mod milestones;
#[path = "journeys/on_disk.rs"]
mod on_disk;
#[path = "journeys/pages.rs"]
mod pages;
#[path = "journeys/particulars.rs"]
mod particulars;
#[path = "journeys/room.rs"]
mod room;
#[path = "journeys/search.rs"]
mod search;
#[path = "journeys/shortcuts.rs"]
mod shortcuts;
#[path = "journeys/sign_off.rs"]
mod sign_off;
#[path = "journeys/sitting.rs"]
mod sitting;
#[path = "journeys/undo.rs"]
mod undo;
#[path = "journeys/views.rs"]
mod views;
#[path = "journeys/walk.rs"]
mod walk;
#[path = "journeys/windows.rs"]
mod windows;
