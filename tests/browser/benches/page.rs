//! How long the finished page takes for what is slow: Word and Excel files, and many regions at once.
//!
//! `ROCU_PAGE=… cargo bench --package browser-tests` prints the figures; nothing is asserted.

#[path = "../../support/plausible.rs"]
mod plausible;

use anyhow::{Context, Result};
use browser_tests::{Browser, Profile, waiting};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved;
use serde_json::Value;

/// Clicks a button, and tells after how many milliseconds the page has changed so that a test of it
/// is true. The page itself keeps the time.
fn milliseconds(browser: &Browser, button: &str, is_done: &str) -> Result<u64> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         const began = performance.now();
         const look = () => {{ if ({is_done}) {{ watch.disconnect(); done(performance.now() - began); }} }};
         const watch = new MutationObserver(look);
         watch.observe(document, {{ childList: true, subtree: true, characterData: true }});
         document.querySelector('{button}').click();
         look();"
    );
    let took = browser.run_until_done(&script)?;
    let whole = took.as_f64().map(|took| took.round().to_string()).and_then(|took| took.parse().ok());
    whole.context("the page keeps no time")
}

fn documents() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    browser.click("#example")?;
    waiting::until("the example", || Ok(browser.title()?.starts_with("Gap summary")))?;
    browser.visit("#/documents", "Documents")?;
    for form in ["word", "excel"] {
        let (button, arrived) = (format!("#download-{form}"), format!("#{form}-arrived"));
        let done = format!("document.querySelector('{arrived}')");
        let mut taken = Vec::new();
        for _ in 0..6 {
            taken.push(milliseconds(&browser, &button, &done)?);
            browser.click(&arrived)?;
        }
        let (first, mut rest) = (taken.remove(0), taken);
        rest.sort_unstable();
        println!("{form} of the worked example: {first} ms at first, then {} ms (median of 5)", rest[2]);
    }
    Ok(())
}

fn regions(number: usize) -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    let framework = Framework::built_in();
    let files = (0..number).map(|region| {
        let year = plausible::years(&framework, region, 1, 7).pop().context("one year")?;
        let path = profile.file(&format!("region-{region}.rocu.json"), saved::save(&year).as_bytes())?;
        Ok(path.to_string_lossy().into_owned())
    });
    let files = files.collect::<Result<Vec<_>>>()?;
    browser.visit("#/compare", "Compare")?;
    browser.type_into("#open-regions", &files.join("\n"))?;
    browser.wait_for("#regions-go-on")?;
    let took = milliseconds(&browser, "#regions-go-on", "document.querySelector('#chapter-spread')")?;
    let drawn: Value = browser.run("return document.querySelectorAll('td').length", [])?;
    println!("national summary of {number} regions: {took} ms from the click to the page ({drawn} cells)");
    Ok(())
}

fn main() -> Result<()> {
    documents()?;
    [10, 100, 200].into_iter().try_for_each(regions)
}
