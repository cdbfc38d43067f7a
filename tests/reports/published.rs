//! What is exported as JSON is as the published schemas say, by a validator that we did not write.

use std::path::PathBuf;

use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::Report;
use rocu_self_assessment::{export, saved};
use serde_json::{Value, json};

use crate::golden::example;
use crate::made::{TODAY, blank, full};
use crate::readers::{keep, python};

/// What is wrong with each of the files by that schema.
fn wrong(schema: &str, files: &[(&str, String)]) -> Vec<Vec<String>> {
    let schema = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("static/framework").join(schema);
    let files = files.iter().map(|(name, text)| keep(name, text.as_bytes()));
    let given: Vec<PathBuf> = std::iter::once(schema).chain(files).collect();
    serde_json::from_str(&python("valid.py", &given)).unwrap()
}

#[test]
fn gap_summaries_and_assessment_files_are_as_the_published_schemas_say() {
    let framework = Framework::built_in();
    let assessments = [example(&framework), full(&framework, 4), blank(&framework)];
    let report = |assessment| export::json(&Report::of(&framework, assessment, TODAY));
    let [of_example, of_full, of_blank] = assessments.each_ref().map(report);
    let mut flawed: Value = serde_json::from_str(&of_blank).unwrap();
    flawed["report"]["sections"][0]["blocks"][0] = json!({ "tune": "la" });
    let files = [
        ("valid-example.json", of_example),
        ("valid-full.json", of_full),
        ("valid-blank.json", of_blank),
        ("valid-not.json", flawed.to_string()),
    ];
    let found = wrong("report.schema.json", &files);
    assert_eq!(found[..3], [const { Vec::<String>::new() }; 3]);
    assert!(!found[3].is_empty(), "a flaw is found");

    let [of_example, of_full, of_blank] = assessments.each_ref().map(saved::save);
    let flawed = of_blank.replacen("\"marking\":", "\"marking\": 1, \"marked\":", 1);
    let files = [
        ("valid-example.rocu.json", of_example),
        ("valid-full.rocu.json", of_full),
        ("valid-blank.rocu.json", of_blank),
        ("valid-not.rocu.json", flawed),
    ];
    let found = wrong("assessment.schema.json", &files);
    assert_eq!(found[..3], [const { Vec::<String>::new() }; 3]);
    assert!(!found[3].is_empty(), "a flaw is found");
}
