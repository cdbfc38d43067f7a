//! The sentences that the user reads: what happened, and what to do.

pub mod history;
pub mod locks;
pub mod merge;
mod notice;
pub mod plan;
mod versions;
pub mod views;

pub use notice::{notice, offers_undo, remedy, unopened};

use yew::AttrValue;

use crate::analysis::{Analysis, Lack};
use crate::assessment::{Assessment, Filter, Marking};
use crate::framework::{BUILT_INS, Framework};
use crate::report::{count, long_date};
use crate::session::{Filed, Keeping, Particular, Route};

/// What no free text may hold: said at each of them.
pub const NEVER: &str = "No names, operation names, numbers of sources or undercover officers, equipment or tactics.";

/// The same in short, at fields to which the whole is said once.
pub const SHORT: &str = "No names or tactics.";

/// What there is to do where a filter of the task list shows nothing.
#[must_use]
pub const fn none_of(filter: Filter) -> &'static str {
    match filter {
        Filter::NotAssessed => "No question is left. Look your answers over under “Check answers”.",
        Filter::Gaps => "No answer is a gap so far. What may still be one stands under “Not assessed”.",
        Filter::Flagged => "No question is flagged. Tick “Flag to discuss” at a question that you want to talk over.",
    }
}

/// What is still open, and how many times.
#[must_use]
pub fn unfinished(lack: Lack, times: usize) -> String {
    let (noun, one, several) = match lack {
        Lack::Answer => ("question", "is left to answer", "are left to answer"),
        Lack::Discussion => ("question", "is flagged for discussion", "are flagged for discussion"),
        Lack::Decision => ("gap", "has no action and is not accepted", "have no action and are not accepted"),
        Lack::ActionText => ("action", "does not say what will be done", "do not say what will be done"),
        Lack::AcceptanceReason => ("gap", "is accepted without a reason", "are accepted without a reason"),
        Lack::ConcernReason => ("concern", "is set without a reason", "are set without a reason"),
    };
    format!("{} {}", count(times, noun), if times == 1 { one } else { several })
}

/// About how long so many questions take, at a pace at which the whole takes half a day to a day.
#[must_use]
pub fn time_for(questions: usize) -> String {
    const PACE: (usize, usize) = (2, 4);
    let (least, most) = (PACE.0 * questions, PACE.1 * questions);
    let step = match most {
        ..60 => 5,
        60..300 => 30,
        _ => 60,
    };
    let rounded = |minutes: usize| (minutes + step / 2) / step * step;
    let (least, most) = (rounded(least).max(step), rounded(most).max(step));
    let hours = |minutes: usize| match (minutes / 60, minutes % 60) {
        (0, _) => String::from("½"),
        (whole, 0) => whole.to_string(),
        (whole, _) => format!("{whole}½"),
    };
    let time = match most {
        ..60 if least == most => format!("{most} minutes"),
        ..60 => format!("{least} to {most} minutes"),
        60 => format!("{} to 1 hour", hours(least)),
        _ => format!("{} to {} hours", hours(least), hours(most)),
    };
    format!("about {time}, at {} to {} minutes each", PACE.0, PACE.1)
}

