//! Saving to the same file again: into a real file of the browser, which nobody overwrites unseen.
//!
//! No driver can answer the window in which a file is picked, so the page is handed one from the
//! browser's own file system. From there on nothing is pretended, but where a test says so.

mod opened;

use anyhow::{Context, Result, ensure};
use browser_tests::walk::{WORDS, choose_passphrase, unfold};
use browser_tests::{Browser, Network, Profile, finished, kept, waiting, walk};
use serde_json::{Value, json};

/// Hands the page a file in place of the one that a user would pick. Like a real one, the question where to save
/// empties it.
const PICKED: &str = "
const file = async create => (await navigator.storage.getDirectory()).getFileHandle('ours.rocu.json', { create });
window.showSaveFilePicker = async () => {
    const picked = await file(true);
    await (await picked.createWritable()).close();
    return picked;
};
window.showOpenFilePicker = async () => [await file(false)];
";
const READ: &str = "
const done = arguments[arguments.length - 1];
navigator.storage.getDirectory().then(folder => folder.getFileHandle('ours.rocu.json'))
    .then(file => file.getFile()).then(file => file.text()).then(done, error => done(String(error)));
";
const WRITE: &str = "
const [text, done] = arguments;
navigator.storage.getDirectory().then(folder => folder.getFileHandle('ours.rocu.json', { create: true }))
    .then(file => file.createWritable())
    .then(async stream => { await stream.write(text); await stream.close(); done(''); }, error => done(String(error)));
";
const REMOVE: &str = "
const done = arguments[arguments.length - 1];
navigator.storage.getDirectory().then(folder => folder.removeEntry('ours.rocu.json')).then(() => done(''), error => done(String(error)));
";

/// A server of the finished file: only there does the browser give a page files of its own.
pub(crate) fn network() -> Result<Network> {
    Network::with_page(std::fs::read(finished::page()?)?)
}

fn start(profile: &Profile, served: &Network) -> Result<Browser> {
    let browser = Browser::start(profile)?;
    browser.go(&format!("http://127.0.0.1:{}/", served.port()))?;
    browser.wait_for("#page-heading")?;
    let _ = browser.run(PICKED, [])?;
    Ok(browser)
}

fn until_said(browser: &Browser, words: &str) -> Result<()> {
    waiting::until(words, || Ok(browser.text("#main")?.contains(words)))
}

/// A browser in which an assessment was begun and saved to a file.
pub(crate) fn saved(profile: &Profile, served: &Network) -> Result<Browser> {
    let browser = start(profile, served)?;
    walk::begin(&browser)?;
    browser.type_into("#period", "First")?;
    browser.visit("#/documents", "Documents")?;
    browser.click("#save-as")?;
    until_said(&browser, "Saved to “ours.rocu.json”.")?;
    Ok(browser)
}

fn text(browser: &Browser) -> Result<String> {
    Ok(browser.run_until_done(READ)?.as_str().context("the file has a text")?.to_owned())
}

fn on_disk(browser: &Browser) -> Result<Value> {
    let text = text(browser)?;
    serde_json::from_str(&text).with_context(|| format!("the file holds {text}"))
}

/// Somebody else changes particulars in the file.
fn change(browser: &Browser, changes: &[(&str, &str)]) -> Result<String> {
    let mut file = on_disk(browser)?;
    for (key, value) in changes {
        file["particulars"][*key] = json!(value);
    }
    let text = serde_json::to_string_pretty(&file)?;
    assert_eq!(browser.run_until_done_with(WRITE, [json!(text)])?, "");
    Ok(text)
}

fn type_and_save(browser: &Browser, field: &str, words: &str) -> Result<()> {
    browser.visit("#/particulars", "Particulars")?;
    browser.type_into(field, words)?;
    browser.key_with_control('s')
}

/// Somebody else and the user change the same and other things, and the page shows both.
pub(crate) fn differ(browser: &Browser) -> Result<String> {
    let theirs = change(browser, &[("version", "Theirs"), ("period", "Third")])?;
    browser.visit("#/particulars", "Particulars")?;
    browser.type_into("#contributors", "Ours")?;
    type_and_save(browser, "#period", " and second")?;
    waiting::until("both versions", || Ok(browser.title()?.starts_with("Both versions")))?;
    Ok(theirs)
}

