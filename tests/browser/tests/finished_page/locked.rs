//! Locked files: saved here, opened by the age program and in another browser; and the other way round.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use browser_tests::heard::Heard;
use browser_tests::walk::{WORDS, choose_passphrase, unfold};
use browser_tests::{Browser, Profile, finished, kept, waiting, walk};

/// What nobody may read in a locked file or working copy.
pub(crate) const SENTINEL: &str = "Sentinel Quarter Nine";

/// Has the age program lock or unlock a file.
fn age(deed: &str, source: &Path, target: &Path) -> Result<()> {
    let script = finished::workspace().join("tests/locked/age.py");
    let output = Command::new("python3").arg(script).arg(deed).args([source, target]).arg(WORDS).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "the Debian package age may be missing; it says: {said}");
    Ok(())
}

/// A locked file of an assessment in which the sentinel was typed, and its name.
fn saved(profile: &Profile, browser: &Browser) -> Result<(String, Vec<u8>)> {
    walk::begin(browser)?;
    browser.type_into("#period", SENTINEL)?;
    browser.visit("#/documents", "Documents")?;
    unfold(browser, "Save a locked file")?;
    let path = profile.download(|| choose_passphrase(browser, "lock"))?;
    let name = path.file_name().context("a name")?.to_string_lossy().into_owned();
    Ok((name, fs::read(path)?))
}

/// Chooses a file on the start page, and tries a passphrase on it.
fn try_on(browser: &Browser, profile: &Profile, file: &[u8], words: &str) -> Result<()> {
    let path = profile.file("tried.rocu.json.age", file)?;
    browser.visit("#/start", "Start")?;
    browser.type_into("#open", &path.to_string_lossy())?;
    browser.type_into("#unlock", words)?;
    browser.click("#unlock-do")
}

#[test]
fn a_locked_file_is_read_by_the_age_program_and_opens_in_another_browser() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    let (name, file) = saved(&profile, &browser)?;
    ensure!(name.ends_with(" - OFFICIAL-SENSITIVE.rocu.json.age"), "it is called {name}");
    ensure!(!file.windows(SENTINEL.len()).any(|bytes| bytes == SENTINEL.as_bytes()), "it can be read as it is");
    let (locked, read) = (profile.file("a.age", &file)?, profile.file("a.json", b"")?);
    fs::remove_file(&read)?;
    age("unlock", &locked, &read)?;
    ensure!(fs::read_to_string(read)?.contains(SENTINEL), "the age program reads something else");
    browser.click("#locked-arrived")?;
    // What was entered is nowhere any more: not in the page, and not in what the browser keeps.
    browser.wait_for("#lock")?;
    assert_eq!(browser.value("#lock")?, "");
    let page = browser.run("return document.documentElement.outerHTML", [])?.to_string();
    ensure!(!page.contains(WORDS), "the passphrase is in the page");
    ensure!(!kept::texts(&browser)?.iter().any(|text| text.contains(WORDS)), "the passphrase is kept");
    drop(browser);

    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    try_on(&browser, &profile, &file, WORDS)?;
    let notice = walk::notice(&browser)?;
    ensure!(!notice.is_problem && notice.points.is_empty(), "the page has something to say: {notice:?}");
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#period")?, SENTINEL);
    assert_eq!(Heard::of(&browser)?.console, [""; 0]);
    Ok(())
}

#[test]
fn what_the_age_program_locked_opens_here() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    let example = finished::workspace().join("static/framework/example.rocu.json");
    let target = profile.file("b.age", b"")?;
    fs::remove_file(&target)?;
    age("lock", &example, &target)?;
    try_on(&browser, &profile, &fs::read(target)?, WORDS)?;
    waiting::until("the tasks", || Ok(browser.title()?.starts_with("Tasks")))?;
    ensure!(!walk::notice(&browser)?.is_problem, "it was not opened");
    Ok(())
}

#[test]
fn whatever_is_wrong_with_a_locked_file_is_said_and_nothing_changes() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    let (_, file) = saved(&profile, &browser)?;
    let middle = file.len() - 100;
    let damaged: Vec<u8> = file.iter().enumerate().map(|(at, it)| if at == middle { !it } else { *it }).collect();
    let asks = String::from_utf8_lossy(&file[..60]).replacen(" 18\n", " 21\n", 1);
    ensure!(asks.contains(" 21\n"), "the file begins otherwise: {asks}");
    let asks = [asks.as_bytes(), &file[60..]].concat();
    for (file, words, said) in [
        (file.as_slice(), "marble tuesday ladders", "does not unlock it"),
        (&damaged, WORDS, "is damaged"),
        (&file[..80], WORDS, "breaks off"),
        (&asks, WORDS, "so much work"),
    ] {
        try_on(&browser, &profile, file, words)?;
        waiting::until(said, || Ok(browser.text("#unlock-error")?.contains(said)))?;
        let focused = browser.run("return document.activeElement.id", [])?;
        assert_eq!(focused, "unlock", "the focus is not where it is said");
        browser.click("#unlock-cancel")?;
        browser.wait_for("#new")?;
    }
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#period")?, SENTINEL);
    Ok(())
}
