//! The page asks nothing of any network, and the console has nothing to say of it.

mod errors;

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browser_tests::heard::{Heard, listen};
use browser_tests::{
    Answers, Browser, Network, Paper, Profile, Questions, Rule, Settings, finished, id, net_log, waiting, walk,
};

use crate::journey;

/// A user whose browser asks this network for everything, and writes down what it asks where it can.
fn watched(network: &Network, log: &tempfile::TempDir) -> Result<(Profile, PathBuf)> {
    let log = log.path().join("net-log.json");
    let settings = Settings { proxy: Some(network.port()), net_log: Some(log.clone()), ..Settings::default() };
    Ok((Profile::with(settings)?, log))
}

/// Nobody has asked the network for anything, by its own account and by the browser's.
fn expect_nothing(browser: Browser, network: &Network, log: &std::path::Path) -> Result<()> {
    drop(browser);
    assert_eq!(network.asked(), [""; 0]);
    if !cfg!(lacks = "net-log") {
        assert_eq!(net_log::asked(log)?, [""; 0]);
    }
    Ok(())
}

#[test]
fn a_whole_assessment_with_every_document_asks_nothing_of_any_network() -> Result<()> {
    assert_eq!(journey::done()?.asked_of_the_network, [""; 0]);
    Ok(())
}

#[test]
fn a_walk_with_every_download_makes_no_request_but_for_the_page_itself() -> Result<()> {
    let (network, folder) = (Network::without_anything()?, tempfile::tempdir()?);
    let (profile, log) = watched(&network, &folder)?;
    let questions = Questions::read()?;
    let browser = Browser::with_page(&profile)?;
    listen(&browser)?;
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
    if !cfg!(lacks = "printing") {
        let _ = Paper::printed_by(&browser)?;
    }
    browser.visit("#/documents", "Documents")?;
    let mut files = Vec::new();
    for button in browser.each("#save, [id^=\"download-\"]", "element.id")? {
        files.push(profile.download(|| browser.click(&id(&button))).with_context(|| button.clone())?);
    }
    ensure!(files.len() >= 7, "only {files:?} were downloaded");
    browser.visit("#/start", "Start")?;
    browser.type_into("#open", &files[0].to_string_lossy())?;
    let _ = walk::notice(&browser)?;
    let heard = Heard::of(&browser)?;
    if !cfg!(lacks = "protocol") {
        assert_eq!(heard.requests, [finished::address(&finished::page()?)]);
    }
    assert_eq!(heard.console, [""; 0]);
    expect_nothing(browser, &network, &log)
}

#[test]
fn whatever_goes_wrong_asks_nothing_of_any_network() -> Result<()> {
    let (network, folder) = (Network::without_anything()?, tempfile::tempdir()?);
    let (profile, log) = watched(&network, &folder)?;
    let browser = Browser::with_page(&profile)?;
    errors::all(&browser, &profile)?;
    expect_nothing(browser, &network, &log)
}

/// Else the tests above would hold of any page.
#[test]
fn a_page_that_makes_a_request_is_noticed() -> Result<()> {
    let (network, folder) = (Network::without_anything()?, tempfile::tempdir()?);
    let (profile, log) = watched(&network, &folder)?;
    let browser = Browser::start(&profile)?;
    for asked in ["nowhere.example", "127.0.0.1:8099"] {
        let page = format!("<!DOCTYPE html><title>Asks</title><img src=\"http://{asked}/asked.png\">");
        browser.open(&profile.file("asks.html", page.as_bytes())?)?;
        let noticed = || Ok(network.asked().iter().any(|line| line.contains(asked)));
        waiting::until(asked, noticed).with_context(|| format!("asked: {:?}", network.asked()))?;
        if !cfg!(lacks = "protocol") {
            let heard = Heard::of(&browser)?;
            ensure!(heard.requests.iter().any(|other| other.contains(asked)), "it was not heard: {heard:?}");
        }
    }
    drop(browser);
    if !cfg!(lacks = "net-log") {
        let written = net_log::asked(&log)?;
        ensure!(written.iter().any(|line| line.contains("nowhere.example")), "it was not written down: {written:?}");
    }
    Ok(())
}

#[test]
fn a_page_that_breaks_its_policy_is_noticed() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile)?;
    let breaks = b"<!DOCTYPE html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">
        <title>Breaks</title><p>";
    browser.open(&profile.file("breaks.html", breaks)?)?;
    listen(&browser)?;
    let _ = browser.run("document.querySelector('p').setAttribute('style', 'color: red')", [])?;
    waiting::until("a complaint", || Ok(!Heard::of(&browser)?.console.is_empty()))
}
