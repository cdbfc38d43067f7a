//! The document as programs open it that know nothing of how it was made.

use std::process::Command;

use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::export;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::{Block, GapEntry, Report};
use serde_json::Value;

use crate::example;
use crate::hostile_texts::texts;
use crate::made::{TODAY, answer, blank, full, id};
use crate::readers::{keep, office_to, pages_of, python, run};

fn gaps(report: &Report) -> Vec<&GapEntry> {
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| if let Block::Gap(gap) = block { Some(&**gap) } else { None }).collect()
}

/// Six reports that are as different as they come, hostile ones among them.
fn reports() -> Vec<Report> {
    let framework = Framework::built_in();
    let mut nasty = blank(&framework);
    let attacks = texts();
    nasty.particulars.unit = attacks.concat();
    nasty.particulars.forces.iter_mut().zip(&attacks).for_each(|(force, attack)| force.name.clone_from(attack));
    let questions: Vec<_> = framework.questions().map(|asked| asked.question.id.clone()).collect();
    answer(&framework, &mut nasty, "gain.provision", "not-in-place");
    for (question, attack) in questions.iter().zip(attacks.iter().cycle()) {
        nasty.write(question, Field::Evidence, attack.clone());
        nasty.write(question, Field::Note, attack.repeat(50));
    }
    let mut long = blank(&framework);
    answer(&framework, &mut long, "gain.provision", "not-in-place");
    long.write(&id("gain.provision"), Field::Note, "x".repeat(10_000));
    long.write(&id("gain.provision"), Field::Evidence, "words and more ".repeat(1_000));
    vec![
        Report::of(&framework, &example(&framework), TODAY),
        Report::of(&framework, &full(&framework, 9), TODAY),
        Report::of(&framework, &blank(&framework), TODAY),
        Report::of(&framework, &nasty, TODAY),
        Report::of(&framework, &long, TODAY),
        Report::workbook(&framework, Some(&example(&framework)), TODAY),
    ]
}

/// A text without its spaces, which a sheet sets where it likes.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_printed_page_says_its_marking_twice_and_which_page_it_is() {
    let reports = reports();
    let files: Vec<_> =
        reports.iter().enumerate().map(|(at, it)| keep(&format!("word-{at}.docx"), &export::word(it))).collect();
    let pdfs = office_to("pdf", &files);
    for (report, pdf) in reports.iter().zip(&pdfs) {
        let pages = pages_of(pdf);
        let (above, below) =
            if report.example { (" – EXAMPLE: AN INVENTED REGION", " – EXAMPLE") } else { ("", "") };
        for (at, page) in pages.iter().enumerate() {
            let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let [first, .., before_last, last] = &lines[..] else { panic!("an empty page") };
            assert_eq!(*first, format!("{}{above}", report.marking), "{} {at}", pdf.display());
            assert_eq!(*last, format!("{}{below}", report.marking), "{} {at}", pdf.display());
            let number = format!("Page {} of {}", at + 1, pages.len());
            assert!(before_last.ends_with(&number), "{} {at}: {before_last}", pdf.display());
        }
        let text = bare(&pages.concat());
        let mut rest = text.as_str();
        for gap in gaps(report) {
            for words in [format!("Gap {}: {}", gap.number, gap.topic), gap.asked.clone()] {
                let words = bare(&words);
                let at = rest.find(&words).unwrap_or_else(|| panic!("{words} is not printed in its place"));
                rest = &rest[at + words.len()..];
            }
        }
    }
    let sizes = run(Command::new("pdfinfo").args(["-l", "99"]).arg(&pdfs[0]), "");
    let (upright, turned) = (sizes.matches(" x 841.").count(), sizes.matches(" 841.89 x 595.").count());
    assert!(upright > 10 && turned >= 2, "{sizes}");
    assert!(pages_of(&pdfs[0])[1].contains("70 questions"), "the bars are drawn");
}

