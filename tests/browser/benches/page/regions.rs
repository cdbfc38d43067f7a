//! The files of many regions as one national summary.

use anyhow::{Context, Result};
use browser_tests::{Browser, Profile};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved;

use super::office::milliseconds;
use super::plausible;

/// From the click to the page.
pub(super) fn measure(number: usize) -> Result<()> {
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
    println!("| national summary of {number} regions, from the click to the page | {took:.0} ms | – |");
    Ok(())
}
