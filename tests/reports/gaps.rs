//! Which gaps the report shows, and in which order.

use jiff::civil::date;
use rocu_self_assessment::assessment::{Assessment, Progress};
use rocu_self_assessment::framework::{Concern, Framework};
use rocu_self_assessment::report::{Block, GapEntry, Report, Section, sheet};

use crate::made::{TODAY, answer, blank, full, id, overrule, plan};

/// A chapter of a report.
pub(crate) fn section<'a>(report: &'a Report, id: &str) -> &'a Section {
    report.sections.iter().find(|section| section.id == id).unwrap()
}

/// The gaps of a chapter.
pub(crate) fn gaps<'a>(report: &'a Report, id: &str) -> Vec<&'a GapEntry> {
    let blocks = &section(report, id).blocks;
    blocks.iter().filter_map(|block| if let Block::Gap(gap) = block { Some(&**gap) } else { None }).collect()
}

/// A gap for each rule of concern: the rule, the question, the level. In the order of the rules.
const RULES: [(&str, &str, &str); 10] = [
    ("missing-capability", "gain.provision", "not-in-place"),
    ("no-plan-or-access", "gain.plan", "none"),
    ("covert-commitment", "undercover.commitment", "partly-committed"),
    ("emerging-threat", "cyber-crime.pursue", "not-achieved"),
    ("incomplete-capability", "asset-recovery.provision", "partly-in-place"),
    ("emerging-threat-in-part", "modern-slavery.prevent", "partly-achieved"),
    ("national", "nca.tasking", "partly-achieved"),
    ("commitment", "asset-recovery.commitment", "keeps-own"),
    ("falls-short", "leadership.tasking", "not-achieved"),
    ("in-part", "training.skills", "partly-achieved"),
];

#[test]
fn the_gaps_come_in_the_order_of_the_rules() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    answer(&framework, &mut assessment, "undercover.provision", "in-place");
    for (_, question, level) in RULES.iter().rev() {
        answer(&framework, &mut assessment, question, level);
    }
    let report = Report::of(&framework, &assessment, TODAY);
    let found: Vec<_> = gaps(&report, "gaps")
        .iter()
        .map(|gap| (gap.number, gap.question.to_string(), gap.concern, gap.because.clone()))
        .collect();
    let rules = framework.concern_rules.iter();
    let expected: Vec<_> = rules
        .zip(RULES)
        .enumerate()
        .map(|(at, (rule, (name, question, _)))| {
            assert_eq!(rule.id.as_str(), name, "a row of the table for each rule, in their order");
            (at + 1, question.to_owned(), rule.concern, rule.because.clone())
        })
        .collect();
    assert_eq!(framework.concern_rules.len(), RULES.len());
    assert_eq!(found, expected);
}

#[test]
fn within_a_rule_the_worse_answer_comes_first_then_the_order_of_the_walk() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    for (question, level) in [
        ("counter-terrorism.tasking", "partly-achieved"),
        ("nca.tasking", "partly-achieved"),
        ("national-partners.tasking", "not-achieved"),
    ] {
        answer(&framework, &mut assessment, question, level);
    }
    let report = Report::of(&framework, &assessment, TODAY);
    let found: Vec<&str> = gaps(&report, "gaps").iter().map(|gap| gap.question.as_str()).collect();
    assert_eq!(found, ["national-partners.tasking", "nca.tasking", "counter-terrorism.tasking"]);
}

#[test]
fn a_concern_set_by_the_assessors_moves_the_gap_and_says_why() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    answer(&framework, &mut assessment, "gain.provision", "not-in-place");
    answer(&framework, &mut assessment, "training.skills", "partly-achieved");
    overrule(&mut assessment, "gain.provision", Concern::Low, " A partner does it for us. ");
    let report = Report::of(&framework, &assessment, TODAY);
    let found = gaps(&report, "gaps");
    assert_eq!(found[0].concern, Concern::Low);
    assert_eq!(found[0].question.as_str(), "gain.provision");
    assert_eq!(found[0].because, "Set by the assessors in place of high: A partner does it for us.");
}

#[test]
fn accepted_gaps_are_not_among_the_open_and_come_last() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    answer(&framework, &mut assessment, "gain.provision", "not-in-place");
    answer(&framework, &mut assessment, "training.skills", "partly-achieved");
    plan(&mut assessment, "gain.provision", "Not needed any more.", None, Progress::NotStarted);
    assessment.accept(&id("gain.provision"), String::from("Low demand."));
    let report = Report::of(&framework, &assessment, TODAY);
    let numbered = |id| gaps(&report, id).iter().map(|gap| (gap.number, gap.question.to_string())).collect::<Vec<_>>();
    assert_eq!(numbered("gaps"), [(1, "training.skills".to_owned())]);
    assert_eq!(numbered("accepted"), [(2, "gain.provision".to_owned())]);
    let accepted = gaps(&report, "accepted")[0];
    assert_eq!(accepted.accepted.as_deref(), Some("Low demand."));
    assert!(accepted.actions.is_empty());
    assessment.reopen(&id("gain.provision"));
    assert_eq!(gaps(&Report::of(&framework, &assessment, TODAY), "gaps").len(), 2);
}

