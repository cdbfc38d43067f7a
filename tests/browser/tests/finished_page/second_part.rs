//! The other parts of the page: the second is started when it is first used, and afresh after a failure.

use anyhow::{Context, Result, ensure};
use browser_tests::heard::Heard;
use browser_tests::{Browser, Profile, waiting};
use serde_json::json;

/// From now on the page counts how many programs are started in it.
const COUNT: &str = "
    window.started = 0;
    const instantiate = window.WebAssembly.instantiate;
    window.WebAssembly.instantiate = (...given) => { window.started += 1; return instantiate(...given); };";

/// Asks the second part for something, and says how that failed and how many programs were started.
fn ask(browser: &Browser, call: &str) -> Result<(String, serde_json::Value)> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         {call}.then(() => done('no failure'), (error) => done(String(error)))"
    );
    let said = browser.run_until_done(&script)?;
    Ok((said.as_str().unwrap_or_default().to_owned(), browser.run("return window.started", [])?))
}

#[test]
fn the_second_part_starts_on_first_use_and_afresh_after_a_failure_and_the_page_goes_on() -> Result<()> {
    let browser = Browser::with_page(&Profile::new()?)?;
    let _ = browser.run(COUNT, [])?;
    // What is no report fails in the program, not on the way to it.
    // Each time two programs are started: what unpacks the part, and the part.
    for started in [2, 4] {
        let (said, count) = ask(&browser, "rocuPart('documents', 'word', 'no report')")?;
        ensure!(said.contains("expected") && said.contains("line 1 column"), "it says: {said}");
        assert_eq!(count, json!(started));
    }
    browser.visit("#/help", "Help")?;
    let version = browser.text("#version + p")?;
    let commit = version.split_once("(commit ").context("the help names no commit")?.1;
    ensure!(version.contains(env!("CARGO_PKG_VERSION")), "{version}");
    ensure!(commit.bytes().take_while(u8::is_ascii_hexdigit).count() == 10, "{version}");
    assert_eq!(Heard::of(&browser)?.console, [""; 0]);
    Ok(())
}

#[test]
fn the_help_carries_the_licences_of_what_others_wrote() -> Result<()> {
    let browser = Browser::with_page(&Profile::new()?)?;
    browser.visit("#/help", "Help")?;
    browser.click("section[aria-labelledby=version] summary")?;
    let licences = waiting::until_some("the licences", || {
        Ok(Some(browser.text(".rocu-licences")?).filter(|licences| !licences.is_empty()))
    })?;
    for part in ["Denis Kolodin, Justin Starry", "Permission is hereby granted", "Apache License", "Crown Copyright"] {
        ensure!(licences.contains(part), "{part} is missing");
    }
    Ok(())
}
