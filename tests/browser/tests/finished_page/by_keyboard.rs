//! A whole assessment without a mouse, from the start page to the printed summary and the saved file: only by keys
//! that anybody uses, and after each of them the focus is looked for.

mod hands;

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Profile, Question, Questions, waiting};
use serde_json::{Value, json};
use thirtyfour::Key;

use self::hands::Hands;

#[test]
fn a_whole_assessment_is_made_printed_and_saved_by_keyboard_alone() -> Result<()> {
    let profile = Profile::new()?;
    let questions = Questions::read()?;
    let browser = Browser::with_page(&profile)?;
    browser.wait_for("#app:not(:has(.rocu-pending))")?;
    let hands = Hands::on(&browser);
    begin(&hands).context("beginning")?;
    answer_one_in_full(&hands, &questions).context("the first question")?;
    let answered = answer_the_others(&hands, &questions)?;
    ensure!(answered > 80, "only {answered} questions were asked");
    commit(&hands).context("the page of commitment")?;
    plan(&hands).context("the page of actions")?;
    let file = print_and_save(&hands, &profile).context("the documents")?;
    let answers = file["answers"].as_object().context("the file has answers")?;
    assert_eq!(answers.len(), answered + 1, "every answer is in the file");
    assert_eq!(file["particulars"]["period"], "April to March");
    assert_eq!(file["answers"][FIRST]["evidence"], "Typed without a mouse.");
    let action = &file["actions"][0];
    assert_eq!((&action["text"], &action["owner"]), (&json!("Recruit two"), &json!("Head of surveillance")));
    assert_eq!(action["progress"], "under-way");
    let commitment = &file["answers"]["undercover.commitment"]["forces"];
    ensure!(commitment.as_object().is_some_and(|forces| forces.len() > 2), "the forces have answers: {commitment}");
    Ok(())
}

/// The first question of the walk.
const FIRST: &str = "regional-intelligence.provision";

fn begin(hands: &Hands<'_>) -> Result<()> {
    hands.tab_to("new")?;
    hands.go(&Key::Enter, "Particulars")?;
    hands.tab_to("region")?;
    hands.write("West Mid")?;
    waiting::until("the name of the unit", || Ok(!hands.browser.value("#unit")?.is_empty()))?;
    hands.tab_to("period")?;
    hands.write("April to March")?;
    hands.tab_to("lead")?;
    hands.write("Head of unit")?;
    hands.tab_to("switch.money-laundering")?;
    hands.press(&Key::Space)?;
    hands.browser.wait_for("[id=\"switch.money-laundering\"]:checked")?;
    hands.back_to("contributors")?;
    hands.tab_to("next")?;
    hands.go(&Key::Enter, "Tasks")?;
    hands.tab_to("next")?;
    hands.go_to_question(&Key::Enter, FIRST)
}

/// With the keys of every form: no shortcut of ours.
fn answer_one_in_full(hands: &Hands<'_>, questions: &Questions) -> Result<()> {
    let levels = &questions.scale(questions.question(FIRST)?)?.levels;
    hands.press(&Key::Tab)?;
    hands.press(&Key::Space)?;
    hands.expect(&format!("{FIRST}.{}", levels[0].id))?;
    hands.press(&Key::Down)?;
    hands.expect(&format!("{FIRST}.{}", levels[1].id))?;
    hands.press(&Key::Up)?;
    hands.expect(&format!("{FIRST}.{}", levels[0].id))?;
    hands.tab_to(&format!("{FIRST}.evidence"))?;
    hands.write("Typed without a mouse.")?;
    hands.tab_to(&format!("{FIRST}.flag"))?;
    hands.press(&Key::Space)?;
    hands.browser.wait_for(&format!("[id=\"{FIRST}.flag\"]:checked"))
}

