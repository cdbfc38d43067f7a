//! Other questions: those of 2015, and a framework file of the user's own, found again after a restart.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Profile, finished, kept, waiting, walk};
use serde_json::{Value, json};

/// The built-in framework with another id, as a user would make one.
fn own() -> Result<Value> {
    let text = std::fs::read_to_string(finished::workspace().join("static/framework/rocu.json"))?;
    let mut framework: Value = serde_json::from_str(&text)?;
    framework["id"] = json!("ours");
    framework["version"] = json!("1");
    framework["name"] = json!("Questions of our own");
    Ok(framework)
}

fn choose(browser: &Browser, framework: &str) -> Result<()> {
    browser.visit("#/start", "Start")?;
    browser.click(&format!("#framework option[value=\"{framework}\"]"))?;
    in_use(browser, framework)
}

fn in_use(browser: &Browser, framework: &str) -> Result<()> {
    browser.visit("#/start", "Start")?;
    waiting::until(&format!("{framework} to be in use"), || Ok(browser.value("#framework")? == framework))
}

fn open_framework(browser: &Browser, profile: &Profile, framework: &Value) -> Result<()> {
    let file = profile.file("ours.json", serde_json::to_string_pretty(framework)?.as_bytes())?;
    browser.visit("#/start", "Start")?;
    browser.click("#main details summary")?;
    browser.type_into("#open-framework", &file.to_string_lossy())
}

#[test]
#[cfg_attr(lacks = "restart", ignore = "starts the browser again with what it keeps")]
fn a_working_copy_against_the_questions_of_2015_is_taken_up_with_them() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    choose(&browser, "rocu@2015.1")?;
    walk::begin(&browser)?;
    browser.type_into("#period", "The spring of 2015")?;
    kept::wait_for(&browser, "The spring of 2015")?;
    ensure!(kept::working_copy(&browser)?["framework"]["version"] == "2015.1", "it names other questions");
    drop(browser);

    let browser = Browser::with_page(&profile)?;
    in_use(&browser, "rocu@2015.1")?;
    browser.visit("#/topic/regional-intelligence", "Regional intelligence unit")?;
    browser.wait_for("fieldset[id=\"regional-intelligence.force-mapping\"]")?;
    choose(&browser, "rocu@2026.1")?;
    let told = walk::notice(&browser)?;
    ensure!(told.sentences[0].contains("it is now against version 2026.1"), "{told:?}");
    browser.click("#undo")?;
    in_use(&browser, "rocu@2015.1")
}

#[test]
#[cfg_attr(lacks = "restart", ignore = "starts the browser again with what it keeps")]
fn a_framework_of_the_users_own_is_found_again_until_it_is_wiped() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    open_framework(&browser, &profile, &own()?)?;
    in_use(&browser, "ours@1")?;
    walk::begin(&browser)?;
    browser.type_into("#period", "With our own questions")?;
    kept::wait_for(&browser, "With our own questions")?;
    kept::wait_for(&browser, "Questions of our own")?;
    drop(browser);

    let browser = Browser::with_page(&profile)?;
    in_use(&browser, "ours@1")?;
    browser.visit("#/particulars", "Particulars")?;
    ensure!(browser.value("#period")? == "With our own questions", "the assessment is not there");
    browser.visit("#/start", "Start")?;
    browser.click("#wipe")?;
    browser.click("#wipe-now")?;
    browser.wait_for("#keep")?;
    assert_eq!(kept::texts(&browser)?, [""; 0]);
    drop(browser);

    let browser = Browser::with_page(&profile)?;
    browser.wait_for("#wipe")?;
    ensure!(browser.value("#framework")? == "rocu@2026.1", "the framework is still there");
    assert_eq!(browser.count("#framework option")?, 2);
    Ok(())
}

#[test]
fn every_flaw_of_a_framework_file_is_listed_and_nothing_changes() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    let mut framework = own()?;
    let questions = &mut framework["parts"][0]["topics"][0]["questions"];
    questions[0]["theme"] = json!("nobody");
    questions[3]["prompts"] = json!([]);
    framework["regions"][0]["forces"] = json!([]);
    open_framework(&browser, &profile, &framework)?;
    let told = walk::notice(&browser)?;
    ensure!(told.is_problem, "it is not said as a problem: {told:?}");
    let first = told.sentences.first().context("a sentence")?;
    ensure!(first.starts_with("The framework file is not used: 3 flaws were found in it."), "{told:?}");
    assert_eq!(told.points.len(), 3);
    ensure!(browser.value("#framework")? == "rocu@2026.1", "other questions are in use");
    Ok(())
}
