//! The gap summary on paper, from the page and from the file.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Paper, Profile, Sheet};

use crate::journey::{self, Journey};

#[test]
#[cfg_attr(lacks = "printing", ignore = "prints without a question")]
fn every_sheet_that_the_page_prints_is_marked_named_and_numbered() -> Result<()> {
    let journey = journey::done()?;
    is_a_paper_for_the_board(&journey.collected.printed, journey)
}

#[test]
#[cfg_attr(lacks = "printing", ignore = "prints without a question")]
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
        let foot = format!("{}, Version 0.1 draft, 31 March 2026", collected.unit);
        ensure!(sheet.bottom_left() == foot, say("unit, version and date"));
        let number = if cfg!(lacks = "page-numbers") { String::new() } else { format!("Page {} of {all}", at + 1) };
        ensure!(sheet.bottom_right() == number, say("its number"));
        let size = if sheet.is_landscape() { (297, 210) } else { (210, 297) };
        ensure!(sheet.millimetres() == size, "sheet {} measures {:?}", at + 1, sheet.millimetres());
        ensure!(!sheet.text().is_empty(), "sheet {} of {all} is blank", at + 1);
    }
    ensure!(paper.sheets.iter().any(Sheet::is_landscape), "nothing is printed on its side");
    ensure!(!paper.sheets.iter().all(Sheet::is_landscape), "all is printed on its side");
    ensure!(paper.is_tagged || cfg!(lacks = "protocol"), "the PDF tells a screen reader nothing");
    no_heading_ends_a_sheet(paper, journey)?;
    the_heads_of_a_table_stand_on_each_of_its_sheets(paper, journey)?;
    every_gap_is_printed(paper, journey)
}

fn no_heading_ends_a_sheet(paper: &Paper, journey: &Journey) -> Result<()> {
    let headings = &journey.collected.headings;
    ensure!(headings.len() > 20, "there are only the headings {headings:?}");
    for sheet in paper.sheets.iter().filter(|sheet| !sheet.text().contains("Contents 1.")) {
        let line = sheet.last_line();
        // In the file the chapters are numbered.
        let plain = line.trim_start_matches(|letter: char| letter.is_ascii_digit() || ". ".contains(letter));
        ensure!(!headings.iter().any(|heading| heading == plain), "a sheet ends with the heading “{line}”");
    }
    Ok(())
}

fn the_heads_of_a_table_stand_on_each_of_its_sheets(paper: &Paper, journey: &Journey) -> Result<()> {
    let collected = &journey.collected;
    let mut sheets = paper.sheets.iter().map(Sheet::text).collect::<Vec<_>>();
    sheets.retain(|text| collected.sources.iter().any(|source| text.contains(source.as_str())));
    ensure!(sheets.len() > 1, "the list of sources is on {} sheets", sheets.len());
    for text in sheets {
        ensure!(text.contains(&collected.heads_of_sources), "the list of sources goes on without its heads: {text}");
    }
    Ok(())
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
