//! A target of the region's own decides what is a gap, and changes no answer.

use std::rc::Rc;

use jiff::civil::date;
use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::{Aim, Assessment, AssessmentId, Target, Unknown};
use rocu_self_assessment::framework::{Force, Framework, LevelId, QuestionId, Standing, TopicId};
use rocu_self_assessment::report::{Block, Report};

fn framework() -> Rc<Framework> {
    Framework::built_in()
}

fn level(text: &str) -> LevelId {
    text.try_into().expect("an id")
}

fn question(text: &str) -> QuestionId {
    text.try_into().expect("an id")
}

/// An assessment with one answer for the unit and two for its forces, and a target for that topic.
fn assessed(chosen: &str, committed: &str, aim: Option<Aim>) -> Assessment {
    let id = AssessmentId::new("target-0001").expect("an id");
    let mut assessment = Assessment::new(id, &framework());
    for name in ["north", "south"] {
        let id = name.try_into().expect("an id");
        assessment.particulars.forces.push(Force { id, name: name.to_owned() });
    }
    assessment.choose(&question("undercover.provision"), level("in-place"));
    assessment.choose(&question("undercover.tasking"), level(chosen));
    let north = assessment.forces()[0].id.clone();
    let south = assessment.forces()[1].id.clone();
    assessment.commit(&question("undercover.commitment"), north, level("committed"));
    assessment.commit(&question("undercover.commitment"), south, level(committed));
    let target = |aim| Target { aim, reason: String::from("One force joins next year."), unknown: Unknown::new() };
    let topic = TopicId::try_from("undercover").expect("an id");
    assessment.aim(&topic, aim.map(target));
    assessment
}

fn gaps(assessment: &Assessment) -> Vec<(String, Standing)> {
    let framework = framework();
    let analysis = Analysis::of(&framework, assessment);
    analysis.gaps.iter().map(|gap| (gap.answered(), gap.standing)).collect()
}

#[test]
fn without_a_target_the_minimum_expectation_decides() {
    let found = gaps(&assessed("partly-achieved", "partly-committed", None));
    assert_eq!(found.len(), 2);
    assert!(gaps(&assessed("achieved", "committed", None)).is_empty());
}

#[test]
fn under_a_lower_target_an_answer_in_part_is_enough_and_one_that_falls_short_is_not() {
    assert!(gaps(&assessed("partly-achieved", "partly-committed", Some(Aim::Lower))).is_empty());
    let found = gaps(&assessed("not-achieved", "keeps-own", Some(Aim::Lower)));
    let expected =
        [(String::from("Keeps its own: south"), Standing::Short), (String::from("Not achieved"), Standing::Short)];
    assert_eq!(found, expected);
}

#[test]
fn no_target_asks_for_more_than_the_best_level() {
    assert!(gaps(&assessed("achieved", "committed", Some(Aim::Higher))).is_empty());
}

#[test]
fn what_another_body_provides_is_no_gap_under_any_target() {
    for aim in [None, Some(Aim::Higher), Some(Aim::Lower)] {
        let mut assessment = assessed("achieved", "committed", aim);
        assessment.choose(&question("undercover.provision"), level("elsewhere"));
        assert!(gaps(&assessment).is_empty(), "{aim:?}");
    }
}

#[test]
fn a_target_changes_no_count_of_outcomes() {
    let framework = framework();
    let tallies = [None, Some(Aim::Lower), Some(Aim::Higher)]
        .map(|aim| Analysis::of(&framework, &assessed("partly-achieved", "keeps-own", aim)).tally());
    assert_eq!(tallies[0], tallies[1]);
    assert_eq!(tallies[0], tallies[2]);
}

#[test]
fn the_report_names_the_target_its_reason_and_what_it_spares() {
    let framework = framework();
    let assessment = assessed("partly-achieved", "keeps-own", Some(Aim::Lower));
    let report = Report::of(&framework, &assessment, date(2026, 4, 1));
    let section = report.sections.iter().find(|section| section.id == "targets").expect("a chapter on targets");
    let text = format!("{:?}", section.blocks);
    assert!(text.contains("One force joins next year."), "{text}");
    assert!(text.contains("Undercover policing"), "{text}");
    let spared: Vec<_> = section.blocks.iter().filter(|block| matches!(block, Block::List(_))).collect();
    assert_eq!(spared.len(), 1, "the answer in part is listed as below the minimum expectation");
    let none = Report::of(&framework, &assessed("achieved", "committed", None), date(2026, 4, 1));
    assert!(none.sections.iter().all(|section| section.id != "targets"));
}

/// The sentences of what stands out.
fn stands_out(assessment: &Assessment) -> String {
    let report = Report::of(&framework(), assessment, date(2026, 4, 1));
    format!("{:?}", report.sections[0].blocks)
}

#[test]
fn what_stands_out_counts_the_gaps_of_a_threat_by_the_target_of_the_region() {
    let mut assessment = assessed("achieved", "committed", None);
    assessment.choose(&question("cyber-crime.pursue"), level("partly-achieved"));
    assert!(stands_out(&assessment).contains("Threats with gaps, and how many of the questions: Cyber-crime (1 of "));
    let topic = TopicId::try_from("cyber-crime").expect("an id");
    let target = Target { aim: Aim::Lower, reason: String::new(), unknown: Unknown::new() };
    assessment.aim(&topic, Some(target));
    let said = stands_out(&assessment);
    assert!(said.contains("No open gap is recorded.") && !said.contains("Threats with gaps"), "{said}");
}

#[test]
fn a_gap_is_told_to_be_measured_by_a_target_only_where_that_asks_for_another_level() {
    let because = |aim| {
        let report = Report::of(&framework(), &assessed("not-achieved", "committed", aim), date(2026, 4, 1));
        report.sections.iter().any(|section| format!("{:?}", section.blocks).contains("the region’s own target, "))
    };
    assert!(because(Some(Aim::Lower)));
    assert!(!because(Some(Aim::Higher)), "the best level is the minimum expectation of every question");
}
