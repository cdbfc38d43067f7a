//! Every finding and every bullet of the press release of December 2015 is asked about.
//!
//! A finding is named by a few of its own words, so that it can be found in the press release; the
//! text itself is not part of this repository. Where it lies beside it, the words are looked up.

use std::fs;
use std::path::Path;

use rocu_self_assessment::framework::{Framework, QuestionId};

/// Where the press release lies in the workshop: beside the repository.
const PRESS_RELEASE: &str = "../shared/sources/hmic-2015-press-release.txt";

/// A finding's own words, and the questions that ask about it; `*` stands for every capability.
const FINDINGS: [(&str, &[&str]); 27] = [
    ("more consistent, concerted and co-ordinated", &["leadership.consistency", "leadership.tasking"]),
    ("13 specialist policing capabilities", &["*.provision"]),
    (
        "including undercover policing, and cyber-crime investigation",
        &["undercover.provision", "cyber-crime-unit.provision"],
    ),
    ("extremely important and specialised work", &["duplication.offer", "communication.reassurance"]),
    ("most highly skilled and experienced", &["training.skills", "funding.retention"]),
    ("the public need to be reassured", &["communication.reassurance"]),
    ("working effectively and efficiently", &["communication.reassurance", "leadership.disruptions"]),
    ("increase regional collaboration", &["leadership.tasking", "duplication.prioritisation"]),
    ("greater consistency in the provision of services", &["leadership.consistency", "leadership.tasking"]),
    ("evolved in a piecemeal way", &["leadership.consistency"]),
    ("smaller and less effective units", &["leadership.consistency", "funding.workforce"]),
    ("duplicate capabilities unnecessarily", &["duplication.capability", "*.commitment"]),
    ("consistent national approach", &["leadership.consistency"]),
    ("capable and motivated", &["training.quality"]),
    ("generally conduct high quality investigations", &["training.quality"]),
    ("notably through social media", &["communication.strategy"]),
    ("publicise successful operations", &["communication.successes"]),
    ("how best individuals or companies can protect themselves", &["communication.advice"]),
    ("not yet implemented all of the 13", &["*.provision", "*.plan"]),
    ("slow or unwilling to commit fully", &["*.commitment"]),
    ("undercover policing and specialist surveillance", &["undercover.commitment", "surveillance.commitment"]),
    ("more fully integrated with the National Crime Agency", &["nca.tasking", "nca.intelligence", "nca.liaison"]),
    ("national counter-terrorist policing network", &["counter-terrorism.tasking", "counter-terrorism.capability"]),
    ("good level of intelligence capability", &["regional-intelligence.provision", "leadership.threat-assessment"]),
    (
        "child sexual exploitation, cyber-crime, modern slavery",
        &["child-sexual-exploitation.capacity", "cyber-crime.capacity", "modern-slavery.capacity"],
    ),
    ("11 recommendations", &["action-plan.published", "recommendation-themes.common-standard"]),
    ("exploiting capabilities", &["duplication.offer", "action-plan.use"]),
];

#[test]
fn every_finding_of_the_press_release_is_asked_about() {
    let framework = Framework::built_in();
    for (finding, questions) in FINDINGS {
        let asked: Vec<_> = questions.iter().flat_map(|pattern| matching(&framework, pattern)).collect();
        assert!(!asked.is_empty(), "{finding}");
        let cites = |id: &QuestionId| {
            let asked = framework.question(id).unwrap_or_else(|| panic!("{finding}: no question {id}"));
            asked.question.why.sources.iter().chain(&asked.topic.basis.sources).any(|source| &*source.0 == "S1")
        };
        assert!(asked.iter().any(cites), "no question on \"{finding}\" names the press release as its source");
    }
}

#[test]
fn every_finding_can_be_found_in_the_press_release() {
    let Ok(text) = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(PRESS_RELEASE)) else {
        println!("not looked up: the press release does not lie beside this repository");
        return;
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (finding, _) in FINDINGS {
        assert!(text.contains(finding), "{finding}");
    }
}

fn matching(framework: &Framework, pattern: &str) -> Vec<QuestionId> {
    let Some(last) = pattern.strip_prefix('*') else {
        return vec![QuestionId::try_from(pattern).expect("an id of the table")];
    };
    let capabilities = framework.questions().filter(|asked| asked.part.id.as_str() == "capabilities");
    let ids: Vec<_> =
        capabilities.map(|asked| asked.question.id.clone()).filter(|id| id.as_str().ends_with(last)).collect();
    assert_eq!(ids.len(), 13, "{pattern}");
    ids
}