#[test]
fn not_assessed_is_never_a_gap() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    let none = |assessment: &_| {
        let report = Report::of(&framework, assessment, TODAY);
        gaps(&report, "gaps").is_empty() && gaps(&report, "accepted").is_empty()
    };
    assert!(none(&assessment));
    for question in ["gain.provision", "leadership.tasking"] {
        let reason = framework.not_applicable[0].id.clone();
        assessment.set_aside(&id(question), reason);
        assert!(none(&assessment), "set aside");
        answer(&framework, &mut assessment, question, "a-level-of-another-framework");
        assert!(none(&assessment), "a level that this framework does not know");
        assessment.withdraw(&id(question));
        assert!(none(&assessment), "taken back");
    }
    answer(&framework, &mut assessment, "gain.provision", "in-place");
    let force = assessment.forces()[0].id.clone();
    assessment.commit(&id("gain.commitment"), force, id("committed"));
    assert!(none(&assessment), "two forces of three are not assessed");
}

#[test]
fn the_assessors_view_of_the_whole_is_never_a_gap() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    assessment.switch(id("overall-view"), true);
    answer(&framework, &mut assessment, "overall-view.tackling", "inadequate");
    let report = Report::of(&framework, &assessment, TODAY);
    assert!(gaps(&report, "gaps").is_empty());
    assert_eq!(section(&report, "overall").title, "Overall view");
}

#[test]
fn a_gap_that_is_not_asked_any_more_is_not_shown() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    answer(&framework, &mut assessment, "gain.provision", "not-in-place");
    answer(&framework, &mut assessment, "gain.plan", "none");
    assert_eq!(gaps(&Report::of(&framework, &assessment, TODAY), "gaps").len(), 2);
    answer(&framework, &mut assessment, "gain.provision", "in-place");
    assert!(gaps(&Report::of(&framework, &assessment, TODAY), "gaps").is_empty());
}

/// An assessment with three actions of which no gap is left: the answer is a good one now, the question is not
/// asked now, and no question has that id.
fn three_left_over(framework: &Framework) -> Assessment {
    let mut assessment = blank(framework);
    answer(framework, &mut assessment, "gain.provision", "in-place");
    plan(&mut assessment, "gain.provision", "Appoint one.", Some(date(2026, 3, 30)), Progress::UnderWay);
    plan(&mut assessment, "gain.plan", "Write a plan.", Some(date(2026, 3, 30)), Progress::Done);
    plan(&mut assessment, "no.such", "Ask again.", None, Progress::NotStarted);
    assessment
}

#[test]
fn actions_whose_gap_has_closed_stand_in_a_table_of_their_own() {
    let framework = Framework::built_in();
    let mut assessment = three_left_over(&framework);
    let report = Report::of(&framework, &assessment, TODAY);
    let [Block::Paragraph(_), Block::Table(table)] = section(&report, "closed").blocks.as_slice() else {
        panic!("a sentence and a table")
    };
    let asked = ["gain.provision", "gain.plan"].map(|question| framework.question(&id(question)).unwrap());
    let [provision, plan] = asked.map(|asked| format!("{}: {}", asked.topic.name, asked.question.text));
    let rows: Vec<Vec<&str>> =
        table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
    let owner = "Head of capability";
    assert_eq!(
        rows,
        [
            ["A1", provision.as_str(), "Appoint one.", owner, "30 March 2026", "Under way, overdue"],
            ["A2", plan.as_str(), "Write a plan.", owner, "30 March 2026", "Done"],
            ["A3", "no.such", "Ask again.", owner, "", "Not started"],
        ]
    );
    assessment.actions.clear();
    let none = Report::of(&framework, &assessment, TODAY);
    assert!(none.sections.iter().all(|section| section.id != "closed"));
}

#[test]
fn on_the_sheet_actions_whose_gap_has_closed_come_last_without_a_number_and_a_concern() {
    let framework = Framework::built_in();
    let mut assessment = three_left_over(&framework);
    answer(&framework, &mut assessment, "training.skills", "partly-achieved");
    let table = sheet::gaps_and_actions(&framework, &assessment, TODAY);
    let heads = ["No.", "Concern", "Question id", "Answer", "Standing", "Action id", "Status", "Overdue"];
    let at = heads.map(|head| table.columns.iter().position(|column| column == head).unwrap());
    let said = |row: usize| at.map(|at| table.rows[row][at].text.as_str());
    assert_eq!(table.rows.len(), 4);
    assert_eq!(said(0)[..3], ["1", "Low", "training.skills"]);
    assert_eq!(said(1), ["", "", "gain.provision", "In place", "Meets", "A1", "Under way", "Overdue"]);
    assert_eq!(said(2), ["", "", "gain.plan", "", "Not asked", "A2", "Done", ""]);
    assert_eq!(said(3), ["", "", "no.such", "", "Not asked", "A3", "Not started", ""]);
}

#[test]
fn the_concern_never_rises_as_one_reads_on() {
    let framework = Framework::built_in();
    let report = Report::of(&framework, &full(&framework, 7), TODAY);
    for chapter in ["gaps", "accepted"] {
        let concerns: Vec<Concern> = gaps(&report, chapter).iter().map(|gap| gap.concern).collect();
        assert!(concerns.len() > 5 && concerns.is_sorted(), "{chapter}");
    }
    let numbers: Vec<usize> =
        ["gaps", "accepted"].iter().flat_map(|id| gaps(&report, id)).map(|gap| gap.number).collect();
    assert!(numbers.iter().copied().eq(1..=numbers.len()), "numbered without a break");
}
