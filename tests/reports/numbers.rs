//! The same numbers in the report, the page, the CSV files and the data.

use std::collections::BTreeMap;

use rocu_self_assessment::analysis::Tally;
use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::export;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::{Block, Report, Table, sheet};
use serde_json::Value;

use crate::dom;
use crate::gaps::{gaps, section};
use crate::made::{TODAY, blank, full, id};

/// Counts by the words of the table of counts.
type Counts = BTreeMap<String, usize>;

const WORDS: [&str; 6] = ["Meets", "Elsewhere", "Partly short", "Falls short", "Not applicable", "Not assessed"];

/// Nothing, everything, and everything but a part of it.
fn assessments(framework: &Framework) -> Vec<Assessment> {
    let mut half = full(framework, 4);
    let taken_back: Vec<_> =
        half.answers.keys().enumerate().filter(|(at, _)| at % 2 == 0).map(|(_, id)| id.clone()).collect();
    for question in &taken_back {
        half.withdraw(question);
    }
    half.switch(id("fraud"), false);
    vec![blank(framework), half, full(framework, 43)]
}

/// A CSV file as a spreadsheet reads it: the heads and the rows.
pub(crate) fn read(file: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(file.strip_prefix('\u{feff}').unwrap().as_bytes());
    let heads = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    (heads, rows)
}

fn of_tally(tally: &Tally) -> Counts {
    let counts =
        [tally.meets, tally.elsewhere, tally.partly_short, tally.short, tally.not_applicable, tally.not_assessed];
    WORDS.map(str::to_owned).into_iter().zip(counts).collect()
}

fn of_cells(cells: &[String]) -> Counts {
    WORDS.map(str::to_owned).into_iter().zip(cells[1..=6].iter().map(|cell| cell.parse().unwrap())).collect()
}

#[test]
fn the_counts_of_every_part_agree_in_report_page_spreadsheet_and_data() {
    let framework = Framework::built_in();
    for assessment in assessments(&framework) {
        let report = Report::of(&framework, &assessment, TODAY);
        let bars: Vec<_> = section(&report, "tallies")
            .blocks
            .iter()
            .find_map(|block| if let Block::Bars(bars) = block { Some(bars) } else { None })
            .unwrap()
            .iter()
            .map(|bar| (bar.label.clone(), of_tally(&bar.tally)))
            .collect();

        let page = dom::read(&export::html(&report));
        let table = &dom::within(&page.by_id("tallies"), "table")[0];
        let of_page: Vec<_> = dom::rows(table).iter().map(|row| (row[0].clone(), of_cells(row))).collect();
        assert_eq!(of_page, bars, "the table of the page");

        let words = |(label, counts): &(String, Counts)| {
            let counts: Vec<String> = WORDS.iter().map(|word| format!("{word}: {}", counts[*word])).collect();
            format!("{label}: {}", counts.join(", "))
        };
        let figures = page.all("figure");
        let said =
            |wanted: &str| figures.iter().map(|figure| dom::text(&dom::within(figure, wanted)[0])).collect::<Vec<_>>();
        let described: Vec<String> =
            said("title").iter().zip(said("desc")).map(|(title, desc)| format!("{title}: {desc}")).collect();
        assert_eq!(described, bars.iter().map(words).collect::<Vec<_>>(), "the descriptions of the bars");

        let (heads, rows) = read(&export::csv(&sheet::answers(&framework, &assessment)));
        let standing = heads.iter().position(|head| head == "Standing").unwrap();
        for (label, counts) in &bars {
            let of_part =
                rows.iter().filter(|row| row[0] == *label || (label == "All parts" && row[standing] != "Own judgment"));
            let mut found: Counts = WORDS.iter().map(|word| ((*word).to_owned(), 0)).collect();
            of_part.for_each(|row| *found.get_mut(&row[standing]).unwrap() += 1);
            assert_eq!(&found, counts, "{label} in the answers");
        }

        let data: Value = serde_json::from_str(&export::json(&report)).unwrap();
        let keys = ["meets", "elsewhere", "partly_short", "short", "not_applicable", "not_assessed"];
        let blocks = data["report"]["sections"][1]["blocks"].as_array().unwrap();
        let of_data = blocks.iter().find_map(|block| block["bars"].as_array()).unwrap().iter().map(|bar| {
            let counts = keys.map(|key| usize::try_from(bar["tally"][key].as_u64().unwrap()).unwrap());
            (bar["label"].as_str().unwrap().to_owned(), WORDS.map(str::to_owned).into_iter().zip(counts).collect())
        });
        assert_eq!(of_data.collect::<Vec<(String, Counts)>>(), bars, "the data");
    }
}

