//! A page on a day that does not pass: on another, an action would be overdue.

use anyhow::Result;
use serde_json::json;

use crate::accessible::{Shown, show};
use crate::browser::Browser;
use crate::finished;
use crate::profile::Profile;

const STILL: &str = "{ const Real = Date; Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(2026, 10, 2, 12) }
} }";

/// Takes the bars away, which are there on a screen and not in a picture of a long page: all would move.
///
/// # Errors
/// The browser can't.
pub fn hide_scroll_bars(browser: &Browser) -> Result<()> {
    browser.protocol("Emulation.setScrollbarsHidden", &json!({ "hidden": true })).map(drop)
}

/// Starts a browser with the finished file in it, on that day, and waits until the app has started.
///
/// # Errors
/// It does not start.
pub fn on_that_day(profile: &Profile, shown: Shown) -> Result<Browser> {
    let browser = Browser::start(profile)?;
    let _ = browser.protocol("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": STILL }))?;
    show(&browser, shown)?;
    hide_scroll_bars(&browser)?;
    browser.open(&finished::page()?)?;
    browser.wait_for("#page-heading")?;
    Ok(browser)
}
