//! The blank workbook asks everything, one topic a sheet.

use rocu_self_assessment::assessment::search::{Place, search};
use rocu_self_assessment::export;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::{Block, Form, Layout, Report};

use crate::made::{TODAY, blank};

fn forms(report: &Report) -> Vec<&Form> {
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| if let Block::Form(form) = block { Some(&**form) } else { None }).collect()
}

#[test]
fn without_an_assessment_every_question_of_the_framework_is_asked_in_its_order() {
    let framework = Framework::built_in();
    let report = Report::workbook(&framework, None, TODAY);
    let asked: Vec<_> = forms(&report).iter().map(|form| form.question.clone()).collect();
    let all: Vec<_> = framework.questions().map(|asked| asked.question.id.clone()).collect();
    assert_eq!(asked, all);
}

#[test]
fn each_topic_begins_a_sheet_of_its_own() {
    let framework = Framework::built_in();
    let report = Report::workbook(&framework, None, TODAY);
    let sheets = report.sections.iter().filter(|section| section.layout == Layout::OwnSheet);
    let titles: Vec<String> = sheets.map(|section| section.title.to_string()).collect();
    let topics: Vec<String> = framework.topics().map(|(_, topic)| topic.name.clone()).collect();
    assert_eq!(titles, topics);
}

#[test]
fn every_level_can_be_ticked_and_every_force_of_the_unit_has_a_line() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    assessment.particulars.choose(&framework.regions[0]);
    let report = Report::workbook(&framework, Some(&assessment), TODAY);
    for form in forms(&report) {
        let asked = framework.question(&form.question).expect("a question");
        let levels: Vec<_> = form.levels.iter().map(|level| level.name.as_str()).collect();
        let names: Vec<_> = asked.scale.levels.iter().map(|level| level.name.as_str()).collect();
        assert_eq!(levels, names, "{}", form.question);
        assert!(form.levels.iter().all(|level| !level.statement.is_empty()), "{}", form.question);
        let forces = if asked.scale.force_by_force { assessment.forces().len() } else { 0 };
        assert_eq!(form.forces.len(), forces, "{}", form.question);
    }
}

#[test]
fn a_blank_workbook_is_official_and_says_how_to_treat_it_once_filled_in() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    assessment.particulars.unit = String::from("Unit of the East");
    let report = Report::workbook(&framework, Some(&assessment), TODAY);
    assert_eq!(report.marking, "OFFICIAL");
    assert!(report.front.iter().any(|fact| fact.value.contains("OFFICIAL-SENSITIVE")));
    assert_eq!(report.unit, "Unit of the East");
}

#[test]
fn the_short_name_beside_each_question_finds_it_in_the_search() {
    let framework = Framework::built_in();
    let assessment = blank(&framework);
    let report = Report::workbook(&framework, Some(&assessment), TODAY);
    let said = export::text(&report);
    assert!(said.contains("The short name beside each question, typed into Search, finds it there."), "{said}");
    for form in forms(&report) {
        let hits = search(&framework, &assessment, form.question.as_str());
        assert_eq!(hits.first().map(|hit| &hit.place), Some(&Place::Question(form.question.clone())));
    }
}

#[test]
fn the_workbook_as_a_file_holds_every_question_and_statement() {
    let framework = Framework::built_in();
    let page = crate::dom::read(&export::html(&Report::workbook(&framework, None, TODAY))).body();
    for asked in framework.questions() {
        assert!(page.contains(&asked.question.text), "{}", asked.question.id);
        for statement in asked.question.statements.values() {
            assert!(page.contains(statement.as_str()), "{}: {statement}", asked.question.id);
        }
    }
}

#[test]
fn the_workbook_as_text_holds_everything_that_each_form_asks() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    assessment.particulars.choose(&framework.regions[0]);
    for assessment in [None, Some(&assessment)] {
        let report = Report::workbook(&framework, assessment, TODAY);
        let text = export::text(&report);
        let mut rest = text.as_str();
        for form in forms(&report) {
            let mut said = vec![format!("{} ({})", form.asked, form.question)];
            said.extend(form.help.iter().cloned());
            for level in &form.levels {
                said.extend([level.name.clone(), level.statement.clone()]);
                said.extend(level.asks.clone());
            }
            for force in &form.forces {
                said.push(force.clone());
                said.extend(form.levels.iter().map(|level| format!("[ ] {}", level.name)));
            }
            said.extend(form.prompts.iter().cloned());
            for words in said {
                let at = rest.find(&words).unwrap_or_else(|| panic!("{}: {words:?} is not said", form.question));
                rest = &rest[at + words.len()..];
            }
        }
    }
}
