//! Which module may name which, and what the core may not name at all.

use crate::tree::Source;

/// Every module at the top of the crate, and which others it may name.
const MAY_NAME: [(&str, &[&str]); 10] = [
    ("framework", &[]),
    ("assessment", &["framework"]),
    ("saved", &["framework", "assessment"]),
    ("analysis", &["framework", "assessment"]),
    ("comparison", &["framework", "assessment", "analysis"]),
    ("report", &["framework", "assessment", "analysis", "comparison"]),
    ("export", &["framework", "assessment", "analysis", "comparison", "report"]),
    ("session", &["framework", "assessment", "saved"]),
    ("browser", &[]),
    ("ui", &["framework", "assessment", "saved", "analysis", "comparison", "report", "export", "session", "browser"]),
];

/// What knows a browser.
const BROWSER: [&str; 6] = ["gloo", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys", "yew"];

/// What reaches outside the program.
const OUTSIDE: [&str; 6] = ["env", "fs", "net", "process", "thread", "time"];

/// The one place that may name a floating-point number: a reader is handed whatever JSON holds, and
/// passes over it.
const PASSES_OVER_FLOATS: &str = "src/saved/repeated.rs";

/// What a file names that its place does not let it name.
pub(crate) fn strangers(source: &Source) -> Vec<String> {
    let Some(top) = source.top() else { return Vec::new() };
    let Some((_, may)) = MAY_NAME.iter().find(|(name, _)| *name == top) else {
        return vec![format!("{}: the house has no place for {top}", source.path)];
    };
    let all: Vec<&str> = MAY_NAME.iter().map(|(name, _)| *name).collect();
    let reached = source.reached().into_iter();
    let strange =
        reached.filter(|it| it.name != top && all.contains(&it.name.as_str()) && !may.contains(&it.name.as_str()));
    strange.map(|it| format!("{}:{} names {}", source.path, it.line, it.name)).collect()
}

/// What a file of the core names that only a browser or an operating system has.
pub(crate) fn outsiders(source: &Source) -> Vec<String> {
    let at = |line: usize, name: &str| format!("{}:{line} {name}", source.path);
    let mut found = Vec::new();
    for word in source.code_before_tests() {
        let name = word.text.as_str();
        let float =
            ["f32", "f64"].contains(&name) || name.starts_with(|c: char| c.is_ascii_digit()) && name.contains('.');
        if float && source.path != PASSES_OVER_FLOATS || BROWSER.contains(&name) {
            found.push(at(word.line, name));
        }
    }
    let outside = source.reached_of("std").into_iter().filter(|it| OUTSIDE.contains(&it.name.as_str()));
    found.extend(outside.map(|it| at(it.line, &format!("std::{}", it.name))));
    found
}
