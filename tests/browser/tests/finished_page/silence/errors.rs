//! All that can go wrong on the page, one thing after another in one window.

use std::path::Path;

use anyhow::{Result, ensure};
use browser_tests::{Browser, Profile, waiting, walk};

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
    browser.visit("#/start", "Start")?;
    browser.click("#wipe")?;
    browser.click("#wipe-now")?;
    browser.wait_for("#keep")?;
    // At last the program itself.
    let _ = browser.run("Node.prototype.insertBefore = () => { throw new DOMException('broken by a test') }", [])?;
    let _ = browser.run("location.hash = '#/help'", [])?;
    waiting::until("the page of a failure", || Ok(browser.text("body")?.contains("went wrong")))
}

fn open(browser: &Browser, (fragment, title, field): (&str, &str, &str), file: &Path) -> Result<()> {
    let _ = browser.run("location.hash = arguments[0]", [fragment.into()])?;
    // After a problem it stands in the title.
    waiting::until(title, || Ok(browser.title()?.trim_start_matches("Error: ").starts_with(title)))?;
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
