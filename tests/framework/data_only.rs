//! To add a threat or a region one changes the data, and nothing else.

use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::guide;
use rocu_self_assessment::framework::{BUILT_IN, Framework, QuestionId, TopicId};
use serde_json::{Value, json};

use crate::concern::{answer, blank};

#[test]
fn a_threat_that_is_added_to_the_data_is_offered_asked_and_ranked() {
    let mut data: Value = serde_json::from_str(BUILT_IN).expect("the data is JSON");
    let threats = part(&mut data, "threats");
    let fraud = threats.iter().find(|topic| topic["id"] == "fraud").expect("a threat").clone();
    threats.push(renamed(fraud, "fraud", "drugs"));
    let framework = Framework::read(&data.to_string()).expect("a sound framework");

    let drugs = TopicId::try_from("drugs").expect("an id");
    let pursue = QuestionId::try_from("drugs.pursue").expect("an id");
    let mut assessment = blank(&framework);
    assert_eq!(guide::questions(&framework, &assessment).filter(|asked| asked.topic.id == drugs).count(), 8);

    answer(&framework, &mut assessment, &pursue, "not-achieved".try_into().expect("an id"));
    let analysis = Analysis::of(&framework, &assessment);
    assert_eq!(analysis.gaps.len(), 1);
    assert_eq!(analysis.gaps[0].asked.question.id, pursue);
    assert_eq!(analysis.gaps[0].rule.id.as_str(), "emerging-threat-in-part");

    assessment.switch(drugs.clone(), false);
    assert!(guide::questions(&framework, &assessment).all(|asked| asked.topic.id != drugs));
}

#[test]
fn a_region_that_is_added_to_the_data_can_be_chosen() {
    let mut data: Value = serde_json::from_str(BUILT_IN).expect("the data is JSON");
    let region = json!({
        "id": "isles",
        "name": "The Isles",
        "unit": "Unit of the Isles",
        "sources": ["S1"],
        "forces": [{ "id": "north-isle", "name": "North Isle" }],
    });
    data["regions"].as_array_mut().expect("a list").push(region);
    let framework = Framework::read(&data.to_string()).expect("a sound framework");
    let mut assessment = blank(&framework);
    assessment.particulars.choose(framework.regions.last().expect("a region"));
    assert_eq!(assessment.particulars.region_name, "The Isles");
    assert_eq!(assessment.forces().len(), 1);
}

#[test]
fn a_question_that_is_retired_leaves_the_rest_sound() {
    let mut data: Value = serde_json::from_str(BUILT_IN).expect("the data is JSON");
    let fraud = part(&mut data, "threats").iter_mut().find(|topic| topic["id"] == "fraud").expect("a threat");
    fraud["questions"].as_array_mut().expect("a list").retain(|question| question["id"] != "fraud.prepare");
    let framework = Framework::read(&data.to_string()).expect("a sound framework");
    assert_eq!(framework.questions().count() + 1, Framework::built_in().questions().count());
}

fn part<'a>(data: &'a mut Value, id: &str) -> &'a mut Vec<Value> {
    let parts = data["parts"].as_array_mut().expect("a list");
    let part = parts.iter_mut().find(|part| part["id"] == id).expect("a part");
    part["topics"].as_array_mut().expect("a list")
}

/// A copy of a topic under another id, with statements of its own.
fn renamed(topic: Value, from: &str, to: &str) -> Value {
    let mut topic = topic;
    topic["id"] = json!(to);
    for question in topic["questions"].as_array_mut().expect("a list") {
        let id = question["id"].as_str().expect("an id").replacen(from, to, 1);
        question["id"] = json!(id);
        for (_, statement) in question["statements"].as_object_mut().expect("statements") {
            *statement = json!(format!("On drugs: {}", statement.as_str().expect("a text")));
        }
    }
    topic
}
