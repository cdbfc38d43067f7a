//! What comes out: check your answers, gap summary, actions, documents.

use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::{Assessment, Progress};
use rocu_self_assessment::export::Document;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::{Block, Report, gap_entries};

use crate::dom::{attribute, text, within};
use crate::drawn::{all_seen, controls, seen};
use crate::given::{at, example, framework, half, nothing_open, page};
use crate::made::{TODAY, answer, blank, full, id, plan};

fn row(framework: &Framework, assessment: &Assessment, question: &str) -> String {
    let page = page(&at("check", assessment.clone()));
    let asked = &framework.question(&id(question)).expect("a question").question.text;
    let rows = page.all(".govuk-summary-list__row").into_iter().map(|row| seen(&row));
    rows.filter(|row| row.starts_with(asked.as_str())).collect::<Vec<_>>().concat()
}

#[test]
fn every_question_that_is_asked_is_there_to_check_and_leads_back_to_its_page() {
    let framework = framework();
    for state in [blank(&framework), half(&framework), full(&framework, 3)] {
        let page = page(&at("check", state.clone()));
        let questions = rocu_self_assessment::assessment::guide::questions(&framework, &state);
        let expected: Vec<_> = questions.map(|it| format!("#/topic/{}/{}", it.topic.id, it.question.id)).collect();
        let rows = page.all(".govuk-summary-list__row");
        let ways: Vec<_> = rows.iter().filter_map(|row| attribute(&within(row, "a")[0], "href")).collect();
        assert_eq!(ways, expected);
    }
}

#[test]
fn an_answer_is_shown_in_words_with_all_that_was_written() {
    let framework = framework();
    let assessment = half(&framework);
    let shown = |question| row(&framework, &assessment, question);
    let gain = shown("gain.provision");
    for words in ["Not in place", "Evidence: Minutes of the board", "Note: To be agreed with all forces"] {
        assert!(gain.contains(words), "{gain}");
    }
    let undercover = shown("undercover.provision");
    assert!(undercover.contains("Provided by another body") && undercover.contains("The neighbouring unit"));
    assert!(shown("training.skills").contains("Not applicable: The threat or need does not arise"));
    assert!(shown("gain.plan").contains("Not assessed"));
    let forces = assessment.forces();
    let commitment = shown("surveillance.commitment");
    let expected = ["Committed", "not assessed", "Keeps its own"];
    for (force, level) in forces.iter().zip(expected) {
        assert!(commitment.contains(&format!("{}: {level}", force.name)), "{commitment}");
    }
}

#[test]
fn the_gap_summary_shows_every_chapter_and_every_gap_of_the_report() {
    let framework = framework();
    for state in [blank(&framework), half(&framework), full(&framework, 7), example(&framework)] {
        let report = Report::of(&framework, &state, TODAY);
        let page = page(&at("gaps", state));
        let chapters: Vec<_> = report.sections.iter().map(|section| &*section.title).collect();
        assert_eq!(all_seen(&page, "h2"), chapters);
        let gaps = report.sections.iter().flat_map(|section| &section.blocks);
        let gaps = gaps.filter_map(|block| if let Block::Gap(gap) = block { Some(gap) } else { None });
        let titles: Vec<_> = gaps.map(|gap| format!("{}. {}: {}", gap.number, gap.topic, gap.asked)).collect();
        assert_eq!(all_seen(&page, ".rocu-gap__title"), titles);
        for fact in report.front.iter().chain(&facts(&report)) {
            assert!(page.body().contains(&fact.label) && page.body().contains(&fact.value), "{fact:?}");
        }
        assert_eq!(seen(&page.by_id("print")), "Print");
    }
}

fn facts(report: &Report) -> Vec<rocu_self_assessment::report::Fact> {
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    blocks
        .filter_map(|block| if let Block::Facts(facts) = block { Some(facts.clone()) } else { None })
        .flatten()
        .collect()
}

#[test]
fn the_tables_on_screen_have_every_cell_of_the_report() {
    let framework = framework();
    let state = full(&framework, 3);
    let report = Report::of(&framework, &state, TODAY);
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    let tables: Vec<_> =
        blocks.filter_map(|it| if let Block::Table(table) = it { Some(table) } else { None }).collect();
    let page = page(&at("gaps", state));
    let drawn = page.all("table");
    assert!(tables.len() > 2 && drawn.len() == tables.len());
    for (drawn, table) in drawn.iter().zip(tables) {
        let cells: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(|cell| cell.drawn().into_owned()).collect()).collect();
        assert_eq!(crate::dom::rows(drawn), cells, "{}", table.caption);
        assert_eq!(seen(&within(drawn, "caption")[0]), table.caption);
        let heads: Vec<String> = within(&within(drawn, "thead")[0], "th").iter().map(text).collect();
        assert_eq!(heads, table.columns);
    }
}

