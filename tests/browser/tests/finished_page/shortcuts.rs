//! Single keys: they answer and lead about the page, and never stand in the way of typing.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Profile, Questions, id, kept, waiting, walk};
use serde_json::Value;

const QUESTION: &str = "undercover.provision";
const EVIDENCE: &str = "undercover.provision.evidence";

fn at_question(profile: &Profile, questions: &Questions) -> Result<Browser> {
    let browser = Browser::with_page(profile)?;
    walk::begin(&browser)?;
    browser.visit(&format!("#/topic/undercover/{QUESTION}"), &questions.topic_of(QUESTION)?.name)?;
    expect_focus(&browser, QUESTION)?;
    Ok(browser)
}

fn expect_focus(browser: &Browser, id: &str) -> Result<()> {
    let mut last = Value::Null;
    let there = waiting::until("the focus", || {
        last = browser.run("return document.activeElement.id", [])?;
        Ok(last == id)
    });
    there.with_context(|| format!("the focus is at {last} and not at {id}"))
}

fn address(browser: &Browser) -> Result<Value> {
    browser.run("return location.hash", [])
}

#[test]
fn a_number_answers_the_question_and_the_focus_is_at_the_answer() -> Result<()> {
    let profile = Profile::new()?;
    let questions = Questions::read()?;
    let browser = at_question(&profile, &questions)?;
    let levels = &questions.scale(questions.question(QUESTION)?)?.levels;
    for (key, level) in ["1", "3"].into_iter().zip([&levels[0], &levels[2]]) {
        browser.keys(key)?;
        expect_focus(&browser, &format!("{QUESTION}.{}", level.id))?;
        browser.wait_for(&format!("{}:checked", walk::radio(QUESTION, &level.id)))?;
        kept::wait_for_value(&browser, &format!("/answers/{QUESTION}/level"), &level.id)?;
    }
    Ok(())
}

#[test]
fn in_a_field_every_key_is_text_and_with_ctrl_or_alt_none_is_ours() -> Result<()> {
    let profile = Profile::new()?;
    let questions = Questions::read()?;
    let browser = at_question(&profile, &questions)?;
    let before = address(&browser)?;
    browser.type_into(&id(EVIDENCE), "1 of 2/3? no, pn")?;
    kept::wait_for(&browser, "1 of 2/3? no, pn")?;
    assert_eq!(browser.value(&id(EVIDENCE))?, "1 of 2/3? no, pn");
    assert_eq!(address(&browser)?, before);
    ensure!(kept::working_copy(&browser)?["answers"][QUESTION].get("level").is_none(), "a number answered it");
    let script = "const taken = [];
        const at = document.getElementById(arguments[0]);
        at.focus();
        for (const held of ['ctrlKey', 'altKey', 'metaKey']) {
            for (const key of ['1', 'n', 'p', '/', '?']) {
                const event = new KeyboardEvent('keydown', { key, [held]: true, bubbles: true, cancelable: true });
                if (!at.dispatchEvent(event)) taken.push(held + key);
            }
        }
        return taken";
    assert_eq!(browser.run(script, [Value::from(QUESTION)])?, serde_json::json!([]));
    assert_eq!(address(&browser)?, before);
    Ok(())
}

#[test]
fn n_leads_to_the_next_unanswered_question_and_p_back() -> Result<()> {
    let profile = Profile::new()?;
    let questions = Questions::read()?;
    let browser = at_question(&profile, &questions)?;
    browser.keys("1")?;
    browser.wait_for(&id("undercover.tasking"))?;
    browser.keys("n")?;
    expect_focus(&browser, "undercover.tasking")?;
    browser.keys("p")?;
    expect_focus(&browser, QUESTION)?;
    let _ = browser.run("document.getElementById('main').focus()", [])?;
    browser.keys("p")?;
    waiting::until("the question of the topic before", || {
        Ok(browser.run("return document.activeElement.tagName", [])? == "FIELDSET"
            && !address(&browser)?.to_string().contains("undercover"))
    })
}

#[test]
fn a_stroke_opens_search_and_what_is_found_leads_to_the_question() -> Result<()> {
    let profile = Profile::new()?;
    let questions = Questions::read()?;
    let browser = at_question(&profile, &questions)?;
    browser.type_into(&id(EVIDENCE), "The xyzzy agreement")?;
    let _ = browser.run("document.getElementById('main').focus()", [])?;
    browser.keys("/")?;
    expect_focus(&browser, "search")?;
    browser.keys("XYZZY n/?")?;
    waiting::until("nothing found", || Ok(browser.text("#found")?.starts_with("0 places found")))?;
    assert_eq!(browser.value("#search")?, "XYZZY n/?", "in the field every key is text");
    for _ in 0..4 {
        browser.key(&thirtyfour::Key::Backspace)?;
    }
    waiting::until("one found", || Ok(browser.text("#found")? == "1 place found"))?;
    browser.click("#main section a")?;
    expect_focus(&browser, QUESTION)
}

#[test]
#[cfg_attr(lacks = "restart", ignore = "starts the browser again with what it keeps")]
fn a_question_mark_lists_the_keys_and_there_they_are_switched_off_for_good() -> Result<()> {
    let profile = Profile::new()?;
    let questions = Questions::read()?;
    let browser = at_question(&profile, &questions)?;
    browser.keys("?")?;
    expect_focus(&browser, "shortcuts")?;
    ensure!(browser.each("kbd", "element.innerText")?.contains(&String::from("n")), "n is not listed");
    browser.key(&thirtyfour::Key::Tab)?;
    expect_focus(&browser, "back")?;
    browser.key(&thirtyfour::Key::Enter)?;
    expect_focus(&browser, QUESTION)?;
    browser.keys("?")?;
    expect_focus(&browser, "shortcuts")?;
    browser.click("#use-shortcuts")?;
    kept::wait_for(&browser, "off")?;
    drop(browser);

    let browser = Browser::with_page(&profile)?;
    browser.visit(&format!("#/topic/undercover/{QUESTION}"), &questions.topic_of(QUESTION)?.name)?;
    expect_focus(&browser, QUESTION)?;
    browser.keys("1n?/")?;
    browser.visit("#/help", "Help")?;
    ensure!(browser.run("return document.getElementById('use-shortcuts').checked", [])? == false, "they are on again");
    ensure!(kept::working_copy(&browser)?.get("answers").is_none(), "a key answered a question");
    Ok(())
}

#[test]
#[cfg_attr(lacks = "restart", ignore = "starts the browser again with what it keeps")]
fn after_a_restart_one_goes_on_at_the_question_where_one_stopped() -> Result<()> {
    let profile = Profile::new()?;
    let questions = Questions::read()?;
    let browser = at_question(&profile, &questions)?;
    browser.keys("1")?;
    browser.wait_for(&id("undercover.tasking"))?;
    browser.type_into(&id("undercover.tasking.note"), "Half a senten")?;
    kept::wait_for(&browser, "Half a senten")?;
    kept::wait_for(&browser, "#/topic/undercover/undercover.tasking")?;
    drop(browser);

    let browser = Browser::with_page(&profile)?;
    browser.click("#continue-open")?;
    expect_focus(&browser, "undercover.tasking")
}
