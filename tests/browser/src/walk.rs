//! What a user does on the page, by the ids and names that the issue promises.

use anyhow::{Result, ensure};

use crate::answers::{Answer, Answers, Choice, REGION};
use crate::browser::{Browser, id};
use crate::questions::Topic;
use crate::waiting;

/// The passphrase: three random words.
pub const WORDS: &str = "marble tuesday ladder";

/// Begins a new assessment of the region: its unit and forces are filled in.
///
/// # Errors
/// The page does not do so.
pub fn begin(browser: &Browser) -> Result<()> {
    browser.click("#new")?;
    browser.wait_for("#region")?;
    browser.click(&format!("#region option[value=\"{REGION}\"]"))?;
    waiting::until("the name of the unit", || Ok(!browser.value("#unit")?.is_empty()))
}

/// Goes to a topic by its address.
///
/// # Errors
/// The page does not show it.
pub fn go_to(browser: &Browser, topic: &Topic) -> Result<()> {
    browser.visit(&format!("#/topic/{}", topic.id), &topic.name)
}

/// Waits until the page of a topic asks just what these answers make asked, in that order.
///
/// # Errors
/// It asks something else.
pub fn expect_asked(browser: &Browser, topic: &Topic, answers: &Answers) -> Result<()> {
    let asked: Vec<&str> = topic.asked(answers).iter().map(|question| question.id.as_str()).collect();
    let mut found = Vec::new();
    let same = waiting::until("the questions", || {
        found = browser.each("fieldset[id]", "element.id")?;
        found.retain(|id| topic.questions.iter().any(|question| question.id == *id));
        Ok(found == asked)
    });
    ensure!(same.is_ok(), "{} asks {found:?} and not {asked:?}", topic.id);
    Ok(())
}

/// The selector of a radio button.
#[must_use]
pub fn radio(name: &str, value: &str) -> String {
    format!("input[name=\"{name}\"][value=\"{value}\"]")
}

/// Clicks a radio button.
///
/// # Errors
/// It is not there, or not chosen by that.
pub fn choose(browser: &Browser, name: &str, value: &str) -> Result<()> {
    let radio = radio(name, value);
    browser.click(&radio)?;
    browser.wait_for(&format!("{radio}:checked"))
}

/// Answers a question on the page of its topic, by clicking and typing.
///
/// # Errors
/// The page does not take it.
pub fn answer(browser: &Browser, question: &str, answer: &Answer) -> Result<()> {
    match &answer.choice {
        Choice::Level(level) => choose(browser, question, level)?,
        Choice::ByForce(levels) => {
            for (force, level) in levels {
                choose(browser, &format!("{question}.{force}"), level)?;
            }
        }
        Choice::NotApplicable(reason) => {
            browser.press(question, "summary", "This question does not apply")?;
            choose(browser, &format!("{question}.not-applicable"), reason)?;
        }
    }
    for (field, text) in [("detail", &answer.detail), ("evidence", &answer.evidence), ("note", &answer.note)] {
        if !text.is_empty() {
            browser.type_into(&id(&format!("{question}.{field}")), text)?;
        }
    }
    Ok(())
}

/// What the page shows between head and foot, line by line, the notice left out.
///
/// # Errors
/// The browser is gone.
pub fn lines(browser: &Browser) -> Result<Vec<String>> {
    let text = browser.text("#main")?;
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// All answers as the page lists them.
///
/// # Errors
/// The page does not show them.
pub fn check_page(browser: &Browser) -> Result<Vec<String>> {
    browser.visit("#/check", "Check your answers")?;
    lines(browser)
}

/// What the page tells the user after a deed: one sentence, and then points of their own.
///
/// # Errors
/// It tells nothing.
pub fn notice(browser: &Browser) -> Result<Notice> {
    // Beside it other lines have the role of a status: how much is answered.
    browser.wait_for("#main > div[role=alert], #main > div[role=status]")?;
    let within = |kind: &str| format!("#main > div[role=alert] {kind}, #main > div[role=status] {kind}");
    Ok(Notice {
        is_problem: browser.count("#main > div[role=alert]")? > 0,
        sentences: browser.each(&within("p"), "element.innerText")?,
        points: browser.each(&within("li"), "element.innerText")?,
    })
}

/// What the page tells the user after a deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Whether something went wrong.
    pub is_problem: bool,
    /// What it says in sentences.
    pub sentences: Vec<String>,
    /// What it lists below.
    pub points: Vec<String>,
}

/// Enters a passphrase twice in the form of that name and presses its button.
///
/// # Errors
/// A field is not there, or takes no text.
pub fn choose_passphrase(browser: &Browser, form: &str) -> Result<()> {
    browser.type_into(&format!("#{form}"), WORDS)?;
    browser.type_into(&format!("#{form}-again"), WORDS)?;
    browser.click(&format!("#{form}-do"))
}

/// Opens the folded part of the page whose summary begins with these words.
///
/// # Errors
/// There is none.
pub fn unfold(browser: &Browser, words: &str) -> Result<()> {
    browser.press("main", "summary", words)
}
