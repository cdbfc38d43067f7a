//! Notices in words: what was wrong or done, and what to do.

use std::collections::BTreeSet;

use super::versions;
use crate::assessment::milestone::MOST_MILESTONES;
use crate::framework::{Framework, MOST_TOLD};
use crate::saved::{LIMIT, NoRoom, OpenError, Remark};
use crate::session::{Deed, Notice, Route, Unopened};

/// A notice: a sentence, and then points of their own.
#[must_use]
pub fn notice(notice: &Notice, framework: &Framework) -> Vec<String> {
    let one = match notice {
        Notice::Done(deed) => done(*deed).to_owned(),
        Notice::Undone(_) => String::from("It was undone."),
        Notice::Opened(remarks) => return opened(remarks, framework),
        Notice::CarriedOver(carried, remarks) => {
            let (first, mut points) = versions::carried_over(carried, framework);
            points.extend(remarks.iter().map(|it| remark(it, framework)));
            return with_points(first, points.into_iter());
        }
        Notice::ChoseFramework => {
            format!("The questions in use are now “{}”, version {}.", framework.name, framework.version)
        }
        Notice::Froze(name) => format!("What stands here now is kept as “{name}”. You can compare with it later."),
        Notice::SignedOff => String::from(
            "The assessment is signed off. It can be read, printed and sent on, and it no longer changes. To change it, \
             open it again under Record.",
        ),
        Notice::Finalised => String::from(
            "The assessment is signed off, so nothing was changed. Open it again under Record first: that begins the next \
             version and keeps this one.",
        ),
        Notice::Revised => String::from("The next version is open. What was signed off is kept among the milestones."),
        Notice::TookViews { roles, replaced } => return took_views(roles, replaced),
        Notice::PutTogether => String::from("Both versions are one now."),
        Notice::Saved(file) => format!("Saved to “{file}”."),
        Notice::WasLocked => String::from(
            "Nothing was saved yet: this was opened from a locked file. Save a locked file below, or choose a way to save it so that \
             others can read it.",
        ),
        Notice::NotSaved(file, why) => return super::merge::not_saved(file, why),
        Notice::NoRoom(none) => return vec![no_room(*none), String::from("What was open is as it was.")],
        Notice::FlawedFramework(flaws) => return versions::flawed(flaws),
        Notice::Refused(error) => return vec![refused(error), String::from("What was open is as it was.")],
        Notice::NotRead => String::from(
            "The file could not be read. Check that it still exists and that you may open it, then try again.",
        ),
        Notice::NotBegun => String::from(
            "This browser could not begin a new assessment. Open the tool in a current Edge, Chrome or Firefox.",
        ),
        Notice::NotPrinted => String::from(
            "The browser did not print. Download the gap summary as an HTML file under Documents and print that.",
        ),
        Notice::Copied => String::from("It was copied. Paste it where you need it."),
        Notice::NotCopied => String::from("The browser did not allow copying. Use a download or print instead."),
        Notice::AllAnswered => String::from("Every question is answered. The gap summary is ready to read."),
        Notice::NoQuestionBefore => String::from("There is no question before this one."),
        Notice::Removed => String::from("The working copy was removed from this browser."),
        Notice::NotRemoved => String::from(
            "The working copy is still here: it is open in another window, or this browser refuses. Close the other window and \
             try again.",
        ),
        Notice::Wiped => String::from(
            "All working copies were wiped from this browser. What is open stays open until you close the page. Files that \
             you saved are where you saved them.",
        ),
        Notice::NotWiped => String::from(
            "This browser refuses access to what it keeps, so nothing was wiped. Working copies that it kept earlier may still be \
             there: clear the browser’s data for local files in its settings.",
        ),
        Notice::NotLocked => String::from(
            "The page was not locked, because this browser did not keep what you typed last. Save a file under Documents, and \
             then close the page.",
        ),
        Notice::DamagedCopy => String::from(
            "The latest working copy was damaged on this device, and the one before it was taken up. Only your last change \
             can be missing: check what you typed last.",
        ),
        Notice::LostCopy => String::from(
            "This working copy is damaged on this device and can’t be read. Open the file that you saved last instead.",
        ),
        Notice::Parted => String::from(
            "Another window changed this assessment at the same time. Nothing was overwritten: this window goes on with a \
             copy of its own, and the other one is listed on the start page. Compare the two and keep the right one.",
        ),
    };
    vec![one]
}