fn expect_particulars(browser: &Browser, expected: &[(&str, &str)]) -> Result<()> {
    let file = on_disk(browser)?;
    for (key, value) in expected {
        assert_eq!(file["particulars"][*key], *value, "{key}");
    }
    Ok(())
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn the_file_is_picked_once_and_after_that_ctrl_and_s_save_to_it_while_somebody_types() -> Result<()> {
    let (profile, served) = (Profile::new()?, network()?);
    let browser = saved(&profile, &served)?;
    expect_particulars(&browser, &[("period", "First")])?;
    let _ = browser.run("window.showSaveFilePicker = () => { throw new Error('asked again') }", [])?;
    type_and_save(&browser, "#period", " and second")?;
    until_said(&browser, "Saved to “ours.rocu.json”.")?;
    expect_particulars(&browser, &[("period", "First and second")])?;
    browser.visit("#/documents", "Documents")?;
    ensure!(browser.text("#saved-to")?.contains("all changes are in it"), "{}", browser.text("#saved-to")?);
    Ok(())
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn what_somebody_else_saved_meanwhile_is_shown_put_together_and_never_overwritten() -> Result<()> {
    let (profile, served) = (Profile::new()?, network()?);
    let browser = saved(&profile, &served)?;
    let theirs = differ(&browser)?;
    assert_eq!(text(&browser)?, theirs, "nothing is written before both are put together");
    let said = browser.text("#main")?;
    for words in ["The file holds something else", "First and second", "Third", "Theirs"] {
        ensure!(said.contains(words), "{words} is not in {said}");
    }
    browser.click("#merge")?;
    until_said(&browser, "1 point still to be decided.")?;
    assert_eq!(text(&browser)?, theirs, "nothing is written before all is settled");
    walk::choose(&browser, "conflict-0", "theirs")?;
    browser.click("#merge")?;
    until_said(&browser, "Saved to “ours.rocu.json”.")?;
    expect_particulars(&browser, &[("period", "Third"), ("version", "Theirs"), ("contributors", "Ours")])?;
    let changes = on_disk(&browser)?["changes"].to_string();
    ensure!(changes.contains("First and second"), "what gave way stands in the history: {changes}");
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!((browser.value("#period")?, browser.value("#version")?), ("Third".into(), "Theirs".into()));
    // From here on that is what both had last.
    type_and_save(&browser, "#version", " and ours")?;
    until_said(&browser, "Saved to “ours.rocu.json”.")?;
    expect_particulars(&browser, &[("version", "Theirs and ours")])
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn what_somebody_saves_while_both_are_put_together_is_not_overwritten_either() -> Result<()> {
    let (profile, served) = (Profile::new()?, network()?);
    let browser = saved(&profile, &served)?;
    let _ = change(&browser, &[("version", "Theirs")])?;
    type_and_save(&browser, "#contributors", "Ours")?;
    browser.wait_for("#merge")?;
    let _ = change(&browser, &[("version", "Theirs"), ("period", "Third")])?;
    browser.click("#merge")?;
    until_said(&browser, "Third")?;
    browser.wait_for("#merge")?;
    browser.click("#merge")?;
    until_said(&browser, "Saved to “ours.rocu.json”.")?;
    expect_particulars(&browser, &[("period", "Third"), ("version", "Theirs"), ("contributors", "Ours")])
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn a_file_that_can_not_be_closed_or_is_gone_is_not_said_to_be_saved() -> Result<()> {
    let (profile, served) = (Profile::new()?, network()?);
    let browser = saved(&profile, &served)?;
    let before = text(&browser)?;
    for (error, words) in [
        ("QuotaExceededError", "no room left"),
        ("NotAllowedError", "did not let this page write there"),
        ("NoModificationAllowedError", "may only be read"),
        ("UnknownError", "did not say why"),
    ] {
        // The one thing that is pretended: how the browser refuses to put the new file in the old one's place.
        let fail = "const prototype = FileSystemWritableFileStream.prototype;
            window.close_file ??= prototype.close;
            const name = arguments[0];
            prototype.close = async function () { await this.abort(); throw new DOMException('', name); }";
        let _ = browser.run(fail, [json!(error)])?;
        type_and_save(&browser, "#period", "!")?;
        until_said(&browser, words)?;
        assert_eq!(text(&browser)?, before, "{error}: the old file is whole");
        browser.visit("#/documents", "Documents")?;
        ensure!(browser.text("#saved-to")?.contains("not in it yet"), "{error}: {}", browser.text("#saved-to")?);
    }
    let _ = browser.run("FileSystemWritableFileStream.prototype.close = window.close_file", [])?;
    assert_eq!(browser.run_until_done(REMOVE)?, "");
    browser.click("#save-in-place")?;
    until_said(&browser, "moved, renamed or deleted")?;
    browser.click("#save-as")?;
    until_said(&browser, "Saved to “ours.rocu.json”.")?;
    expect_particulars(&browser, &[("period", "First!!!!")])
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn what_is_on_the_disk_is_read_back_before_it_is_said_to_be_saved() -> Result<()> {
    let (profile, served) = (Profile::new()?, network()?);
    let browser = saved(&profile, &served)?;
    // A disk that loses a part of what it says it wrote.
    let lose = "const prototype = FileSystemWritableFileStream.prototype, write = prototype.write;
        prototype.write = function (bytes) { return write.call(this, bytes.slice(0, 100)); }";
    let _ = browser.run(lose, [])?;
    type_and_save(&browser, "#period", "!")?;
    until_said(&browser, "Do not rely on that file")
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn after_a_crash_the_page_still_knows_the_file_and_what_both_had_last() -> Result<()> {
    let (profile, served) = (Profile::new()?, network()?);
    let browser = saved(&profile, &served)?;
    let _ = change(&browser, &[("version", "Theirs")])?;
    browser.visit("#/particulars", "Particulars")?;
    browser.type_into("#period", " and second")?;
    kept::wait_for(&browser, "First and second")?;
    browser.kill()?;

    let browser = start(&profile, &served)?;
    browser.visit("#/documents", "Documents")?;
    until_said(&browser, "It is saved to “ours.rocu.json”. The latest changes are not in it yet.")?;
    browser.click("#save-in-place")?;
    browser.wait_for("#merge")?;
    ensure!(!browser.text("#main")?.contains("does not know how both were"), "the last common state is known");
    assert_eq!(browser.count(".rocu-conflict")?, 0, "each changed something else");
    browser.click("#merge")?;
    until_said(&browser, "Saved to “ours.rocu.json”.")?;
    expect_particulars(&browser, &[("period", "First and second"), ("version", "Theirs")])
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn where_no_file_is_kept_it_is_picked_again_and_what_somebody_else_saved_there_is_not_overwritten() -> Result<()> {
    let (profile, served) = (Profile::new()?, network()?);
    let browser = saved(&profile, &served)?;
    browser.visit("#/start", "Start")?;
    unfold(&browser, "Lock the working copies")?;
    choose_passphrase(&browser, "lock-copies")?;
    browser.wait_for("#lock-after")?;
    let theirs = change(&browser, &[("version", "Theirs")])?;
    browser.reload()?;
    let _ = browser.run(PICKED, [])?;
    browser.wait_for("#open-copies")?;
    browser.type_into("#open-copies", WORDS)?;
    browser.click("#open-copies-do")?;
    browser.wait_for("#continue-open")?;
    browser.visit("#/documents", "Documents")?;
    browser.wait_for("#save-in-place")?;
    browser.visit("#/particulars", "Particulars")?;
    browser.type_into("#contributors", "!")?;
    browser.visit("#/documents", "Documents")?;
    browser.click("#save-in-place")?;
    waiting::until("both versions", || Ok(browser.title()?.starts_with("Both versions")))?;
    assert_eq!(text(&browser)?, theirs, "nothing is written before both are put together");
    assert_eq!(browser.count(".rocu-conflict")?, 0, "the last common state is known");
    browser.click("#merge")?;
    until_said(&browser, "Saved to “ours.rocu.json”.")?;
    expect_particulars(&browser, &[("contributors", "!"), ("version", "Theirs"), ("period", "First")])
}
