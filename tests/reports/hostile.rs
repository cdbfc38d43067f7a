//! Whatever is typed is read and nothing else: it runs nothing, hides nothing and breaks nothing.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use rocu_self_assessment::analysis::Tally;
use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::assessment::copy::Start;
use rocu_self_assessment::export::{self, Document, file_name, file_name_of_locked};
use rocu_self_assessment::framework::{Concern, Framework, Standing};
use rocu_self_assessment::report::{
    ActionLine, Bar, Block, Cell, Fact, GapEntry, Layout, Report, Section, Table, sheet,
};
use rocu_self_assessment::saved;
use serde_json::Value;

use crate::dom;
use crate::hostile_texts::{self, marked, texts};
use crate::made::{TODAY, blank, id};
use crate::page::look_at_safety;
use crate::shown::shown;

/// Texts of every kind of character, with attacks among them.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        vec(any::<char>(), 0..12).prop_map(String::from_iter),
        "[ -~]{0,12}",
        proptest::sample::select(texts()),
    ];
    vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

/// An assessment with such a text in every field, and how many there are.
fn filled(framework: &Framework, text: impl Fn(usize) -> String) -> (Assessment, usize) {
    let (file, fields) = hostile_texts::assessment_of_the_unit(text);
    (saved::open(file.to_string().as_bytes(), framework).unwrap().assessment, fields)
}

/// How often each field's text is shown, its ends aside.
fn counted(shown_text: &str, fields: usize, text: impl Fn(usize) -> String) -> Vec<usize> {
    (0..fields).map(|field| shown_text.matches(text(field).trim()).count()).collect()
}

/// What a document of an assessment holds: the text of its page, of its tables, of its data.
struct Held {
    kinds: BTreeSet<String>,
    page: String,
    values: String,
    data: String,
}

/// Looks at the page, the files of values and the data.
fn look(framework: &Framework, assessment: &Assessment) -> Held {
    let report = Report::of(framework, assessment, TODAY);
    let html = export::html(&report);
    look_at_safety(&html);
    let page = dom::read(&html);
    let elements = page.elements();
    let kinds = elements.iter().map(|element| {
        let names: Vec<String> = dom::attributes(element).into_iter().map(|(name, _)| name).collect();
        format!("{} {names:?}", dom::name(element))
    });
    let tables = [
        sheet::answers(framework, assessment),
        sheet::gaps_and_actions(framework, assessment, TODAY),
        sheet::commitment(framework, assessment),
        sheet::heat_map(&report),
    ];
    tables.iter().for_each(look_at_values);
    let rows = tables.iter().flat_map(|table| table.rows.iter().flatten());
    let data: Value = serde_json::from_str(&export::json(&report)).unwrap();
    let mut texts = Vec::new();
    strings(&data, &mut texts);
    Held {
        kinds: kinds.collect(),
        page: page.body(),
        values: rows.map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("\n"),
        data: texts.join("\n"),
    }
}

/// All texts in a value.
fn strings(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| strings(field, found)),
        _ => {}
    }
}

/// Looks whether a file of values holds every text of the table, and none that a spreadsheet runs.
fn look_at_values(table: &Table) {
    let file = export::csv(table);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&file.as_bytes()["\u{feff}".len()..]);
    let heads = std::iter::once(table.columns.iter().map(String::as_str).collect::<Vec<_>>());
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect());
    for (line, texts) in reader.records().map(Result::unwrap).zip(heads.chain(rows)) {
        assert_eq!(line.len(), texts.len());
        for (cell, text) in line.iter().zip(texts) {
            assert!(cell == text || cell.strip_prefix('\'') == Some(text), "{text:?} became {cell:?}");
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            assert!(!cell.trim().starts_with(['=', '+', '-', '@']), "{cell:?}");
        }
    }
    assert_eq!(csv::ReaderBuilder::new().from_reader(file.as_bytes()).records().count(), table.rows.len());
}

/// A report with the text in every place that a framework of somebody else's could fill.
fn strange(text: &str) -> Report {
    let text = || text.to_owned();
    let fact = || Fact { label: text(), value: text() };
    let gap = GapEntry {
        number: 1,
        question: id("a.b"),
        topic: text(),
        asked: text(),
        standing: Standing::Short,
        answered: text(),
        statements: vec![text(), text()],
        concern: Concern::High,
        because: text(),
        evidence: text(),
        note: text(),
        actions: vec![ActionLine {
            id: text(),
            text: text(),
            owner: text(),
            due: Some(jiff::civil::date(2026, 3, 31)),
            resources: text(),
            progress: text().into(),
            overdue: true,
        }],
        accepted: Some(text()),
    };
    let cells = || vec![Cell::text(text()), Cell::standing(Standing::Meets, text())];
    let blocks = vec![
        Block::Heading(text()),
        Block::Paragraph(text()),
        Block::List(vec![text()]),
        Block::Facts(vec![fact()]),
        Block::Bars(vec![Bar { label: text(), tally: Tally { meets: 1, ..Tally::default() } }]),
        Block::Table(Table { caption: text(), columns: vec![text(), text()], rows: vec![cells()] }),
        Block::Gap(Box::new(gap)),
    ];
    Report {
        title: text(),
        marking: "OFFICIAL".into(),
        example: true,
        unit: text(),
        edition: text(),
        front: vec![fact()],
        sections: vec![Section { id: "strange".into(), title: "Strange".into(), layout: Layout::Wide, blocks }],
    }
}