/// A sentence and its points: the first [`MOST_TOLD`] of them, and how many more there are.
pub(super) fn with_points(first: String, points: impl ExactSizeIterator<Item = String>) -> Vec<String> {
    let more = points.len().saturating_sub(MOST_TOLD);
    let rest = (more > 0).then(|| format!("And {} more.", in_thousands(more)));
    std::iter::once(first).chain(points.take(MOST_TOLD)).chain(rest).collect()
}

/// A number as it is read: 29,900.
fn in_thousands(number: usize) -> String {
    match number / 1_000 {
        0 => number.to_string(),
        thousands => format!("{},{:03}", in_thousands(thousands), number % 1_000),
    }
}

/// Whether a notice comes with the way back.
#[must_use]
pub const fn offers_undo(notice: &Notice) -> bool {
    matches!(
        notice,
        Notice::TookViews { .. } | Notice::Done(_) | Notice::Undone(_) | Notice::Opened(_) | Notice::CarriedOver(..)
    )
}

/// Where a problem can be put right on that page, if it can: the id of a field, and what a link to it says.
#[must_use]
pub const fn remedy(notice: &Notice, page: &Route) -> Option<(&'static str, &'static str)> {
    match (page, notice) {
        (Route::Documents, Notice::NotSaved(..)) => Some(("save-as", "Save as another file")),
        (Route::Start, Notice::Refused(_)) => Some(("open", "Choose another assessment file")),
        (Route::Start, Notice::FlawedFramework(_)) => Some(("open-framework", "Choose another framework file")),
        _ => None,
    }
}

const fn done(deed: Deed) -> &'static str {
    match deed {
        Deed::Withdrew => "The answer was cleared. What you wrote beside it is still there.",
        Deed::SetAside => "The question was set aside. Say why in the note.",
        Deed::CommittedAll => "Every force has that answer now, whatever it had before.",
        Deed::CommittedEverywhere => "That force has that answer for every capability now, whatever it had before.",
        Deed::CopiedEvidence => "The evidence was added. What stood there is still there.",
        Deed::RemovedForce => "The force was removed. Its answers stay in the file.",
        Deed::ChoseRegion => "The unit and forces of that region were filled in.",
        Deed::DroppedAction => "The action was removed.",
        Deed::BroughtBack => "The changes from the spreadsheet were made.",
        Deed::Reopened => "The gap is no longer accepted.",
        Deed::LeftToRule => "The concern is left to the rule again.",
        Deed::TookTargetBack => "The topic is measured by the minimum expectation again.",
        Deed::TookViews => "The views of colleagues were taken in.",
        Deed::Agreed => "The answer is agreed. What was written before is still there.",
        Deed::RemovedMilestone => "The milestone was removed.",
        Deed::Opened => "Another assessment is open now. Undo brings back the one before.",
        Deed::ChoseFramework => "Other questions were chosen.",
    }
}

fn took_views(roles: &[String], replaced: &BTreeSet<String>) -> Vec<String> {
    let mut lines = vec![match roles.len() {
        1 => String::from("The views of one colleague were taken in. No answer was changed."),
        number => format!("The views of {number} colleagues were taken in. No answer was changed."),
    }];
    lines.extend(replaced.iter().map(|role| format!("The earlier views of “{role}” gave way to the new ones.")));
    lines
}

fn no_room(none: NoRoom) -> String {
    match none {
        NoRoom::ManyMilestones => {
            format!("There are {MOST_MILESTONES} milestones, and no more are kept. Remove one first.")
        }
        NoRoom::Full(of) => {
            format!("An assessment has at most {} {}. Remove one first.", in_thousands(of.most()), of.word())
        }
        NoRoom::TooLarge { bytes } => format!(
            "The file would have {} MB, and there would be no room left in it for what you type. Remove a milestone or \
             shorten long texts first.",
            bytes / 1_000_000
        ),
        NoRoom::TooDeep => String::from(
            "The file holds parts of another tool that can’t be kept once more. Open a file that this tool made.",
        ),
    }
}

fn opened(remarks: &[Remark], framework: &Framework) -> Vec<String> {
    let first = match remarks.len() {
        0 => "The assessment was opened.",
        _ => "The assessment was opened. Nothing in the file was dropped. Please note:",
    };
    with_points(first.to_owned(), remarks.iter().map(|it| remark(it, framework)))
}

