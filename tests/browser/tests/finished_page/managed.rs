//! Browsers in which an organisation has switched something off: what the user is told, and what is left.

use std::fs;

use anyhow::{Result, ensure};
use browser_tests::{Browser, Profile, Restriction, kept, waiting, walk};

/// What stands where a document was asked for, on the page of documents.
const ARRIVAL: &str = "#assessment-arrival";

/// An assessment with something typed in it, on the page of documents.
fn at_documents(profile: &Profile) -> Result<Browser> {
    let browser = Browser::with_page(profile)?;
    walk::begin(&browser)?;
    browser.type_into("#period", "Where much is switched off")?;
    kept::wait_for(&browser, "much is switched off")?;
    browser.visit("#/documents", "Documents")?;
    Ok(browser)
}

fn says(browser: &Browser, words: &str) -> Result<()> {
    waiting::until(&format!("“{words}”"), || Ok(browser.text(ARRIVAL)?.contains(words)))
}

/// Saves, and says that the file is not there.
fn miss(browser: &Browser) -> Result<()> {
    browser.click("#save")?;
    says(browser, "Is it in your downloads?")?;
    browser.click("#assessment-missing")?;
    says(browser, "A policy may block downloads")
}

fn offers(browser: &Browser, buttons: &[&str]) -> Result<()> {
    let found = browser.each(&format!("{ARRIVAL} button, {ARRIVAL} a"), "element.innerText.trim()")?;
    ensure!(found == buttons, "the page offers {found:?}");
    Ok(())
}

#[test]
#[cfg_attr(lacks = "download-policies", ignore = "drops downloads as a policy does")]
fn where_downloads_are_dropped_the_user_is_asked_and_has_other_ways() -> Result<()> {
    let profile = Profile::restricted(Restriction::NoDownloads)?;
    let browser = at_documents(&profile)?;
    miss(&browser)?;
    ensure!(fs::read_dir(profile.downloads())?.next().is_none(), "the download was not dropped");
    offers(&browser, &["Save as…", "Copy as text", "Print the gap summary"])?;
    browser.click("#assessment-copy")?;
    says(&browser, "It was copied. Paste it where you need it.")
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves where the user picks")]
fn where_questions_where_to_save_are_closed_at_once_the_other_ways_stay() -> Result<()> {
    let profile = Profile::restricted(Restriction::NoPickers)?;
    let browser = at_documents(&profile)?;
    miss(&browser)?;
    browser.click("#assessment-save-as")?;
    says(&browser, "Nothing was saved")?;
    offers(&browser, &["Save as…", "Copy as text", "Print the gap summary"])?;
    browser.click("#assessment-copy")?;
    says(&browser, "It was copied.")
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves where the user picks")]
fn where_pages_may_not_write_to_files_the_other_ways_stay() -> Result<()> {
    let profile = Profile::restricted(Restriction::NoFileWriting)?;
    let browser = at_documents(&profile)?;
    miss(&browser)?;
    browser.click("#assessment-save-as")?;
    says(&browser, "Nothing was saved")?;
    offers(&browser, &["Save as…", "Copy as text", "Print the gap summary"])
}

/// No page can know this beforehand. So what stands on the start page must be true here too, and nothing may
/// be said that is not.
#[test]
#[cfg_attr(lacks = "restart", ignore = "starts the browser again with what it keeps")]
fn where_the_browser_forgets_when_it_is_closed_the_start_page_says_so_before_and_offers_nothing_after() -> Result<()> {
    let profile = Profile::restricted(Restriction::StorageUntilClosed)?;
    let browser = at_documents(&profile)?;
    browser.reload()?;
    browser.wait_for("#save")?;
    browser.visit("#/start", "Start")?;
    let told = browser.text("#kept")?;
    ensure!(told.contains("forget it when they are closed"), "the start page says: {told}");
    drop(browser);

    let browser = Browser::with_page(&profile)?;
    browser.wait_for("#main:not(.rocu-pending) #new")?;
    assert_eq!(kept::texts(&browser)?, [""; 0]);
    assert_eq!(browser.count("#main > div[role=alert]")?, 0, "the page takes it for damage");
    assert_eq!(browser.count(".rocu-copies li")?, 0, "the page offers to go on");
    // It is not that the browser refuses: from now on it keeps again.
    walk::begin(&browser)?;
    browser.type_into("#period", "Begun anew")?;
    kept::wait_for(&browser, "Begun anew")
}
