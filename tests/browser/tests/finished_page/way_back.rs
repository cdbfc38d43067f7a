//! The way back leads to where the user was on a page, and a link to the top of one.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Profile, waiting};
use serde_json::json;

/// How far down the page is scrolled, in whole pixels.
fn down(browser: &Browser) -> Result<i64> {
    Ok(browser.run("return Math.round(scrollY)", [])?.as_i64().unwrap_or_default())
}

fn focus(browser: &Browser) -> Result<String> {
    Ok(browser.run("return document.activeElement.id", [])?.as_str().unwrap_or_default().to_owned())
}

#[test]
fn the_way_back_and_forth_leads_to_where_the_user_was() -> Result<()> {
    let browser = Browser::with_page(&Profile::new()?)?;
    browser.click("#example")?;
    waiting::until("the example", || Ok(browser.title()?.starts_with("Gap summary")))?;
    let scroll = "const [done] = arguments;
        addEventListener('scroll', () => done(), { once: true });
        scrollTo(0, 3000);";
    let _ = browser.run_until_done(scroll)?;
    let link = "return [...document.querySelectorAll('main a[href^=\"#/topic/\"]')]
        .find((it) => it.getBoundingClientRect().top > 100).hash";
    let link = browser.run(link, [])?;
    let _ = browser.run("document.querySelector(`main a[href=\"${arguments[0]}\"]`).click()", [link.clone()])?;
    waiting::until("the question", || Ok(down(&browser)? != 3000 && focus(&browser)?.contains('.')))?;
    let question = (focus(&browser)?, down(&browser)?);

    let _ = browser.run("history.back()", [])?;
    waiting::until("the gap summary as it was left", || Ok(browser.is_at("Gap summary")? && down(&browser)? == 3000))?;
    assert_eq!(focus(&browser)?, "page-heading");
    let _ = browser.run("history.forward()", [])?;
    waiting::until("the question again", || Ok((focus(&browser)?, down(&browser)?) == question))?;

    // A link is no way back, though it leads to a page that was visited.
    let _ = browser.run("location.hash = '#/gaps'", [])?;
    waiting::until("the top of the gap summary", || Ok(browser.is_at("Gap summary")? && down(&browser)? == 0))?;
    browser.reload()?;
    browser.wait_for("#page-heading")?;
    let _ = browser.run("history.back()", [])?;
    waiting::until("the question after loading", || Ok(browser.run("return location.hash", [])? == link))?;
    waiting::until("its own place", || Ok(focus(&browser)? == question.0))?;
    ensure!(browser.run("return history.scrollRestoration", [])? == json!("manual"), "the browser scrolls by itself");
    Ok(())
}