#[test]
fn the_gaps_agree_in_report_page_spreadsheet_and_data() {
    let framework = Framework::built_in();
    for assessment in assessments(&framework) {
        let report = Report::of(&framework, &assessment, TODAY);
        let entries: Vec<_> = ["gaps", "accepted"].iter().flat_map(|chapter| gaps(&report, chapter)).collect();
        let numbered: Vec<_> = entries.iter().map(|gap| (gap.number.to_string(), gap.question.to_string())).collect();

        let (_, rows) = read(&export::csv(&sheet::gaps_and_actions(&framework, &assessment, TODAY)));
        // What is no gap now has no number.
        let (of_gaps, closed): (Vec<_>, Vec<_>) = rows.iter().partition(|row| !row[0].is_empty());
        let mut of_sheet: Vec<_> = of_gaps.iter().map(|row| (row[0].clone(), row[3].clone())).collect();
        of_sheet.dedup();
        assert_eq!(of_sheet, numbered, "the sheet of gaps");
        let actions = of_gaps.iter().filter(|row| !row[11].is_empty()).count();
        assert_eq!(actions, entries.iter().map(|gap| gap.actions.len()).sum::<usize>());
        let left = sheet::tables(&report, "closed").flat_map(|table| &table.rows);
        let left: Vec<&str> = left.map(|row| row[0].text.as_str()).collect();
        assert_eq!(closed.iter().map(|row| row[11].as_str()).collect::<Vec<_>>(), left, "actions whose gap has closed");

        let (heads, rows) = read(&export::csv(&sheet::answers(&framework, &assessment)));
        let concern = heads.iter().position(|head| head == "Concern").unwrap();
        assert_eq!(rows.iter().filter(|row| !row[concern].is_empty()).count(), entries.len(), "the sheet of answers");

        let data: Value = serde_json::from_str(&export::json(&report)).unwrap();
        let blocks =
            data["report"]["sections"].as_array().unwrap().iter().flat_map(|s| s["blocks"].as_array().unwrap());
        let of_data = blocks
            .filter_map(|block| block.get("gap"))
            .map(|gap| (gap["number"].to_string(), gap["question"].as_str().unwrap().to_owned()));
        assert_eq!(of_data.collect::<Vec<_>>(), numbered, "the data");

        let open = gaps(&report, "gaps").len();
        let sentence = match &section(&report, "stands-out").blocks[0] {
            Block::List(sentences) => sentences.iter().any(|said| said.starts_with(&format!("{open} gaps are open, "))),
            _ => false,
        };
        assert_eq!(sentence, open > 0, "what stands out");
    }
}

#[test]
fn every_file_of_values_holds_the_table_it_was_made_from() {
    let framework = Framework::built_in();
    for assessment in assessments(&framework) {
        let report = Report::of(&framework, &assessment, TODAY);
        let tables: [Table; 4] = [
            sheet::answers(&framework, &assessment),
            sheet::gaps_and_actions(&framework, &assessment, TODAY),
            sheet::commitment(&framework, &assessment),
            sheet::heat_map(&report),
        ];
        for table in tables {
            let (heads, rows) = read(&export::csv(&table));
            assert_eq!(heads, table.columns);
            let expected: Vec<Vec<String>> =
                table.rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect();
            assert_eq!(rows, expected, "{}", table.caption);
        }
    }
}

#[test]
fn the_heat_map_as_one_table_says_what_the_tables_of_the_parts_say() {
    let framework = Framework::built_in();
    let report = Report::of(&framework, &full(&framework, 4), TODAY);
    let merged = sheet::heat_map(&report);
    assert_eq!(merged.columns[..2], ["Part", "Topic"]);
    let mut rows = merged.rows.iter();
    for table in sheet::tables(&report, "heat-map") {
        for row in &table.rows {
            let found = rows.next().unwrap();
            assert_eq!((&found[0].text, &found[1]), (&table.caption, &row[0]));
            for (theme, cell) in merged.columns.iter().zip(found).skip(2) {
                let own = table.columns.iter().position(|column| column == theme);
                assert_eq!(cell.text, own.map_or("Not asked", |own| &row[own].text));
            }
        }
    }
    assert!(rows.next().is_none());
}

#[test]
fn the_data_says_what_it_is() {
    let framework = Framework::built_in();
    let report = Report::of(&framework, &blank(&framework), TODAY);
    let text = export::json(&report);
    assert!(text.starts_with("{\n  \"format\": \"rocu-gap-summary\",\n  \"version\": 1,\n  \"report\": {"));
    let data: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(data["report"]["marking"], "OFFICIAL-SENSITIVE");
    assert_eq!(data["report"]["sections"].as_array().unwrap().len(), report.sections.len());
}