/// What tells a working copy from others of the same unit: whose and which version it is, how much is answered, of
/// which questions where they are not the current ones, and when it was changed last.
#[must_use]
pub fn progress(framework: &Framework, assessment: &Assessment) -> String {
    let given = |text: &str, before: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| format!("{before} {text}"))
    };
    let coverage = Analysis::of(framework, assessment).coverage();
    let answered = format!("{} of {} questions answered", coverage.answered, coverage.asked);
    let is_current = BUILT_INS[0].is(framework.id.as_str(), &framework.version);
    let told = [
        assessment.copy.as_ref().and_then(|copy| given(&copy.role, "copy for")),
        given(&assessment.particulars.version, "version"),
        Some(answered),
        (!is_current).then(|| format!("{} ({})", framework.name, framework.version)),
        assessment.history.changes.last().map(|change| format!("last changed on {}", long_date(change.at.date()))),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The name of a page, for the title of the window.
#[must_use]
pub fn title(page: &Route, framework: &Framework) -> String {
    match page {
        Route::Start => "Start",
        Route::Particulars => "Particulars",
        Route::Tasks => "Tasks",
        Route::Filtered(filter) => return format!("Tasks: {}", filter.words().to_lowercase()),
        Route::Topic(topic, _) => {
            return framework.topic(topic).map_or("No such topic", |(_, topic)| &topic.name).to_owned();
        }
        Route::Copy(_) => "Add evidence to other questions",
        Route::Commitment => "Commitment of forces",
        Route::Check => "Check your answers",
        Route::Gaps => "Gap summary",
        Route::Actions(_) => "Actions",
        Route::Documents => "Documents",
        Route::Merge => "Both versions",
        Route::Workbook => "Blank workbook",
        Route::Compare => "Compare",
        Route::National => "National summary",
        Route::Views => "Colleagues’ views",
        Route::Record => "Record",
        Route::Help | Route::Term(_) => "Help",
        Route::Shortcuts => "Shortcuts",
        Route::Search => "Search",
    }
    .to_owned()
}

/// What stands on every page as long as typed text is not safe, if it is not.
#[must_use]
pub const fn keeping(keeping: Keeping, at_risk: bool) -> Option<&'static str> {
    match (keeping, at_risk) {
        (Keeping::Refused, _) => Some(
            "This browser does not keep what you type: storage is blocked or full. Save a file under Documents before you \
             close this page.",
        ),
        (Keeping::Nothing, true) => Some(
            "Nothing is kept on this device, as you chose. Save a file under Documents before you close this page.",
        ),
        (Keeping::Elsewhere, _) => Some(
            "This assessment is being changed in another window. Here it can only be read, and may be behind. To change it \
             here, choose “Continue here”; the other window can then only read it.",
        ),
        _ => None,
    }
}

/// What a notice adds where what was open before lives nowhere else.
pub const ONLY_UNDO: &str =
    "What was open before may be in no file, and this browser does not keep it: only Undo brings it back.";

/// Whether this browser keeps what is typed, for the head of every page; nothing until that is known.
#[must_use]
pub const fn kept(keeping: Keeping) -> &'static str {
    match keeping {
        Keeping::Unknown => "",
        Keeping::Kept => "Kept in browser.",
        Keeping::Elsewhere => "Kept by another window.",
        Keeping::Refused | Keeping::Nothing => "Not kept in browser.",
    }
}

/// Whether a file holds what is typed, for the head of every page, and whether saving one is to be offered.
#[must_use]
pub const fn filed(filed: Filed, keeping: Keeping) -> (&'static str, bool) {
    match filed {
        Filed::Nothing => ("No changes yet.", false),
        Filed::Example => ("An example, not in a file.", false),
        Filed::All => ("Saved to file.", false),
        Filed::HandedOver if keeping.keeps() => ("Saved to file.", false),
        Filed::Behind => ("Changes not in a file", true),
        Filed::HandedOver | Filed::Unsure => ("Not known if in a file", true),
    }
}

/// The label of a particular, and how to fill it in.
#[must_use]
pub fn particular(particular: Particular) -> (AttrValue, AttrValue) {
    let (label, hint) = match particular {
        Particular::RegionName => {
            ("Name of the region", "Of the region, as it stands in your papers. No names of people.")
        }
        Particular::Unit => ("Name of the unit", "It stands on every page that you print. No names of people."),
        Particular::Period => ("Period assessed", "For example: April 2025 to March 2026. No names."),
        Particular::Version => ("Version", "For example: 0.1 draft. No names."),
        Particular::Date => ("Date of assessment", ""),
        Particular::Lead => ("Author (role)", "A role, no names. For example: head of unit."),
        Particular::Contributors => {
            ("Took part (roles)", "Roles, no names. For example: heads of crime of the four forces.")
        }
        Particular::Disclosure => (
            "Disclosable under the Freedom of Information Act 2000",
            "For example: No, exemption to be considered under section 31. No names.",
        ),
        Particular::Review => ("Review date", "When this assessment is to be looked at again."),
    };
    (label.into(), hint.into())
}

/// When a marking is the right one.
#[must_use]
pub const fn marking(marking: Marking) -> &'static str {
    match marking {
        Marking::Official => {
            "For a blank form, or where your security adviser agrees that the answers show nothing sensitive."
        }
        Marking::OfficialSensitive => {
            "The safe choice, and set at the start: a list of gaps in covert capabilities is for those who need to know."
        }
    }
}
