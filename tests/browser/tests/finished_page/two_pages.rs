//! Two windows, tabs or copies of the file: one changes an assessment, the others read it, and
//! whatever happens nothing that was typed in one is overwritten by another.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Profile, finished, kept, waiting, walk};
use serde_json::{Value, json};

/// What stands on every page of a window that only reads.
const ELSEWHERE: &str = "being changed in another window";

fn begun(profile: &Profile) -> Result<Browser> {
    let browser = Browser::with_page(profile)?;
    walk::begin(&browser)?;
    type_in(&browser, "#period", "First")?;
    Ok(browser)
}

fn type_in(browser: &Browser, field: &str, text: &str) -> Result<()> {
    browser.type_into(field, text)?;
    kept::wait_for(browser, text)
}

/// Opens the page in the window, at a page to fill in.
fn open_page(browser: &Browser) -> Result<()> {
    browser.open(&finished::page()?)?;
    browser.wait_for("#page-heading")?;
    browser.visit("#/particulars", "Particulars")
}

fn until_it_reads(browser: &Browser) -> Result<()> {
    waiting::until("a window that only reads", || Ok(browser.text("body")?.contains(ELSEWHERE)))
}

fn until_it_writes(browser: &Browser) -> Result<()> {
    waiting::until("a window that writes", || Ok(!browser.text("body")?.contains(ELSEWHERE)))?;
    browser.wait_for("#period:enabled")
}

fn kept_particulars(browser: &Browser) -> Result<Value> {
    Ok(kept::working_copy(browser)?["particulars"].clone())
}

#[test]
fn a_second_window_shows_what_is_open_in_the_first_and_takes_no_changes() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let before = kept_particulars(&browser)?;
    let _ = browser.open_window()?;
    open_page(&browser)?;
    until_it_reads(&browser)?;
    assert_eq!(browser.value("#period")?, "First");
    let enabled = "#main input:enabled, #main select:enabled, #main textarea:enabled, #main button:enabled";
    for (page, title) in [("#/particulars", "Particulars"), ("#/topic/undercover", "Undercover")] {
        browser.visit(page, title)?;
        assert_eq!(browser.each(enabled, "element.id")?, [""; 0], "at {page}");
    }
    browser.visit("#/particulars", "Particulars")?;
    // Whatever might still reach the program is refused there.
    let script = "const field = document.getElementById('period'); field.value = 'Second';
                  field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    let _ = browser.run(script, [])?;
    browser.visit("#/tasks", "Tasks")?;
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#period")?, "First");
    assert_eq!(kept_particulars(&browser)?, before);
    // It does not keep anyone from leaving: nothing is lost with it.
    browser.close_window()
}

#[test]
fn a_second_window_goes_on_with_what_was_typed_last_in_the_first_which_then_only_reads() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let first = browser.window()?;
    let second = browser.open_window()?;
    open_page(&browser)?;
    until_it_reads(&browser)?;
    browser.go_to_window(&first)?;
    browser.type_into("#lead", "Typed a moment before")?;
    browser.go_to_window(&second)?;
    browser.click("#continue-here")?;
    until_it_writes(&browser)?;
    assert_eq!(browser.value("#lead")?, "Typed a moment before");
    type_in(&browser, "#lead", ", and on")?;
    browser.go_to_window(&first)?;
    until_it_reads(&browser)?;
    ensure!(browser.count("#lead:disabled")? == 1, "the first window still takes changes");
    assert_eq!(browser.value("#lead")?, "Typed a moment before");
    browser.click("#continue-here")?;
    until_it_writes(&browser)?;
    assert_eq!(browser.value("#lead")?, "Typed a moment before, and on");
    assert_eq!(kept_particulars(&browser)?["lead"], "Typed a moment before, and on");
    Ok(())
}

#[test]
fn when_the_first_window_is_closed_the_second_can_go_on() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let first = browser.window()?;
    let second = browser.open_window()?;
    open_page(&browser)?;
    until_it_reads(&browser)?;
    browser.go_to_window(&first)?;
    type_in(&browser, "#lead", "Head")?;
    browser.close_window()?;
    browser.go_to_window(&second)?;
    browser.click("#continue-here")?;
    until_it_writes(&browser)?;
    assert_eq!(browser.value("#lead")?, "Head");
    type_in(&browser, "#lead", " of unit")
}

#[test]
#[cfg_attr(lacks = "shared-storage", ignore = "two files share one storage")]
fn a_copy_of_the_file_in_another_place_is_another_window() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let _ = browser.open_window()?;
    let copy = profile.file("a copy (1).html", &fs::read(finished::page()?)?)?;
    browser.open(&copy)?;
    until_it_reads(&browser)
}

