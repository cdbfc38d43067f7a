//! What openpyxl and LibreOffice make of the file.

use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::{gap_entries, spreadsheet::Spreadsheet};
use serde_json::{Value, json};

use crate::made::{TODAY, blank, full};
use crate::readers::{office_to, pages_of, python, run};
use crate::written::{file, on_disk};

fn looked_at(name: &str, framework: &Framework, assessment: &Assessment) -> Value {
    let path = on_disk(name, &file(framework, assessment));
    serde_json::from_str(&python("read_spreadsheet.py", &[path.to_str().unwrap()])).unwrap()
}

#[test]
fn every_sheet_has_a_table_with_filters_frozen_heads_and_marked_pages() {
    let framework = Framework::built_in();
    for (name, mut assessment) in [("full.xlsx", full(&framework, 4)), ("blank.xlsx", blank(&framework))] {
        assessment.particulars.unit = String::from("Kent & Essex \"Joint\" &D");
        let seen = looked_at(name, &framework, &assessment);
        let spreadsheet = Spreadsheet::of(&framework, &assessment, TODAY);
        let sheets = seen["sheets"].as_array().unwrap();
        assert_eq!(sheets.len(), spreadsheet.sheets.len());
        let names: std::collections::BTreeSet<_> =
            sheets.iter().map(|sheet| sheet["table"].as_str().unwrap()).collect();
        assert_eq!(names.len(), sheets.len(), "no two tables have one name");
        for (sheet, made) in sheets.iter().zip(&spreadsheet.sheets) {
            let range = sheet["range"].as_str().unwrap();
            let last = made.table.rows.len().max(1) + 1;
            assert!(range.starts_with("A1:") && range.ends_with(&last.to_string()), "{range}");
            assert_eq!(sheet["filter"], sheet["range"]);
            let column = char::from(b'A' + u8::try_from(made.naming).unwrap());
            assert_eq!(sheet["frozen"], format!("{column}2"));
            assert_eq!(sheet["titles"], "$1:$1");
            for (key, value) in [
                ("paper", json!("9")),
                ("orientation", json!("landscape")),
                ("wrapped", json!(true)),
                ("formulas", json!([])),
                ("links", json!([])),
            ] {
                let found = sheet[key].as_str().map_or_else(|| sheet[key].clone(), |text| json!(text));
                assert_eq!(
                    found.to_string().trim_matches('"'),
                    value.to_string().trim_matches('"'),
                    "{key} of {}",
                    made.name
                );
            }
            if sheet["breaks"] == json!([]) {
                assert_eq!((&sheet["fits"], &sheet["wide"], &sheet["high"]), (&json!(true), &json!(null), &json!(0)));
            } else {
                let last = char::from(b'A' + u8::try_from(made.naming - 1).unwrap());
                assert_eq!(sheet["repeated"], format!("$A:${last}"), "what a row is about stands on every page");
                assert_eq!(sheet["scale"], 75);
            }
            for edge in ["header", "footer"] {
                assert!(sheet[edge]["center"].as_str().unwrap().contains("OFFICIAL-SENSITIVE"), "{}", sheet[edge]);
            }
            let foot = &sheet["footer"];
            assert!(foot["right"].as_str().unwrap().contains("Page &P of &N"), "{foot}");
            assert!(foot["left"].as_str().unwrap().contains(&spreadsheet.edition), "{foot}");
            assert!(sheet["header"]["left"].as_str().unwrap().contains("Kent && Essex \"Joint\" &&D"), "{sheet}");
        }
    }
}

#[test]
fn the_file_says_what_it_is_and_when_it_was_made() {
    let framework = Framework::built_in();
    let assessment = full(&framework, 4);
    let seen = looked_at("properties.xlsx", &framework, &assessment);
    assert_eq!(seen["title"], "Gap summary");
    assert_eq!(seen["language"], "en-GB");
    assert_eq!(seen["author"], assessment.particulars.unit.as_str());
    assert_eq!((&seen["category"], &seen["status"]), (&json!("OFFICIAL-SENSITIVE"), &json!("OFFICIAL-SENSITIVE")));
    assert!(seen["subject"].as_str().unwrap().contains("Version 0.3"));
    assert_eq!(seen["created"], "2026-03-31T00:00:00");
    assert_eq!(seen["custom"]["Assessment"], "test-0001");
    assert_eq!(seen["custom"]["Format"], "rocu-gap-summary-spreadsheet");
}

