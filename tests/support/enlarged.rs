//! The built-in questions several times over, as a framework of somebody's own.

use serde_json::{Value, json};

/// The words of a framework file in which every topic stands so many times, under ids of their own.
pub(crate) fn framework(times: usize) -> String {
    let mut file: Value =
        serde_json::from_str(include_str!("../../static/framework/rocu.json")).expect("the framework is JSON");
    file["id"] = json!("enlarged");
    file["version"] = json!(format!("{times}"));
    for part in file["parts"].as_array_mut().into_iter().flatten() {
        let topics = part["topics"].as_array().cloned().unwrap_or_default();
        let copies = (1..=times).flat_map(|number| topics.iter().map(move |topic| renamed(topic, number)));
        part["topics"] = copies.collect();
    }
    file.to_string()
}

/// A topic whose id, and those of its questions, have a number at the end; the first keeps its own.
fn renamed(topic: &Value, number: usize) -> Value {
    let mut topic = topic.clone();
    if number == 1 {
        return topic;
    }
    let plain = topic["id"].as_str().unwrap_or_default().to_owned();
    let another = format!("{plain}-{number}");
    topic["name"] = json!(format!("{} {number}", topic["name"].as_str().unwrap_or_default()));
    let rename = |id: &mut Value| {
        if let Some(rest) = id.as_str().and_then(|id| id.strip_prefix(&plain)) {
            *id = json!(format!("{another}{rest}"));
        }
    };
    rename(&mut topic["id"]);
    for question in topic["questions"].as_array_mut().into_iter().flatten() {
        rename(&mut question["id"]);
        if let Some(condition) = question.get_mut("shown_when") {
            rename(&mut condition["question"]);
        }
        // No statement may stand in two topics.
        for statement in question["statements"].as_object_mut().into_iter().flatten().map(|(_, it)| it) {
            *statement = json!(format!("In unit {number}: {}", statement.as_str().unwrap_or_default()));
        }
    }
    topic
}
