//! Texts that could do harm, and files that hold one in every field that takes any text.
//!
//! Which fields these are is told by the published schemas, which are made from the types: none can be forgotten.

use std::collections::BTreeSet;

use serde_json::{Value, json};

const TEXTS: &str = include_str!("../golden/hostile.json");
const EXAMPLE: &str = include_str!("../../static/framework/example.rocu.json");
const OTHERS: [&str; 2] =
    [include_str!("../saved/v1-complete.rocu.json"), include_str!("../saved/v1-record.rocu.json")];
const ASSESSMENT: &str = include_str!("../../static/framework/assessment.schema.json");

/// Fields that take any text, of which only one can be opened.
const NAMES: [&str; 1] = ["FrameworkVersion.id"];

/// The texts.
pub(crate) fn texts() -> Vec<String> {
    serde_json::from_str(TEXTS).expect("a list of texts")
}

/// What stands in the field of that number: it is found again among all others.
pub(crate) fn marked(text: &str, number: usize) -> String {
    format!("{text} q{number}q")
}

/// An assessment file with such a text in every field, and how many there are.
///
/// It has everything that an assessment can have, but for few answers.
pub(crate) fn assessment(text: impl Fn(usize) -> String) -> (Value, usize) {
    let mut file: Value = serde_json::from_str(EXAMPLE).expect("JSON");
    let decided: BTreeSet<String> = ["accepted", "overruled"]
        .iter()
        .flat_map(|list| file[list].as_object().expect("a list by question").keys().cloned())
        .chain(file["actions"].as_array().expect("actions").iter().map(|action| said(&action["question"])))
        .collect();
    file["answers"].as_object_mut().expect("answers").retain(|question, _| decided.contains(question));
    for other in OTHERS {
        let Value::Object(other) = serde_json::from_str(other).expect("JSON") else { panic!("not a file") };
        for (key, value) in other {
            if file.get(&key).is_none() {
                file[key] = value;
            }
        }
    }
    let fields = fill(ASSESSMENT, &mut file, text);
    (file, fields)
}

/// The same as the unit itself has it: it is nobody's copy.
pub(crate) fn assessment_of_the_unit(text: impl Fn(usize) -> String) -> (Value, usize) {
    let (mut file, fields) = assessment(text);
    file.as_object_mut().expect("a file").retain(|field, _| field != "copy");
    (file, fields)
}

fn said(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// Puts a text into every field of a file that takes any, and hands back into how many.
///
/// Fails if the schema has such a field for which the file has no place.
pub(crate) fn fill(schema: &str, file: &mut Value, text: impl Fn(usize) -> String) -> usize {
    let schema: Value = serde_json::from_str(schema).expect("a schema is JSON");
    let mut filling = Filling { schema: &schema, text: &text, count: 0, reached: BTreeSet::new() };
    filling.value(file, &[("", &schema)]);
    let reached = filling.reached;
    let count = filling.count;
    let types = schema["$defs"].as_object().expect("definitions").iter().map(|(name, it)| (name.as_str(), it));
    for (name, its) in types.chain([("", &schema)]) {
        for (field, of) in its["properties"].as_object().into_iter().flatten() {
            let field = format!("{name}.{field}");
            let takes_any = alternatives(&schema, "", of).iter().any(|(_, it)| is_any_text(it));
            let is_reached = reached.contains(&field) || NAMES.contains(&&*field);
            assert!(!takes_any || is_reached, "no field {field} is in the file that is filled: add one");
        }
    }
    count
}

struct Filling<'a> {
    schema: &'a Value,
    text: &'a dyn Fn(usize) -> String,
    count: usize,
    reached: BTreeSet<String>,
}

impl<'a> Filling<'a> {
    fn value(&mut self, value: &mut Value, of: &[(&'a str, &'a Value)]) {
        match value {
            Value::String(text) if of.iter().any(|(_, it)| is_any_text(it)) => {
                *text = (self.text)(self.count);
                self.count += 1;
            }
            Value::Array(items) => {
                let each: Vec<_> = of.iter().filter_map(|(name, it)| Some((*name, it.get("items")?))).collect();
                for item in items {
                    self.among(item, &each);
                }
            }
            Value::Object(_) => of.iter().for_each(|(name, it)| self.object(value, name, it)),
            _ => {}
        }
    }

    fn among(&mut self, value: &mut Value, of: &[(&'a str, &'a Value)]) {
        let all: Vec<_> = of.iter().flat_map(|(name, it)| alternatives(self.schema, name, it)).collect();
        self.value(value, &all);
    }

    fn object(&mut self, value: &mut Value, name: &str, its: &'a Value) {
        let known = its["properties"].as_object();
        for (field, of) in known.into_iter().flatten() {
            let of = alternatives(self.schema, "", of);
            let full = format!("{name}.{field}");
            if NAMES.contains(&&*full) {
                continue;
            }
            if value.get(field).is_none_or(Value::is_null) && of.iter().any(|(_, it)| is_any_text(it)) {
                value[field] = json!("");
            }
            if value.get(field).is_some_and(Value::is_string) && of.iter().any(|(_, it)| is_any_text(it)) {
                let _ = self.reached.insert(full);
            }
            if let Some(there) = value.get_mut(field) {
                self.value(there, &of);
            }
        }
        let patterns = its["patternProperties"].as_object().into_iter().flatten().map(|(_, of)| of);
        for of in patterns.chain(its.get("additionalProperties").filter(|of| of.is_object())) {
            for (field, there) in value.as_object_mut().expect("an object") {
                if known.is_none_or(|known| !known.contains_key(field)) {
                    self.among(there, &[("", of)]);
                }
            }
        }
    }
}

/// What a value may be, with the names of the definitions.
fn alternatives<'a>(schema: &'a Value, name: &'a str, of: &'a Value) -> Vec<(&'a str, &'a Value)> {
    if let Some(reference) = of["$ref"].as_str() {
        let name = reference.rsplit_once('/').map_or("", |(_, name)| name);
        return alternatives(schema, name, schema.pointer(&reference[1..]).expect("a definition"));
    }
    match of["anyOf"].as_array().or(of["oneOf"].as_array()) {
        Some(several) => several.iter().flat_map(|one| alternatives(schema, name, one)).collect(),
        None => vec![(name, of)],
    }
}

/// Whether any text will do.
fn is_any_text(of: &Value) -> bool {
    let kinds = of["type"].as_array().map_or_else(|| vec![&of["type"]], |kinds| kinds.iter().collect());
    kinds.contains(&&json!("string")) && ["pattern", "format", "const", "enum"].iter().all(|key| of.get(key).is_none())
}