#[test]
fn status_is_chosen_from_a_list_dates_are_checked_and_what_matters_stands_out() {
    let framework = Framework::built_in();
    let assessment = full(&framework, 4);
    let seen = looked_at("rules.xlsx", &framework, &assessment);
    let plan = &seen["sheets"][1];
    assert_eq!(plan["name"], "Gaps and actions");
    assert_eq!(plan["lists"][0][1], "\"Not started,Under way,Done\"");
    let says = plan["dates"][0][2].as_str().unwrap();
    assert!(says.contains("31/03/2027"), "{says}");
    let rules = plan["rules"].to_string();
    for rule in ["TODAY()", "<>\\\"Done\\\"", "\\\"High\\\"", "\\\"Medium\\\"", "\\\"Low\\\"", "\\\"Falls short\\\""] {
        assert!(rules.contains(rule), "{rule} in {rules}");
    }
    let analysis = Analysis::of(&framework, &assessment);
    let of_gaps: usize = gap_entries(&analysis, TODAY).iter().map(|gap| gap.actions.len()).sum();
    let closed = analysis.actions_of_closed_gaps().count();
    assert!(of_gaps > 5 && closed > 5);
    assert_eq!(plan["date_cells"], json!(vec![json!(["2026-01-31", "[$-809]dd mmm yyyy"]); of_gaps + closed]));
}

#[test]
fn every_printed_page_is_marked_and_the_gaps_stand_in_their_order() {
    let framework = Framework::built_in();
    let mut assessment = full(&framework, 4);
    assessment.particulars.unit = String::from("Kent & Essex Unit");
    let made = on_disk("printed.xlsx", &file(&framework, &assessment));
    let pages = pages_of(&office_to("pdf", &[made])[0]);
    assert!(pages.len() > 6, "{} pages", pages.len());
    for (at, page) in pages.iter().enumerate() {
        assert_eq!(page.matches("OFFICIAL-SENSITIVE").count() - usize::from(at == 0), 2, "page {}: {page}", at + 1);
        assert!(page.contains(&format!("Page {} of {}", at + 1, pages.len())), "{page}");
        assert!(page.contains("Kent & Essex Unit") && page.contains("Version 0.3"), "{page}");
    }
    let all = pages.concat();
    let plan: Vec<&String> =
        pages.iter().filter(|page| page.lines().take(3).any(|line| line.contains("Gaps and actions"))).collect();
    // A row goes on to the right on the pages after, which repeat what it is about.
    let begins = |page: &&&String| page.contains("Standing");
    let mut numbers = plan
        .iter()
        .filter(begins)
        .flat_map(|page| page.lines())
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let number: usize = words.next()?.parse().ok()?;
            ["High", "Medium", "Low"].contains(&words.next()?).then_some(number)
        })
        .collect::<Vec<_>>();
    numbers.dedup();
    let gaps = gap_entries(&Analysis::of(&framework, &assessment), TODAY);
    assert_eq!(numbers, gaps.iter().map(|gap| gap.number).collect::<Vec<_>>(), "every gap, in its order");
    for page in &plan {
        assert!(page.contains("Concern") && page.contains("Topic"), "the heads are repeated: {page}");
    }
    let goes_on = plan.iter().filter(|page| page.contains("Status")).count();
    assert_eq!(goes_on, plan.iter().filter(begins).count(), "every row goes on");
    assert!(all.contains("31 Jan 2026"));
}

/// How high the words between the upper and the lower margin are, each in points.
fn heights(pdf: &std::path::Path) -> Vec<f64> {
    const MARGINS: std::ops::Range<f64> = 54.0..541.0;
    let program = &mut std::process::Command::new("pdftotext");
    let boxes = run(program.arg("-bbox-layout").arg(pdf).arg("-"), "Install poppler-utils.");
    let of = |word: &str, key: &str| -> f64 {
        word.split_once(key).and_then(|(_, rest)| rest.split('"').next()).unwrap().parse().unwrap()
    };
    let words = boxes.lines().filter(|line| line.trim_start().starts_with("<word "));
    let ends = words.map(|word| (of(word, "yMin=\""), of(word, "yMax=\"")));
    ends.filter(|(top, end)| MARGINS.contains(top) && MARGINS.contains(end)).map(|(top, end)| end - top).collect()
}

#[test]
fn no_letter_of_a_printed_sheet_is_too_small_to_be_read() {
    // The box around a letter of nearly 7 points: 1.3 times its size in the font of the cells.
    const LEAST: f64 = 8.9;
    let framework = Framework::built_in();
    for (name, forces) in [("readable-4.xlsx", 4), ("readable-43.xlsx", 43)] {
        let made = on_disk(name, &file(&framework, &full(&framework, forces)));
        let heights = heights(&office_to("pdf", &[made])[0]);
        let least = heights.iter().copied().reduce(f64::min).unwrap();
        assert!(heights.len() > 10_000 && least >= LEAST, "{name}: {least} in {} words", heights.len());
    }
}
