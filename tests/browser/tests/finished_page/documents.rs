//! What the page handed out, read back.

use anyhow::{Context, Result, ensure};
use browser_tests::answers::{self, AWKWARD, REGION};
use browser_tests::heard::Heard;
use browser_tests::sheet::Row;
use browser_tests::{Answer, Browser, Network, Profile, Settings, finished, sheet, walk};
use serde_json::{Value, json};

use crate::journey::{self, ACTION, DUE, Journey, OWNER, PROGRESS, REASON};

#[test]
fn the_assessment_file_holds_what_was_clicked_and_typed() -> Result<()> {
    let journey = journey::done()?;
    let file = journey.collected.file("save")?;
    ensure!(file.name.ends_with(".rocu.json"), "the file is called {}", file.name);
    let saved: Value = serde_json::from_slice(&file.bytes)?;
    assert_eq!(saved["answers"], answers::as_saved(&journey.answers));
    assert_eq!(saved["particulars"]["region"], REGION);
    assert_eq!(saved["particulars"]["unit"], journey.collected.unit.as_str());
    assert_eq!(saved["particulars"]["date"], "2026-03-31");
    let [action] = saved["actions"].as_array().context("there are actions")?.as_slice() else {
        anyhow::bail!("there is not one action: {}", saved["actions"]);
    };
    let expected = json!({
        "id": action["id"],
        "question": journey.decided.planned,
        "text": ACTION,
        "owner": OWNER,
        "due": DUE.join("-"),
        "progress": PROGRESS,
    });
    assert_eq!(*action, expected);
    assert_eq!(saved["accepted"], json!({ &journey.decided.accepted: { "reason": REASON } }));
    Ok(())
}

#[test]
fn the_assessment_file_opens_in_another_browser_to_the_same_answers() -> Result<()> {
    let journey = journey::done()?;
    let profile = Profile::new()?;
    let file = journey.collected.file("save")?;
    let path = profile.file(&file.name, &file.bytes)?;
    let browser = Browser::with_page(&profile)?;
    browser.type_into("#open", &path.to_string_lossy())?;
    let notice = walk::notice(&browser)?;
    ensure!(!notice.is_problem && notice.points.is_empty(), "the page has something to say: {notice:?}");
    assert_eq!(walk::check_page(&browser)?, journey.collected.check);
    Ok(())
}

#[test]
fn the_gap_summary_file_opens_without_complaint_and_holds_every_gap_in_the_order_of_the_page() -> Result<()> {
    let journey = journey::done()?;
    let network = Network::without_anything()?;
    let profile = Profile::with(Settings { proxy: Some(network.port()), ..Settings::default() })?;
    let file = journey.collected.file("download-html")?;
    let path = profile.file(&file.name, &file.bytes)?;
    let browser = Browser::start(&profile)?;
    browser.open(&path)?;
    let shown = browser.each("article", "element.innerText")?;
    ensure!(shown.len() == journey.collected.gaps.len(), "the file shows {} gaps", shown.len());
    for (shown, gap) in shown.iter().zip(&journey.collected.gaps) {
        let asked = &journey.questions.question(gap)?.text;
        ensure!(shown.contains(asked.as_str()), "where the page has “{asked}” the file has: {shown}");
    }
    let heard = Heard::of(&browser)?;
    ensure!(heard.console.is_empty(), "the console complains: {:?}", heard.console);
    if !cfg!(lacks = "protocol") {
        assert_eq!(heard.requests, [finished::address(&path)]);
    }
    drop(browser);
    assert_eq!(network.asked(), [""; 0]);
    Ok(())
}

#[test]
fn the_spreadsheet_of_answers_has_a_row_for_each_question_that_is_asked() -> Result<()> {
    let journey = journey::done()?;
    let rows = sheet::rows(&journey.collected.file("download-answers")?.bytes)?;
    ensure!(rows.len() == journey.collected.asked, "there are {} rows", rows.len());
    for row in &rows {
        let answer = journey.answers.get(&row["Question id"]).with_context(|| format!("nobody answered {row:?}"))?;
        assert_eq!(row["Note"], harmless(&answer.note));
        assert_eq!(row["Evidence"], harmless(&answer.evidence));
        let level = level_name(journey, &row["Question id"], answer)?;
        ensure!(level.is_none_or(|level| level == row["Answer"]), "another answer was given than {row:?}");
    }
    ensure!(rows.iter().any(|row| row["Evidence"] == harmless(AWKWARD)), "the awkward text is nowhere");
    Ok(())
}

