//! The worked example: complete, invented, and worth reading to a board.

use std::collections::BTreeSet;

use rocu_self_assessment::analysis::{Analysis, Coverage, Handling, Outcome, Row};
use rocu_self_assessment::assessment::{Assessment, Progress, guide};
use rocu_self_assessment::framework::{Framework, Standing, TopicId};
use rocu_self_assessment::saved;

use crate::none;

const EXAMPLE: &str = include_str!("../../static/framework/example.rocu.json");

fn example(framework: &Framework) -> Assessment {
    let opened = saved::open(EXAMPLE.as_bytes(), framework).expect("the example opens");
    assert_eq!(opened.remarks, []);
    opened.assessment
}

#[test]
fn the_example_opens_without_a_remark_and_is_marked_as_one() {
    let framework = Framework::built_in();
    let example = example(&framework);
    assert!(example.example);
    assert_eq!(example.framework.1, framework.version);
}

#[test]
fn every_question_of_the_example_is_answered() {
    let framework = Framework::built_in();
    let example = example(&framework);
    let open = guide::questions(&framework, &example).filter(|asked| !guide::is_answered(&example, asked));
    none(&open.map(|asked| asked.question.id.to_string()).collect::<Vec<_>>());
    let Coverage { asked, answered, begun } = Analysis::of(&framework, &example).coverage();
    assert_eq!((asked, begun), (answered, 0));
}

#[test]
fn no_answer_of_the_example_is_to_a_question_that_is_not_asked() {
    let framework = Framework::built_in();
    let example = example(&framework);
    let asked: BTreeSet<_> = guide::questions(&framework, &example).map(|asked| &asked.question.id).collect();
    none(&example.answers.keys().filter(|id| !asked.contains(id)).map(ToString::to_string).collect::<Vec<_>>());
}

#[test]
fn every_answer_of_the_example_says_what_proves_it() {
    let framework = Framework::built_in();
    let example = example(&framework);
    let bare =
        example.answers.iter().filter(|(_, answer)| answer.not_applicable().is_none() && answer.evidence.is_empty());
    none(&bare.map(|(id, _)| id.to_string()).collect::<Vec<_>>());
    let detail = guide::questions(&framework, &example).filter(|asked| {
        let answer = example.answer(&asked.question.id);
        let asks = answer.level().and_then(|level| asked.scale.level(level)).is_some_and(|level| level.asks.is_some());
        asks && answer.detail.is_empty()
    });
    none(&detail.map(|asked| asked.question.id.to_string()).collect::<Vec<_>>());
}

#[test]
fn the_example_is_of_an_invented_region() {
    let framework = Framework::built_in();
    let example = example(&framework);
    assert_eq!(example.particulars.region, None);
    assert_eq!(example.forces().len(), 4);
    let real: Vec<&str> =
        framework.regions.iter().flat_map(|region| &region.forces).map(|force| force.name.as_str()).collect();
    let regions = framework.regions.iter().map(|region| region.name.as_str());
    for name in regions.chain(real).filter(|name| !["London", "Eastern"].contains(name)) {
        assert!(!EXAMPLE.contains(name), "{name}");
    }
}

#[test]
fn the_example_shows_every_way_of_dealing_with_a_gap() {
    let framework = Framework::built_in();
    let example = example(&framework);
    let analysis = Analysis::of(&framework, &example);
    let gaps = &analysis.gaps;
    let count = |holds: fn(&Handling<'_>) -> bool| gaps.iter().filter(|gap| holds(&gap.handling)).count();
    println!("{} gaps, {} of them accepted", gaps.len(), count(|handling| matches!(handling, Handling::Accepted(_))));

    assert!((30..=40).contains(&gaps.len()), "{} gaps", gaps.len());
    assert_eq!(count(|handling| matches!(handling, Handling::Accepted(_))), 2);
    assert!(count(|handling| matches!(handling, Handling::Open)) > 0);
    assert_eq!(gaps.iter().filter(|gap| gap.overruled.is_some()).count(), 1);
    assert!((10..=14).contains(&example.actions.len()));
    for progress in Progress::ALL {
        assert!(example.actions.iter().any(|action| action.progress == progress), "{}", progress.word());
    }
    for action in &example.actions {
        assert!(gaps.iter().any(|gap| gap.asked.question.id == action.question), "{} is for no gap", action.id);
        assert!(!action.text.is_empty() && !action.owner.is_empty() && action.due.is_some(), "{}", action.id);
    }
    let decided = example.accepted.keys().chain(example.overruled.keys());
    none(
        &decided
            .filter(|id| gaps.iter().all(|gap| gap.asked.question.id != **id))
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
    );
}

#[test]
fn the_example_shows_every_kind_of_answer() {
    let framework = Framework::built_in();
    let example = example(&framework);
    let analysis = Analysis::of(&framework, &example);
    for standing in Standing::ALL {
        assert!(analysis.tally().count(standing) > 0, "{}", standing.word());
    }
    let set_aside = analysis.findings.iter().filter(|finding| finding.outcome == Outcome::NotApplicable).count();
    assert!((2..=5).contains(&set_aside), "{set_aside} not applicable");
    assert_eq!(example.switched_on.iter().map(TopicId::as_str).collect::<Vec<_>>(), ["fraud", "overall-view"]);
    let kept: usize = analysis.commitment.rows.iter().map(Row::duplications).sum();
    assert!(kept > 0, "no force keeps its own");
}

#[test]
fn a_topic_alone_is_counted_as_it_is_within_the_whole() {
    let framework = Framework::built_in();
    let mut example = example(&framework);
    let half: Vec<_> = example.answers.keys().step_by(2).cloned().collect();
    for question in &half {
        example.withdraw(question);
    }
    let analysis = Analysis::of(&framework, &example);
    for (_, topic) in guide::topics(&framework, &example) {
        assert_eq!(Coverage::of_topic(&framework, &example, topic), analysis.coverage_of(topic), "{}", topic.id);
    }
}
