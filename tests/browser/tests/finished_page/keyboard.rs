//! The page without a mouse: where the focus goes, and what can be done from there.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Profile, Questions, kept, waiting, walk};
use serde_json::Value;
use thirtyfour::Key;

const TOPIC: &str = "undercover";
const QUESTION: &str = "undercover.provision";

fn begun(profile: &Profile) -> Result<Browser> {
    let browser = Browser::with_page(profile)?;
    walk::begin(&browser)?;
    Ok(browser)
}

/// What has the focus: its tag, its id, its value.
fn focused(browser: &Browser) -> Result<[String; 3]> {
    let script = "const it = document.activeElement; return [it.tagName, it.id, it.value ?? '']";
    Ok(serde_json::from_value(browser.run(script, [])?)?)
}

fn wait_for_focus(browser: &Browser, id: &str) -> Result<()> {
    let mut last = Value::Null;
    let there = waiting::until("the focus", || {
        let [_, found, _] = focused(browser)?;
        let there = found == id;
        last = found.into();
        Ok(there)
    });
    there.with_context(|| format!("the focus is at {last} and not at {id}"))
}

/// Goes to a question by its address.
fn follow_link(browser: &Browser) -> Result<()> {
    let questions = Questions::read()?;
    let name = &questions.topic_of(QUESTION)?.name;
    browser.visit(&format!("#/topic/{TOPIC}/{QUESTION}"), name)?;
    wait_for_focus(browser, QUESTION)
}

#[test]
fn a_link_to_a_question_leads_the_focus_there_also_when_the_page_is_loaded_with_it() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    follow_link(&browser)?;
    let [tag, ..] = focused(&browser)?;
    assert_eq!(tag, "FIELDSET");
    kept::wait_for(&browser, "particulars")?;
    browser.reload()?;
    wait_for_focus(&browser, QUESTION)
}

#[test]
fn each_page_leads_the_focus_to_its_heading_and_names_the_window() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let mut titles = BTreeSet::from([browser.title()?]);
    let links = browser.each("header nav a[href^=\"#/\"]", "element.getAttribute('href')")?;
    let here = browser.run("return location.hash", [])?;
    let others: Vec<&String> = links.iter().filter(|link| here != link.as_str()).collect();
    ensure!(others.len() >= 5, "the page leads only to {others:?}");
    for link in others {
        let before = browser.title()?;
        browser.click(&format!("header nav a[href=\"{link}\"]"))?;
        waiting::until("another title", || Ok(browser.title()? != before))?;
        // Who goes to search wants to type what for.
        let (place, kind) = if link == "#/search" { ("search", "INPUT") } else { ("page-heading", "H1") };
        wait_for_focus(&browser, place).with_context(|| link.clone())?;
        let [tag, ..] = focused(&browser)?;
        assert_eq!(tag, kind, "{link}");
        ensure!(titles.insert(browser.title()?), "two pages are called {}", browser.title()?);
    }
    Ok(())
}

#[test]
fn a_question_is_answered_by_keyboard_alone() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let questions = Questions::read()?;
    let levels = &questions.scale(questions.question(QUESTION)?)?.levels;
    let [first, second, ..] = levels.as_slice() else { anyhow::bail!("there are too few levels") };
    follow_link(&browser)?;
    browser.key(&Key::Tab)?;
    expect_chosen(&browser, &first.id, false)?;
    browser.key(&Key::Space)?;
    expect_chosen(&browser, &first.id, true)?;
    browser.key(&Key::Down)?;
    expect_chosen(&browser, &second.id, true)?;
    let evidence = format!("{QUESTION}.evidence");
    for _ in 0..6 {
        browser.key(&Key::Tab)?;
        if focused(&browser)?[1] == evidence {
            break;
        }
    }
    wait_for_focus(&browser, &evidence)?;
    browser.keys("Typed without a mouse.")?;
    kept::wait_for(&browser, "Typed without a mouse.")?;
    let copy = kept::working_copy(&browser)?;
    assert_eq!(copy["answers"][QUESTION]["level"], second.id.as_str());
    assert_eq!(copy["answers"][QUESTION]["evidence"], "Typed without a mouse.");
    Ok(())
}

/// The radio button of that level has the focus, is chosen or not, and the page has taken it.
fn expect_chosen(browser: &Browser, level: &str, chosen: bool) -> Result<()> {
    wait_for_focus(browser, &format!("{QUESTION}.{level}"))?;
    if chosen {
        kept::wait_for_value(browser, &format!("/answers/{QUESTION}/level"), level)?;
        browser.wait_for(&format!("{}:checked", walk::radio(QUESTION, level)))?;
        // What the page redraws because of the choice must not take the focus away.
        wait_for_focus(browser, &format!("{QUESTION}.{level}"))?;
    }
    Ok(())
}

/// What pressing it leaves: the notice with Undo within the window, and the focus near the question.
#[test]
fn clearing_an_answer_far_down_leaves_undo_in_sight_and_the_focus_at_the_question() -> Result<()> {
    const LAST: &str = "communication.reassurance";
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let questions = Questions::read()?;
    browser.visit(&format!("#/topic/communication/{LAST}"), &questions.topic_of(LAST)?.name)?;
    browser.click(&walk::radio(LAST, "achieved"))?;
    browser.press(LAST, "button", "Clear this answer")?;
    browser.wait_for("#undo")?;
    wait_for_focus(&browser, LAST)?;
    let script = "const at = document.getElementById('undo').getBoundingClientRect();
        return at.top >= 0 && at.bottom <= innerHeight";
    ensure!(browser.run(script, [])? == Value::Bool(true), "Undo is out of sight");
    Ok(())
}
