//! A framework that is small enough to be taken in at a glance.

use serde_json::{Value, json};

/// A sound framework that is small enough to be taken in at a glance.
pub(crate) fn small() -> Value {
    let why = json!({ "certainty": "confirmed", "sources": ["S1"], "note": "Somebody found it." });
    let ask = |id: &str, yes: &str, no: &str| {
        json!({
            "id": id, "theme": "use", "scale": "done", "text": "Is it?", "minimum": "yes",
            "statements": { "yes": yes, "no": no }, "prompts": ["A record"], "why": why,
        })
    };
    let mut fed = ask("dogs.fed", "Dogs are fed.", "Dogs are not fed.");
    fed["shown_when"] = json!({ "question": "dogs.asked", "levels": ["yes"] });
    json!({
        "id": "small", "version": "1", "name": "Small", "about": ["Small."],
        "themes": [{ "id": "use", "name": "Use" }],
        "scales": [{ "id": "done", "levels": [
            { "id": "yes", "name": "Yes", "standing": "meets" },
            { "id": "no", "name": "No", "standing": "short" },
        ] }],
        "not_applicable": [{ "id": "no-need", "text": "No need" }],
        "concern_rules": [
            { "id": "first", "when": { "parts": ["animals"] }, "concern": "high", "because": "It matters." },
            { "id": "rest", "concern": "low", "because": "The rest." },
        ],
        "parts": [{ "id": "animals", "name": "Animals", "summary": "All of them.", "topics": [
            {
                "id": "dogs", "name": "Dogs", "summary": "They bark.", "basis": why,
                "questions": [ask("dogs.asked", "Dogs are asked.", "Dogs are not asked."), fed],
            },
            {
                "id": "cats", "name": "Cats", "summary": "They do not.", "basis": why,
                "questions": [ask("cats.asked", "Cats are asked.", "Cats are not asked.")],
            },
        ] }],
        "regions": [{ "id": "isles", "name": "Isles", "unit": "Unit", "sources": ["S1"],
            "forces": [{ "id": "north", "name": "North" }] }],
        "glossary": [{ "term": "Unit", "meaning": "A team.", "sources": ["S1"] }],
        "sources": [{ "id": "S1", "title": "A report", "address": "example.org" }],
    })
}
