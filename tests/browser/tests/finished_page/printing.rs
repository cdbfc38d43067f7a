//! The gap summary on paper, from the page and from the file.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Paper, Profile, Sheet};

use crate::journey::{self, Journey};

#[test]
#[cfg_attr(lacks = "page-numbers", ignore = "reads the page numbers in the margins")]
fn every_sheet_that_the_page_prints_is_marked_named_and_numbered() -> Result<()> {
    let journey = journey::done()?;
    is_a_paper_for_the_board(&journey.collected.printed, journey)
}

#[test]
#[cfg_attr(lacks = "page-numbers", ignore = "reads the page numbers in the margins")]
fn every_sheet_that_the_gap_summary_file_prints_is_marked_named_and_numbered() -> Result<()> {
    let journey = journey::done()?;
    let profile = Profile::new()?;
    let file = journey.collected.file("download-html")?;
    let path = profile.file(&file.name, &file.bytes)?;
    let browser = Browser::start(&profile)?;
    browser.open(&path)?;
    is_a_paper_for_the_board(&Paper::printed_by(&browser)?, journey)
}

fn is_a_paper_for_the_board(paper: &Paper, journey: &Journey) -> Result<()> {
    let collected = &journey.collected;
    let all = paper.sheets.len();
    ensure!(all > 3, "there are {all} sheets");
    for (at, sheet) in paper.sheets.iter().enumerate() {
        let margins = sheet.margins();
        let say = |what: &str| format!("sheet {} of {all} has not {what} in its margins: {margins}", at + 1);
        ensure!(sheet.top_centre() == collected.marking, say("the marking at the top"));
        ensure!(sheet.bottom_centre() == collected.marking, say("the marking at the bottom"));
        ensure!(sheet.bottom_left().starts_with(&collected.unit), say("the unit"));
        ensure!(sheet.bottom_right() == format!("Page {} of {all}", at + 1), say("its number"));
        let size = if sheet.is_landscape() { (297, 210) } else { (210, 297) };
        ensure!(sheet.millimetres() == size, "sheet {} measures {:?}", at + 1, sheet.millimetres());
        ensure!(!sheet.text().is_empty(), "sheet {} of {all} is blank", at + 1);
    }
    ensure!(paper.sheets.iter().any(Sheet::is_landscape), "nothing is printed on its side");
    ensure!(!paper.sheets.iter().all(Sheet::is_landscape), "all is printed on its side");
    every_gap_is_printed(paper, journey)
}

/// Wherever it stands: the order is that of the page, from which the sheets are made.
fn every_gap_is_printed(paper: &Paper, journey: &Journey) -> Result<()> {
    let text = paper.sheets.iter().map(Sheet::text).collect::<Vec<_>>().join(" ");
    for gap in &journey.collected.gaps {
        let asked = &journey.questions.question(gap)?.text;
        let words: Vec<&str> = asked.split_whitespace().collect();
        let _ = text.find(&words.join(" ")).with_context(|| format!("“{asked}” is not printed"))?;
    }
    Ok(())
}
