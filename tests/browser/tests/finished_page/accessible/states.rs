//! The checker axe-core, and the room to read, in the states into which a page comes on the way: what is asked, what
//! went wrong, what is open beside, what takes no changes.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::accessible::{ALL_RULES, Shown};
use browser_tests::walk::{WORDS, choose_passphrase, unfold};
use browser_tests::{Browser, Profile, Restriction, finished, kept, waiting, walk};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved;

use super::room::room_and_lines;
use super::rules::{DARK, expect_none, light_and_dark};
use super::{Filled, filled, visit};
use crate::side_by_side::{choose, regions, returned, views_of};
use crate::{bring_back, in_place, plausible};

fn check(browser: &Browser, state: &str) -> Result<()> {
    light_and_dark(browser).and_then(|()| room_and_lines(browser)).with_context(|| state.to_owned())
}

/// The page that is shown has said that somewhere.
fn until_said(browser: &Browser, within: &str, words: &str) -> Result<()> {
    waiting::until(words, || Ok(browser.text(within)?.contains(words)))
}

#[test]
fn no_page_breaks_a_rule_with_the_files_of_other_regions_beside_it() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    visit(&browser, ("compare", "Compare"))?;
    let mut files = regions(&profile, 4)?;
    files.push(profile.file("holiday.json", b"{\"photos\": 7}")?);
    choose(&browser, "#open-regions", &files)?;
    browser.wait_for("#regions-go-on")?;
    check(&browser, "files of regions, one of them refused")?;
    browser.click("#regions-go-on")?;
    waiting::until("the summary", || Ok(browser.title()?.starts_with("National summary")))?;
    browser.click("#national-documents summary")?;
    check(&browser, "the national summary")?;
    if !cfg!(lacks = "emulation") {
        expect_none(&browser, Shown { medium: "print", ..DARK }, ALL_RULES)?;
    }
    Ok(())
}

#[test]
fn no_page_breaks_a_rule_with_earlier_years_beside_it() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    let years = plausible::years(&Framework::built_in(), 0, 3, 7);
    let file = |at: usize| profile.file(&format!("year-{at}.rocu.json"), saved::save(&years[at]).as_bytes());
    choose(&browser, "#open", &[file(2)?])?;
    waiting::until("the file", || Ok(browser.title()?.starts_with("Tasks")))?;
    visit(&browser, ("compare", "Compare"))?;
    choose(&browser, "#open-earlier", &[file(0)?, file(1)?])?;
    browser.wait_for("#earlier-go-on")?;
    check(&browser, "files of earlier years")?;
    browser.click("#earlier-go-on")?;
    browser.wait_for("[aria-labelledby=chapter-trend]")?;
    check(&browser, "what has changed")
}

#[test]
fn no_page_breaks_a_rule_on_the_way_of_copies_to_colleagues_and_back() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    visit(&browser, ("compare", "Compare"))?;
    unfold(&browser, "Make a copy for a colleague")?;
    browser.click("#make-copy")?;
    until_said(&browser, "#main", "Say who it is for")?;
    browser.wait_for("#copy-role[aria-invalid]:focus")?;
    waiting::until("the title", || Ok(browser.title()?.starts_with("Error: Compare")))?;
    check(&browser, "a copy for nobody")?;
    browser.type_into("#copy-role", "Deputy")?;
    browser.click("#copy-undercover")?;
    waiting::until("the title", || Ok(browser.title()?.starts_with("Compare")))?;
    let copy = profile.download(|| browser.click("#make-copy"))?;
    check(&browser, "a copy that was made")?;
    choose(&browser, "#open-colleagues", &returned(&profile)?)?;
    browser.wait_for("#take-views")?;
    check(&browser, "copies that came back")?;
    browser.click("#take-views")?;
    waiting::until("the views", || Ok(browser.title()?.starts_with("Colleagues’ views")))?;
    check(&browser, "views that differ")?;
    browser.click(&format!("{} dl > div:nth-of-type(3) button", views_of("undercover.provision")))?;
    until_said(&browser, &views_of("undercover.provision"), "Agreed:")?;
    check(&browser, "a view that was agreed")?;
    drop(browser);

    let browser = Browser::with_page(&Profile::new()?)?;
    choose(&browser, "#open", &[copy])?;
    waiting::until("the copy", || Ok(browser.title()?.starts_with("Tasks")))?;
    for page in [("tasks", "Tasks"), ("compare", "Compare"), ("documents", "Documents")] {
        visit(&browser, page)?;
        check(&browser, &format!("{page:?} of a copy"))?;
    }
    Ok(())
}

