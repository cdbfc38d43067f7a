//! Everything that the product promises is asked about, and no more than once.

use std::collections::BTreeSet;

use rocu_self_assessment::framework::{Framework, Part};

#[test]
fn the_parts_hold_thirteen_capabilities_three_threats_and_five_optional_ones() {
    let framework = Framework::built_in();
    let part = |id: &str| -> &Part { framework.parts.iter().find(|part| part.id.as_str() == id).expect("a part") };
    let count = |id: &str, optional: bool| part(id).topics.iter().filter(|topic| topic.optional == optional).count();

    assert_eq!(
        framework.parts.iter().map(|part| part.id.as_str()).collect::<Vec<_>>(),
        ["capabilities", "threats", "national", "region", "recommendations", "overall"]
    );
    assert_eq!((count("capabilities", false), count("capabilities", true)), (13, 0));
    assert_eq!((count("threats", false), count("threats", true)), (3, 5));
    assert_eq!((count("national", false), count("national", true)), (3, 0));
    assert_eq!((count("region", false), count("region", true)), (5, 0));
    assert_eq!((count("recommendations", false), count("recommendations", true)), (2, 0));
    assert_eq!((count("overall", false), count("overall", true)), (0, 1));
}

#[test]
fn there_are_ten_regions_and_forty_three_forces() {
    let framework = Framework::built_in();
    let forces: BTreeSet<_> =
        framework.regions.iter().flat_map(|region| &region.forces).map(|force| &force.id).collect();
    assert_eq!((framework.regions.len(), forces.len()), (10, 43));
}

#[test]
fn only_the_overall_view_is_a_judgment_of_ones_own() {
    let framework = Framework::built_in();
    let judged = framework.parts.iter().filter(|part| part.judgment).map(|part| part.id.as_str());
    assert_eq!(judged.collect::<Vec<_>>(), ["overall"]);
}

#[test]
fn every_capability_is_asked_the_same_eight_things_in_the_same_order() {
    let wanted = ["provision", "plan", "access", "tasking", "resources", "results", "integration", "commitment"];
    every_topic_asks("capabilities", &wanted);
}

#[test]
fn every_threat_is_asked_the_same_eight_things_in_the_same_order() {
    let wanted = ["understood", "capacity", "pursue", "prevent", "protect", "prepare", "victims", "disruptions"];
    every_topic_asks("threats", &wanted);
}

#[test]
fn the_questions_on_the_four_ps_begin_with_the_name_of_their_p() {
    let framework = Framework::built_in();
    for asked in framework.questions().filter(|asked| asked.part.id.as_str() == "threats") {
        let (_, last) = asked.question.id.as_str().split_once('.').expect("an id of two parts");
        if let Some(p) = ["Pursue", "Prevent", "Protect", "Prepare"].iter().find(|p| p.to_lowercase() == last) {
            assert!(asked.question.text.starts_with(&format!("{p}: ")), "{}", asked.question.id);
        }
    }
}

#[test]
fn every_commitment_question_gives_the_same_rule_on_keeping_ones_own() {
    let framework = Framework::built_in();
    let rule = "If a force signs up and also runs its own, choose “Keeps its own”.";
    let commitments = framework.questions().filter(|asked| asked.scale.force_by_force);
    for asked in commitments {
        assert!(asked.question.help.starts_with(rule), "{}: {}", asked.question.id, asked.question.help);
        assert!(asked.question.text.starts_with("How far is each force committed to "), "{}", asked.question.id);
    }
}

fn every_topic_asks(part: &str, wanted: &[&str]) {
    let framework = Framework::built_in();
    for (_, topic) in framework.topics().filter(|(at, _)| at.id.as_str() == part) {
        let ids = topic.questions.iter().map(|question| question.id.as_str().to_owned());
        let expected = wanted.iter().map(|last| format!("{}.{last}", topic.id));
        assert_eq!(ids.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
}
