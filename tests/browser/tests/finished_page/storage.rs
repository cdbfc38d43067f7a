//! What is kept in the browser, wiped from it, and not kept.

use anyhow::{Result, ensure};
use browser_tests::heard::asks_before_reload;
use browser_tests::{Browser, Profile, Restriction, kept, waiting, walk};
use serde_json::{Value, json};

/// What stands on every page as long as nothing is kept.
pub(crate) const STANDING: &str = "Nothing is kept on this device";

/// What stands on every page as long as the browser refuses to keep anything.
const REFUSED: &str = "This browser does not keep what you type";

pub(crate) fn begun(profile: &Profile) -> Result<Browser> {
    let browser = Browser::with_page(profile)?;
    begin(&browser)?;
    Ok(browser)
}

pub(crate) fn begin(browser: &Browser) -> Result<()> {
    walk::begin(browser)?;
    browser.type_into("#period", "April to March")?;
    kept::wait_for(browser, "April to March")
}

fn wipe(browser: &Browser) -> Result<()> {
    browser.visit("#/start", "Start")?;
    browser.click("#wipe")?;
    // It cannot be undone, so the page asks once more.
    browser.click("#wipe-now")?;
    browser.wait_for("#keep")
}

#[test]
#[cfg_attr(lacks = "restart", ignore = "starts the browser again with what it keeps")]
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
    ensure!(asks_before_reload(&browser)?, "the browser did not ask");
    browser.wait_for("#new")?;
    assert_eq!(kept::texts(&browser)?, [""; 0]);
    Ok(())
}

#[test]
fn who_keeps_a_working_copy_or_has_saved_a_file_is_not_asked_before_leaving() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    ensure!(!asks_before_reload(&browser)?, "the browser asks though all is kept");
    browser.wait_for("#version")?;
    wipe(&browser)?;
    browser.visit("#/particulars", "Particulars")?;
    browser.type_into("#version", "7")?;
    browser.visit("#/documents", "Documents")?;
    let _ = profile.download(|| browser.click("#save"))?;
    browser.click("#assessment-arrived")?;
    ensure!(!browser.text("body")?.contains(STANDING), "the page still warns");
    ensure!(!asks_before_reload(&browser)?, "the browser asks though all is saved");
    Ok(())
}

#[test]
fn an_older_file_takes_the_place_of_nothing_that_only_this_browser_holds() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    browser.visit("#/documents", "Documents")?;
    let older = profile.download(|| browser.click("#save"))?;
    browser.visit("#/particulars", "Particulars")?;
    browser.type_into("#version", "7")?;
    kept::wait_for_value(&browser, "/particulars/version", "7")?;
    browser.reload()?;
    browser.wait_for("#version")?;
    browser.visit("#/start", "Start")?;
    browser.type_into("#open", &older.to_string_lossy())?;
    browser.wait_for("#merge")?;
    browser.click("#merge")?;
    waiting::until("both as one", || Ok(browser.text("#main")?.contains("Both versions are one now.")))?;
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#version")?, "7");
    Ok(())
}

fn expect_refused(browser: &Browser) -> Result<()> {
    waiting::until("the standing notice", || Ok(browser.text("body")?.contains(REFUSED)))?;
    browser.type_into("#version", "7")?;
    assert_eq!(browser.value("#version")?, "7");
    browser.visit("#/tasks", "Tasks")?;
    ensure!(browser.text("body")?.contains(REFUSED), "another page does not say it");
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#version")?, "7", "the app does not go on in memory");
    Ok(())
}

#[test]
#[cfg_attr(lacks = "policies", ignore = "switches storage off")]
fn where_storage_is_blocked_the_page_says_so_goes_on_and_asks_before_it_is_left() -> Result<()> {
    let profile = Profile::restricted(Restriction::NoStorage)?;
    let browser = Browser::with_page(&profile)?;
    walk::begin(&browser)?;
    expect_refused(&browser)?;
    ensure!(asks_before_reload(&browser)?, "the browser did not ask");
    // What was kept before storage was blocked may still be there.
    wipe(&browser)?;
    let notice = walk::notice(&browser)?;
    ensure!(notice.is_problem && notice.sentences[0].contains("nothing was wiped"), "{notice:?}");
    Ok(())
}

/// Makes every write fail as a full disk does, or lets it through again. The limit that Chrome's own
/// protocol can set does not hold for pages from the disk.
pub(crate) fn set_full(browser: &Browser, full: bool) -> Result<Value> {
    let script = "
        const put = window.realPut ??= IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = arguments[0] ? function () {
            const request = put.apply(this, arguments);
            this.transaction.abort();
            return request;
        } : put;";
    browser.run(script, [json!(full)])
}

#[test]
fn as_long_as_the_disk_is_full_the_page_says_so_and_then_keeps_everything() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let _ = set_full(&browser, true)?;
    browser.type_into("#lead", "Typed when it was full")?;
    expect_refused(&browser)?;
    ensure!(!kept::texts(&browser)?.iter().any(|text| text.contains("when it was full")), "the disk was not full");
    let _ = set_full(&browser, false)?;
    // Nothing is typed meanwhile: the page tries again by itself.
    kept::wait_for(&browser, "Typed when it was full")?;
    waiting::until("the end of the standing notice", || Ok(!browser.text("body")?.contains(REFUSED)))?;
    assert_eq!(kept::working_copy(&browser)?["particulars"]["version"], "7");
    ensure!(!asks_before_reload(&browser)?, "the browser asks though all is kept");
    browser.wait_for("#version")
}

/// There is no way to do this for a page: the test asks the browser itself, where it can.
const BY_THE_BROWSER: &str = "";

#[test]
fn what_is_open_is_kept_again_after_the_storage_was_cleared_under_it() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let mut typed = String::new();
    for cleared in [
        // By another page, by the browser at the user's wish, and emptied without being taken away.
        "const done = arguments[0]; indexedDB.deleteDatabase('rocu-self-assessment').onsuccess = () => done()",
        BY_THE_BROWSER,
        "const done = arguments[0]; const opened = indexedDB.open('rocu-self-assessment');
         opened.onsuccess = () => {
             const transaction = opened.result.transaction('texts', 'readwrite');
             transaction.objectStore('texts').clear();
             transaction.oncomplete = () => { opened.result.close(); done(); };
         };",
    ] {
        if cleared == BY_THE_BROWSER {
            if cfg!(lacks = "protocol") {
                continue;
            }
            let all = json!({ "origin": "file://", "storageTypes": "all" });
            let _ = browser.protocol("Storage.clearDataForOrigin", &all)?;
        } else {
            let _ = browser.run_until_done(cleared)?;
        }
        browser.type_into("#version", "7")?;
        typed.push('7');
        let version = browser.value("#version")?;
        kept::wait_for_value(&browser, "/particulars/version", &version)?;
        waiting::until("no standing notice", || Ok(!browser.text("body")?.contains(REFUSED)))?;
    }
    browser.reload()?;
    browser.wait_for("#version")?;
    assert_eq!(browser.value("#version")?, typed);
    assert_eq!(browser.value("#period")?, "April to March");
    Ok(())
}
