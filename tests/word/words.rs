//! The document says what the report says, in its order, whatever was typed.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rocu_self_assessment::analysis::Tally;
use rocu_self_assessment::export;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::{Bar, Block, Cell, Fact, Layout, Report, Section, Table};
use rocu_self_assessment::saved;

use crate::any::known_assessment;
use crate::compared::compare;
use crate::hostile_texts::{assessment_of_the_unit, marked, texts};
use crate::made::{TODAY, blank, full};
use crate::package::{self, Element, Package};
use crate::said::said;
use crate::schema;
use crate::shown::shown;
use crate::{example, small};

/// The paragraphs of the document, in its order.
fn paragraphs(package: &Package) -> Vec<(&str, String)> {
    package.document().all("w:p").into_iter().map(|it| (it.style(), it.said())).collect()
}

/// Looks at a document of any report: it is sound, and it says all that the report says.
fn look(report: &Report) -> Package {
    let package = package::read(&export::word(report));
    schema::look(&package);
    let text: Vec<String> = paragraphs(&package).into_iter().map(|(_, text)| text).collect();
    let text = text.join("\n");
    let mut rest = text.as_str();
    for words in said(report) {
        let words = shown(&words);
        let at = rest.find(&words).unwrap_or_else(|| panic!("{words:?} is not said in its place"));
        rest = &rest[at + words.len()..];
    }
    package
}

#[test]
fn every_word_of_the_report_stands_in_its_place() {
    let framework = Framework::built_in();
    let _ = look(&Report::of(&framework, &example(&framework), TODAY));
    let _ = look(&Report::of(&framework, &full(&framework, 7), TODAY));
    let _ = look(&Report::of(&framework, &blank(&framework), TODAY));
    let _ = look(&Report::workbook(&framework, Some(&full(&framework, 7)), TODAY));
    let _ = look(&Report::workbook(&framework, None, TODAY));
}

#[test]
fn the_headings_and_captions_of_the_worked_example_are_as_they_were_found_right() {
    let framework = Framework::built_in();
    let package = look(&Report::of(&framework, &example(&framework), TODAY));
    let outline = paragraphs(&package).into_iter().filter(|(style, _)| {
        ["Title", "TOC1", "Heading1", "Heading2", "Heading3", "Caption", "TableName"].contains(style)
    });
    let outline: Vec<String> = outline.map(|(style, text)| format!("{style}: {text}\n")).collect();
    compare("word-outline.txt", &outline.concat());
}

#[test]
fn the_same_report_gives_the_same_file() {
    let framework = Framework::built_in();
    let report = Report::of(&framework, &example(&framework), TODAY);
    assert!(export::word(&report) == export::word(&report));
}

/// A report of one chapter.
fn one(layout: Layout, blocks: Vec<Block>) -> Report {
    Report {
        title: String::from("Title"),
        marking: "OFFICIAL".into(),
        example: false,
        unit: String::from("Unit"),
        edition: String::from("Version 1"),
        front: Vec::new(),
        sections: vec![Section { id: "one".into(), title: "One".into(), layout, blocks }],
    }
}

#[test]
fn a_matrix_that_is_wider_than_a_sheet_is_shown_in_parts_with_every_cell() {
    let columns: Vec<String> = (0..44).map(|at| format!("Force {at}")).collect();
    let row = |row: usize| (0..44).map(|at| Cell::text(format!("cell {row} {at}"))).collect();
    let table = Table { caption: String::from("Wide"), columns, rows: (0..3).map(row).collect() };
    let package = look(&one(Layout::Wide, vec![Block::Table(table)]));
    let tables = package.document().all("w:tbl");
    assert_eq!(tables.len(), 7);
    let cells: Vec<String> = tables.iter().flat_map(|table| table.all("w:tc")).map(Element::said).collect();
    for (row, at) in (0..3).flat_map(|row| (0..44).map(move |at| (row, at))) {
        let times = cells.iter().filter(|cell| **cell == format!("cell {row} {at}")).count();
        assert_eq!(times, if at == 0 { 7 } else { 1 }, "the head of each row stands in every part");
    }
}

#[test]
fn what_has_nothing_in_it_is_left_out_rather_than_drawn_empty() {
    let table = Table { caption: String::from("No rows"), columns: vec![String::from("Head")], rows: Vec::new() };
    let blocks = vec![Block::Facts(Vec::new()), Block::Bars(Vec::new()), Block::List(Vec::new()), Block::Table(table)];
    let package = look(&one(Layout::Flow, blocks));
    assert_eq!(package.document().all("w:tbl").len(), 1);
    let _ = look(&Report { sections: Vec::new(), ..one(Layout::Flow, Vec::new()) });
}

