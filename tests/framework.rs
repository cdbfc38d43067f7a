//! The framework that is built in: sound, complete, true to its sources, and in plain English.

#[path = "support/changed.rs"]
#[expect(dead_code, reason = "a framework that opens gives no remarks")]
mod changed;
#[path = "framework/complete.rs"]
mod complete;
#[path = "framework/concern.rs"]
mod concern;
#[path = "framework/damaged.rs"]
mod damaged;
#[path = "framework/data_only.rs"]
mod data_only;
#[path = "framework/editions.rs"]
mod editions;
#[path = "framework/example.rs"]
mod example;
#[path = "framework/flaws.rs"]
mod flaws;
#[path = "framework/grade.rs"]
mod grade;
#[path = "framework/method.rs"]
mod method;
#[path = "framework/press_release.rs"]
mod press_release;
#[path = "support/small.rs"]
mod small;
#[path = "framework/true_to_sources.rs"]
mod true_to_sources;
#[path = "support/within.rs"]
mod within;
#[path = "framework/words.rs"]
mod words;

use rocu_self_assessment::framework::{BUILT_IN, BUILT_IN_2015, Framework, Question, RETIRED, Topic};
use serde_json::Value;

/// The current framework as people edit it: a flaw names a line of this.
const ROCU: &str = include_str!("../static/framework/rocu.json");
/// The edition of 2015 as people edit it.
const ROCU_2015: &str = include_str!("../static/framework/rocu-2015.json");
/// The questions that are no longer asked, as people edit the list.
const RETIRED_QUESTIONS: &str = include_str!("../static/framework/retired.json");

#[test]
fn what_is_built_in_is_what_people_edit_on_one_line() {
    let data = |text: &str| serde_json::from_str::<Value>(text).expect("the data is JSON");
    for (built_in, edited) in [(BUILT_IN, ROCU), (BUILT_IN_2015, ROCU_2015), (RETIRED, RETIRED_QUESTIONS)] {
        assert_eq!(data(built_in), data(edited));
        assert!(!built_in.contains('\n') && built_in.len() < edited.len());
    }
}

#[test]
fn the_built_in_framework_has_no_flaw() {
    if let Err(flaws) = Framework::read(ROCU) {
        panic!("{}", flaws.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    }
}

/// What a question asks and offers to the reader, with where each stands: all but the note on why.
fn asked_in(question: &Question) -> Vec<(String, &str)> {
    let at = |key: &str| format!("{} {key}", question.id);
    let mut texts = vec![(at("text"), question.text.as_str())];
    if !question.help.is_empty() {
        texts.push((at("help"), question.help.as_str()));
    }
    texts.extend(question.statements.iter().map(|(level, text)| (at(level.as_str()), text.as_str())));
    texts.extend(question.prompts.iter().map(|text| (at("prompts"), text.as_str())));
    texts
}

/// All that a topic says, with where each stands.
fn said_in(topic: &Topic) -> Vec<(String, &str)> {
    let at = |key: &str| format!("{} {key}", topic.id);
    let mut texts = vec![(at("summary"), topic.summary.as_str()), (at("basis"), topic.basis.note.as_str())];
    for question in &topic.questions {
        texts.extend(asked_in(question));
        texts.push((format!("{} why", question.id), question.why.note.as_str()));
    }
    texts
}

/// Fails with all that was found, so that one run shows everything there is to mend.
fn none(found: &[String]) {
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
}
