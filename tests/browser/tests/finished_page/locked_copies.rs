//! Locked working copies: what lies on the disk can't be read, and the page shows nothing until the
//! passphrase is entered.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use browser_tests::walk::{WORDS, choose_passphrase, unfold};
use browser_tests::{Browser, Profile, finished, id, kept, waiting, walk};
use serde_json::json;

use crate::locked::SENTINEL;

/// A page in which the sentinel was typed before and after its working copies were locked.
fn locked(profile: &Profile) -> Result<Browser> {
    let browser = Browser::with_page(profile)?;
    walk::begin(&browser)?;
    browser.type_into("#period", SENTINEL)?;
    kept::wait_for(&browser, SENTINEL)?;
    browser.visit("#/start", "Start")?;
    unfold(&browser, "Lock the working copies")?;
    choose_passphrase(&browser, "lock-copies")?;
    browser.wait_for("#lock-after")?;
    browser.visit("#/particulars", "Particulars")?;
    browser.type_into("#version", "Draft Nineteen")?;
    Ok(browser)
}

/// Waits until the page is locked, and looks for anything of the assessment in it.
fn expect_closed(browser: &Browser) -> Result<()> {
    waiting::until("the locked page", || browser.is_at("Locked"))?;
    browser.wait_for("#open-copies")?;
    let script = "return document.documentElement.outerHTML + document.title + location.href
        + JSON.stringify([...document.querySelectorAll('input, textarea')].map(field => field.value))
        + JSON.stringify({ ...sessionStorage, ...localStorage })";
    let page = browser.run(script, [])?.to_string();
    for typed in [SENTINEL, "Draft Nineteen", "West Midlands", "topic/"] {
        ensure!(!page.contains(typed), "“{typed}” is still in the page");
    }
    Ok(())
}

fn expect_nothing_to_read(browser: &Browser) -> Result<()> {
    for text in kept::texts(browser)? {
        for typed in [SENTINEL, "Draft Nineteen", WORDS, "AGE-SECRET-KEY", "rocu-self-assessment\","] {
            ensure!(!text.contains(typed), "“{typed}” is kept: {text}");
        }
    }
    Ok(())
}

fn enter(browser: &Browser, words: &str) -> Result<()> {
    browser.type_into("#open-copies", words)?;
    browser.click("#open-copies-do")
}

/// Expects what was typed before and after the working copies were locked.
fn expect_all_there(browser: &Browser) -> Result<()> {
    browser.wait_for("#continue-open")?;
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#period")?, SENTINEL);
    assert_eq!(browser.value("#version")?, "Draft Nineteen");
    Ok(())
}

#[test]
#[cfg_attr(lacks = "restart", ignore = "starts the browser again with what it keeps")]
fn a_locked_working_copy_cannot_be_read_on_the_disk_and_is_asked_for_at_the_next_start() -> Result<()> {
    let profile = Profile::new()?;
    let browser = locked(&profile)?;
    browser.click("#lock-now")?;
    expect_closed(&browser)?;
    expect_nothing_to_read(&browser)?;
    browser.kill()?;

    let browser = Browser::with_page(&profile)?;
    expect_closed(&browser)?;
    enter(&browser, "marble tuesday ladders")?;
    waiting::until("the sentence", || Ok(browser.text("#open-copies-error")?.contains("does not unlock")))?;
    expect_closed(&browser)?;
    let _ = browser.run("document.querySelector('#open-copies').value = ''", [])?;
    enter(&browser, WORDS)?;
    expect_all_there(&browser)?;
    // Changes go on being kept, and being locked.
    browser.type_into("#version", " b")?;
    browser.click("#lock-now")?;
    expect_closed(&browser)?;
    expect_nothing_to_read(&browser)?;
    enter(&browser, WORDS)?;
    browser.wait_for("#continue-open")?;
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#version")?, "Draft Nineteen b");
    Ok(())
}

/// Browsers note what stands in fields, so that a page that was closed by mistake comes back as it was.
#[test]
#[cfg_attr(lacks = "restart", ignore = "looks into the files that the browser keeps")]
fn what_is_typed_into_a_page_whose_copies_are_locked_is_in_no_file_of_the_browser() -> Result<()> {
    let profile = Profile::new()?;
    let browser = locked(&profile)?;
    browser.visit("#/topic/gain", "Government Agency Intelligence Network co-ordination")?;
    walk::choose(&browser, "gain.provision", "not-in-place")?;
    for field in ["evidence", "note"] {
        browser.type_into(&id(&format!("gain.provision.{field}")), "Wolverine quince")?;
    }
    let plain = "<!doctype html><title>Plain</title><textarea id=\"plain\"></textarea>";
    browser.open(&profile.file("plain.html", plain.as_bytes())?)?;
    browser.type_into("#plain", "Ptarmigan walnut")?;
    waiting::until("a field of another page to be noted", || Ok(!profile.files_with("Ptarmigan walnut")?.is_empty()))?;
    for typed in ["Wolverine quince", "gain.provision.not-in-place", "Draft Nineteen"] {
        assert_eq!(profile.files_with(typed)?, Vec::<PathBuf>::new(), "“{typed}” can be read");
    }
    Ok(())
}