#[test]
fn no_page_of_a_version_that_is_signed_off_breaks_a_rule() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    visit(&browser, ("record", "Record"))?;
    browser.type_into("#milestone", "Before the board")?;
    browser.click("#keep-milestone")?;
    until_said(&browser, "#main", "Before the board")?;
    check(&browser, "a milestone")?;
    browser.click("#sign")?;
    browser.wait_for("#sign-now")?;
    until_said(&browser, "#sign-asked", "have no action and are not accepted")?;
    check(&browser, "asking before it is signed off")?;
    browser.click("#sign-now")?;
    browser.wait_for("#revise")?;
    for page in Filled::Example.pages().filter(|(page, _)| *page != "workbook") {
        visit(&browser, page)?;
        check(&browser, &format!("{page:?}, signed off"))?;
    }
    visit(&browser, ("record", "Record"))?;
    browser.type_into("#revision", "A force has answered late.")?;
    browser.click("#revise")?;
    browser.wait_for("#sign")?;
    check(&browser, "opened again")
}

#[test]
fn nothing_that_locks_or_unlocks_breaks_a_rule() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    visit(&browser, ("documents", "Documents"))?;
    unfold(&browser, "Save a locked file")?;
    browser.type_into("#lock", "short")?;
    browser.click("#lock-do")?;
    browser.wait_for("#lock-error")?;
    check(&browser, "a passphrase that is too short")?;
    browser.reload()?;
    visit(&browser, ("documents", "Documents"))?;
    unfold(&browser, "Save a locked file")?;
    let locked = profile.download(|| choose_passphrase(&browser, "lock"))?;
    check(&browser, "a locked file that was saved")?;
    visit(&browser, ("start", "Start"))?;
    choose(&browser, "#open", &[locked])?;
    browser.type_into("#unlock", "marble tuesday ladders")?;
    browser.click("#unlock-do")?;
    until_said(&browser, "#unlock-error", "does not unlock")?;
    waiting::until("the title", || Ok(browser.title()?.starts_with("Error: Start")))?;
    check(&browser, "a wrong passphrase for a file")?;
    browser.click("#unlock-cancel")?;
    browser.wait_for("#new")?;
    unfold(&browser, "Lock the working copies")?;
    choose_passphrase(&browser, "lock-copies")?;
    browser.wait_for("#lock-after")?;
    check(&browser, "the settings of the lock")?;
    browser.click("#lock-after option[value=\"5\"]")?;
    // Six minutes pass at once; the first sign of somebody after them is enough.
    waiting::until("the page to lock itself", || {
        let _ = browser.run("const now = window.Date.now; window.Date.now = () => now() + 360000", [])?;
        browser.keys("x")?;
        Ok(browser.count("#open-copies")? > 0)
    })?;
    check(&browser, "a page that locked itself")?;
    browser.type_into("#open-copies", "marble tuesday ladders")?;
    browser.click("#open-copies-do")?;
    until_said(&browser, "#open-copies-error", "does not unlock")?;
    check(&browser, "a wrong passphrase for the working copies")?;
    let _ = browser.run("document.querySelector('#open-copies').value = ''", [])?;
    browser.type_into("#open-copies", WORDS)?;
    browser.click("#open-copies-do")?;
    browser.wait_for("#lock-now")?;
    check(&browser, "unlocked again")?;
    browser.click("#lock-now")?;
    unfold(&browser, "I do not have the passphrase")?;
    browser.click("#pass-by")?;
    browser.wait_for("#new")?;
    check(&browser, "going on without the locked copies")
}

