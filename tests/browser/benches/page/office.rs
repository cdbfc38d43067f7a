//! Word and Excel files of the worked example, beside what two libraries of the web write of the same.

use anyhow::{Context, Result};
use browser_tests::{Browser, Profile, waiting};
use serde_json::Value;

use super::Taken;
use super::peers::Peers;

const ROUNDS: usize = 7;

/// Clicks a button, and tells after how many milliseconds the page has changed so that a test of it
/// is true. The page itself keeps the time.
pub(super) fn milliseconds(browser: &Browser, button: &str, is_done: &str) -> Result<f64> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         const began = performance.now();
         const look = () => {{ if ({is_done}) {{ watch.disconnect(); done(performance.now() - began); }} }};
         const watch = new MutationObserver(look);
         watch.observe(document, {{ childList: true, subtree: true, characterData: true }});
         document.querySelector('{button}').click();
         look();"
    );
    browser.run_until_done(&script)?.as_f64().context("the page keeps no time")
}

fn theirs(peers: &Peers, form: &str) -> Result<(f64, f64)> {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile)?;
    browser.open(&peers.page(form))?;
    let script = "const done = arguments[arguments.length - 1];
                  const began = performance.now();
                  make().then(() => done(performance.now() - began));";
    let taken: Vec<Value> = (0..ROUNDS).map(|_| browser.run_until_done(script)).collect::<Result<_>>()?;
    first_and_median(&taken)
}

fn first_and_median(taken: &[Value]) -> Result<(f64, f64)> {
    let first = taken.first().and_then(Value::as_f64).context("nothing was measured")?;
    let rest = taken.get(1..).unwrap_or_default().to_vec();
    Ok((first, Taken::of(&Value::Array(rest))?.quantile(50)))
}

/// From the click to the file, at first and then.
pub(super) fn measure(peers: &Peers) -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    browser.click("#example")?;
    waiting::until("the example", || Ok(browser.title()?.starts_with("Gap summary")))?;
    browser.visit("#/documents", "Documents")?;
    for (form, library) in [("word", "docx"), ("excel", "exceljs")] {
        let (button, arrived) = (format!("#download-{form}"), format!("#{form}-arrived"));
        let done = format!("document.querySelector('{arrived}')");
        let mut taken = Vec::new();
        for _ in 0..ROUNDS {
            taken.push(Value::from(milliseconds(&browser, &button, &done)?));
            browser.click(&arrived)?;
        }
        let ((first, then), (their_first, their_then)) = (first_and_median(&taken)?, theirs(peers, form)?);
        println!(
            "| {form} file of the worked example, at first and then | {first:.0} ms, {then:.0} ms | {library}, already loaded: {their_first:.0} ms, {their_then:.0} ms |"
        );
    }
    Ok(())
}
