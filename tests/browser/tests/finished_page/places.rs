//! What a file finds that was copied or moved. Chromium and WebKit keep one storage for all files; Firefox keeps
//! one for each place of a file.

use std::fs;
use std::path::Path;

use anyhow::Result;
use browser_tests::{Browser, Profile, finished, kept, waiting, walk};

/// Opens a file of the tool, and waits until the working copies are known.
fn open(browser: &Browser, file: &Path) -> Result<()> {
    browser.open(file)?;
    browser.wait_for("#main:not(.rocu-pending) #page-heading")
}

/// Begins an assessment in a file, and types that.
fn type_in(browser: &Browser, file: &Path, text: &str) -> Result<()> {
    open(browser, file)?;
    walk::begin(browser)?;
    browser.type_into("#period", text)?;
    kept::wait_for(browser, text)
}

fn expect_found(browser: &Browser, text: &str) -> Result<()> {
    browser.visit("#/particulars", "Particulars")?;
    waiting::until(text, || Ok(browser.value("#period")? == text))
}

#[test]
#[cfg_attr(lacks = "shared-storage", ignore = "two files share one storage")]
fn a_file_that_was_moved_finds_the_working_copy() -> Result<()> {
    let profile = Profile::new()?;
    let (before, after) =
        (profile.file("before.html", &fs::read(finished::page()?)?)?, profile.file("after.html", b"")?);
    let browser = Browser::start(&profile)?;
    type_in(&browser, &before, "Typed before it was moved")?;
    fs::rename(&before, &after)?;
    open(&browser, &after)?;
    expect_found(&browser, "Typed before it was moved")
}

#[test]
#[cfg_attr(lacks = "storage-of-its-own", ignore = "each file has a storage of its own")]
fn a_file_that_was_moved_finds_nothing_until_it_is_moved_back() -> Result<()> {
    let profile = Profile::new()?;
    let (before, after) =
        (profile.file("before.html", &fs::read(finished::page()?)?)?, profile.file("after.html", b"")?);
    let browser = Browser::start(&profile)?;
    type_in(&browser, &before, "Typed before it was moved")?;
    fs::rename(&before, &after)?;
    open(&browser, &after)?;
    assert_eq!(kept::texts(&browser)?, [""; 0]);
    fs::rename(&after, &before)?;
    open(&browser, &before)?;
    expect_found(&browser, "Typed before it was moved")
}

#[test]
#[cfg_attr(lacks = "storage-of-its-own", ignore = "each file has a storage of its own")]
fn two_copies_of_the_file_keep_their_assessments_apart() -> Result<()> {
    let profile = Profile::new()?;
    let page = fs::read(finished::page()?)?;
    let (one, other) = (profile.file("one.html", &page)?, profile.file("other.html", &page)?);
    let browser = Browser::start(&profile)?;
    type_in(&browser, &one, "Of the one")?;
    type_in(&browser, &other, "Of the other")?;
    browser.visit("#/start", "Start")?;
    browser.click("#wipe")?;
    browser.click("#wipe-now")?;
    browser.wait_for("#keep")?;
    open(&browser, &one)?;
    expect_found(&browser, "Of the one")
}
