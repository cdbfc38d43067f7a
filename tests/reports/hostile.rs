//! Whatever is typed is read and nothing else: it runs nothing, hides nothing and breaks nothing.

use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use rocu_self_assessment::analysis::Tally;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, Progress};
use rocu_self_assessment::export;
use rocu_self_assessment::framework::{Concern, Framework, Standing};
use rocu_self_assessment::report::{
    ActionLine, Bar, Block, Cell, Fact, GapEntry, Layout, Report, Section, Table, sheet,
};
use serde_json::Value;

use crate::dom;
use crate::made::{TODAY, answer, blank, id, overrule, plan};
use crate::page::look_at_safety;
use crate::shown::shown;

const ATTACKS: [&str; 16] = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title></table></td></article></main></body></html>",
    "<svg onload=alert(1)><style>*{display:none}</style></svg>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "javascript:alert(1)",
    "<a href=\"https://example.org\">here</a> <!-- ",
    "<![CDATA[ ]]> &lt;script&gt; &#0; &amp;",
    "\"; } body { display: none } @import 'x'; /* \\",
    "\u{202e}12 of 34\u{2066}",
    "شرطة 12 \u{200f}(3)",
    "\u{0}\u{1}\u{b}\u{c}\u{1b}[2J\u{7f}\u{85}\u{9f}",
    "one\r\ntwo\rthree\nfour\tfive",
    "\u{feff}\u{fffe}\u{1ffff}\u{fdd0}🚓警\u{e0001}\u{f0000}\u{10fffd}",
    "=HYPERLINK(\"https://example.org\",\"here\")",
];

/// Texts of every kind of character, with attacks among them.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        vec(any::<char>(), 0..12).prop_map(String::from_iter),
        "[ -~]{0,12}",
        proptest::sample::select(ATTACKS.as_slice()).prop_map(str::to_owned),
    ];
    vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

/// An assessment with a text in every field.
fn filled(framework: &Framework, texts: &[String]) -> Assessment {
    let mut texts = texts.iter().cloned();
    let mut next = || texts.next().unwrap();
    let mut assessment = blank(framework);
    assessment.particulars.forces.iter_mut().for_each(|force| force.name = next());
    assessment.particulars.unit = next();
    assessment.particulars.region_name = next();
    assessment.particulars.period = next();
    assessment.particulars.version = next();
    assessment.particulars.lead = next();
    assessment.particulars.contributors = next();
    assessment.particulars.disclosure = next();
    for (question, level) in [
        ("gain.provision", "partly-in-place"),
        ("gain.commitment", "keeps-own"),
        ("nca.tasking", "not-achieved"),
        ("training.skills", "not-achieved"),
    ] {
        answer(framework, &mut assessment, question, level);
        assessment.write(&id(question), Field::Evidence, next());
        assessment.write(&id(question), Field::Note, next());
    }
    plan(&mut assessment, "nca.tasking", &next(), Some(date(2026, 1, 1)), Progress::UnderWay);
    let action = assessment.actions[0].id;
    assessment.replan(action, |action| {
        action.owner = next();
        action.resources = next();
    });
    assessment.accept(&id("training.skills"), next());
    overrule(&mut assessment, "gain.provision", Concern::High, &next());
    assessment
}

/// How many texts fill an assessment.
const FIELDS: usize = 23;

/// Looks at the page, the files of values and the data.
fn look(framework: &Framework, texts: &[String]) {
    let assessment = filled(framework, texts);
    let report = Report::of(framework, &assessment, TODAY);
    let html = export::html(&report);
    look_at_safety(&html);
    let body = dom::read(&html).body();
    for text in texts {
        assert!(body.contains(&shown(text.trim())), "{text:?} is not in the page");
    }
    for table in [
        sheet::answers(framework, &assessment),
        sheet::gaps_and_actions(framework, &assessment, TODAY),
        sheet::commitment(framework, &assessment),
        sheet::heat_map(&report),
    ] {
        look_at_values(&table);
    }
    let data: Value = serde_json::from_str(&export::json(&report)).unwrap();
    assert_eq!(data["report"]["unit"], report.unit);
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
fn an_attack_in_any_field_is_shown_as_text() {
    let framework = Framework::built_in();
    for attack in ATTACKS {
        let texts: Vec<String> = (0..FIELDS).map(|at| format!("{attack}{at}")).collect();
        look(&framework, &texts);
        let report = strange(attack);
        let html = export::html(&report);
        look_at_safety(&html);
        assert!(dom::read(&html).body().matches(&shown(attack)).count() >= 27, "{attack}");
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
    look(&framework, &vec!["word ".repeat(2_000); FIELDS]);
    look(&framework, &vec!["x".repeat(10_000); FIELDS]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_any_field_is_shown_as_text(texts in vec(any_text(), FIELDS)) {
        look(&Framework::built_in(), &texts);
    }

    #[test]
    fn any_text_of_a_strange_framework_is_shown_as_text(text in any_text()) {
        let html = export::html(&strange(&text));
        look_at_safety(&html);
        prop_assert!(dom::read(&html).body().contains(&shown(&text)));
    }
}
