//! The house: who may name whom, and what no file may hold.

#[path = "support/layers.rs"]
mod layers;
#[path = "support/prose.rs"]
mod prose;
#[path = "support/rust.rs"]
mod rust;
#[path = "support/tree.rs"]
mod tree;

use layers::{outsiders, strangers};
use rust::Word;
use tree::{Source, files, read, sources};

/// Fails with all that was found.
fn none(found: impl IntoIterator<Item = String>) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
}

#[test]
fn no_module_names_one_that_the_house_keeps_from_it() {
    none(sources(&["src/"]).iter().flat_map(strangers));
}

#[test]
fn the_core_knows_no_browser_no_clock_no_disk_and_no_floating_point() {
    let core =
        sources(&["src/"]).into_iter().filter(|it| it.top().is_some_and(|top| !["ui", "browser"].contains(&top)));
    none(core.flat_map(|it| outsiders(&it)));
}

#[test]
fn only_the_page_knows_yew() {
    let others = sources(&["src/"]).into_iter().filter(|it| it.top().is_some_and(|top| top != "ui"));
    let yew = |it: &Source| {
        it.code()
            .iter()
            .filter(|word| word.text == "yew")
            .map(|word| format!("{}:{}", it.path, word.line))
            .collect::<Vec<_>>()
    };
    none(others.flat_map(|it| yew(&it)));
}

#[test]
fn components_read_no_context() {
    let reads = ["use_store", "use_dispatch", "use_context", "use_reducer"];
    let found = sources(&["src/ui/component"]).into_iter().flat_map(|it| {
        let read = it.code().into_iter().filter(|word| reads.contains(&word.text.as_str()));
        read.map(|word| format!("{}:{} {}", it.path, word.line, word.text)).collect::<Vec<_>>()
    });
    none(found);
}

#[test]
fn every_component_is_drawn_alone_in_a_test() {
    let list = Source::new(String::new(), read("src/ui/component.rs"));
    let code = list.code();
    let named = code.windows(6).filter(|at| at[0].text == "pub" && at[1].text == "use" && at[3].text == "::");
    let named: Vec<String> = named.map(|at| at[4].text.clone()).collect();
    assert!(named.len() > 10, "components are listed one a line");
    let tests = sources(&["tests/components/"]);
    let holds = |it: &Source, name: &String| it.words.windows(2).any(|at| at[0].text == "<" && at[1].text == *name);
    let drawn = |name: &String| tests.iter().any(|it| holds(it, name));
    none(named.into_iter().filter(|name| !drawn(name)));
}

#[test]
fn what_is_held_against_the_house_is_found() {
    let source = |path: &str, text: &str| Source::new(path.to_owned(), text.to_owned());
    for (path, text) in [
        ("src/framework.rs", "use crate::assessment::Answer;"),
        ("src/framework/id.rs", "use super::super::ui;"),
        ("src/analysis/gap.rs", "use crate::{framework::{self, Asked}, report::Report};"),
        ("src/report.rs", "fn a() -> super::session::Session { loop {} }"),
        ("src/browser/print.rs", "mod inner { fn a(it: super::super::super::saved::Opened) {} }"),
        ("src/session.rs", "macro_rules! a { () => { $crate::analysis::Tally } }"),
        ("src/elsewhere.rs", ""),
    ] {
        assert_eq!(strangers(&source(path, text)).len(), 1, "{path} {text}");
    }
    for (path, text) in [
        (
            "src/framework/id.rs",
            "// crate::ui\n/* /* crate::ui */ crate::ui */ const A: &str = \"crate::ui \\\" crate::ui\";",
        ),
        (
            "src/framework/id.rs",
            "const A: (&str, char, char) = (r#\"\" crate::ui\"#, '\"', '\\''); fn a<'ui>(_: &'ui str) {}",
        ),
        ("src/framework/id.rs", "use super::region::Region; use crate::framework::ui;"),
        (
            "src/session/event.rs",
            "mod tests { use super::super::Session; } use super::notice; use crate::saved::Opened;",
        ),
        ("src/ui/frame.rs", "use crate::{analysis, browser, session};"),
        ("src/main.rs", "use crate::ui::App;"),
    ] {
        assert_eq!(strangers(&source(path, text)), [""; 0], "{path} {text}");
    }
    for text in [
        "use yew::html;",
        "fn a(_: f64) {}",
        "const A: u8 = 0.5;",
        "use std::{fmt, fs};",
        "fn a() { std::env::var(\"A\") }",
    ] {
        assert_eq!(outsiders(&source("src/report.rs", text)).len(), 1, "{text}");
    }
    for text in [
        "fn a(b: B) { b.0.1 + 1..2 }",
        "// yew",
        "const A: &str = \"0.5 f64\";",
        "#[cfg(test)]\nmod tests { use std::fs; }",
        "use std::fmt;",
    ] {
        assert_eq!(outsiders(&source("src/report.rs", text)), [""; 0], "{text}");
    }
}

#[test]
fn every_file_begins_with_a_sentence_that_says_what_it_is_for() {
    let silent = |it: &Source| {
        let lines = it.text.lines().map_while(|line| line.strip_prefix("//! "));
        let first = lines.collect::<Vec<_>>().join(" ");
        !first.starts_with(|letter: char| letter.is_uppercase() || letter == '`') || !first.contains(['.', ':'])
    };
    none(everything().into_iter().filter(silent).map(|it| it.path));
}