#[test]
#[cfg_attr(lacks = "restart", ignore = "starts the browser again with what it keeps")]
fn the_lock_can_be_turned_off_again() -> Result<()> {
    let profile = Profile::new()?;
    let browser = locked(&profile)?;
    browser.visit("#/start", "Start")?;
    browser.click("#unlock-copies")?;
    browser.wait_for("#lock-copies")?;
    kept::wait_for(&browser, SENTINEL)?;
    drop(browser);
    let browser = Browser::with_page(&profile)?;
    waiting::until("the working copy", || Ok(browser.count("#continue-open, #version")? > 0))?;
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#version")?, "Draft Nineteen");
    Ok(())
}

#[test]
#[cfg_attr(lacks = "restart", ignore = "starts the browser again with what it keeps")]
fn whoever_has_forgotten_the_passphrase_works_without_the_copies_or_wipes_them() -> Result<()> {
    let profile = Profile::new()?;
    let browser = locked(&profile)?;
    browser.click("#lock-now")?;
    expect_closed(&browser)?;
    unfold(&browser, "I do not have the passphrase")?;
    browser.click("#pass-by")?;
    walk::begin(&browser)?;
    browser.type_into("#version", "Another one")?;
    browser.visit("#/tasks", "Tasks")?;
    ensure!(browser.text("body")?.contains("Nothing is kept on this device"), "it is not said that nothing is kept");
    ensure!(!kept::texts(&browser)?.iter().any(|text| text.contains("Another one")), "it is kept");
    drop(browser);

    let browser = Browser::with_page(&profile)?;
    expect_closed(&browser)?;
    unfold(&browser, "I do not have the passphrase")?;
    browser.click("#wipe-locked")?;
    browser.click("#wipe-locked-now")?;
    browser.wait_for("#new")?;
    let left = kept::texts(&browser)?;
    ensure!(left.is_empty(), "something is left: {left:?}");
    walk::begin(&browser)?;
    browser.type_into("#version", "A third one")?;
    kept::wait_for(&browser, "A third one")
}

/// From now on pages find a browser without channels, as WebKit is for pages from the disk.
fn without_channels(browser: &Browser) -> Result<()> {
    let source = json!({ "source": "delete window.BroadcastChannel" });
    browser.protocol("Page.addScriptToEvaluateOnNewDocument", &source).map(drop)
}

#[test]
#[cfg_attr(lacks = "protocol", ignore = "changes a page before it starts")]
fn a_window_that_did_not_hear_of_the_lock_and_takes_over_overwrites_nothing_that_it_can_not_read() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    walk::begin(&browser)?;
    browser.type_into("#period", "First")?;
    kept::wait_for(&browser, "First")?;
    let first = browser.window()?;
    let second = browser.open_window()?;
    without_channels(&browser)?;
    browser.open(&finished::page()?)?;
    browser.wait_for("#continue-here")?;
    browser.go_to_window(&first)?;
    browser.visit("#/start", "Start")?;
    unfold(&browser, "Lock the working copies")?;
    choose_passphrase(&browser, "lock-copies")?;
    browser.wait_for("#lock-after")?;
    browser.close_window()?;
    browser.go_to_window(&second)?;
    browser.click("#continue-here")?;
    browser.visit("#/particulars", "Particulars")?;
    browser.wait_for("#lead:enabled")?;
    browser.type_into("#lead", "Of the second")?;
    waiting::until("both to be kept", || Ok(walk::notice(&browser)?.sentences[0].contains("Nothing was overwritten")))?;
    browser.reload()?;
    expect_closed(&browser)?;
    enter(&browser, WORDS)?;
    browser.wait_for("#continue-open")?;
    waiting::until("both on the start page", || Ok(browser.count(".rocu-copies li")? == 2))
}

#[test]
#[cfg_attr(lacks = "channels", ignore = "one window tells another")]
fn locking_in_one_window_locks_the_other() -> Result<()> {
    let profile = Profile::new()?;
    let browser = locked(&profile)?;
    let first = browser.window()?;
    let _second = browser.open_window()?;
    browser.open(&finished::page()?)?;
    expect_closed(&browser)?;
    enter(&browser, WORDS)?;
    browser.wait_for("#lock-after")?;
    browser.click("#lock-now")?;
    expect_closed(&browser)?;
    browser.go_to_window(&first)?;
    expect_closed(&browser)?;
    enter(&browser, WORDS)?;
    expect_all_there(&browser)
}
