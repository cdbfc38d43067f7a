//! Whatever was answered and typed, no two documents differ: the counts and the gaps in their order.

use proptest::collection::vec;
use proptest::prelude::*;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, AssessmentId, Progress};
use rocu_self_assessment::export;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::spreadsheet::Spreadsheet;
use rocu_self_assessment::report::{Report, sheet};
use serde_json::Value;

use crate::any::known_assessment;
use crate::made::{TODAY, answer, full, id, plan};
use crate::numbers::read;
use crate::{dom, package, small, written};

/// What a document says: the counts of each part, and the number and the question of each gap.
#[derive(Debug, Default, PartialEq)]
struct Said {
    counts: Vec<Vec<String>>,
    gaps: Vec<(String, String)>,
}

const HEADS: [&str; 2] = ["Part", "Meets"];

fn of_page(report: &Report) -> Said {
    let page = dom::read(&export::html(report));
    let counts = dom::rows(&dom::within(&page.by_id("tallies"), "table")[0]);
    let gap = |card: &_| {
        let number = dom::attribute(card, "id").unwrap().replace("gap-", "");
        (number, dom::text(&dom::within(card, ".asked")[0]))
    };
    Said { counts, gaps: page.all(".gap").iter().map(gap).collect() }
}

fn of_word(report: &Report) -> Said {
    let package = package::read(&export::word(report));
    let document = package.document();
    let cells = |row: &package::Element| row.all("w:tc").into_iter().map(package::Element::said).collect::<Vec<_>>();
    let tables = document.all("w:tbl").into_iter().map(|table| table.all("w:tr").into_iter().map(cells).collect());
    let counts = tables.into_iter().find(|rows: &Vec<Vec<String>>| rows[0].starts_with(&HEADS.map(String::from)));
    let (mut gaps, mut number) = (Vec::new(), String::new());
    for paragraph in document.all("w:p") {
        match (paragraph.style(), paragraph.said()) {
            ("Heading2" | "Heading3", said) if said.starts_with("Gap ") => {
                said["Gap ".len()..].split(':').next().unwrap().clone_into(&mut number);
            }
            ("Asked", said) => gaps.push((number.clone(), said)),
            _ => {}
        }
    }
    Said { counts: counts.unwrap()[1..].to_vec(), gaps }
}

fn of_data(report: &Report) -> Said {
    let data: Value = serde_json::from_str(&export::json(report)).unwrap();
    let sections = data["report"]["sections"].as_array().unwrap();
    let blocks = || sections.iter().flat_map(|section| section["blocks"].as_array().unwrap());
    let bars = blocks().find_map(|block| block["bars"].as_array()).unwrap();
    let keys = ["meets", "elsewhere", "partly_short", "short", "not_applicable", "not_assessed"];
    let counts = bars.iter().map(|bar| {
        let counts = keys.map(|key| bar["tally"][key].as_u64().unwrap());
        let all = counts.iter().sum::<u64>();
        let numbers = counts.iter().chain([&all]).map(ToString::to_string);
        std::iter::once(bar["label"].as_str().unwrap().to_owned()).chain(numbers).collect()
    });
    let gaps = blocks().filter_map(|block| block.get("gap"));
    let gaps = gaps.map(|gap| (gap["number"].to_string(), gap["asked"].as_str().unwrap().to_owned()));
    Said { counts: counts.collect(), gaps: gaps.collect() }
}

/// What the rows of gaps and of answers say, as a file of values has them.
fn of_rows(gaps: &[Vec<String>], answers: &[Vec<String>]) -> Said {
    const WORDS: [&str; 6] = ["Meets", "Elsewhere", "Partly short", "Falls short", "Not applicable", "Not assessed"];
    let mut parts: Vec<&str> = answers.iter().map(|row| row[0].as_str()).collect();
    parts.dedup();
    let counts = parts.into_iter().map(Some).chain([None]).map(|part| {
        let rows = || answers.iter().filter(|row| part.is_none_or(|part| row[0] == part));
        let counts = WORDS.map(|word| rows().filter(|row| row[6] == word).count());
        let numbers = counts.iter().chain([&rows().count()]).map(ToString::to_string).collect::<Vec<_>>();
        std::iter::once(part.unwrap_or("All parts").to_owned()).chain(numbers).collect()
    });
    // What is no gap now has no number.
    let gaps = gaps.iter().filter(|row| !row[0].is_empty());
    let mut gaps: Vec<_> = gaps.map(|row| (row[0].clone(), row[4].clone())).collect();
    gaps.dedup();
    Said { counts: counts.collect(), gaps }
}

/// Makes every document and compares what they say; hands back what they all say.
fn look(framework: &Framework, assessment: &Assessment) -> Said {
    let report = Report::of(framework, assessment, TODAY);
    let page = of_page(&report);
    assert_eq!(of_word(&report), page, "Word");
    assert_eq!(of_data(&report), page, "JSON");
    let rows = |table| read(&export::csv(&table)).1;
    let values = of_rows(
        &rows(sheet::gaps_and_actions(framework, assessment, TODAY)),
        &rows(sheet::answers(framework, assessment)),
    );
    assert_eq!(values, page, "CSV");
    let sheets = written::sheets(&export::excel(&Spreadsheet::of(framework, assessment, TODAY)));
    let rows = |name: &str| -> Vec<Vec<String>> {
        let rows = sheets[name][1..].iter().map(|row| row.iter().map(written::text).collect());
        // A table has a row at least, be it blank.
        rows.filter(|row: &Vec<String>| row.iter().any(|cell| !cell.is_empty())).collect()
    };
    assert_eq!(of_rows(&rows("Gaps and actions"), &rows("All answers")), page, "Excel");
    assert_eq!(rows("Outcomes by part"), page.counts, "the counts in Excel");
    page
}

#[test]
fn nothing_one_answer_and_everything_are_the_same_in_every_document() {
    let framework = small::framework();
    let mut assessment = Assessment::new(AssessmentId::new("test-0001").unwrap(), &framework);
    assessment.particulars.choose(&framework.regions[0]);
    assert_eq!(look(&framework, &assessment).gaps, []);
    answer(&framework, &mut assessment, "undercover.provision", "not-in-place");
    assert_eq!(look(&framework, &assessment).gaps.len(), 1);
    for text in ["שלום 12 \u{202e}", "\0\u{7}\u{b}", "🚓 \u{10ffff}", &"long ".repeat(8_000)] {
        assessment.write(&id("undercover.provision"), Field::Note, text.to_owned());
        plan(&mut assessment, "undercover.provision", text, None, Progress::NotStarted);
        assert_eq!(look(&framework, &assessment).gaps.len(), 1);
    }
    let framework = Framework::built_in();
    let mut everything = full(&framework, 3);
    everything.switch(id("overall-view"), false);
    assert!(look(&framework, &everything).gaps.len() > 20);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn any_assessment_is_the_same_in_every_document(any in known_assessment(), levels in vec(0..6usize, 4)) {
        let (framework, mut assessment) = (small::framework(), any);
        // Of any assessment few questions are answered: more gaps, so that they have an order.
        for (asked, level) in framework.questions().zip(levels) {
            if let Some(level) = asked.scale.levels.get(level) {
                answer(&framework, &mut assessment, asked.question.id.as_str(), level.id.as_str());
            }
        }
        let _ = look(&framework, &assessment);
    }
}
