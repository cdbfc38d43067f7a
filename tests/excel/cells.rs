//! Every sheet says what the report says, and its numbers are numbers and its dates dates.

use std::io::{Cursor, Read};

use calamine::Data;
use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, Progress};
use rocu_self_assessment::export;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::spreadsheet::{Sheet, Spreadsheet};
use rocu_self_assessment::report::{Cell, Report, Table, gap_entries};

use crate::made::{TODAY, answer, blank, full, id, plan};
use crate::written::{Rows, file, sheets, text};

/// How many rows have that word in that column.
fn count(rows: &Rows, head: &str, is: impl Fn(&str) -> bool) -> usize {
    let at = rows[0].iter().position(|cell| text(cell) == head).unwrap();
    rows[1..].iter().filter(|row| is(&text(&row[at]))).count()
}

#[test]
fn the_counts_of_every_sheet_are_those_of_the_report() {
    let framework = Framework::built_in();
    for assessment in [blank(&framework), full(&framework, 4), full(&framework, 2)] {
        let sheets = sheets(&file(&framework, &assessment));
        let analysis = Analysis::of(&framework, &assessment);
        let gaps = gap_entries(&analysis, TODAY);
        let plan = &sheets["Gaps and actions"];
        let closed = analysis.actions_of_closed_gaps().count();
        let actions = gaps.iter().map(|gap| gap.actions.len());
        assert_eq!(count(plan, "Action id", |id| !id.is_empty()), actions.clone().sum::<usize>() + closed);
        let rows: usize = actions.map(|actions| actions.max(1)).sum();
        assert_eq!(count(plan, "Question id", |id| !id.is_empty()), rows + closed);
        assert_eq!(count(plan, "No.", |number| !number.is_empty()), rows, "what is no gap now has no number");

        let tally = analysis.tally();
        let answers = &sheets["All answers"];
        for (word, number) in [
            ("Meets", tally.meets),
            ("Elsewhere", tally.elsewhere),
            ("Partly short", tally.partly_short),
            ("Falls short", tally.short),
            ("Not applicable", tally.not_applicable),
            ("Not assessed", tally.not_assessed),
        ] {
            assert_eq!(count(answers, "Standing", |standing| standing == word), number, "{word}");
            let total = sheets["Outcomes by part"].last().unwrap();
            let at = sheets["Outcomes by part"][0].iter().position(|cell| text(cell) == word).unwrap();
            assert_eq!(text(&total[at]), number.to_string(), "{word}");
            assert!(matches!(total[at], Data::Float(_)), "a count is a number");
        }
        let commitment = &sheets["Commitment"];
        let matrix = &analysis.commitment;
        let table = |cell: &str| {
            commitment[1..]
                .iter()
                .flatten()
                .filter(|it| text(it).trim_start_matches(|c: char| !c.is_alphabetic()) == cell)
                .count()
        };
        let levels = || matrix.rows.iter().filter(|row| !row.not_applicable).flat_map(|row| &row.levels);
        assert_eq!(table("Not assessed"), levels().filter(|level| level.is_none()).count());
        assert_eq!(table("Committed"), levels().flatten().filter(|level| level.name == "Committed").count());
    }
}

#[test]
fn every_cell_says_what_the_report_says() {
    let framework = Framework::built_in();
    let assessment = full(&framework, 4);
    let spreadsheet = Spreadsheet::of(&framework, &assessment, TODAY);
    let read = sheets(&export::excel(&spreadsheet));
    assert_eq!(read.len(), spreadsheet.sheets.len());
    for sheet in &spreadsheet.sheets {
        let rows = &read[&*sheet.name];
        assert_eq!(rows[0].iter().map(text).collect::<Vec<_>>(), sheet.table.columns);
        assert_eq!(rows.len() - 1, sheet.table.rows.len());
        for (read, row) in rows[1..].iter().zip(&sheet.table.rows) {
            for (read, cell) in read.iter().zip(row) {
                match (cell.number, cell.date) {
                    (Some(number), _) => assert_eq!(*read, Data::Float(f64::from(u32::try_from(number).unwrap()))),
                    (_, Some(date)) => {
                        assert_eq!((text(read), matches!(read, Data::DateTime(_))), (date.to_string(), true));
                    }
                    _ => assert_eq!(text(read), cell.text),
                }
            }
        }
    }
}

#[test]
fn the_same_sheets_make_the_same_bytes() {
    let framework = Framework::built_in();
    let spreadsheet = Spreadsheet::of(&framework, &full(&framework, 4), TODAY);
    let first = export::excel(&spreadsheet);
    assert_eq!(first, export::excel(&spreadsheet));
    let core = part(&first, "docProps/core.xml");
    assert_eq!(core.matches("2026-03-31T00:00:00Z").count(), 2, "made and changed on the day of the report: {core}");
}

#[test]
fn sheets_that_crossed_as_json_make_the_same_file() {
    let framework = Framework::built_in();
    let spreadsheet = Spreadsheet::of(&framework, &full(&framework, 4), TODAY);
    let crossed: Spreadsheet = serde_json::from_str(&serde_json::to_string(&spreadsheet).unwrap()).unwrap();
    assert_eq!(crossed, spreadsheet);
}

