//! Each kind of flaw is found in a small framework that was broken on purpose, with its key and line.

use rocu_self_assessment::framework::{Fault, Flaw, Framework, LevelId, MOST_FORCES};
use serde_json::{Value, from_str, json};

use crate::small::small;

/// How a framework is broken; the key that is reported; what stands on the line that is reported,
/// where it is not the first; and what is wrong.
type Row = (Break, &'static str, Option<&'static str>, fn() -> Fault);

/// A way to break a framework.
type Break = fn(&mut Value);

const UNKNOWN: fn() -> Fault = || Fault::Unknown("nobody".to_owned());

const TABLE: [Row; 38] = [
    // Two things of one id: the line is that of the second.
    (|d| twice(&mut d["themes"]), "use", Some("\"use\""), || Fault::Twice),
    (|d| twice(&mut d["scales"]), "done", Some("\"done\""), || Fault::Twice),
    (|d| twice(&mut d["scales"][0]["levels"]), "yes", Some("\"yes\""), || Fault::Twice),
    (|d| twice(&mut d["not_applicable"]), "no-need", Some("\"no-need\""), || Fault::Twice),
    (|d| twice(&mut d["concern_rules"]), "first", Some("\"first\""), || Fault::Twice),
    (|d| twice(&mut d["regions"][0]["forces"]), "north", Some("\"north\""), || Fault::Twice),
    (|d| twice(&mut d["sources"]), "S1", Some("\"S1\""), || Fault::Twice),
    (|d| twice(&mut d["glossary"]), "Unit", None, || Fault::Twice),
    (|d| twice(&mut d["parts"][0]["topics"][0]["questions"]), "dogs.asked", Some("\"dogs.asked\""), || Fault::Twice),
    // Names that nothing bears.
    (|d| question(d)["theme"] = json!("nobody"), "dogs.asked/theme", Some("\"dogs.asked\""), UNKNOWN),
    (|d| question(d)["scale"] = json!("nobody"), "dogs.asked/scale", Some("\"dogs.asked\""), UNKNOWN),
    (|d| question(d)["minimum"] = json!("nobody"), "dogs.asked/minimum", Some("\"dogs.asked\""), UNKNOWN),
    (|d| question(d)["why"]["sources"] = json!(["nobody"]), "dogs.asked/why", Some("\"dogs.asked\""), UNKNOWN),
    (|d| topic(d)["basis"]["sources"] = json!(["nobody"]), "dogs", Some("\"dogs\""), UNKNOWN),
    (|d| d["regions"][0]["sources"] = json!(["nobody"]), "isles", Some("\"isles\""), UNKNOWN),
    (|d| d["glossary"][0]["sources"] = json!(["nobody"]), "Unit", None, UNKNOWN),
    (|d| rule(d)["when"] = json!({ "parts": ["nobody"] }), "first", Some("\"first\""), UNKNOWN),
    (|d| rule(d)["when"] = json!({ "topics": ["nobody"] }), "first", Some("\"first\""), UNKNOWN),
    (|d| rule(d)["when"] = json!({ "themes": ["nobody"] }), "first", Some("\"first\""), UNKNOWN),
    (|d| rule(d)["when"] = json!({ "scales": ["nobody"] }), "first", Some("\"first\""), UNKNOWN),
    (|d| second(d)["shown_when"]["levels"] = json!(["nobody"]), "dogs.fed/shown_when", Some("\"dogs.fed\""), UNKNOWN),
    // Questions that do not fit their topic, their scale or their place.
    (
        |d| *topic(d) = from_str(&topic(d).to_string().replace("\"dogs", "\"dogs.small")).expect("JSON"),
        "dogs.small",
        Some("\"dogs.small\""),
        || Fault::StopInTopic,
    ),
    (|d| question(d)["id"] = json!("cats.asked"), "cats.asked", Some("\"cats.asked\""), || Fault::OutsideTopic),
    (
        |d| drop_key(&mut question(d)["statements"], "no"),
        "dogs.asked/statements",
        Some("\"dogs.asked\""),
        || Fault::Statements(vec![level("no")]),
    ),
    (
        |d| question(d)["statements"]["maybe"] = json!("A statement too many."),
        "dogs.asked/statements",
        Some("\"dogs.asked\""),
        || Fault::Statements(vec![level("maybe")]),
    ),
    (
        |d| second(d)["shown_when"]["question"] = json!("dogs.later"),
        "dogs.fed/shown_when",
        Some("\"dogs.fed\""),
        || Fault::Order,
    ),
    (
        |d| d["parts"][0]["topics"][1]["questions"][0]["statements"]["yes"] = json!("Dogs are asked."),
        "cats.asked/statements/yes",
        Some("\"cats.asked\""),
        || Fault::SameStatement("dogs".to_owned()),
    ),
    // Texts and lists that are empty.
    (|d| d["parts"][0]["summary"] = json!(" "), "animals", Some("\"animals\""), || Fault::Empty),
    (|d| topic(d)["name"] = json!(""), "dogs", Some("\"dogs\""), || Fault::Empty),
    (|d| question(d)["text"] = json!(""), "dogs.asked", Some("\"dogs.asked\""), || Fault::Empty),
    (|d| question(d)["why"]["note"] = json!(""), "dogs.asked/why", Some("\"dogs.asked\""), || Fault::Empty),
    (|d| question(d)["prompts"] = json!([]), "dogs.asked/prompts", Some("\"dogs.asked\""), || Fault::NoneGiven),
    (|d| d["regions"][0]["forces"] = json!([]), "isles", Some("\"isles\""), || Fault::NoneGiven),
    // Lists that are too long.
    (|d| many_forces(&mut d["regions"][0]["forces"]), "isles", Some("\"isles\""), || Fault::ManyForces),
    // Claims and rules.
    (|d| question(d)["why"]["sources"] = json!([]), "dogs.asked/why", Some("\"dogs.asked\""), || Fault::Sources),
    (|d| question(d)["why"]["certainty"] = json!("ours"), "dogs.asked/why", Some("\"dogs.asked\""), || Fault::Sources),
    (|d| rule(d)["because"] = json!(""), "first", Some("\"first\""), || Fault::Empty),
    (|d| drop_last(&mut d["concern_rules"]), "concern_rules", None, || Fault::NoLastRule),
];

