//! The program fails: what was typed is handed out all the same.

use std::fs;

use anyhow::{Result, ensure};
use browser_tests::{Browser, Profile, kept, walk};
use serde_json::Value;

/// What a browser extension or a translator can do to a page: from now on the page can put nothing in
/// its place any more, on which every framework for pages gives up. There is no door for it in the
/// page itself.
const BREAK: &str = "Node.prototype.insertBefore = () => { throw new DOMException('broken by a test') }";

#[test]
fn when_the_program_fails_the_assessment_is_handed_out_and_is_there_again_after_loading() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    walk::begin(&browser)?;
    browser.type_into("#period", "Typed before it failed")?;
    kept::wait_for(&browser, "Typed before it failed")?;
    let before = kept::working_copy(&browser)?;
    let _ = browser.run(BREAK, [])?;
    let _ = browser.run("location.hash = '#/help'", [])?;
    browser.wait_for("a[download]")?;
    let text = browser.text("body")?;
    ensure!(text.contains("went wrong"), "the page says: {text}");
    let file = profile.download(|| browser.click("a[download]"))?;
    let mut rescued: Value = serde_json::from_slice(&fs::read(file)?)?;
    let checksum = rescued.as_object_mut().and_then(|fields| fields.remove("checksum"));
    ensure!(checksum.is_some(), "it has no checksum");
    assert_eq!(rescued, before);
    browser.reload()?;
    browser.wait_for("#page-heading")?;
    browser.visit("#/particulars", "Particulars")?;
    assert_eq!(browser.value("#period")?, "Typed before it failed");
    Ok(())
}