#[test]
fn what_looks_like_a_formula_or_a_link_is_text() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    answer(&framework, &mut assessment, "gain.provision", "not-in-place");
    for nasty in [
        "=1+1",
        "+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "=HYPERLINK(\"https://example.org\",\"here\")",
        "https://example.org",
        "<r><t>bold</t></r>",
        "_x000D_ and _x0041_",
        "{=1}",
        "00123",
        "TRUE",
        "1/2",
    ] {
        assessment.actions.clear();
        plan(&mut assessment, "gain.provision", nasty, None, Progress::NotStarted);
        assessment.write(&id("gain.provision"), Field::Evidence, nasty.to_owned());
        let bytes = file(&framework, &assessment);
        let rows = &sheets(&bytes)["Gaps and actions"];
        assert_eq!(rows[1].iter().filter(|cell| text(cell).trim_end() == nasty).count(), 2, "{nasty}");
        for name in names(&bytes).iter().filter(|name| name.starts_with("xl/worksheets/")) {
            let xml = part(&bytes, name);
            assert!(!xml.contains("<f>") && !xml.contains("<hyperlink"), "{nasty} in {name}");
        }
    }
}

#[test]
fn a_text_longer_than_a_cell_goes_on_on_a_sheet_of_its_own() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    answer(&framework, &mut assessment, "gain.provision", "not-in-place");
    let note: String = (0..9_000).flat_map(|number| [number.to_string(), String::from(" ")]).collect();
    assessment.write(&id("gain.provision"), Field::Note, note.clone());
    let sheets = sheets(&file(&framework, &assessment));
    for name in ["Gaps and actions", "All answers"] {
        let note_at = sheets[name][0].iter().position(|cell| text(cell) == "Note").unwrap();
        let rows = sheets[name][1..].iter().map(|row| text(&row[note_at]));
        let cell = rows.into_iter().find(|cell| cell.contains("Long texts")).unwrap();
        let (start, _) = cell.rsplit_once('\n').unwrap();
        let rest: String =
            sheets["Long texts"].iter().filter(|row| text(&row[0]) == name).map(|row| text(&row[4])).collect();
        assert_eq!(format!("{start}{rest}").trim(), note.trim(), "{name}");
    }
}

#[test]
fn the_name_of_a_force_that_is_too_long_for_a_head_stands_in_full_on_a_sheet_of_its_own() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    let name = "Kent and Essex ".repeat(5_000);
    assessment.particulars.forces[0].name.clone_from(&name);
    answer(&framework, &mut assessment, "gain.provision", "in-place");
    let sheets = sheets(&file(&framework, &assessment));
    assert!(text(&sheets["Commitment"][0][1]).starts_with("Kent and Essex Kent"));
    let long = &sheets["Long texts"];
    let whole = long.iter().filter(|row| text(&row[0]) == "Commitment").map(|row| text(&row[4])).collect::<String>();
    assert_eq!(whole, name);
}

#[test]
fn a_character_that_no_file_can_hold_is_shown_as_missing() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    answer(&framework, &mut assessment, "gain.provision", "not-in-place");
    assessment.write(&id("gain.provision"), Field::Note, String::from("a\u{0}b\u{b}c\u{ffff}d\r\ne"));
    let sheets = sheets(&file(&framework, &assessment));
    let found = sheets["Gaps and actions"][1].iter().any(|cell| text(cell) == "a\u{fffd}b\u{fffd}c\u{fffd}d\ne");
    assert!(found, "{:?}", sheets["Gaps and actions"][1]);
}

#[test]
fn a_table_with_more_columns_than_a_sheet_has_goes_on_on_a_second_one() {
    let framework = Framework::built_in();
    let mut spreadsheet = Spreadsheet::of(&framework, &blank(&framework), TODAY);
    let columns: Vec<String> = (0..16_500).map(|at| format!("Force {at}")).collect();
    let rows = vec![columns.iter().map(Cell::text).collect()];
    spreadsheet.sheets = vec![Sheet::of("Commitment", 1, Table { caption: String::new(), columns, rows })];
    let sheets = sheets(&export::excel(&spreadsheet));
    let found = ["Commitment 1", "Commitment 2"].iter().flat_map(|name| sheets[*name][1][1..].iter().map(text));
    assert!(found.eq((1..16_500).map(|at| format!("Force {at}"))));
}

#[test]
fn the_file_says_which_assessment_it_belongs_to_and_how_it_is_marked() {
    let framework = Framework::built_in();
    let assessment: Assessment = full(&framework, 4);
    let bytes = file(&framework, &assessment);
    let custom = part(&bytes, "docProps/custom.xml");
    for said in ["rocu-gap-summary-spreadsheet", "test-0001"] {
        assert!(custom.contains(said), "{custom}");
    }
    let core = part(&bytes, "docProps/core.xml");
    let report = Report::of(&framework, &assessment, TODAY);
    for said in [&*report.marking, &report.unit, &report.edition, &report.title] {
        assert!(core.contains(said), "{said} in {core}");
    }
}

/// The names of the parts of a file.
pub(crate) fn names(bytes: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.file_names().map(|name| name.unwrap().into_owned()).collect()
}

/// The text of a part of a file.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let _ = archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}
