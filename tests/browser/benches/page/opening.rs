//! From the address to the first control on the screen.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use browser_tests::{Browser, Profile, finished, kept, waiting};
use serde_json::{Value, json};

use super::Taken;
use super::peers::Peers;

const ROUNDS: usize = 15;

/// Notes when an element is there to be seen and the frame that shows it has been drawn.
fn watch(selector: &str) -> String {
    format!(
        "(() => {{
           const drawn = new MessageChannel();
           drawn.port1.onmessage = () => {{ window.shownAfter ??= performance.now(); }};
           const look = () => requestAnimationFrame(() => {{
             if (document.querySelector({})?.checkVisibility({{ visibilityProperty: true }})) drawn.port2.postMessage(0);
             else look();
           }});
           look();
         }})();",
        json!(selector)
    )
}

/// The median of several openings, each in a browser that is new but has seen the file once.
fn median(page: &Path, selector: &str, prepare: impl Fn(&Browser) -> Result<()>) -> Result<f64> {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile)?;
    browser.open(page)?;
    prepare(&browser)?;
    let watch = json!({ "source": watch(selector) });
    let _ = browser.protocol("Page.addScriptToEvaluateOnNewDocument", &watch)?;
    let mut taken = Vec::new();
    for _ in 0..ROUNDS {
        browser.open(Path::new("/dev/null")).or_else(|_| browser.open(page))?;
        browser.open(page)?;
        waiting::until(
            "the first control",
            || Ok(browser.run("return window.shownAfter ?? null", [])? != Value::Null),
        )?;
        taken.push(browser.run("return window.shownAfter", [])?);
    }
    Ok(Taken::of(&Value::Array(taken))?.quantile(50))
}

/// Our page with the worked example as its working copy, and a form library.
pub(super) fn measure(peers: &Peers) -> Result<()> {
    let page = finished::page()?;
    let ours = median(&page, "#app button.govuk-button", |browser| {
        browser.wait_for("#example")?;
        browser.click("#example")?;
        waiting::until("the example", || Ok(browser.title()?.starts_with("Gap summary")))?;
        kept::wait_for(browser, "Mercia Vale")?;
        browser.visit("#/start", "Start")
    })?;
    let floor = PathBuf::from(env::var_os("ROCU_FLOOR").context("`cargo xtask bench` sets ROCU_FLOOR")?);
    let floor = median(&floor, "#app button", |_| Ok(()))?;
    let survey = median(&peers.page("survey"), "#peer input[type=radio]", |_| Ok(()))?;
    println!(
        "| open to the first control | {ours:.0} ms | bare Yew counter, packed alike {floor:.0} ms ({:.2} times) |",
        ours / floor
    );
    println!(
        "| open to the first control, worked example loaded | {ours:.0} ms | SurveyJS {survey:.0} ms ({:.2} times) |",
        ours / survey
    );
    let (size, beside) = (fs::metadata(page)?.len(), fs::metadata(peers.page("survey"))?.len());
    println!(
        "| the file, all in | {} KB | SurveyJS without Word, Excel or encryption: {} KB ({} hundredths) |",
        size / 1000,
        beside / 1000,
        size * 100 / beside
    );
    Ok(())
}
