//! What is kept in the browser, wiped from it, and not kept.

use anyhow::{Result, ensure};
use browser_tests::heard::Heard;
use browser_tests::{Browser, Profile, kept, walk};

/// What stands on every page as long as nothing is kept.
const STANDING: &str = "Nothing is kept on this device";

fn begun(profile: &Profile) -> Result<Browser> {
    let browser = Browser::with_page(profile)?;
    walk::begin(&browser)?;
    browser.type_into("#period", "April to March")?;
    kept::wait_for(&browser, "April to March")?;
    Ok(browser)
}

fn wipe(browser: &Browser) -> Result<()> {
    browser.visit("#/start", "Start")?;
    browser.click("#wipe")?;
    // It cannot be undone, so the page asks once more.
    browser.click("#wipe-now")?;
    browser.wait_for("#keep")
}

#[test]
fn what_was_wiped_is_not_found_again() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    wipe(&browser)?;
    ensure!(!walk::notice(&browser)?.is_problem, "the page says that it could not be wiped");
    assert_eq!(kept::texts(&browser)?, [""; 0]);
    drop(browser);

    let browser = Browser::with_page(&profile)?;
    browser.wait_for("#wipe")?;
    assert_eq!(kept::texts(&browser)?, [""; 0]);
    let lines = walk::lines(&browser)?;
    ensure!(!lines.iter().any(|line| line.contains("Continue")), "the page offers to continue: {lines:?}");
    let _ = browser.run("location.hash = '#/check'", [])?;
    browser.wait_for("#new")
}

#[test]
fn who_keeps_nothing_is_told_on_every_page_and_asked_before_leaving() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    wipe(&browser)?;
    browser.visit("#/particulars", "Particulars")?;
    browser.type_into("#version", "7")?;
    for (page, title) in [("#/particulars", "Particulars"), ("#/tasks", "Tasks"), ("#/gaps", "Gap summary")] {
        browser.visit(page, title)?;
        let lines = browser.text("body")?;
        ensure!(lines.contains(STANDING), "at {page} it is not said that nothing is kept: {lines}");
    }
    assert_eq!(kept::texts(&browser)?, [""; 0]);
    let _ = Heard::of(&browser)?;
    browser.reload()?;
    ensure!(Heard::of(&browser)?.asked_before_leaving, "the browser did not ask");
    browser.wait_for("#new")?;
    assert_eq!(kept::texts(&browser)?, [""; 0]);
    Ok(())
}

#[test]
fn who_keeps_a_working_copy_or_has_saved_a_file_is_not_asked_before_leaving() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    browser.reload()?;
    browser.wait_for("#version")?;
    ensure!(!Heard::of(&browser)?.asked_before_leaving, "the browser asks though all is kept");
    wipe(&browser)?;
    browser.visit("#/particulars", "Particulars")?;
    browser.type_into("#version", "7")?;
    browser.visit("#/documents", "Documents")?;
    let _ = profile.download(|| browser.click("#save"))?;
    ensure!(!browser.text("body")?.contains(STANDING), "the page still warns");
    let _ = Heard::of(&browser)?;
    browser.reload()?;
    ensure!(!Heard::of(&browser)?.asked_before_leaving, "the browser asks though all is saved");
    Ok(())
}
