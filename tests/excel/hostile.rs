//! Whatever was typed, a cell holds it as text: nothing is worked out, nothing leads out of the file.

use std::collections::BTreeMap;

use calamine::Data;
use rocu_self_assessment::assessment::plan::in_cell;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved;

use crate::cells::{names, part};
use crate::hostile_texts::{assessment_of_the_unit, marked, texts};
use crate::written::{Rows, file, sheets};

/// The file of an assessment with such a text in every field, and how many there are.
fn workbook(text: &str) -> (Vec<u8>, usize) {
    let framework = Framework::built_in();
    let (json, fields) = assessment_of_the_unit(|field| marked(text, field));
    let assessment = saved::open(json.to_string().as_bytes(), &framework).unwrap().assessment;
    (file(&framework, &assessment), fields)
}

/// How often each field's text stands in a cell. The head of a column is one line: white space is left aside.
fn counted(sheets: &BTreeMap<String, Rows>, fields: usize, text: &str) -> Vec<usize> {
    let cells = sheets.values().flatten().flatten().filter_map(as_text).map(|cell| without_spaces(cell));
    let cells: Vec<String> = cells.collect();
    let times = |text: String| cells.iter().map(|cell| cell.matches(&text).count()).sum();
    (0..fields).map(|field| times(without_spaces(&in_cell(&marked(text, field))))).collect()
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

fn as_text(cell: &Data) -> Option<&String> {
    if let Data::String(text) = cell { Some(text) } else { None }
}

#[test]
fn an_attack_in_any_field_is_text_wherever_a_harmless_one_is() {
    let (plain, fields) = workbook("Harmless");
    let in_cells = counted(&sheets(&plain), fields, "Harmless");
    assert!(in_cells.iter().filter(|times| **times > 0).count() > 60, "{in_cells:?}");
    for attack in texts() {
        let (file, _) = workbook(&attack);
        assert_eq!(counted(&sheets(&file), fields, &attack), in_cells, "{attack:?}");
        for name in names(&file) {
            let xml = part(&file, &name);
            let is_sheet = name.starts_with("xl/worksheets/");
            let works = ["<f>", "<f ", "<hyperlink"].into_iter().any(|element| xml.contains(element));
            assert!(!is_sheet || !works, "{attack:?} in {name}");
            assert!(
                !name.contains("_rels/") || !xml.contains("TargetMode"),
                "{attack:?} leads out of the file in {name}"
            );
        }
    }
}