#[test]
fn every_gap_is_there_to_be_decided_about_in_the_order_of_the_report() {
    let framework = framework();
    for state in [half(&framework), full(&framework, 3)] {
        let entries = gap_entries(&Analysis::of(&framework, &state), TODAY);
        let page = page(&at("actions", state));
        let gaps = page.all(".rocu-gap");
        let ids: Vec<_> = gaps.iter().filter_map(|gap| attribute(gap, "id")).collect();
        assert_eq!(ids, entries.iter().map(|gap| gap.question.to_string()).collect::<Vec<_>>());
        for (gap, entry) in gaps.iter().zip(&entries) {
            assert_eq!(seen(&within(gap, "h2")[0]), format!("{}. {}: {}", entry.number, entry.topic, entry.asked));
            assert_eq!(entry.accepted.is_some(), seen(gap).contains("No longer accept this gap"), "{}", entry.question);
        }
    }
}

#[test]
fn an_action_can_be_filled_in_and_says_when_it_is_overdue() {
    let framework = framework();
    let page = page(&at("actions", half(&framework)));
    let held = |name: &str, key: &str| attribute(&controls(&page, name)[0], key);
    assert_eq!(text(&controls(&page, "A1.text")[0]), "Appoint one.");
    assert_eq!(held("A1.owner", "value").as_deref(), Some("Head of capability"));
    assert_eq!(held("A1.resources", "value").as_deref(), Some("Two posts"));
    assert_eq!(held("A1.due", "value").as_deref(), Some("2026-03-30"));
    assert_eq!(held("A1.due", "type").as_deref(), Some("date"));
    let status = within(&controls(&page, "A1.progress")[0], "option");
    let chosen = status.iter().filter(|it| attribute(it, "selected").is_some()).map(seen).collect::<Vec<_>>();
    assert_eq!(chosen, ["Under way"]);
    assert_eq!(all_seen(&page, ".govuk-tag"), ["Overdue"]);
    assert_eq!(text(&controls(&page, "nca.tasking.accepted")[0]), "The cost is out of proportion.");
}

#[test]
fn actions_whose_gap_has_closed_stand_apart_with_the_form_of_any_action() {
    let framework = framework();
    let mut assessment = half(&framework);
    plan(&mut assessment, "nca.intelligence", "Write it down.", None, Progress::Done);
    plan(&mut assessment, "gain.provision", "Train two.", None, Progress::NotStarted);
    answer(&framework, &mut assessment, "gain.provision", "in-place");
    let page = page(&at("actions", assessment));
    assert!(all_seen(&page, "h2").contains(&String::from("Actions whose gap has closed")));
    for (question, action, words, status) in [
        ("gain.provision", "A1", "Appoint one.", "Under way"),
        ("nca.intelligence", "A2", "Write it down.", "Done"),
        ("gain.provision", "A3", "Train two.", "Not started"),
    ] {
        let closed = page.by_id(question);
        let asked = framework.question(&id(question)).expect("a question");
        assert_eq!(seen(&within(&closed, "h3")[0]), format!("{}: {}", asked.topic.name, asked.question.text));
        assert_eq!(attribute(&closed, "tabindex").as_deref(), Some("-1"), "a search leads there");
        assert!(within(&closed, "button").iter().any(|it| seen(it) == format!("Remove action {action}")));
        assert_eq!(text(&controls(&page, &format!("{action}.text"))[0]), words);
        let options = within(&controls(&page, &format!("{action}.progress"))[0], "option");
        let chosen: Vec<_> = options.iter().filter(|it| attribute(it, "selected").is_some()).map(seen).collect();
        assert_eq!(chosen, [status]);
    }
    assert_eq!(all_seen(&page, ".govuk-tag"), ["Overdue"]);
}

#[test]
fn without_a_gap_the_page_of_actions_says_when_one_appears() {
    let framework = framework();
    let page = page(&at("actions", blank(&framework)));
    assert!(page.body().contains("No gap is recorded yet."));
    assert!(page.all(".rocu-gap").is_empty());
}

#[test]
fn the_blank_workbook_asks_every_question_with_or_without_an_assessment() {
    let framework = framework();
    let all = || framework.topics().flat_map(|(_, topic)| &topic.questions).map(|question| question.id.to_string());
    let asked = |session| all_seen(&page(&session), ".rocu-form__id");
    assert_eq!(asked(nothing_open("workbook")), all().collect::<Vec<_>>());
    let assessment = half(&framework);
    let switched =
        |id: &String| framework.topics().any(|(_, topic)| !topic.optional && id.starts_with(topic.id.as_str()));
    let filled = asked(at("workbook", assessment));
    assert!(filled.len() < all().count() && filled.iter().all(switched), "no topic that is switched off");
}

#[test]
fn every_document_can_be_downloaded_and_the_assessment_saved() {
    let framework = framework();
    let page = page(&at("documents", half(&framework)));
    let buttons = all_seen(&page, "button");
    assert_eq!(
        (seen(&page.by_id("save")), seen(&page.by_id("copy"))),
        ("Save to a file".into(), "Copy it as text instead".into())
    );
    for document in &Document::ALL[1..] {
        let named = format!("Download {}, {}", document.name(), document.form().word());
        assert!(buttons.contains(&named), "{document:?}");
    }
    for name in ["word", "excel", "html", "answers", "gaps-and-actions", "commitment", "heat-map", "json"] {
        assert!(seen(&page.by_id(&format!("download-{name}"))).starts_with("Download"));
    }
}