/// With the shortcuts: on to the next unanswered question, and a number.
fn answer_the_others(hands: &Hands<'_>, questions: &Questions) -> Result<usize> {
    let mut answered = 0;
    while let Some(asked) = hands.next_unanswered()? {
        let question = questions.question(&asked)?;
        answer(hands, questions, question, answered).with_context(|| asked.clone())?;
        answered += 1;
    }
    Ok(answered)
}

fn answer(hands: &Hands<'_>, questions: &Questions, question: &Question, nth: usize) -> Result<()> {
    let scale = questions.scale(question)?;
    // What is in place opens the most questions; the others take all levels in turn.
    let gate = questions.topic_of(&question.id)?.is_gate(question);
    let at = if gate { 0 } else { nth % scale.levels.len() };
    let level = &scale.levels[at];
    let number = (at + 1).to_string();
    if scale.force_by_force {
        for force in hands.browser.each(&format!("[id=\"{}\"] .rocu-force", question.id), "element.id")? {
            hands.type_key(&number)?;
            hands.expect(&format!("{force}.{}", level.id))?;
            hands.press(&Key::Tab)?;
        }
        return Ok(());
    }
    hands.type_key(&number)?;
    hands.expect(&format!("{}.{}", question.id, level.id))?;
    if level.asks.is_some() {
        hands.press(&Key::Tab)?;
        hands.expect(&format!("{}.detail", question.id))?;
        hands.write("Whatever it asks for")?;
        hands.back_to(&format!("{}.{}", question.id, level.id))?;
    }
    Ok(())
}

fn commit(hands: &Hands<'_>) -> Result<()> {
    hands.back_to_link("#/tasks")?;
    hands.go(&Key::Enter, "Tasks")?;
    hands.tab_to_link("#/commitment")?;
    hands.go(&Key::Enter, "Commitment")?;
    hands.tab_to("everywhere-level")?;
    hands.press(&Key::Down)?;
    let commitment = || hands.browser.each("table select", "element.value");
    let before = commitment()?;
    hands.tab_to("everywhere")?;
    hands.press(&Key::Enter)?;
    waiting::until("one answer everywhere", || Ok(commitment()? != before))?;
    hands.back_to("undo")?;
    hands.press(&Key::Enter)?;
    waiting::until("the answers as they were", || Ok(commitment()? == before))?;
    let select = hands.browser.each("table select", "element.id")?.into_iter().next().context("a cell")?;
    hands.tab_to(&select)?;
    let before = hands.browser.value(&browser_tests::id(&select))?;
    hands.press(&Key::Down)?;
    ensure!(hands.browser.value(&browser_tests::id(&select))? != before, "the cell has another answer");
    hands.expect(&select)
}

/// An action for the gap of highest concern.
fn plan(hands: &Hands<'_>) -> Result<()> {
    hands.back_to_link("#/actions")?;
    hands.go(&Key::Enter, "Actions")?;
    hands.tab_to_button("Add an action")?;
    hands.browser.key(&Key::Enter)?;
    hands.expect("A1.text")?;
    hands.write("Recruit two")?;
    hands.tab_to("A1.owner")?;
    hands.write("Head of surveillance")?;
    hands.tab_to("A1.progress")?;
    hands.press(&Key::Down)?;
    hands.expect("A1.progress")
}

fn print_and_save(hands: &Hands<'_>, profile: &Profile) -> Result<Value> {
    hands.back_to_link("#/gaps")?;
    hands.go(&Key::Enter, "Gap summary")?;
    // Nobody sees the browser's own window for it.
    let _ = hands.browser.run("window.print = () => { window.printed = true }", [])?;
    hands.tab_to("print")?;
    hands.press(&Key::Enter)?;
    ensure!(hands.browser.run("return window.printed", [])? == true, "it was not printed");
    hands.tab_to_link("#/documents")?;
    hands.go(&Key::Enter, "Documents")?;
    hands.tab_to("save")?;
    let path = profile.download(|| hands.press(&Key::Enter))?;
    hands.tab_to("assessment-arrived")?;
    hands.press(&Key::Enter)?;
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}