#[test]
fn an_attack_in_any_field_is_shown_as_text_wherever_a_harmless_one_is() {
    let framework = Framework::built_in();
    let harmless = |field| marked("Harmless", field);
    let (assessment, fields) = filled(&framework, harmless);
    let plain = look(&framework, &assessment);
    let in_page = counted(&plain.page, fields, harmless);
    assert!(in_page.iter().filter(|times| **times > 0).count() > 60, "{in_page:?}");
    // Whatever is written from the right has a direction of its own.
    let from_the_right = look(&framework, &filled(&framework, |field| marked("\u{5e9}", field)).0);
    let known: BTreeSet<_> = plain.kinds.union(&from_the_right.kinds).collect();
    for attack in texts() {
        let text = |field| marked(&attack, field);
        let held = look(&framework, &filled(&framework, text).0);
        assert_eq!(counted(&held.page, fields, |field| shown(text(field).trim())), in_page, "{attack:?}");
        assert_eq!(counted(&held.values, fields, text), counted(&plain.values, fields, harmless), "{attack:?}");
        assert_eq!(counted(&held.data, fields, text), counted(&plain.data, fields, harmless), "{attack:?}");
        let strange: Vec<_> = held.kinds.iter().filter(|kind| !known.contains(kind)).collect();
        assert!(strange.is_empty(), "{attack:?} brought {strange:?}");
    }
}

#[test]
fn an_attack_in_a_framework_is_shown_as_text() {
    for attack in texts() {
        let html = export::html(&strange(&attack));
        look_at_safety(&html);
        assert!(dom::read(&html).body().matches(&shown(&attack)).count() >= 27, "{attack}");
    }
}

#[test]
fn no_name_of_a_file_leads_elsewhere_or_reads_otherwise_than_it_is() {
    let framework = Framework::built_in();
    for attack in texts() {
        let mut assessment = blank(&framework);
        assessment.particulars.unit.clone_from(&attack);
        let copy = assessment.copy_for(&attack, &BTreeSet::new(), Start::Blank);
        let documents = |of: &Assessment| Document::ALL.map(|document| file_name(of, document, TODAY));
        let locked = [&assessment, &copy].map(|of| file_name_of_locked(of, TODAY));
        for name in documents(&assessment).iter().chain(&documents(&copy)).chain(&locked) {
            assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']), "{name:?}");
            assert!(!name.contains(char::is_control) && !name.starts_with(['.', ' ', '~']), "{name:?}");
            assert!(
                !name.contains(
                    |c| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                ),
                "{name:?}"
            );
            assert!(name.len() <= 240 && name.contains("2026-03-31 - OFFICIAL"), "{name:?}");
        }
    }
}

#[test]
fn nothing_that_turns_the_direction_of_writing_is_left_in_the_page() {
    let html = export::html(&strange("Kent\u{202e} 12\u{2066}\u{2069}\u{202a}"));
    assert!(!html.contains(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')));
    assert!(!html.contains("\\202e") && html.contains("Kent[U+202E] 12"));
}

#[test]
fn a_very_long_text_is_shown_in_full() {
    let framework = Framework::built_in();
    for long in ["word ".repeat(2_000), "x".repeat(10_000)] {
        let text = |field| marked(&long, field);
        let (assessment, fields) = filled(&framework, text);
        let in_full = counted(&look(&framework, &assessment).page, fields, text);
        assert!(in_full.iter().filter(|times| **times > 0).count() > 60, "{in_full:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_any_field_is_shown_as_text(several in vec(any_text(), 1..8)) {
        let framework = Framework::built_in();
        let text = |field: usize| marked(&several[field % several.len()], field);
        let (assessment, fields) = filled(&framework, text);
        let in_page = counted(&look(&framework, &assessment).page, fields, |field| shown(text(field).trim()));
        prop_assert!(in_page.iter().filter(|times| **times > 0).count() > 60, "{:?}", in_page);
    }

    #[test]
    fn any_text_of_a_strange_framework_is_shown_as_text(text in any_text()) {
        let html = export::html(&strange(&text));
        look_at_safety(&html);
        prop_assert!(dom::read(&html).body().contains(&shown(&text)));
    }
}
