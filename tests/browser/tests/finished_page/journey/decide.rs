//! What is decided about the gaps: an action, a gap accepted, and something undone.

use anyhow::{Context, Result, ensure};
use browser_tests::{Answers, Browser, Questions, id, kept, waiting, walk};

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

/// Clears an answer and undoes that: the answer is there again with all that stood beside it.
fn undo(browser: &Browser, questions: &Questions, answers: &Answers) -> Result<()> {
    let (question, answer) =
        answers.iter().find(|(_, answer)| answer.level().is_some()).context("a level was chosen")?;
    walk::go_to(browser, questions.topic_of(question)?)?;
    browser.press(question, "button", "Clear this answer")?;
    let chosen = format!("input[name=\"{question}\"]:checked");
    waiting::until("the answer to be cleared", || Ok(browser.count(&chosen)? == 0))?;
    let kept = || Ok::<_, anyhow::Error>(kept::working_copy(browser)?["answers"][question].clone());
    waiting::until("the working copy without it", || Ok(kept()?["level"].is_null()))?;
    browser.click("#undo")?;
    waiting::until("the answer to be there again", || Ok(browser.count(&chosen)? == 1))?;
    waiting::until("the working copy with it", || Ok(kept()? == answer.as_saved()))?;
    ensure!(browser.count("#undo")? == 0, "there is something left to undo");
    Ok(())
}