#[test]
fn the_small_framework_is_sound_before_it_is_broken() {
    assert_eq!(flaws_of(&small()), []);
}

#[test]
fn each_kind_of_flaw_is_found_with_its_key_and_line() {
    for (at, (break_it, key, on_line, fault)) in TABLE.into_iter().enumerate() {
        let mut data = small();
        break_it(&mut data);
        let text = serde_json::to_string_pretty(&data).expect("JSON");
        let flaws = flaws_of(&data);
        let flaw = flaws.iter().find(|flaw| flaw.key == key && flaw.fault == fault());
        let flaw = flaw.unwrap_or_else(|| panic!("row {at}, {key}: {flaws:?}"));
        let line = text.lines().nth(flaw.line - 1).expect("a line of the file");
        assert!(on_line.map_or(flaw.line == 1, |words| line.contains(words)), "row {at}, {flaw}: {line}");
    }
}

#[test]
fn a_value_of_the_wrong_shape_is_found_with_its_path_and_line() {
    let rows: [(Break, &str, &str); 5] = [
        (|d| d["version"] = json!(2026), "version", "2026"),
        (|d| question(d)["id"] = json!("Dogs!"), "parts[0].topics[0].questions[0].id", "Dogs!"),
        (|d| question(d)["hlep"] = json!("typo"), "parts[0].topics[0].questions[0].hlep", "hlep"),
        (|d| rule(d)["concern"] = json!("grave"), "concern_rules[0].concern", "grave"),
        (|d| question(d)["why"]["certainty"] = json!("sure"), "parts[0].topics[0].questions[0].why.certainty", "sure"),
    ];
    for (break_it, key, on_line) in rows {
        let mut data = small();
        break_it(&mut data);
        let text = serde_json::to_string_pretty(&data).expect("JSON");
        let flaws = flaws_of(&data);
        let [Flaw { key: found, line, fault: Fault::Shape(_) }] = flaws.as_slice() else { panic!("{key}: {flaws:?}") };
        assert_eq!(found, key);
        assert!(text.lines().nth(line - 1).is_some_and(|line| line.contains(on_line)), "{key}: line {line}");
    }
}

#[test]
fn a_text_that_is_cut_off_or_goes_on_is_one_flaw() {
    let text = serde_json::to_string_pretty(&small()).expect("JSON");
    for broken in [&text[..text.len() / 2], &format!("{text} {{}}"), ""] {
        let flaws = Framework::read(broken).expect_err("a broken text");
        assert!(matches!(flaws.as_slice(), [Flaw { fault: Fault::Shape(_), .. }]), "{flaws:?}");
    }
}

#[test]
fn all_flaws_are_told_at_once() {
    let mut data = small();
    question(&mut data)["theme"] = json!("nobody");
    question(&mut data)["prompts"] = json!([]);
    drop_last(&mut data["concern_rules"]);
    assert_eq!(flaws_of(&data).len(), 3);
}

fn flaws_of(data: &Value) -> Vec<Flaw> {
    Framework::read(&serde_json::to_string_pretty(data).expect("JSON")).err().unwrap_or_default()
}

fn level(id: &str) -> LevelId {
    id.try_into().expect("an id")
}

fn twice(list: &mut Value) {
    let list = list.as_array_mut().expect("a list");
    list.push(list[0].clone());
}

fn many_forces(list: &mut Value) {
    *list = (0..=MOST_FORCES).map(|at| json!({ "id": format!("force-{at}"), "name": "A force" })).collect();
}

fn drop_last(list: &mut Value) {
    let _ = list.as_array_mut().expect("a list").pop();
}

fn drop_key(object: &mut Value, key: &str) {
    let _ = object.as_object_mut().expect("an object").remove(key);
}

fn rule(data: &mut Value) -> &mut Value {
    &mut data["concern_rules"][0]
}

fn topic(data: &mut Value) -> &mut Value {
    &mut data["parts"][0]["topics"][0]
}

fn question(data: &mut Value) -> &mut Value {
    &mut topic(data)["questions"][0]
}

fn second(data: &mut Value) -> &mut Value {
    &mut topic(data)["questions"][1]
}