#[test]
fn the_bars_hold_every_count_and_say_it_in_words_too() {
    let tally =
        |at: usize| Tally { meets: at, elsewhere: 1, partly_short: 2, short: 3, not_applicable: 4, not_assessed: 0 };
    let bars: Vec<Bar> = (0..3).map(|at| Bar { label: format!("Part <{at}>"), tally: tally(at) }).collect();
    let package = look(&one(Layout::Flow, vec![Block::Bars(bars.clone()), Block::Bars(bars)]));
    let pictures = package.document().all("wp:docPr");
    assert_eq!(pictures.len(), 2);
    assert_eq!(
        pictures[1].attribute("descr").unwrap().split_inclusive("0.").next(),
        Some(
            "Part <0>: 10 questions. Meets: 0, Elsewhere: 1, Partly short: 2, Falls short: 3, Not applicable: 4, Not assessed: 0."
        )
    );
    let series = package.0["word/charts/chart2.xml"].all("c:ser");
    let values = |of: &Element, name: &str| {
        of.child(name).unwrap().all("c:v").iter().map(|it| it.text.clone()).collect::<Vec<_>>()
    };
    let names: Vec<String> = series.iter().flat_map(|it| values(it, "c:tx")).collect();
    assert_eq!(names, ["Meets", "Elsewhere", "Partly short", "Falls short", "Not applicable", "Not assessed"]);
    let counts: Vec<Vec<String>> = series.iter().map(|it| values(it, "c:val")).collect();
    assert_eq!(
        counts,
        [["0", "1", "2"], ["1"; 3], ["2"; 3], ["3"; 3], ["4"; 3], ["0"; 3]].map(|of| of.map(String::from).to_vec())
    );
    assert_eq!(
        values(series[0], "c:cat"),
        ["Part <0>: 10 questions", "Part <1>: 11 questions", "Part <2>: 12 questions"]
    );
}

#[test]
fn colour_never_says_what_the_words_beside_it_do_not() {
    let framework = Framework::built_in();
    let package = look(&Report::of(&framework, &full(&framework, 7), TODAY));
    let coloured: Vec<_> =
        package.document().all("w:tc").into_iter().filter(|it| !it.all("w:shd").is_empty()).collect();
    assert!(coloured.len() > 100);
    for cell in coloured {
        assert!(cell.said().starts_with(['●', '◇', '◐', '○']), "{}", cell.said());
    }
}

/// A report with a text in every place that a framework of somebody else's could fill.
fn strange(text: &str) -> Report {
    let cells = vec![Cell::text(text), Cell::number(3)];
    let table = Table { caption: text.to_owned(), columns: vec![text.to_owned(); 2], rows: vec![cells] };
    let blocks = vec![
        Block::Heading(text.to_owned()),
        Block::Paragraph(text.to_owned()),
        Block::List(vec![text.to_owned(); 2]),
        Block::Facts(vec![Fact { label: text.to_owned(), value: text.to_owned() }]),
        Block::Bars(vec![Bar { label: text.to_owned(), tally: Tally { meets: 1, ..Tally::default() } }]),
        Block::Table(table),
    ];
    let report = one(Layout::Wide, blocks);
    Report { title: text.to_owned(), unit: text.to_owned(), edition: text.to_owned(), ..report }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_document_of_any_assessment_is_sound_and_says_all_of_it(assessment in known_assessment()) {
        let framework = small::framework();
        let _ = look(&Report::of(&framework, &assessment, TODAY));
        let _ = look(&Report::workbook(&framework, Some(&assessment), TODAY));
    }

    #[test]
    fn any_text_of_a_strange_framework_is_shown_as_text(text in crate::any::text()) {
        let _ = look(&strange(&text));
    }
}

#[test]
fn an_attack_in_a_framework_is_shown_as_text() {
    for attack in texts() {
        let package = look(&strange(&attack));
        let labels = &package.0["word/charts/chart1.xml"].all("c:cat")[0].all("c:v")[0].text;
        assert_eq!(*labels, format!("{}: 1 question", shown(&attack)));
    }
}

/// The names of all elements, and whatever leads from one part to another.
fn kinds(package: &Package) -> (BTreeSet<String>, Vec<(String, Element)>) {
    let mut names = BTreeSet::new();
    let mut note = |element: &Element| {
        let _ = names.insert(element.name.clone());
    };
    package.0.values().for_each(|part| part.visit(&mut note));
    let relations = package.0.iter().filter(|(path, _)| path.contains("_rels/"));
    (names, relations.map(|(path, part)| (path.clone(), part.clone())).collect())
}

#[test]
fn an_attack_in_any_field_of_an_assessment_brings_no_element_and_no_relation() {
    let framework = Framework::built_in();
    let document = |text: &str| {
        let (file, _) = assessment_of_the_unit(|field| marked(text, field));
        let assessment = saved::open(file.to_string().as_bytes(), &framework).unwrap().assessment;
        look(&Report::of(&framework, &assessment, TODAY))
    };
    // Of several lines, with a tab, and written from the right.
    let (mut known, plain) = kinds(&document("Harm\nless\tly"));
    known.extend(kinds(&document("\u{5e9}")).0);
    for attack in texts() {
        let (names, relations) = kinds(&document(&attack));
        assert!(names.is_subset(&known), "{attack:?}: {:?}", names.difference(&known).collect::<Vec<_>>());
        assert_eq!(relations, plain, "{attack:?}");
    }
}
