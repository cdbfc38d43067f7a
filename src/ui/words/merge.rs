//! Both states of an assessment in words: what differs, who changed it, and why nothing was saved.

use super::history;
use crate::assessment::Assessment;
use crate::assessment::history::Change;
use crate::assessment::merge::{Conflict, NotMerged, Spot};
use crate::framework::Framework;
use crate::report::{long_date, time_of_day};
use crate::session::Unsaved;

/// What a conflict is about.
#[must_use]
pub fn spot(spot: &Spot, framework: &Framework, assessment: &Assessment) -> String {
    match spot {
        Spot::Place(place) => history::place(place, framework, assessment),
        Spot::Field(way) => format!("A field that this version does not know: {way}"),
    }
}

/// What stands on one side of a conflict.
#[must_use]
pub fn value(conflict: &Conflict, text: Option<&String>, framework: &Framework) -> String {
    match (text, &conflict.spot) {
        (None, _) => String::from("Nothing: it was taken away or left blank"),
        (Some(text), Spot::Place(place)) => history::text(place, text, framework),
        (Some(text), Spot::Field(_)) => text.clone(),
    }
}

/// Who last changed that on one side, and when, where its history tells.
#[must_use]
pub fn changed(spot: &Spot, side: &Assessment) -> Option<String> {
    let Spot::Place(place) = spot else { return None };
    let Change { at, role, .. } = &**side.history.changes.iter().rev().find(|change| change.place == *place)?;
    let by = if role.trim().is_empty() { String::new() } else { format!(" by {}", role.trim()) };
    Some(format!("changed{by} on {} at {}", long_date(at.date()), time_of_day(*at)))
}

/// Why two states can't be made one, and what to do.
#[must_use]
pub const fn not_merged(why: NotMerged) -> &'static str {
    match why {
        NotMerged::OtherAssessment => "The file holds another assessment. Save yours as another file.",
        NotMerged::SignedOff => {
            "One of the two was signed off, so they can’t be put together: what was signed off must not change. Save yours \
             as another file, or open what is in the file and go on with that."
        }
    }
}

/// Why nothing was saved to the file of that name, and what to do.
#[must_use]
pub fn not_saved(file: &str, why: &Unsaved) -> Vec<String> {
    let why = match why {
        Unsaved::NotAllowed => {
            "The browser did not let this page write there. Choose Save again and allow it when the browser asks; if it does \
             not ask, a policy of your force forbids it."
        }
        Unsaved::Gone => {
            "The file is not there any longer: it was moved, renamed or deleted, or the share can’t be reached."
        }
        Unsaved::Full => "There is no room left on that disk or share.",
        Unsaved::Locked => "The file may only be read, or another program has it open.",
        Unsaved::Failed => "The browser could not read or write the file, and did not say why.",
        Unsaved::NotWhole => {
            "It was written, but what is in the file now is not what was meant. Do not rely on that file."
        }
        Unsaved::Unreadable(error) => {
            let lines = vec![
                format!("“{file}” was not saved. Somebody else changed the file, and now it can’t be opened here."),
                super::notice::refused(error),
            ];
            return lines.into_iter().chain([String::from(WHAT_ELSE)]).collect();
        }
        Unsaved::OtherAssessment => "The file holds another assessment now, and nothing was written over it.",
    };
    vec![format!("“{file}” was not saved. {why}"), String::from(WHAT_ELSE)]
}

const WHAT_ELSE: &str =
    "Nothing that you typed is lost. Under Documents you can save it as another file or download a copy.";
