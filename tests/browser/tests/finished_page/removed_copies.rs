//! One working copy is removed from the browser, and the others stay.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Profile, finished, kept, waiting, walk};

/// What the start page lists.
const LISTED: &str = ".rocu-copies li";

/// Two working copies, of which the second is open.
fn two(profile: &Profile) -> Result<Browser> {
    let browser = Browser::with_page(profile)?;
    for period in ["Of the first", "Of the second"] {
        browser.visit("#/start", "Start")?;
        walk::begin(&browser)?;
        browser.type_into("#period", period)?;
        kept::wait_for(&browser, period)?;
    }
    browser.visit("#/start", "Start")?;
    waiting::until("both in the list", || Ok(browser.count(LISTED)? == 2))?;
    Ok(browser)
}

fn remove(browser: &Browser) -> Result<()> {
    let asks = browser.each("[id^=\"remove-\"]", "element.id")?;
    let [ask] = asks.as_slice() else { anyhow::bail!("only what is not open can be removed, not {asks:?}") };
    browser.click(&format!("#{ask}"))?;
    // It cannot be undone, so the page asks once more.
    ensure!(kept::working_copies(browser)?.len() == 2, "it was removed before the user was sure");
    browser.click(&format!("#{ask}-now"))
}

#[test]
fn a_working_copy_that_is_removed_leaves_nothing_in_the_browser_and_the_open_one_as_it_was() -> Result<()> {
    let profile = Profile::new()?;
    let browser = two(&profile)?;
    let before = kept::texts(&browser)?.len();
    remove(&browser)?;
    waiting::until("one in the list", || Ok(browser.count(LISTED)? == 1))?;
    ensure!(!walk::notice(&browser)?.is_problem, "the page says that it was not removed");
    let texts = kept::texts(&browser)?;
    ensure!(!texts.iter().any(|text| text.contains("Of the first")), "it is still there: {texts:?}");
    ensure!(texts.len() < before, "something of it is left: {texts:?}");
    assert_eq!(kept::working_copy(&browser)?["particulars"]["period"], "Of the second");
    browser.reload()?;
    browser.wait_for("#page-heading")?;
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#period")?, "Of the second");
    Ok(())
}

#[test]
fn a_working_copy_that_is_open_in_another_window_is_not_removed() -> Result<()> {
    let profile = Profile::new()?;
    let browser = two(&profile)?;
    let first = browser.window()?;
    let _ = browser.open_window()?;
    browser.open(&finished::page()?)?;
    browser.wait_for("#page-heading")?;
    browser.visit("#/start", "Start")?;
    browser.click(".rocu-copies button:not([id])")?;
    browser.visit("#/particulars", "Particulars")?;
    waiting::until("the first to be taken up", || Ok(browser.value("#period")? == "Of the first"))?;
    browser.type_into("#period", ", in two windows")?;
    kept::wait_for(&browser, "Of the first, in two windows")?;
    browser.go_to_window(&first)?;
    remove(&browser)?;
    waiting::until("the page to say so", || Ok(walk::notice(&browser)?.is_problem))?;
    ensure!(browser.text("#main")?.contains("it is open in another window"), "the page does not say why");
    assert_eq!(kept::working_copies(&browser)?.len(), 2);
    Ok(())
}