fn remark(remark: &Remark, framework: &Framework) -> String {
    let asked =
        |id| framework.question(id).map_or_else(|| format!("“{id}”"), |asked| format!("“{}”", asked.question.text));
    match remark {
        Remark::ChangedSinceSaved => String::from(
            "It was changed since this tool saved it, by another program or by damage. Look through its answers.",
        ),
        Remark::OtherFrameworkVersion { found, current } => {
            format!("It was made against version {found} of the questions; this tool asks version {current}.")
        }
        Remark::UnknownQuestion { question } => format!("An answer to a question that is not asked here: {question}."),
        Remark::UnknownLevel { question, level } => {
            format!(
                "{} is answered “{level}”, which is not one of its levels; it counts as not assessed.",
                asked(question)
            )
        }
        Remark::UnknownReason { question, reason } => {
            format!("{} was set aside for a reason unknown here: {reason}.", asked(question))
        }
        Remark::UnknownForce { question, force } => {
            format!("{} has an answer for a force that is not in the particulars: {force}.", asked(question))
        }
        Remark::OtherKindOfAnswer { question } => {
            format!("{} has an answer of another kind; it counts as not assessed.", asked(question))
        }
        Remark::SeveralChoices { question } => {
            format!("{} has more than one answer; it counts as not assessed until you choose.", asked(question))
        }
        Remark::UnknownTopic { topic } => format!("A topic is switched on that is not asked here: {topic}."),
        Remark::UnknownRegion { region } => format!("The region is not one of those listed: {region}."),
        Remark::ForceTwice { force } => format!("Two forces share the id {force}, and so their answers."),
        Remark::ActionForUnknownQuestion { action, question } => {
            format!("Action {action} is for a question that is not asked here: {question}.")
        }
        Remark::ActionRenumbered { from, to } => format!("Two actions were {from}; the second is now {to}."),
        Remark::AlteredSinceSignOff => String::from(
            "It was signed off, but what it holds is not what was signed off: somebody has altered the file since. Compare \
             it with the copy that was signed off.",
        ),
        Remark::AlteredMilestone { name } => {
            format!("The milestone “{name}” was signed off, but what it holds is not what was signed off.")
        }
        Remark::Unreadable { key } => format!("A part that can’t be read: {key}."),
        Remark::UnknownField { key } => format!("A field that this version does not know: {key}."),
    }
}

/// Why a file is not among those that are compared, and what to do.
#[must_use]
pub fn unopened(why: &Unopened) -> String {
    match why {
        Unopened::NotRead => {
            String::from("The browser could not read it. Check that it still exists and that you may open it.")
        }
        Unopened::Refused(error) => refused(error),
    }
}

pub(super) fn refused(error: &OpenError) -> String {
    match error {
        OpenError::TooLarge { bytes } => format!(
            "The file is too large: {} MB, and an assessment has at most {} MB. Choose the file that ends in .rocu.json.",
            bytes / 1_000_000,
            LIMIT / 1_000_000
        ),
        OpenError::NotText => String::from("The file is not text. Choose the file that ends in .rocu.json."),
        OpenError::Locked => String::from(
            "The file is locked with a passphrase. Open it on the start page, which asks for the passphrase, and save it under \
             Documents without one; then choose that file here.",
        ),
        OpenError::Empty => String::from("The file is empty. Choose another copy of it."),
        OpenError::Truncated { line } => format!(
            "The file breaks off in line {line}: a part was lost on its way. Get another copy, or use the working copy in \
             the browser in which it was made."
        ),
        OpenError::NotJson { line, .. } => format!(
            "The file can’t be read from line {line} on. If somebody edited it by hand, let them check that line; else get \
             another copy."
        ),
        OpenError::TooDeep => String::from("The file is built in a way that no assessment is. Get another copy of it."),
        OpenError::NotOurs => {
            String::from("The file is not an assessment of this tool. Choose the file that ends in .rocu.json.")
        }
        OpenError::LaterVersion { found } => format!(
            "The file was saved by a later version of this tool (form {found}). Get the later version and open it there."
        ),
        OpenError::OtherFramework { found } => format!(
            "The file answers another set of questions, “{found}”, that is not known here. Open the framework file of that \
             name first, on the start page under “Use a framework file of your own”; then open this file again."
        ),
        OpenError::Malformed { key, line } => format!(
            "The file has something wrong at “{key}” in line {line}. If somebody edited it by hand, let them check that \
             line; else get another copy."
        ),
        OpenError::TooMany { of, found } => format!(
            "The file has {} {}, and an assessment has at most {}. If another program made it, remove some of them there; \
             else get another copy.",
            in_thousands(*found),
            of.word(),
            in_thousands(of.most())
        ),
    }
}
