//! The finished file in a real browser, opened from the disk as its users open it.

mod accessible;
mod bad_input;
mod bring_back;
mod by_keyboard;
mod damaged_copies;
mod documents;
mod hostile;
mod in_place;
mod journey;
mod keyboard;
mod locked;
mod locked_copies;
mod managed;
mod over_http;
mod pictures;
mod places;
mod printing;
mod refused;
mod removed_copies;
mod rescue;
mod save_state;
mod second_part;
mod shortcuts;
mod side_by_side;
mod silence;
mod storage;
mod two_pages;
mod versions;
mod way_back;
mod whole_assessment;

#[path = "../../../support/hostile.rs"]
mod hostile_texts;
#[path = "../../../support/plausible.rs"]
mod plausible;
