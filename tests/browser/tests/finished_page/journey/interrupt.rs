//! What happens to the browser in the middle of it.

use anyhow::{Context, Result, ensure};
use browser_tests::{Answers, Browser, Profile, Topic, id, kept, waiting, walk};
use serde_json::{Value, json};

/// What is surely on the disk when the browser is killed.
const BEFORE: &str = "Typed before the browser was killed, and kept;";

/// What is typed in the last moment.
const AT_LAST: &str = " and this in the last moment.";

/// Loads the page again: the same page shows the same answers.
pub(super) fn reload(browser: &Browser) -> Result<()> {
    let before = walk::check_page(browser)?;
    browser.reload()?;
    waiting::until("the same answers", || Ok(walk::lines(browser)? == before))?;
    // The title is set once the page is drawn.
    waiting::until("the same page", || Ok(browser.title()?.starts_with("Check your answers")))
}

/// Types into the last note of a topic, kills the browser without notice, and starts it again.
///
/// The promise is that nothing is lost that was typed a second before. A test that counted seconds
/// would fail on a busy machine; so this one waits until a first half of the note is on the disk,
/// types the rest, and kills at once. The first half and all earlier answers must be there again;
/// of the rest whatever is there must be as it was typed.
pub(super) fn kill(browser: Browser, profile: &Profile, topic: &Topic, answers: &mut Answers) -> Result<Browser> {
    let checked = walk::check_page(&browser)?;
    walk::go_to(&browser, topic)?;
    let question = &topic.asked(answers).last().context("a topic asks something")?.id;
    let answer = answers.get_mut(question).context("it is answered")?;
    let note = id(&format!("{question}.note"));
    browser.type_into(&note, BEFORE)?;
    kept::wait_for(&browser, BEFORE)?;
    let before = kept::working_copy(&browser)?;
    browser.type_into(&note, AT_LAST)?;
    browser.kill()?;

    let browser = Browser::with_page(profile)?;
    let again = walk::check_page(&browser)?;
    let lost: Vec<&String> = checked.iter().filter(|line| !again.contains(line)).collect();
    let was_noted = |line: &str| !answer.note.is_empty() && line.contains(&answer.note);
    ensure!(lost.iter().all(|line| was_noted(line)), "the page no longer shows {lost:?}");
    let mut after = kept::working_copy(&browser)?;
    let typed = format!("{}{BEFORE}{AT_LAST}", answer.note);
    let found = take_note(&mut after, question);
    ensure!(typed.starts_with(&found) && found.contains(BEFORE), "of {typed:?} there is {found:?}");
    let mut before = before;
    let _ = take_note(&mut before, question);
    let (listed, earlier) = (take_last_change(&mut after), take_last_change(&mut before));
    ensure!(listed.starts_with(&earlier), "of the change {earlier:?} there is {listed:?}");
    ensure!(after == before, "the working copy was {before} and is {after}");

    walk::go_to(&browser, topic)?;
    ensure!(browser.value(&note)? == found, "the field does not show what is kept");
    browser.type_into(&note, &typed[found.len()..])?;
    answer.note = typed;
    Ok(browser)
}

/// Takes the note of an answer out of an assessment.
fn take_note(assessment: &mut Value, question: &str) -> String {
    let note = assessment["answers"][question]["note"].take();
    assessment["answers"][question]["note"] = json!(null);
    note.as_str().unwrap_or_default().to_owned()
}

/// Takes what the last change in the history led to out of an assessment.
fn take_last_change(assessment: &mut Value) -> String {
    let last = assessment["changes"].as_array_mut().and_then(|changes| changes.last_mut());
    last.map(|change| change["to"].take().as_str().unwrap_or_default().to_owned()).unwrap_or_default()
}
