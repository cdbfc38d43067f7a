//! All that can go wrong on the page, one thing after another in one window.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::walk::{WORDS, choose_passphrase, unfold};
use browser_tests::{Browser, Profile, id, kept, waiting, walk};
use rocu_self_assessment::saved::{self, Passphrase};

use crate::{damaged_copies, side_by_side, storage};

/// What is typed into a working copy.
const TYPED: &str = "April to March";

/// Files that no page can make anything of.
const BAD: [(&str, &[u8]); 5] = [
    ("empty.rocu.json", b""),
    ("other.json", br#"{"name": "something else"}"#),
    ("half.rocu.json", br#"{"format": "rocu-self-assessment", "vers"#),
    ("later.rocu.json", br#"{"format": "rocu-self-assessment", "version": 999}"#),
    ("markup.html", b"<!DOCTYPE html><img src=\"http://nowhere.example/in-a-file.png\">"),
];

/// Fields for files, and the page that each is on.
const FIELDS: [(&str, &str, &str); 4] = [
    ("#/start", "Start", "#open"),
    ("#/start", "Start", "#open-framework"),
    ("#/compare", "Compare", "#open-regions"),
    ("#/actions", "Actions", "#open-plan"),
];

/// Does all of it.
pub(super) fn all(browser: &Browser, profile: &Profile) -> Result<()> {
    browser.click("#example")?;
    waiting::until("the example", || Ok(browser.title()?.starts_with("Gap summary")))?;
    for (name, bytes) in BAD {
        let file = profile.file(name, bytes)?;
        for field in FIELDS {
            open(browser, field, &file)?;
        }
    }
    // An address that leads nowhere, and one that is made to be dangerous.
    for fragment in ["#/nowhere", "#/topic/nobody", "#/topic/%3Cimg src=http://nowhere.example/in-the-address.png%3E"] {
        let _ = browser.run("location.hash = arguments[0]", [fragment.into()])?;
        browser.wait_for("#page-heading")?;
    }
    ensure!(second_part_fails(browser)?.contains("expected"), "the second part did not fail");
    national_documents(browser, profile)?;
    wrong_passphrases(browser, profile)?;
    damaged_and_refused(browser)?;
    browser.visit("#/start", "Start")?;
    browser.click("#wipe")?;
    browser.click("#wipe-now")?;
    browser.wait_for("#keep")?;
    // At last the program itself.
    let _ = browser.run("Node.prototype.insertBefore = () => { throw new DOMException('broken by a test') }", [])?;
    let _ = browser.run("location.hash = '#/help'", [])?;
    waiting::until("the page of a failure", || Ok(browser.text("body")?.contains("went wrong")))
}

/// Not an error, but nowhere else is the network watched while these are made.
fn national_documents(browser: &Browser, profile: &Profile) -> Result<()> {
    browser.visit("#/compare", "Compare")?;
    side_by_side::choose(browser, "#open-regions", &side_by_side::regions(profile, 2)?)?;
    browser.wait_for("#regions-go-on")?;
    browser.click("#regions-go-on")?;
    browser.wait_for("#national-documents")?;
    browser.click("#national-documents summary")?;
    for form in ["word", "excel", "html", "csv", "json"] {
        let _ = profile.download(|| browser.click(&id(&format!("download-national-{form}"))))?;
    }
    Ok(())
}

/// Of a locked file, and of working copies that are locked and then no longer are.
fn wrong_passphrases(browser: &Browser, profile: &Profile) -> Result<()> {
    let passphrase = Passphrase::given(WORDS.to_owned()).ok().context("words")?;
    let file = profile.file("locked.rocu.json.age", &saved::lock(&passphrase, b"{}", 1)?)?;
    browser.visit("#/start", "Start")?;
    browser.type_into("#open", &file.to_string_lossy())?;
    refuses(browser, "unlock")?;
    browser.click("#unlock-cancel")?;
    browser.wait_for("#new")?;
    walk::begin(browser)?;
    browser.type_into("#period", TYPED)?;
    browser.visit("#/start", "Start")?;
    unfold(browser, "Lock the working copies")?;
    choose_passphrase(browser, "lock-copies")?;
    browser.wait_for("#lock-after")?;
    browser.click("#lock-now")?;
    refuses(browser, "open-copies")?;
    let _ = browser.run("document.querySelector('#open-copies').value = ''", [])?;
    browser.type_into("#open-copies", WORDS)?;
    browser.click("#open-copies-do")?;
    browser.wait_for("#continue-open")?;
    browser.click("#unlock-copies")?;
    browser.wait_for("#lock-copies")
}

fn refuses(browser: &Browser, form: &str) -> Result<()> {
    browser.type_into(&format!("#{form}"), "another passphrase")?;
    browser.click(&format!("#{form}-do"))?;
    waiting::until("what is wrong", || Ok(browser.text(&format!("#{form}-error"))?.contains("does not unlock")))
}

/// A working copy that was damaged where it is kept, and then a disk that is full.
fn damaged_and_refused(browser: &Browser) -> Result<()> {
    kept::wait_for(browser, TYPED)?;
    ensure!(damaged_copies::damage(browser, TYPED)?.as_u64() > Some(0), "there was nothing to damage");
    browser.reload()?;
    browser.wait_for("#new")?;
    walk::begin(browser)?;
    let _ = storage::set_full(browser, true)?;
    browser.type_into("#period", TYPED)?;
    waiting::until("the refusal", || Ok(browser.text("body")?.contains("does not keep what you type")))?;
    storage::set_full(browser, false).map(drop)
}

fn open(browser: &Browser, (fragment, title, field): (&str, &str, &str), file: &Path) -> Result<()> {
    browser.visit(fragment, title)?;
    browser.type_into(field, &file.to_string_lossy())?;
    if field == "#open" {
        ensure!(walk::notice(browser)?.is_problem, "{} was not refused", file.display());
    }
    Ok(())
}

fn second_part_fails(browser: &Browser) -> Result<String> {
    let script = "const done = arguments[arguments.length - 1];
        rocuPart('documents', 'word', 'no report').then(() => done('no failure'), error => done(String(error)))";
    Ok(browser.run_until_done(script)?.as_str().unwrap_or_default().to_owned())
}