#[test]
fn no_page_of_a_window_that_only_reads_breaks_a_rule() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    kept::wait_for(&browser, "particulars")?;
    let _ = browser.open_window()?;
    browser.open(&finished::page()?)?;
    browser.wait_for("#continue-here")?;
    for page in Filled::Example.pages().filter(|(page, _)| *page != "workbook") {
        visit(&browser, page)?;
        browser.wait_for("#continue-here")?;
        check(&browser, &format!("{page:?}, changed in another window"))?;
    }
    Ok(())
}

#[test]
#[cfg_attr(lacks = "policies", ignore = "switches storage off")]
fn no_page_breaks_a_rule_where_storage_is_blocked() -> Result<()> {
    let profile = Profile::restricted(Restriction::NoStorage)?;
    let browser = Browser::with_page(&profile)?;
    walk::begin(&browser)?;
    until_said(&browser, ".rocu-standing", "does not keep what you type")?;
    for page in [("start", "Start"), ("particulars", "Particulars"), ("topic/undercover", "Undercover")] {
        visit(&browser, page)?;
        check(&browser, &format!("{page:?} with storage blocked"))?;
    }
    Ok(())
}

#[test]
fn neither_what_is_found_nor_the_list_of_keys_breaks_a_rule() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    browser.keys("/")?;
    browser.wait_for("#search:focus")?;
    browser.keys("undercover")?;
    browser.wait_for("#main section a")?;
    check(&browser, "places found")?;
    browser.keys("xyzzy")?;
    until_said(&browser, "#found", "0 places found")?;
    check(&browser, "nothing found")?;
    visit(&browser, ("gaps", "Gap summary"))?;
    browser.keys("?")?;
    browser.wait_for("#shortcuts:focus")?;
    check(&browser, "the keys")?;
    for filter in ["not-assessed", "gaps", "flagged"] {
        visit(&browser, (&format!("tasks/{filter}"), "Tasks"))?;
        check(&browser, filter)?;
    }
    let _ = browser.run("location.hash = '#/topic/nowhere'", [])?;
    until_said(&browser, "#main", "There is no such topic")?;
    check(&browser, "an address that leads nowhere")
}

#[test]
fn no_action_plan_that_comes_back_breaks_a_rule() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    let example = fs::read(finished::workspace().join("static/framework/example.rocu.json"))?;
    let (_, plan) = bring_back::edited(&example)?;
    visit(&browser, ("actions", "Actions"))?;
    choose(&browser, "#open-plan", &[profile.file("plan.xlsx", &plan)?])?;
    browser.wait_for("#plan-take")?;
    check(&browser, "changes to be confirmed")?;
    choose(&browser, "#open-plan", &[profile.file("holiday.xlsx", b"no spreadsheet at all")?])?;
    browser.wait_for("#plan .govuk-error-summary")?;
    check(&browser, "a file that is no plan")
}

#[test]
fn no_document_that_is_handed_on_breaks_a_rule() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    visit(&browser, ("documents", "Documents"))?;
    let _ = profile.download(|| browser.click("#save"))?;
    browser.wait_for("#assessment-missing")?;
    check(&browser, "was it saved?")?;
    browser.click("#assessment-missing")?;
    until_said(&browser, "#assessment-arrival", "A policy may block downloads")?;
    check(&browser, "it was not saved")
}

#[test]
#[cfg_attr(lacks = "save-picker", ignore = "saves to the same file again")]
fn neither_a_file_that_is_saved_to_again_nor_two_versions_of_it_break_a_rule() -> Result<()> {
    let (profile, served) = (Profile::new()?, in_place::network()?);
    let browser = in_place::saved(&profile, &served)?;
    check(&browser, "a file that is saved to")?;
    let _ = in_place::differ(&browser)?;
    check(&browser, "both versions")?;
    browser.click("#merge")?;
    until_said(&browser, "#main", "still to be decided")?;
    check(&browser, "a point to be decided")?;
    ensure!(browser.count(".rocu-conflict")? > 0, "nothing is to be decided");
    Ok(())
}
