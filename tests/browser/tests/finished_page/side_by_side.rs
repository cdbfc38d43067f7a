//! Assessments side by side in the page: across regions, over time, among colleagues.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Profile, finished, id, waiting, walk};
use rocu_self_assessment::assessment::copy::Start;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::framework::{Framework, LevelId, QuestionId, TopicId};
use rocu_self_assessment::saved;
use serde_json::Value;

use crate::plausible;

/// Files of so many regions, each of its last year.
pub(crate) fn regions(profile: &Profile, number: usize) -> Result<Vec<PathBuf>> {
    let framework = Framework::built_in();
    (0..number)
        .map(|region| {
            let year = plausible::years(&framework, region, 1, 7).pop().context("one year")?;
            profile.file(&format!("region-{region}.rocu.json"), saved::save(&year).as_bytes())
        })
        .collect()
}

pub(crate) fn choose(browser: &Browser, field: &str, files: &[PathBuf]) -> Result<()> {
    let names: Vec<String> = files.iter().map(|file| file.to_string_lossy().into_owned()).collect();
    browser.type_into(field, &names.join("\n"))
}

/// Copies of the example as two colleagues send them back.
pub(crate) fn returned(profile: &Profile) -> Result<Vec<PathBuf>> {
    let example = fs::read(finished::workspace().join("static/framework/example.rocu.json"))?;
    let example = saved::open(&example, &Framework::built_in()).ok().context("the example opens")?.assessment;
    let topic = BTreeSet::from_iter([TopicId::try_from("undercover")?]);
    let question = QuestionId::try_from("undercover.provision")?;
    let views = [
        ("Head of covert policing", "in-place", "Two teams, and cover agreed with the neighbouring region."),
        ("Force lead, Fenmoor", "partly-in-place", "We waited for a team twice last year."),
    ];
    views
        .into_iter()
        .enumerate()
        .map(|(nth, (role, level, evidence))| {
            let mut copy = example.copy_for(role, &topic, Start::Blank);
            copy.choose(&question, LevelId::try_from(level)?);
            copy.write(&question, Field::Evidence, evidence.to_owned());
            profile.file(&format!("copy-{nth}.rocu.json"), saved::save(&copy).as_bytes())
        })
        .collect()
}

/// Where the page shows the views of a question.
pub(crate) fn views_of(question: &str) -> String {
    format!("article[aria-labelledby=\"{question}-views\"]")
}

#[test]
fn the_files_of_ten_regions_become_a_national_summary_and_a_broken_one_is_named() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    browser.visit("#/compare", "Compare")?;
    let mut files = regions(&profile, 10)?;
    files.push(profile.file("holiday.json", b"{\"photos\": 7}")?);
    choose(&browser, "#open-regions", &files)?;
    browser.wait_for("#regions-go-on")?;
    let listed = browser.text("#regions-files")?;
    ensure!(
        listed.contains("10 files are open") && listed.contains("holiday.json: The file is not an assessment"),
        "{listed}"
    );

    browser.click("#regions-go-on")?;
    waiting::until("the summary", || Ok(browser.title()?.starts_with("National summary")))?;
    let columns = browser.count("[aria-labelledby=chapter-matrix] [role=region] thead th")?;
    ensure!(columns == 11, "the matrix has {columns} columns");
    let marked = browser.text(".rocu-marking--head")?;
    ensure!(marked.contains("OFFICIAL-SENSITIVE"), "{marked}");
    browser.click("#national-documents summary")?;
    for form in ["word", "excel", "html", "csv", "json"] {
        let file = profile.download(|| browser.click(&id(&format!("download-national-{form}"))))?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        ensure!(
            name.starts_with("10 regions - National summary - ") && name.contains(" - OFFICIAL-SENSITIVE."),
            "{name}"
        );
        ensure!(fs::metadata(file)?.len() > 1000, "{name} is empty");
    }
    Ok(())
}

