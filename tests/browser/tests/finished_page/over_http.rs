//! The page handed out by a web server, as an intranet may do it. It is made for the disk, and works here
//! too: whatever the server says of its encoding.

use std::fs;

use anyhow::Result;
use browser_tests::{Browser, Network, Profile, Questions, finished, kept, waiting, walk};
use serde_json::Value;

#[test]
fn over_http_a_short_assessment_is_kept_saved_and_there_again_after_loading() -> Result<()> {
    let network = Network::with_page(fs::read(finished::page()?)?)?;
    let profile = Profile::new()?;
    let browser = Browser::start(&profile)?;
    browser.go(&format!("http://127.0.0.1:{}/", network.port()))?;
    browser.wait_for("#page-heading")?;
    walk::begin(&browser)?;
    // What a wrong encoding would spoil: in the page, in what is typed, in what is handed out.
    browser.type_into("#period", "Glyndŵr – ‘spring’ 警察")?;
    let questions = Questions::read()?;
    walk::go_to(&browser, questions.topic_of("undercover.provision")?)?;
    walk::choose(&browser, "undercover.provision", "not-in-place")?;
    kept::wait_for(&browser, "not-in-place")?;
    browser.reload()?;
    browser.wait_for(&format!("{}:checked", walk::radio("undercover.provision", "not-in-place")))?;
    browser.visit("#/views", "Colleagues’ views")?;
    browser.visit("#/documents", "Documents")?;
    let saved: Value = serde_json::from_slice(&fs::read(profile.download(|| browser.click("#save"))?)?)?;
    assert_eq!(saved["particulars"]["period"], "Glyndŵr – ‘spring’ 警察");
    assert_eq!(saved["answers"]["undercover.provision"]["level"], "not-in-place");
    // The second part of the page opens here as well.
    let word = profile.download(|| browser.click("#download-word"))?;
    waiting::until("a Word file", || Ok(fs::read(&word)?.starts_with(b"PK")))?;
    assert_eq!(network.asked().iter().filter(|line| *line != "GET / HTTP/1.1" && !line.is_empty()).count(), 0);
    Ok(())
}