#[test]
fn two_windows_with_two_assessments_leave_each_other_alone() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let first = browser.window()?;
    let _ = browser.open_window()?;
    open_page(&browser)?;
    until_it_reads(&browser)?;
    browser.visit("#/start", "Start")?;
    walk::begin(&browser)?;
    type_in(&browser, "#lead", "Of the second")?;
    browser.go_to_window(&first)?;
    type_in(&browser, "#lead", "Of the first")?;
    ensure!(!browser.text("body")?.contains(ELSEWHERE), "the first window was disturbed");
    assert_eq!(kept::working_copies(&browser)?.len(), 2);
    Ok(())
}

/// A window that hangs: it holds the assessment and never answers.
fn hold(browser: &Browser, how: &Value) -> Result<()> {
    let id = kept::working_copy(browser)?["id"].as_str().context("an assessment has an id")?.to_owned();
    let script = "const [name, how, done] = arguments;
                  navigator.locks.request(name, how, () => { done(); return new Promise(() => {}); })";
    let name = json!(format!("rocu-self-assessment.{id}"));
    browser.run_until_done_with(script, [name, how.clone()]).map(drop)
}

#[test]
#[cfg_attr(lacks = "shared-storage", ignore = "two files share one storage")]
fn an_assessment_can_be_taken_from_a_window_that_hangs() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    browser.open(&profile.file("hangs.html", b"<!DOCTYPE html>")?)?;
    hold(&browser, &json!({}))?;
    let _ = browser.open_window()?;
    open_page(&browser)?;
    until_it_reads(&browser)?;
    browser.click("#continue-here")?;
    until_it_writes(&browser)?;
    type_in(&browser, "#lead", "Head of unit")
}

#[test]
fn a_window_from_which_an_assessment_is_taken_by_force_only_reads() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    hold(&browser, &json!({ "steal": true }))?;
    until_it_reads(&browser)?;
    assert_eq!(browser.value("#period")?, "First");
    ensure!(browser.count("#period:disabled")? == 1, "it still takes changes");
    Ok(())
}

/// From now on pages find a browser without locks, as some policies and old browsers have it.
fn without_locks(browser: &Browser) -> Result<()> {
    let source = json!({ "source": "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })" });
    browser.protocol("Page.addScriptToEvaluateOnNewDocument", &source).map(drop)
}

#[test]
#[cfg_attr(lacks = "protocol", ignore = "changes a page before it starts")]
fn in_a_browser_without_locks_what_two_windows_type_is_kept_side_by_side() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile)?;
    without_locks(&browser)?;
    browser.open(&finished::page()?)?;
    walk::begin(&browser)?;
    type_in(&browser, "#period", "First")?;
    let first = browser.window()?;
    let second = browser.open_window()?;
    without_locks(&browser)?;
    open_page(&browser)?;
    type_in(&browser, "#lead", "Of the second")?;
    browser.go_to_window(&first)?;
    type_in(&browser, "#lead", "Of the first")?;
    let notice = walk::notice(&browser)?;
    ensure!(notice.is_problem && notice.sentences[0].contains("Nothing was overwritten"), "{notice:?}");
    // From here on each goes its own way.
    type_in(&browser, "#lead", ", and on")?;
    browser.go_to_window(&second)?;
    type_in(&browser, "#lead", ", and further")?;
    assert_eq!(browser.count("#main > div[role=alert]")?, 0, "the second window was not disturbed");
    let mut leads: Vec<Value> =
        kept::working_copies(&browser)?.iter().map(|copy| copy["particulars"]["lead"].clone()).collect();
    leads.sort_by_key(Value::to_string);
    assert_eq!(leads, ["Of the first, and on", "Of the second, and further"]);
    browser.visit("#/start", "Start")?;
    waiting::until("both on the start page", || Ok(browser.count(".rocu-copies li")? == 2))
}

#[test]
#[cfg_attr(lacks = "channels", ignore = "one window tells another")]
fn wiping_in_one_window_is_heard_in_the_other() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let first = browser.window()?;
    let _ = browser.open_window()?;
    open_page(&browser)?;
    browser.visit("#/start", "Start")?;
    browser.click("#wipe")?;
    browser.click("#wipe-now")?;
    browser.wait_for("#keep")?;
    browser.go_to_window(&first)?;
    waiting::until("the first window to say so", || {
        Ok(browser.text("body")?.contains("Nothing is kept on this device"))
    })?;
    browser.type_into("#lead", "Not kept")?;
    browser.visit("#/tasks", "Tasks")?;
    assert_eq!(kept::texts(&browser)?, [""; 0]);
    Ok(())
}
