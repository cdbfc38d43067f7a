//! The page asks nothing of any network, and the console has nothing to say of it.

use anyhow::{Result, ensure};
use browser_tests::heard::Heard;
use browser_tests::{Answers, Browser, Paper, Profile, Questions, Rule, finished, id, waiting, walk};

#[test]
fn a_walk_with_every_download_makes_no_request_but_for_the_page_itself() -> Result<()> {
    let profile = Profile::new()?;
    let questions = Questions::read()?;
    let browser = Browser::with_page(&profile)?;
    walk::begin(&browser)?;
    let mut answers = Answers::new();
    for (nth, topic) in questions.topics(&[]).into_iter().enumerate().take(4) {
        walk::go_to(&browser, topic)?;
        for question in topic.questions.iter().take(1) {
            let answer = Rule { seed: 1 }.answer(&questions, (nth, topic), question)?;
            walk::answer(&browser, &question.id, &answer)?;
            let _ = answers.insert(question.id.clone(), answer);
        }
    }
    for link in browser.each("header nav a[href^=\"#/\"]", "element.getAttribute('href')")? {
        browser.click(&format!("header nav a[href=\"{link}\"]"))?;
        waiting::until(&link, || Ok(browser.run("return location.hash", [])? == link.as_str()))?;
    }
    browser.visit("#/gaps", "Gap summary")?;
    let _ = Paper::printed_by(&browser)?;
    browser.visit("#/documents", "Documents")?;
    let mut files = Vec::new();
    for button in browser.each("#save, [id^=\"download-\"]", "element.id")? {
        files.push(profile.download(|| browser.click(&id(&button)))?);
    }
    ensure!(files.len() >= 7, "only {files:?} were downloaded");
    browser.visit("#/start", "Start")?;
    browser.type_into("#open", &files[0].to_string_lossy())?;
    let _ = walk::notice(&browser)?;
    let heard = Heard::of(&browser)?;
    assert_eq!(heard.requests, [finished::address(&finished::page()?)]);
    assert_eq!(heard.console, [""; 0]);
    Ok(())
}

/// Else the test above would hold of any page.
#[test]
fn a_page_that_makes_a_request_or_breaks_its_policy_is_heard() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile)?;
    let asks = profile.file("asks.html", b"<!DOCTYPE html><img src=\"http://127.0.0.1:9/asked.png\">")?;
    browser.open(&asks)?;
    let heard = Heard::of(&browser)?;
    ensure!(heard.requests.contains(&String::from("http://127.0.0.1:9/asked.png")), "it was not heard: {heard:?}");
    let breaks = b"<!DOCTYPE html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><p style=\"color: red\">";
    browser.open(&profile.file("breaks.html", breaks)?)?;
    waiting::until("a complaint", || Ok(!Heard::of(&browser)?.console.is_empty()))
}
