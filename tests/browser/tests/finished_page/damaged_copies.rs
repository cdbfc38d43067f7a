//! What is kept in the browser and is damaged there.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::walk::{choose_passphrase, unfold};
use browser_tests::{Browser, Profile, finished, kept, walk};
use serde_json::{Value, json};

use crate::storage::{STANDING, begin, begun};

/// Changes a letter in the kept texts that hold the first argument, as a bad sector of a disk does, and
/// hands back in how many.
const DAMAGE: &str = r#"
const [typed, done] = arguments;
const opened = indexedDB.open("rocu-self-assessment");
opened.onsuccess = () => {
    const store = opened.result.transaction("texts", "readwrite").objectStore("texts");
    let damaged = 0;
    store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        if (cursor.value.includes(typed)) {
            damaged += 1;
            cursor.update(cursor.value.replace(typed, typed.replace(/[a-z]/, "?")));
        }
        cursor.continue();
    };
    store.transaction.oncomplete = () => {
        opened.result.close();
        done(damaged);
    };
};
"#;

/// Damages the kept texts in which that was typed, and hands back how many.
pub(crate) fn damage(browser: &Browser, typed: &str) -> Result<Value> {
    browser.run_until_done_with(DAMAGE, [json!(typed)])
}

/// Types two things, one after the other, and damages what is kept of them while the page is closed.
fn damaged(profile: &Profile, what: &str) -> Result<Browser> {
    let page = fs::read(finished::page()?)?;
    let file = profile.file("tool.html", &page)?;
    let browser = Browser::start(profile)?;
    browser.open(&file)?;
    begin(&browser)?;
    browser.type_into("#lead", "x")?;
    kept::wait_for(&browser, "\"x\"")?;
    browser.type_into("#version", "7")?;
    kept::wait_for(&browser, "\"7\"")?;
    // No page of the tool is open that could write it again; and it is at the same place, since a browser
    // may keep a storage for each.
    fs::write(&file, "<!DOCTYPE html>")?;
    browser.open(&file)?;
    let damaged = damage(&browser, what)?;
    ensure!(damaged.as_u64() > Some(0), "there was nothing to damage");
    fs::write(&file, page)?;
    browser.open(&file)?;
    browser.wait_for("#page-heading")?;
    Ok(browser)
}

#[test]
fn a_damaged_working_copy_falls_back_to_the_one_before_and_the_page_says_so() -> Result<()> {
    let profile = Profile::new()?;
    let browser = damaged(&profile, "\"version\":\"7\"")?;
    let notice = walk::notice(&browser)?;
    ensure!(notice.is_problem && notice.sentences[0].contains("the one before it was taken up"), "{notice:?}");
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#period")?, "April to March");
    assert_eq!(browser.value("#lead")?, "x");
    assert_eq!(browser.value("#version")?, "");
    // What is typed now is kept as ever, and there is nothing left that is damaged.
    browser.type_into("#version", "7 again")?;
    kept::wait_for(&browser, "7 again")?;
    browser.reload()?;
    browser.wait_for("#version")?;
    assert_eq!(browser.value("#version")?, "7 again");
    assert_eq!(browser.count("#main > div[role=alert]")?, 0);
    Ok(())
}

#[test]
fn a_working_copy_of_which_nothing_is_whole_is_not_taken_up_and_the_page_says_so() -> Result<()> {
    let profile = Profile::new()?;
    let browser = damaged(&profile, "April to March")?;
    let notice = walk::notice(&browser)?;
    ensure!(notice.is_problem && notice.sentences[0].contains("can’t be read"), "{notice:?}");
    ensure!(walk::lines(&browser)?.iter().any(|line| line.contains("damaged on this device")), "it is not listed");
    ensure!(kept::texts(&browser)?.iter().any(|text| text.contains("A?ril to March")), "what is left of it is gone");
    Ok(())
}

/// Browsers put long records into files of their own, and one of those may be lost.
#[test]
#[cfg_attr(lacks = "restart", ignore = "starts the browser again with what it keeps")]
fn a_long_working_copy_whose_file_is_gone_from_the_disk_falls_back_as_well() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    // Repeated text would be packed and fit into a record; so does less than a megabyte in Firefox.
    let script = "const field = document.getElementById('contributors');
                  field.value = Array.from({ length: 120000 }, () => Math.random().toString(36).slice(2)).join(' ');
                  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                  return field.value";
    let long = browser.run(script, [])?.as_str().context("a long text")?.to_owned();
    kept::wait_for(&browser, &long)?;
    browser.type_into("#version", "7")?;
    kept::wait_for(&browser, "\"7\"")?;
    drop(browser);
    let latest = profile.long_records()?.pop().context("the browser keeps no long records")?;
    fs::remove_file(latest)?;

    let browser = Browser::with_page(&profile)?;
    let notice = walk::notice(&browser)?;
    ensure!(notice.is_problem && notice.sentences[0].contains("the one before it was taken up"), "{notice:?}");
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#contributors")?, long);
    browser.type_into("#version", "8")?;
    kept::wait_for(&browser, "8\"")
}

#[test]
#[cfg_attr(any(lacks = "shared-storage", lacks = "restart"), ignore = "another page damages what is kept")]
fn where_the_lock_is_damaged_nothing_is_kept_openly_until_what_it_locked_was_wiped() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    browser.visit("#/start", "Start")?;
    unfold(&browser, "Lock the working copies")?;
    choose_passphrase(&browser, "lock-copies")?;
    browser.wait_for("#lock-after")?;
    browser.open(&profile.file("other.html", b"<!DOCTYPE html>")?)?;
    assert_eq!(damage(&browser, "recipient")?, 2, "it is not kept twice");
    browser.open(&finished::page()?)?;
    browser.wait_for("#forgotten")?;
    ensure!(
        browser.text("#main")?.contains("is damaged. Open the file that you saved last"),
        "{}",
        browser.text("#main")?
    );
    assert_eq!(browser.count("#open-copies")?, 0, "a passphrase is asked for");
    browser.click("#pass-by")?;
    walk::begin(&browser)?;
    browser.type_into("#version", "Not kept")?;
    browser.visit("#/tasks", "Tasks")?;
    ensure!(browser.text("body")?.contains(STANDING), "it is not said that nothing is kept");
    ensure!(!kept::texts(&browser)?.iter().any(|text| text.contains("Not kept")), "it is kept openly");
    drop(browser);

    let browser = Browser::with_page(&profile)?;
    browser.click("#wipe-locked")?;
    browser.click("#wipe-locked-now")?;
    browser.wait_for("#new")?;
    walk::begin(&browser)?;
    browser.type_into("#version", "Kept again")?;
    kept::wait_for(&browser, "Kept again")
}
