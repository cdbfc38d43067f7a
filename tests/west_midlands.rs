//! A real region: what inspectors published about the West Midlands in May 2024, entered as an assessment.
//!
//! `saved/west-midlands-2024.md` says where each answer comes from.

use rocu_self_assessment::analysis::{Analysis, Outcome};
use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::framework::{Framework, Standing};
use rocu_self_assessment::saved;

const FIXTURE: &[u8] = include_bytes!("saved/west-midlands-2024.rocu.json");
const EXPLAINED: &str = include_str!("saved/west-midlands-2024.md");

/// What inspectors asked the unit and its forces to improve, in the order of the walk.
const CRITICISED: [&str; 3] = ["leadership.tasking", "leadership.disruptions", "duplication.lifetime"];

/// What they recommended to one force of the four.
const CRITICISED_IN_ONE_FORCE: &str = "training.lead-officers";

/// What they praised.
const PRAISED: [&str; 4] =
    ["regional-intelligence.provision", "regional-intelligence.tasking", "duplication.offer", "communication.strategy"];

fn published(framework: &Framework) -> Assessment {
    let opened = saved::open(FIXTURE, framework).expect("the fixture opens");
    assert_eq!(opened.remarks, []);
    opened.assessment
}

#[test]
fn it_is_an_assessment_of_the_real_region_and_its_four_forces() {
    let framework = Framework::built_in();
    let assessment = published(&framework);
    let id = assessment.particulars.region.as_ref().expect("a region");
    let region = framework.region(id).expect("a region of the framework");
    assert_eq!(assessment.forces(), region.forces);
    assert!(!assessment.example);
}

#[test]
fn what_inspectors_criticised_comes_first_among_the_gaps() {
    let framework = Framework::built_in();
    let assessment = published(&framework);
    let analysis = Analysis::of(&framework, &assessment);
    let gaps: Vec<&str> = analysis.gaps.iter().map(|gap| gap.asked.question.id.as_str()).collect();
    assert_eq!(gaps[..3], CRITICISED);
    assert_eq!(gaps[3..], [CRITICISED_IN_ONE_FORCE]);
}

#[test]
fn what_inspectors_praised_is_met_and_nowhere_among_the_gaps() {
    let framework = Framework::built_in();
    let assessment = published(&framework);
    let analysis = Analysis::of(&framework, &assessment);
    for praised in PRAISED {
        let finding = analysis.findings.iter().find(|finding| finding.asked.question.id.as_str() == praised);
        let outcome = finding.map(|finding| finding.outcome);
        assert_eq!(outcome, Some(Outcome::Assessed(Standing::Meets)), "{praised}");
        assert!(analysis.gaps.iter().all(|gap| gap.asked.question.id.as_str() != praised), "{praised}");
    }
    assert!(analysis.gaps.iter().all(|gap| gap.asked.part.id.as_str() != "capabilities"));
}

#[test]
fn only_what_was_published_is_answered_and_each_answer_names_its_source() {
    let framework = Framework::built_in();
    let assessment = published(&framework);
    assert_eq!(assessment.answers.len(), CRITICISED.len() + 1 + PRAISED.len());
    for (question, answer) in &assessment.answers {
        let cites = ["S60", "S65", "S71"].iter().any(|source| answer.evidence.contains(source));
        assert!(cites, "{question}: {}", answer.evidence);
        assert!(EXPLAINED.contains(&format!("`{question}`")), "{question} is not explained");
    }
    let tally = Analysis::of(&framework, &assessment).tally();
    assert_eq!((tally.meets, tally.partly_short, tally.short), (PRAISED.len(), CRITICISED.len() + 1, 0));
}
