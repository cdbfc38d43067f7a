//! A whole assessment of a region, done once for all tests that look at what came of it.

mod collect;
mod decide;
mod interrupt;

use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, ensure};
use browser_tests::answers::{AWKWARD, REGION};
use browser_tests::heard::{Heard, listen};
use browser_tests::{
    Answer, Answers, Browser, Choice, Network, Profile, Questions, Rule, Settings, Topic, waiting, walk,
};

pub(crate) use collect::Collected;
pub(crate) use decide::{ACTION, DUE, Decided, OWNER, PROGRESS, REASON};

/// The later addition that is assessed as well.
const SWITCHED_ON: &str = "money-laundering";

/// Chooses the answers: another number makes another assessment.
const RULE: Rule = Rule { seed: 2015 };

/// What came of the assessment.
pub(crate) struct Journey {
    pub(crate) questions: Questions,
    pub(crate) answers: Answers,
    pub(crate) decided: Decided,
    pub(crate) collected: Collected,
    pub(crate) asked_of_the_network: Vec<String>,
}

/// The assessment; whoever asks first makes it.
pub(crate) fn done() -> Result<&'static Journey> {
    static DONE: OnceLock<Result<Journey, String>> = OnceLock::new();
    let done = DONE.get_or_init(|| make().map_err(|error| format!("{error:#}")));
    done.as_ref().map_err(|error| anyhow!("the assessment of a region failed: {error}"))
}

fn make() -> Result<Journey> {
    // The browser is told that this is all there is.
    let network = Network::without_anything()?;
    let profile = Profile::with(Settings { proxy: Some(network.port()), ..Settings::default() })?;
    let questions = Questions::read()?;
    let mut browser = Browser::with_page(&profile)?;
    begin(&browser, &questions)?;
    let topics = questions.topics(&[SWITCHED_ON]);
    let mut answers = Answers::new();
    for (nth, topic) in topics.iter().enumerate() {
        answer(&browser, &questions, (nth, topic), &mut answers)?;
        if nth == topics.len() / 3 {
            interrupt::reload(&browser).context("reloading")?;
        }
        if nth == topics.len() * 2 / 3 && !cfg!(lacks = "restart") {
            browser = interrupt::kill(browser, &profile, topic, &mut answers).context("killing the browser")?;
        }
    }
    listen(&browser)?;
    expect_all_answered(&browser, &topics, &answers)?;
    let decided = decide::decide(&browser, &questions, &answers)?;
    let collected = collect::collect(&browser, &profile)?;
    let heard = Heard::of(&browser)?;
    ensure!(heard.console.is_empty(), "the console complains: {:?}", heard.console);
    drop(browser);
    Ok(Journey { questions, answers, decided, collected, asked_of_the_network: network.asked() })
}

fn begin(browser: &Browser, questions: &Questions) -> Result<()> {
    walk::begin(browser)?;
    let unit = browser.value("#unit")?;
    ensure!(unit == questions.region(REGION)?.unit, "the unit is {unit}");
    browser.type_into("#period", "April 2025 to March 2026")?;
    browser.type_into("#version", "0.1 draft")?;
    browser.type_into("#lead", "Head of unit")?;
    browser.type_into("#contributors", "Heads of crime of the forces")?;
    browser.type_day("#date", ["2026", "03", "31"])?;
    browser.click(&browser_tests::id(&format!("switch.{SWITCHED_ON}")))?;
    browser.wait_for(&format!("[id=\"switch.{SWITCHED_ON}\"]:checked"))
}

/// Answers all that a topic asks, and what its answers make it ask.
fn answer(
    browser: &Browser,
    questions: &Questions,
    (nth, topic): (usize, &Topic),
    answers: &mut Answers,
) -> Result<()> {
    walk::go_to(browser, topic)?;
    loop {
        walk::expect_asked(browser, topic, answers)?;
        let asked = topic.asked(answers);
        let Some(question) = asked.iter().find(|question| !answers.contains_key(&question.id)) else { return Ok(()) };
        let mut given = RULE.answer(questions, (nth, topic), question)?;
        let last_of_topic = asked.last().is_some_and(|last| last.id == question.id);
        match nth {
            1 if last_of_topic => set_aside(&mut given, questions)?,
            2 if last_of_topic => AWKWARD.clone_into(&mut given.evidence),
            _ => {}
        }
        walk::answer(browser, &question.id, &given).with_context(|| format!("answering {}", question.id))?;
        let _ = answers.insert(question.id.clone(), given);
    }
}

fn set_aside(given: &mut Answer, questions: &Questions) -> Result<()> {
    let reason = questions.not_applicable.first().context("there is a reason")?;
    given.choice = Choice::NotApplicable(reason.id.clone());
    given.detail.clear();
    given.note = String::from("Set aside, and this is why.");
    Ok(())
}

fn expect_all_answered(browser: &Browser, topics: &[&Topic], answers: &Answers) -> Result<()> {
    browser.visit("#/tasks", "Tasks")?;
    let asked: usize = topics.iter().map(|topic| topic.asked(answers).len()).sum();
    let progress = browser.text("#progress")?;
    ensure!(progress == format!("{asked} of {asked} questions answered"), "the task list says: {progress}");
    for topic in topics {
        let status = format!("status-{}", topic.id);
        waiting::until(&status, || Ok(browser.text(&browser_tests::id(&status))? == "Completed"))?;
    }
    let lines = walk::lines(browser)?;
    ensure!(lines.iter().any(|line| line.starts_with("Every question is answered")), "the task list says: {lines:?}");
    Ok(())
}
