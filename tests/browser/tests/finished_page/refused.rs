//! Browsers in which the page cannot run: it says so, and what to do.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Profile, Settings, finished, waiting};
use serde_json::{Map, json};

fn says(settings: Settings, why: &str) -> Result<()> {
    let profile = Profile::with(settings)?;
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
fn without_webassembly_the_page_says_so_and_what_to_do() -> Result<()> {
    let settings = Settings { switches: vec!["--js-flags=--jitless"], ..Settings::default() };
    says(settings, "WebAssembly is switched off")
}

#[test]
fn without_javascript_the_page_says_so_and_what_to_do() -> Result<()> {
    let off = (String::from("profile.managed_default_content_settings.javascript"), json!(2));
    let settings = Settings { preferences: Map::from_iter([off]), ..Settings::default() };
    says(settings, "JavaScript is switched off")
}
