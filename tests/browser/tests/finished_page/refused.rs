//! Browsers in which the page cannot run: it says so, and what to do.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Profile, Restriction, finished, waiting};

fn says(restriction: Restriction, why: &str) -> Result<()> {
    let profile = Profile::restricted(restriction)?;
    let browser = Browser::start(&profile)?;
    browser.open(&finished::page()?)?;
    waiting::until(&format!("“{why}”"), || Ok(browser.text("body")?.contains(why)))?;
    let text = browser.text("body")?;
    for part in ["This page could not start", "policies", "What to do"] {
        ensure!(text.contains(part), "“{part}” is not said in: {text}");
    }
    ensure!(browser.count("#new")? == 0, "the page started all the same");
    Ok(())
}

#[test]
#[cfg_attr(lacks = "policies", ignore = "switches off what the page needs")]
fn without_webassembly_the_page_says_so_and_what_to_do() -> Result<()> {
    says(Restriction::NoWebAssembly, "WebAssembly is switched off")
}

#[test]
#[cfg_attr(lacks = "policies", ignore = "switches off what the page needs")]
fn without_javascript_the_page_says_so_and_what_to_do() -> Result<()> {
    says(Restriction::NoJavaScript, "JavaScript is switched off")
}