#[test]
fn an_earlier_assessment_beside_the_present_one_tells_what_has_changed() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    let years = plausible::years(&Framework::built_in(), 0, 3, 7);
    let file = |at: usize| profile.file(&format!("year-{at}.rocu.json"), saved::save(&years[at]).as_bytes());
    browser.type_into("#open", &file(2)?.to_string_lossy())?;
    waiting::until("the file", || Ok(browser.title()?.starts_with("Tasks")))?;
    browser.visit("#/compare", "Compare")?;
    choose(&browser, "#open-earlier", &[file(0)?, file(1)?])?;
    browser.click("#earlier-go-on")?;
    waiting::until("the summary", || Ok(browser.title()?.starts_with("Gap summary")))?;
    let said = browser.text("[aria-labelledby=chapter-changes]")?;
    ensure!(said.contains("improved"), "{said}");
    ensure!(browser.count("[aria-labelledby=chapter-trend] table")? > 0, "there is no trend of three years");
    browser.visit("#/documents", "Documents")?;
    let html = fs::read_to_string(profile.download(|| browser.click("#download-html"))?)?;
    ensure!(html.contains("Changes counted"), "the file does not tell what has changed");

    browser.visit("#/compare", "Compare")?;
    browser.click("#earlier-close")?;
    browser.visit("#/gaps", "Gap summary")?;
    ensure!(browser.count("[aria-labelledby=chapter-changes]")? == 0, "the files were put away");
    Ok(())
}

/// Fills in a copy as a colleague would, and saves it.
fn fill_in(copy: &std::path::Path, level: &str) -> Result<PathBuf> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    browser.type_into("#open", &copy.to_string_lossy())?;
    waiting::until("the copy", || Ok(browser.title()?.starts_with("Tasks")))?;
    let asked = browser.each("#main a[href^=\"#/topic/\"]", "element.getAttribute('href')")?;
    ensure!(!asked.is_empty() && asked.iter().all(|link| link.starts_with("#/topic/undercover")), "asked: {asked:?}");
    browser.visit("#/topic/undercover", "Undercover")?;
    walk::choose(&browser, "undercover.provision", level)?;
    browser.type_into(&id("undercover.provision.evidence"), &format!("Why it is {level}"))?;
    browser.visit("#/documents", "Documents")?;
    let saved = profile.download(|| browser.click("#save"))?;
    let name = saved.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ensure!(name.contains(" - Copy for "), "the copy comes back as {name}");
    let kept = copy.with_extension(format!("{level}.json"));
    let _ = fs::copy(saved, &kept)?;
    Ok(kept)
}

#[test]
fn colleagues_score_alone_and_the_lead_takes_a_view_as_agreed() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    walk::begin(&browser)?;
    browser.visit("#/compare", "Compare")?;
    browser.press("main", "summary", "Make a copy for a colleague")?;
    let mut returned = Vec::new();
    browser.click("#copy-undercover")?;
    for (role, level) in [("Deputy", "in-place"), ("Analyst", "not-in-place")] {
        let so_far = browser.value("#copy-role")?;
        browser.type_into("#copy-role", &("\u{e003}".repeat(so_far.len()) + role))?;
        let copy = profile.download(|| browser.click("#make-copy"))?;
        returned.push(fill_in(&copy, level)?);
    }
    choose(&browser, "#open-colleagues", &returned)?;
    browser.click("#take-views")?;
    waiting::until("the views", || Ok(browser.title()?.starts_with("Colleagues’ views")))?;
    let card = &views_of("undercover.provision");
    let said = browser.text(card)?;
    for words in ["Views differ", "Deputy", "Why it is in-place", "Analyst", "Why it is not-in-place"] {
        ensure!(said.contains(words), "there is no {words} in: {said}");
    }
    // Roles stand in the order of the alphabet, after the answer that stands in the assessment.
    browser.click(&format!("{card} dl > div:nth-of-type(3) button"))?;
    waiting::until("the agreement", || Ok(browser.text(card)?.contains("Agreed: the view of Deputy.")))?;
    browser.visit("#/documents", "Documents")?;
    let file: Value = serde_json::from_slice(&fs::read(profile.download(|| browser.click("#save"))?)?)?;
    assert_eq!(file["answers"]["undercover.provision"]["level"], "in-place");
    assert_eq!(file["views"]["undercover.provision"].as_array().map(Vec::len), Some(2), "both views stay in the file");
    assert_eq!(file["agreed"]["undercover.provision"]["from"], "Deputy");
    Ok(())
}