#[test]
fn libraries_and_validators_find_what_we_wrote_and_nothing_wrong() {
    let reports = reports();
    let files: Vec<_> =
        reports.iter().enumerate().map(|(at, it)| keep(&format!("word-read-{at}.docx"), &export::word(it))).collect();
    let found: Value = serde_json::from_str(&python("word.py", &files)).unwrap();
    for (report, found) in reports.iter().zip(found.as_array().unwrap()) {
        assert_eq!(found["wrong"], serde_json::json!([]));
        assert_eq!(found["dated"], false, "no clock is asked");
        look_at_properties(report, &found["core"]);
        look_at_sections(report, &found["sections"]);
        look_at_tables(report, &found["tables"]);
        let paragraphs = found["paragraphs"].as_array().unwrap();
        let of =
            |style: &str| paragraphs.iter().filter(|it| it[0] == style).map(|it| it[1].as_str().unwrap()).collect();
        let chapters: Vec<&str> = of("Heading 1");
        let titles = report.sections.iter().enumerate().map(|(at, it)| format!("{}. {}", at + 1, it.title));
        assert_eq!(chapters, titles.collect::<Vec<_>>());
        let headings: Vec<&str> = [of("Heading 2"), of("Heading 3")].concat();
        for gap in gaps(report) {
            let heading = format!("Gap {}: {}", gap.number, gap.topic);
            assert!(headings.contains(&heading.as_str()), "{heading}");
        }
    }
}

fn look_at_properties(report: &Report, core: &Value) {
    assert_eq!(core["language"], "en-GB");
    assert!(core["keywords"].as_str().unwrap().starts_with(&*report.marking));
    assert!(core["title"].as_str().unwrap().starts_with(&report.title));
    if report.unit.len() < 80 {
        assert_eq!(core["author"], report.unit);
        assert_eq!(core["title"], format!("{}: {} ({})", report.title, report.unit, report.marking));
    }
}

fn look_at_sections(report: &Report, sections: &Value) {
    for section in sections.as_array().unwrap() {
        for part in ["header", "footer"] {
            let marking = section[part].as_array().unwrap().last().unwrap().as_str().unwrap();
            assert!(marking.starts_with(&*report.marking), "{part}: {marking}");
            assert!(!report.example || marking.contains("EXAMPLE"), "{part}: {marking}");
        }
        assert_eq!(section["centred"], true);
    }
    let turned = sections.as_array().unwrap().iter().filter(|it| it["landscape"] == true).count();
    assert_eq!(
        turned,
        report
            .sections
            .chunk_by(|a, b| a.lies_on_its_side() == b.lies_on_its_side())
            .filter(|run| run[0].lies_on_its_side())
            .count()
    );
}

/// Tables that have heads repeat them on every sheet, and no row is parted between sheets.
fn look_at_tables(report: &Report, tables: &Value) {
    let mut expected = Vec::new();
    for block in report.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Table(table) if table.columns.len() <= 8 => expected.push(table.columns.clone()),
            Block::Gap(gap) if !gap.actions.is_empty() => {
                expected
                    .push(["No.", "Action", "Owner (role)", "Due", "Resources", "Progress"].map(String::from).into());
            }
            Block::Form(form) if !form.forces.is_empty() => {
                let levels = form.levels.iter().map(|level| level.name.clone());
                expected.push(std::iter::once(String::from("Force")).chain(levels).collect());
            }
            _ => {}
        }
    }
    let tables = tables.as_array().unwrap();
    assert!(tables.iter().all(|table| table["all_stay_whole"] == true));
    let headed = tables.iter().filter(|table| table["repeated"] == 1 && table["first_is_repeated"] == true);
    let heads = headed.map(|it| serde_json::from_value::<Vec<String>>(it["cells"][0].clone()).unwrap());
    let heads: Vec<_> = heads.filter(|heads| heads.len() <= 8 && expected.contains(heads)).collect();
    assert_eq!(heads, expected);
}