fn level_name<'a>(journey: &'a Journey, question: &str, answer: &Answer) -> Result<Option<&'a str>> {
    let scale = journey.questions.scale(journey.questions.question(question)?)?;
    Ok(scale.levels.iter().find(|level| Some(level.id.as_str()) == answer.level()).map(|level| level.name.as_str()))
}

/// What a spreadsheet could take for a formula has an apostrophe before it.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[test]
fn the_spreadsheet_of_gaps_has_the_gaps_of_the_page_in_their_order() -> Result<()> {
    let journey = journey::done()?;
    let rows = sheet::rows(&journey.collected.file("download-gaps-and-actions")?.bytes)?;
    let gaps: Vec<&str> = rows.iter().map(|row| row["Question id"].as_str()).collect();
    assert_eq!(gaps, journey.collected.gaps);
    for row in &rows {
        let planned = row["Question id"] == journey.decided.planned;
        assert_eq!((row["Action"] == ACTION, row["Owner (role)"] == OWNER), (planned, planned), "{row:?}");
        assert_eq!(row["Accepted because"] == REASON, row["Question id"] == journey.decided.accepted, "{row:?}");
    }
    Ok(())
}

#[test]
fn the_spreadsheets_of_commitment_and_heat_map_have_the_rows_of_the_page() -> Result<()> {
    let collected = &journey::done()?.collected;
    for (button, head, on_page) in [
        ("download-commitment", "Capability", &collected.commitment),
        ("download-heat-map", "Topic", &collected.heat_map),
    ] {
        let rows = sheet::rows(&collected.file(button)?.bytes).with_context(|| button.to_owned())?;
        let topic =
            |row: &Row| row.get(head).cloned().with_context(|| format!("{button} has no column {head}: {row:?}"));
        let topics: Vec<String> = rows.iter().map(topic).collect::<Result<_>>()?;
        ensure!(!topics.is_empty(), "{button} is empty");
        assert_eq!(topics, *on_page, "{button}");
    }
    Ok(())
}

#[test]
fn the_data_file_holds_the_gaps_of_the_page_in_their_order() -> Result<()> {
    let journey = journey::done()?;
    let data: Value = serde_json::from_slice(&journey.collected.file("download-json")?.bytes)?;
    let mut gaps = Vec::new();
    find_gaps(&data, &mut gaps);
    assert_eq!(gaps, journey.collected.gaps);
    Ok(())
}

/// Whatever has a question and a concern is a gap, wherever it stands.
fn find_gaps(data: &Value, gaps: &mut Vec<String>) {
    match data {
        Value::Array(values) => values.iter().for_each(|value| find_gaps(value, gaps)),
        Value::Object(fields) => match (fields.get("question").and_then(Value::as_str), fields.get("concern")) {
            (Some(question), Some(_)) => gaps.push(question.to_owned()),
            _ => fields.values().for_each(|value| find_gaps(value, gaps)),
        },
        _ => {}
    }
}

#[test]
fn every_file_is_named_by_unit_day_and_marking() -> Result<()> {
    let collected = &journey::done()?.collected;
    let unit = collected.unit.split(" (").next().unwrap_or_default();
    for (button, file) in collected.files() {
        // A form that nobody has filled in yet is never more than OFFICIAL.
        let marking = if button == "download-workbook" { "OFFICIAL" } else { collected.marking.as_str() };
        let named = file.name.starts_with(unit) && file.name.contains(&format!(" - {marking}."));
        ensure!(named, "{button} hands out {}", file.name);
    }
    ensure!(collected.files().count() >= 7, "fewer files are handed out than there are kinds");
    Ok(())
}
