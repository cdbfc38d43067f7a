//! The published rule of concern as a table: a question and an answer, and the rule that fits.

use std::collections::BTreeSet;

use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::{Assessment, AssessmentId};
use rocu_self_assessment::framework::{Concern, Framework, LevelId, QuestionId, RuleId};

/// A question, the level that is chosen (of a commitment: by one force), and the rule that decides.
const TABLE: [(&str, &str, &str, Concern); 23] = [
    ("regional-intelligence.provision", "not-in-place", "missing-capability", Concern::High),
    ("operational-security.provision", "not-in-place", "missing-capability", Concern::High),
    ("surveillance.plan", "none", "no-plan-or-access", Concern::High),
    ("protected-persons.access", "informal", "no-plan-or-access", Concern::High),
    ("undercover.commitment", "not-committed", "covert-commitment", Concern::High),
    ("undercover.commitment", "partly-committed", "covert-commitment", Concern::High),
    ("surveillance.commitment", "keeps-own", "covert-commitment", Concern::High),
    ("child-sexual-exploitation.capacity", "not-achieved", "emerging-threat", Concern::High),
    ("cyber-crime.victims", "not-achieved", "emerging-threat", Concern::High),
    ("modern-slavery.disruptions", "not-achieved", "emerging-threat", Concern::High),
    ("gain.provision", "partly-in-place", "incomplete-capability", Concern::Medium),
    ("asset-recovery.plan", "drafted", "incomplete-capability", Concern::Medium),
    ("protected-persons.access", "agreed", "incomplete-capability", Concern::Medium),
    ("cyber-crime.victims", "partly-achieved", "emerging-threat-in-part", Concern::Medium),
    ("fraud.capacity", "not-achieved", "emerging-threat-in-part", Concern::Medium),
    ("nca.liaison", "partly-achieved", "national", Concern::Medium),
    ("counter-terrorism.tasking", "not-achieved", "national", Concern::Medium),
    ("prison-intelligence.commitment", "keeps-own", "commitment", Concern::Medium),
    ("technical-surveillance.commitment", "partly-committed", "commitment", Concern::Medium),
    ("leadership.accountable", "not-achieved", "falls-short", Concern::Medium),
    ("action-plan.published", "not-started", "falls-short", Concern::Medium),
    ("undercover.resources", "partly-achieved", "in-part", Concern::Low),
    ("recommendation-themes.training", "under-way", "in-part", Concern::Low),
];

#[test]
fn each_answer_that_falls_short_ranks_as_the_published_rule_says() {
    let framework = Framework::built_in();
    for (question, level, rule, concern) in TABLE {
        let question: QuestionId = question.try_into().expect("an id of the table");
        let level: LevelId = level.try_into().expect("an id of the table");
        let mut assessment = blank(&framework);
        answer(&framework, &mut assessment, &question, level);
        let analysis = Analysis::of(&framework, &assessment);
        let gap = analysis.gaps.iter().find(|gap| gap.asked.question.id == question);
        let gap = gap.unwrap_or_else(|| panic!("{question} is no gap"));
        assert_eq!((gap.rule.id.as_str(), gap.concern), (rule, concern), "{question}");
    }
}

#[test]
fn the_table_holds_every_rule_of_the_data() {
    let framework = Framework::built_in();
    let written: BTreeSet<&str> = framework.concern_rules.iter().map(|rule| RuleId::as_str(&rule.id)).collect();
    let tested: BTreeSet<&str> = TABLE.iter().map(|(_, _, rule, _)| *rule).collect();
    assert_eq!(written, tested);
}

#[test]
fn graver_rules_stand_before_slighter_ones() {
    let framework = Framework::built_in();
    assert!(framework.concern_rules.is_sorted_by_key(|rule| rule.concern));
}

#[test]
fn an_answer_that_meets_what_is_asked_is_never_a_gap() {
    let framework = Framework::built_in();
    for asked in framework.questions().filter(|asked| !asked.part.judgment) {
        let mut assessment = blank(&framework);
        answer(&framework, &mut assessment, &asked.question.id, asked.question.minimum.clone());
        let analysis = Analysis::of(&framework, &assessment);
        assert!(analysis.gaps.iter().all(|gap| gap.asked.question.id != asked.question.id), "{}", asked.question.id);
    }
}

/// An assessment of one region with every optional topic switched on.
pub(crate) fn blank(framework: &Framework) -> Assessment {
    let mut assessment = Assessment::new(AssessmentId::new("a-test-of-rules").expect("an id"), framework);
    assessment.particulars.choose(&framework.regions[0]);
    for (_, topic) in framework.topics().filter(|(_, topic)| topic.optional) {
        assessment.switch(topic.id.clone(), true);
    }
    assessment
}

/// Answers a question, and before it those that it depends on, so that it is asked.
pub(crate) fn answer(framework: &Framework, assessment: &mut Assessment, question: &QuestionId, level: LevelId) {
    let asked = framework.question(question).expect("a question of the framework");
    if let Some(shown) = &asked.question.shown_when {
        answer(framework, assessment, &shown.question, shown.levels[0].clone());
    }
    if asked.scale.force_by_force {
        let force = assessment.forces()[0].id.clone();
        assessment.commit(question, force, level);
    } else {
        assessment.choose(question, level);
    }
}
