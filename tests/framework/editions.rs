//! The edition of 2015: what was inspected then, nothing that came later, and told apart from today.

use std::collections::BTreeSet;

use rocu_self_assessment::framework::{
    BUILT_IN_2015, BUILT_INS, Change, Edition, Framework, Question, QuestionId, RETIRED, Retired,
};
use serde_json::Value;

use crate::{ROCU_2015, asked_in, none, said_in};

/// Words for what came after 2015.
const LATER: [&str; 10] = [
    "HMPPS",
    "PECT",
    "UCOL",
    "ROCTA",
    "Cyber Choices",
    "minimum capability standards",
    "Sensitive Intelligence Network",
    "economic crime unit",
    "online undercover",
    "undercover online",
];

#[test]
fn the_edition_of_2015_has_no_flaw() {
    let made = Edition::read(ROCU_2015).and_then(|edition| edition.apply(&Framework::built_in(), ROCU_2015));
    if let Err(flaws) = made {
        panic!("{}", flaws.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    }
}

#[test]
fn in_2015_thirteen_capabilities_and_three_threats_were_inspected() {
    let framework = then();
    let topics = |id: &str| {
        let part = framework.parts.iter().find(|part| part.id.as_str() == id).expect("a part");
        part.topics.iter().map(|topic| topic.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(framework.parts.len(), 2);
    assert_eq!(topics("capabilities").len(), 13);
    assert_eq!(topics("threats"), ["child-sexual-exploitation", "cyber-crime", "modern-slavery"]);
    assert!(framework.topics().all(|(_, topic)| !topic.optional));
}

#[test]
fn nothing_in_the_edition_of_2015_is_later_than_what_it_says() {
    let framework = then();
    let mut found = Vec::new();
    for (_, topic) in framework.topics() {
        for (at, text) in said_in(topic) {
            let year = years(text).into_iter().find(|year| *year > 2016);
            found.extend(year.map(|year| format!("{at}: {year}: {text}")));
        }
        for (at, text) in topic.questions.iter().flat_map(asked_in).chain([(topic.id.to_string(), &*topic.summary)]) {
            found.extend(LATER.iter().filter(|word| text.contains(**word)).map(|word| format!("{at}: {word}: {text}")));
        }
    }
    none(&found);
}

#[test]
fn an_edition_says_nothing_twice_that_the_current_framework_says() {
    let edition: Value = serde_json::from_str(BUILT_IN_2015).expect("the edition is JSON");
    let now = Framework::built_in();
    let mut found = Vec::new();
    for wording in edition["reworded"].as_array().expect("a list") {
        let question = question(&now, wording["id"].as_str().expect("an id"));
        let same = [("text", &question.text), ("help", &question.help)]
            .into_iter()
            .filter(|(key, text)| wording[*key] == **text)
            .map(|(key, _)| key.to_owned());
        let levels = question.statements.iter().filter(|(level, text)| wording["statements"][level.as_str()] == **text);
        found
            .extend(same.chain(levels.map(|(level, _)| level.to_string())).map(|key| format!("{} {key}", question.id)));
    }
    none(&found);
}

#[test]
fn what_has_changed_since_2015_is_what_a_reader_expects() {
    let change = Change::between(&then(), &Framework::built_in());
    assert_eq!(ids(&change.gone), BTreeSet::from(["regional-intelligence.force-mapping"]));
    let reworded = ids(&change.reworded);
    for expected in ["undercover.provision", "protected-persons.provision", "cyber-crime.prevent"] {
        assert!(reworded.contains(expected), "{expected}");
    }
    let new = ids(&change.new);
    for expected in ["fraud.pursue", "nca.tasking", "sensitive-intelligence.integration", "leadership.accountable"] {
        assert!(new.contains(expected), "{expected}");
    }
    assert!(ids(&change.same).contains("gain.provision"));
    let asked = then().questions().count();
    assert_eq!(change.same.len() + change.reworded.len() + change.gone.len(), asked);
}

#[test]
fn a_question_that_was_retired_is_asked_no_more_and_was_asked_once() {
    let [now, then] = [Framework::built_in(), then()];
    let retired = Retired::all();
    assert!(!retired.is_empty());
    let once: BTreeSet<&QuestionId> = retired.iter().map(|it| &it.id).collect();
    assert_eq!(once.len(), retired.len());
    for it in &retired {
        assert!(now.question(&it.id).is_none(), "{} is asked again", it.id);
        assert!(then.question(&it.id).is_some(), "{} was never asked", it.id);
        assert!(it.reason.ends_with('.') && it.reason.split_whitespace().count() > 5, "{}", it.id);
        assert!((2015..2100).contains(&it.date.year()), "{}", it.id);
    }
}

#[test]
fn a_question_of_an_earlier_edition_is_either_asked_or_retired() {
    let now = Framework::built_in();
    for built_in in BUILT_INS {
        for asked in built_in.framework().questions() {
            let id = &asked.question.id;
            assert!(now.question(id).is_some() || Retired::find(id).is_some(), "{id} has gone without a reason");
        }
    }
}

#[test]
fn the_list_of_retired_questions_holds_nothing_but_what_is_read() {
    let listed: Value = serde_json::from_str(RETIRED).expect("the list is JSON");
    assert_eq!(serde_json::to_value(Retired::all()).expect("JSON"), listed);
}

fn then() -> std::rc::Rc<Framework> {
    BUILT_INS[1].framework()
}

fn question<'a>(framework: &'a Framework, id: &str) -> &'a Question {
    let id = QuestionId::try_from(id).expect("an id");
    framework.question(&id).unwrap_or_else(|| panic!("{id} is asked")).question
}

fn ids(list: &[QuestionId]) -> BTreeSet<&str> {
    list.iter().map(QuestionId::as_str).collect()
}

/// The years that a text names.
fn years(text: &str) -> Vec<u16> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    words.filter_map(|word| word.parse().ok()).collect()
}
