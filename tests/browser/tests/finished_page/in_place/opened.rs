//! Files that are opened in order to be saved back, or to be read only.

use anyhow::Result;
use browser_tests::{Browser, Profile, kept, waiting};
use serde_json::json;

use super::{change, expect_particulars, network, saved, start, text, type_and_save, until_said};

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn a_file_that_is_opened_to_be_saved_back_is_saved_without_a_question() -> Result<()> {
    let (profile, served) = (Profile::new()?, network()?);
    drop(saved(&profile, &served)?);
    let browser = start(&profile, &served)?;
    browser.visit("#/documents", "Documents")?;
    until_said(&browser, "It is saved to “ours.rocu.json”")?;
    let _ = change(&browser, &[("version", "From elsewhere")])?;
    browser.visit("#/start", "Start")?;
    browser.click("#open-in-place")?;
    waiting::until("the tasks", || Ok(browser.title()?.starts_with("Tasks")))?;
    type_and_save(&browser, "#version", "!")?;
    until_said(&browser, "Saved to “ours.rocu.json”.")?;
    expect_particulars(&browser, &[("version", "From elsewhere!"), ("period", "First")])
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn a_file_that_was_opened_to_be_read_only_is_not_written_back_to() -> Result<()> {
    let (profile, served) = (Profile::new()?, network()?);
    let browser = saved(&profile, &served)?;
    let path = profile.file("mailed.rocu.json", text(&browser)?.as_bytes())?;
    browser.visit("#/start", "Start")?;
    browser.type_into("#open", &path.to_string_lossy())?;
    waiting::until("the tasks", || Ok(browser.title()?.starts_with("Tasks")))?;
    browser.visit("#/documents", "Documents")?;
    until_said(&browser, "Save as…")?;
    assert_eq!(browser.count("#saved-to")?, 0);
    Ok(())
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn a_file_that_was_chosen_to_be_read_is_picked_again_to_be_saved_and_what_a_colleague_saved_there_stays() -> Result<()>
{
    let (profile, served) = (Profile::new()?, network()?);
    let path = profile.file("ours.rocu.json", text(&saved(&profile, &served)?)?.as_bytes())?;
    let browser = start(&profile, &served)?;
    browser.visit("#/start", "Start")?;
    browser.type_into("#open", &path.to_string_lossy())?;
    waiting::until("the tasks", || Ok(browser.title()?.starts_with("Tasks")))?;
    let theirs = change(&browser, &[("version", "Theirs")])?;
    type_and_save(&browser, "#period", " and second")?;
    waiting::until("both versions", || Ok(browser.title()?.starts_with("Both versions")))?;
    assert_eq!(text(&browser)?, theirs);
    browser.click("#merge")?;
    until_said(&browser, "Saved to “ours.rocu.json”.")?;
    expect_particulars(&browser, &[("version", "Theirs"), ("period", "First and second")])
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn a_page_from_the_disk_takes_a_file_that_is_dropped_on_it_and_knows_it_after_a_restart() -> Result<()> {
    let (profile, served) = (Profile::new()?, network()?);
    let file = text(&saved(&profile, &served)?)?;
    let path = profile.file("dropped.rocu.json", file.as_bytes())?;
    let browser = Browser::with_page(&profile)?;
    browser.wait_for("#open-in-place")?;
    let data = json!({ "items": [], "files": [path], "dragOperationsMask": 1 });
    for kind in ["dragEnter", "dragOver", "drop"] {
        let _ =
            browser.protocol("Input.dispatchDragEvent", &json!({ "type": kind, "x": 300, "y": 400, "data": data }))?;
    }
    waiting::until("the tasks", || Ok(browser.title()?.starts_with("Tasks")))?;
    browser.visit("#/documents", "Documents")?;
    until_said(&browser, "It is saved to “dropped.rocu.json”")?;
    kept::wait_for(&browser, "First")?;
    drop(browser);
    let browser = Browser::with_page(&profile)?;
    browser.visit("#/documents", "Documents")?;
    until_said(&browser, "It is saved to “dropped.rocu.json”, and all changes are in it. The browser may ask once")
}