#[test]
fn no_file_is_longer_than_300_lines_before_its_tests() {
    let long = everything().into_iter().map(|it| (it.lines_before_tests(), it.path)).filter(|(lines, _)| *lines > 300);
    none(long.map(|(lines, path)| format!("{path}: {lines} lines")));
}

#[test]
fn no_module_has_a_name_that_says_nothing() {
    let empty = ["mod", "util", "utils", "helper", "helpers", "common", "manager", "misc"];
    let found = everything().into_iter().flat_map(|it| {
        let file = it.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        let code = it.code();
        let inside = code.windows(2).filter(|at| at[0].text == "mod").map(|at| at[1].text.clone());
        let names = inside.chain([file]).filter(|name| empty.contains(&name.as_str()));
        names.map(|name| format!("{}: {name}", it.path)).collect::<Vec<_>>()
    });
    none(found);
}

#[test]
fn every_import_names_what_it_imports() {
    let found = everything().into_iter().flat_map(|it| {
        let (code, before_tests) = (it.code(), it.lines_before_tests());
        let is_test =
            |line: usize| line > before_tests || it.path.starts_with("tests/") || it.path.ends_with("/tests.rs");
        let ends = code.windows(5).filter(|at| at[3].text == "::" && at[4].text == "*");
        let allowed = |at: &&[&Word]| match [0, 1, 2].map(|it| at[it].text.as_str()) {
            [_, "use", "super"] => is_test(at[1].line),
            ["yew", "::", "prelude"] => it.path.starts_with("src/ui") || it.path.starts_with("tests/"),
            ["proptest", "::", "prelude"] => is_test(at[0].line),
            _ => false,
        };
        ends.filter(|at| !allowed(at)).map(|at| format!("{}:{}", it.path, at[0].line)).collect::<Vec<_>>()
    });
    none(found);
}

#[test]
fn every_dependency_has_a_reason_above_it() {
    let mut found = Vec::new();
    for path in files().into_iter().filter(|path| path.ends_with("Cargo.toml")) {
        let (mut inside, mut above) = (false, String::new());
        for line in read(&path).lines() {
            if line.starts_with('[') {
                inside = line.contains("dependencies");
            } else if inside
                && line.starts_with(|letter: char| letter.is_ascii_alphabetic())
                && !above.starts_with("# ")
            {
                found.push(format!("{path}: {line}"));
            }
            line.clone_into(&mut above);
        }
    }
    none(found);
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
        concat!("todo", "!"),
        concat!("unimplemented", "!"),
    ];
    let mut found = Vec::new();
    for path in files().into_iter().filter(|path| !path.ends_with("lock") && !path.ends_with("lock.json")) {
        for (at, line) in read(&path).lines().enumerate() {
            found.extend(
                marks.iter().filter(|mark| line.contains(**mark)).map(|mark| format!("{path}:{} {mark}", at + 1)),
            );
        }
    }
    none(found);
}

#[test]
fn nothing_unwraps_and_no_lint_is_silenced_without_a_reason() {
    let mut found = Vec::new();
    for source in sources(&["src/", "xtask/"]).into_iter().filter(|it| !it.path.ends_with("/tests.rs")) {
        let (code, before_tests) = (source.code(), source.lines_before_tests());
        for at in code.windows(4) {
            let [first, second, third, fourth] = [0, 1, 2, 3].map(|it| at[it].text.as_str());
            let unwraps = first == "." && second == "unwrap" && third == "(" && at[1].line <= before_tests;
            let silences = ["[", ","].contains(&second) && third == "allow" && fourth == "(";
            if unwraps || silences {
                found.push(format!("{}:{} {second} {third}", source.path, at[1].line));
            }
        }
    }
    none(found);
}

#[test]
fn what_people_read_is_spelt_as_in_britain() {
    assert_eq!(prose::american("The colour of Organized crime: a gray area"), ["organized", "gray"]);
    let american =
        |it: prose::Prose| prose::american(&it.text).into_iter().map(move |word| format!("{} {word}", it.at));
    none(prose::all().into_iter().flat_map(american));
}

#[test]
fn no_file_tells_where_it_was_made_or_where_packages_came_from() {
    let hosts = [concat!("index.", "crates."), concat!("static.", "crates."), concat!("registry.", "npm")];
    let others = [concat!("files.", "pythonhosted"), concat!("deb.", "debian"), concat!("arti", "factory")];
    let roots = [concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/ho", "me/"), concat!("/us", "ers/")];
    let mut found = Vec::new();
    for path in files() {
        for (at, line) in read(&path).lines().enumerate() {
            let names = hosts.into_iter().chain(others).filter(|name| line.contains(name));
            // What stands before a slash makes it the middle of an address.
            let begins = |(at, _): &(usize, &str)| !line[..*at].ends_with(|before: char| before.is_alphanumeric());
            let machine = roots.into_iter().filter(|root| line.match_indices(root).any(|it| begins(&it)));
            found.extend(names.chain(machine).map(|name| format!("{path}:{} {name}", at + 1)));
        }
    }
    none(found);
}

/// Every Rust file.
fn everything() -> Vec<Source> {
    sources(&["src/", "tests/", "xtask/", "unpack/", "benches/", "build.rs"])
}
