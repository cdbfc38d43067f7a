//! An action plan that was edited in Excel comes back, and every change is shown before it is made.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Profile, waiting, walk};
use jiff::civil::date;
use rocu_self_assessment::assessment::{ActionId, Progress};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::spreadsheet::Spreadsheet;
use rocu_self_assessment::{export, saved};
use serde_json::Value;

/// The plan of an assessment file with the first action changed, and which that is.
pub(crate) fn edited(file: &[u8]) -> Result<(ActionId, Vec<u8>)> {
    let framework = Framework::built_in();
    let mut edited = saved::open(file, &framework).ok().context("the file opens")?.assessment;
    let first = edited.actions.first().context("the example has actions")?.id;
    edited.replan(first, |action| {
        action.owner = String::from("Deputy head");
        action.due = Some(date(2028, 4, 30));
        action.progress = Progress::Done;
    });
    Ok((first, export::excel(&Spreadsheet::of(&framework, &edited, date(2026, 11, 1)))))
}

#[test]
fn an_edited_plan_is_shown_change_by_change_and_made_only_when_the_user_says_so() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    browser.click("#example")?;
    waiting::until("the example", || Ok(browser.title()?.starts_with("Gap summary")))?;
    browser.visit("#/documents", "Documents")?;
    let file = fs::read(profile.download(|| browser.click("#save"))?)?;

    let (first, plan) = edited(&file)?;
    let path = profile.file("plan.xlsx", &plan)?;

    browser.visit("#/actions", "Actions")?;
    browser.type_into("#open-plan", &path.to_string_lossy())?;
    browser.wait_for("#plan-take")?;
    let shown = browser.text("#plan")?;
    for words in [&first.to_string(), "Deputy head", "30 April 2028", "Done"] {
        ensure!(shown.contains(words), "there is no {words} in: {shown}");
    }
    browser.click("#plan-take")?;
    let notice = walk::notice(&browser)?;
    ensure!(notice.sentences[0].contains("The changes from the spreadsheet were made."), "{notice:?}");
    browser.visit("#/documents", "Documents")?;
    let after: Value = serde_json::from_slice(&fs::read(profile.download(|| browser.click("#save"))?)?)?;
    let actions = after["actions"].as_array().context("there are actions")?;
    let changed = actions.iter().find(|action| action["id"] == first.to_string()).context("it is still there")?;
    assert_eq!((&changed["owner"], &changed["due"]), (&"Deputy head".into(), &"2028-04-30".into()));
    assert_eq!(changed["progress"], "done");

    browser.visit("#/actions", "Actions")?;
    let photo = profile.file("holiday.xlsx", b"no spreadsheet at all")?;
    browser.type_into("#open-plan", &photo.to_string_lossy())?;
    browser.wait_for("#plan .govuk-error-summary")?;
    ensure!(browser.text("#plan")?.contains("The file is no Excel file."), "a broken file is named");
    Ok(())
}
