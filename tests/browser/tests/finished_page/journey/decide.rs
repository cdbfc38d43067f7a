//! What is decided about the gaps: an action, a gap accepted, and something undone.

use anyhow::{Context, Result, ensure};
use browser_tests::walk::{choose, radio};
use browser_tests::{Answers, Browser, Choice, Questions, id, waiting, walk};

/// What was decided.
pub(crate) struct Decided {
    /// The gap with an action.
    pub(crate) planned: String,
    /// The gap that is accepted.
    pub(crate) accepted: String,
}

/// What will be done.
pub(crate) const ACTION: &str = "Agree a regional service; cost it.";
/// Who answers for it.
pub(crate) const OWNER: &str = "Head of unit";
/// The day.
pub(crate) const DUE: [&str; 3] = ["2027", "01", "15"];
/// How far it has come.
pub(crate) const PROGRESS: &str = "under-way";
/// Why the other gap is lived with.
pub(crate) const REASON: &str = "The forces decided so at their board.";

pub(super) fn decide(browser: &Browser, questions: &Questions, answers: &Answers) -> Result<Decided> {
    undo(browser, questions, answers)?;
    browser.visit("#/actions", "Actions")?;
    let mut gaps = browser.each("section[id]", "element.id")?;
    gaps.retain(|id| answers.contains_key(id));
    let [planned, accepted, ..] = gaps.as_slice() else { anyhow::bail!("there are fewer than two gaps: {gaps:?}") };
    plan(browser, planned).with_context(|| format!("planning what to do about {planned}"))?;
    accept(browser, accepted).with_context(|| format!("accepting {accepted}"))?;
    Ok(Decided { planned: planned.clone(), accepted: accepted.clone() })
}

fn plan(browser: &Browser, gap: &str) -> Result<()> {
    browser.press(gap, "button", "Add an action")?;
    let field = |name: &str| format!("{} [name$=\".{name}\"]", id(gap));
    browser.type_into(&field("text"), ACTION)?;
    browser.type_into(&field("owner"), OWNER)?;
    browser.type_day(&field("due"), DUE)?;
    browser.click(&format!("{} option[value=\"{PROGRESS}\"]", field("progress")))?;
    waiting::until("the status", || Ok(browser.value(&field("progress"))? == PROGRESS))
}

fn accept(browser: &Browser, gap: &str) -> Result<()> {
    browser.press(gap, "button", "Accept this gap")?;
    browser.type_into(&id(&format!("{gap}.accepted")), REASON)
}

/// Clears an answer, undoes that, and clears nothing by it.
fn undo(browser: &Browser, questions: &Questions, answers: &Answers) -> Result<()> {
    let level = |(question, answer): (&String, &browser_tests::Answer)| match &answer.choice {
        Choice::Level(level) => Some((question.clone(), level.clone())),
        Choice::ByForce(_) | Choice::NotApplicable(_) => None,
    };
    let (question, level) = answers.iter().find_map(level).context("a level was chosen")?;
    walk::go_to(browser, questions.topic_of(&question)?)?;
    browser.press(&question, "button", "Clear this answer")?;
    waiting::until("the answer to be cleared", || {
        Ok(browser.count(&format!("{}:checked", radio(&question, &level)))? == 0)
    })?;
    browser.click("#undo")?;
    browser.wait_for(&format!("{}:checked", radio(&question, &level)))?;
    // What was undone can be done again by hand.
    choose(browser, &question, &level)?;
    ensure!(browser.count("#undo")? == 0, "there is something left to undo");
    Ok(())
}
