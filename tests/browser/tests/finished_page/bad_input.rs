//! Files that cannot be opened, or not with everything in them: one sentence, and nothing is lost.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Profile, Questions, kept, walk};
use serde_json::{Value, json};

/// How a file is made from one that could be opened.
type Spoil = fn(&Profile, &Value) -> Result<PathBuf>;

/// Begins an assessment, opens a spoilt file, and looks whether the page says so and leaves the rest.
fn is_refused(spoil: Spoil, words: &str) -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let before = (kept::working_copy(&browser)?, walk::check_page(&browser)?);
    let path = spoil(&profile, &before.0)?;
    open(&browser, &path)?;
    let notice = walk::notice(&browser)?;
    ensure!(notice.is_problem, "it is not said as a problem: {notice:?}");
    let [said] = notice.sentences.as_slice() else { anyhow::bail!("it is not said in one paragraph: {notice:?}") };
    ensure!(said.contains(words) && said.ends_with('.'), "the page says: {said}");
    ensure!(browser.title()?.starts_with("Error: "), "the title is {}", browser.title()?);
    assert_eq!((kept::working_copy(&browser)?, walk::check_page(&browser)?), before);
    Ok(())
}

/// An assessment with one answer in it, kept.
fn begun(profile: &Profile) -> Result<Browser> {
    let browser = Browser::with_page(profile)?;
    let questions = Questions::read()?;
    walk::begin(&browser)?;
    let topic = *questions.topics(&[]).first().context("there is a topic")?;
    let question = topic.questions.first().context("it asks something")?;
    walk::go_to(&browser, topic)?;
    let level = questions.scale(question)?.levels.first().context("there is a level")?;
    walk::choose(&browser, &question.id, &level.id)?;
    browser.type_into(&browser_tests::id(&format!("{}.note", question.id)), "As it was.")?;
    kept::wait_for(&browser, "As it was.")?;
    Ok(browser)
}

fn open(browser: &Browser, path: &Path) -> Result<()> {
    browser.visit("#/start", "Start")?;
    browser.type_into("#open", &path.to_string_lossy())
}

fn with(assessment: &Value, key: &str, value: Value) -> String {
    let mut changed = assessment.clone();
    changed[key] = value;
    changed.to_string()
}

#[test]
fn a_file_that_is_not_ours_is_refused() -> Result<()> {
    is_refused(
        |profile, _| profile.file("other.json", br#"{"name": "something else", "answers": {}}"#),
        "not an assessment",
    )
}

#[test]
fn a_file_that_was_cut_short_is_refused() -> Result<()> {
    let half = |profile: &Profile, assessment: &Value| {
        let text = serde_json::to_string_pretty(assessment)?;
        profile.file("half.rocu.json", &text.as_bytes()[..text.len() / 2])
    };
    is_refused(half, "breaks off")
}

#[test]
fn a_file_of_a_later_version_is_refused() -> Result<()> {
    is_refused(
        |profile, assessment| profile.file("later.rocu.json", with(assessment, "version", json!(2)).as_bytes()),
        "later version",
    )
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused() -> Result<()> {
    let huge = |profile: &Profile, _: &Value| {
        let path = profile.file("huge.rocu.json", b"{")?;
        File::options().write(true).open(&path)?.set_len(100_000_000)?;
        Ok(path)
    };
    is_refused(huge, "too large")
}

#[test]
fn a_file_of_nine_million_levels_one_in_another_is_refused() -> Result<()> {
    let deep = |profile: &Profile, assessment: &Value| {
        let within = ["[".repeat(9_000_000), "]".repeat(9_000_000)].concat();
        let text = with(assessment, "note", json!("deep")).replace("\"deep\"", &within);
        profile.file("deep.rocu.json", text.as_bytes())
    };
    is_refused(deep, "built in a way that no assessment is")
}

#[test]
fn a_file_that_is_not_utf_8_is_refused() -> Result<()> {
    let latin = |profile: &Profile, assessment: &Value| {
        let text = with(assessment, "note", json!("Glyndwr"));
        profile.file(
            "latin.rocu.json",
            &text.bytes().map(|byte| if byte == b'y' { 0xfd } else { byte }).collect::<Vec<_>>(),
        )
    };
    is_refused(latin, "not text")
}

#[test]
fn what_a_file_holds_that_is_unknown_is_listed_and_stays_in_the_file() -> Result<()> {
    let profile = Profile::new()?;
    let browser = begun(&profile)?;
    let mut assessment = kept::working_copy(&browser)?;
    // What is open would be put together with another state of itself.
    assessment["id"] = "7f3e9a1c-5b2d-4e8f-9a6b-0c1d2e3f4a5b".into();
    let answers = assessment["answers"].as_object_mut().context("there are answers")?;
    let known = answers.keys().next().context("there is an answer")?.clone();
    let _ = answers.insert(known.clone(), json!({ "level": "no-such-level", "note": "Of another version." }));
    let _ =
        answers.insert("no-such-topic.question".into(), json!({ "level": "in-place", "evidence": "Seen elsewhere." }));
    assessment["no_such_field"] = json!({ "a": [1, 2] });
    let path = profile.file("unknown.rocu.json", assessment.to_string().as_bytes())?;
    open(&browser, &path)?;
    let notice = walk::notice(&browser)?;
    ensure!(!notice.is_problem, "a file that can be opened is refused: {notice:?}");
    for unknown in ["no-such-level", "no-such-topic.question", "no_such_field"] {
        ensure!(notice.points.iter().any(|point| point.contains(unknown)), "{unknown} is not listed: {notice:?}");
    }
    browser.visit("#/particulars", "Particulars")?;
    browser.type_into("#version", "2")?;
    browser.visit("#/documents", "Documents")?;
    let saved = profile.download(|| browser.click("#save"))?;
    let saved: Value = serde_json::from_slice(&fs::read(saved)?)?;
    assert_eq!(saved["answers"], assessment["answers"]);
    assert_eq!(saved["no_such_field"], assessment["no_such_field"]);
    assert_eq!(saved["particulars"]["version"], "2");
    Ok(())
}
