//! A file that cannot be opened says why, each in its own way.

use rocu_self_assessment::framework;
use rocu_self_assessment::saved::{self, Listed, OpenError};
use serde_json::{Value, from_str, json};

use crate::small::{COMPLETE, FRAMEWORK, RECORD, open, opened};

/// The complete file with one text in place of another.
fn with(there: &str, instead: &str) -> String {
    assert!(COMPLETE.contains(there), "{there}");
    COMPLETE.replacen(there, instead, 1)
}

fn malformed(key: &str, line: usize) -> OpenError {
    OpenError::Malformed { key: key.to_owned(), line }
}

#[test]
fn a_file_that_is_not_ours_is_refused() {
    for other in [
        r#"{"name": "package", "version": 1}"#,
        r#"{"format": "other", "version": 1}"#,
        "[]",
        "{}",
        "5",
        "null",
        "\"a\"",
    ] {
        assert_eq!(open(other), Err(OpenError::NotOurs), "{other}");
    }
    assert_eq!(open(r#"["rocu-self-assessment", 1]"#), Err(OpenError::NotOurs));
    assert_eq!(open(r#"{"a": 1, "a": 2}"#), Err(OpenError::NotOurs), "other files may do as they like");
}

#[test]
fn a_framework_file_is_not_an_assessment() {
    assert_eq!(open(FRAMEWORK), Err(OpenError::NotOurs));
    assert_eq!(open(framework::BUILT_IN), Err(OpenError::NotOurs));
}

#[test]
fn a_file_that_is_not_json_is_refused_with_the_place() {
    assert_eq!(open("Dear colleague,"), Err(OpenError::NotJson { line: 1, column: 1 }));
    assert_eq!(open("{\n  'format': 1\n}"), Err(OpenError::NotJson { line: 2, column: 3 }));
    assert_eq!(open("<!doctype html>"), Err(OpenError::NotJson { line: 1, column: 1 }));
    let twice = format!("{COMPLETE}{COMPLETE}");
    let line = COMPLETE.lines().count() + 1;
    assert_eq!(open(twice), Err(OpenError::NotJson { line, column: 1 }));
    let half = with("“quoted”", "\\ud800");
    assert!(matches!(open(half), Err(OpenError::NotJson { .. })), "half a character is no text");
}

#[test]
fn a_file_that_was_cut_off_is_refused_with_its_last_line() {
    let cut = &COMPLETE[..COMPLETE.find("\"A4\"").expect("an action")];
    assert_eq!(open(cut), Err(OpenError::Truncated { line: cut.lines().count() }));
    assert_eq!(open("{"), Err(OpenError::Truncated { line: 1 }));
}

#[test]
fn a_file_that_was_cut_off_within_a_character_is_truncated_too() {
    let at = COMPLETE.find("日本語").expect("a note in Japanese");
    let line = COMPLETE[..at].lines().count();
    for cut in [at + 1, at + 2] {
        assert_eq!(open(&COMPLETE.as_bytes()[..cut]), Err(OpenError::Truncated { line }));
    }
    assert_eq!(open([b"Caf\xC3".as_slice()].concat()), Err(OpenError::NotText));
}

#[test]
fn a_file_of_a_later_version_is_refused_whatever_else_is_in_it() {
    assert_eq!(open(with("\"version\": 1", "\"version\": 2")), Err(OpenError::LaterVersion { found: 2 }));
    let strange = r#"{"format": "rocu-self-assessment", "version": 18446744073709551615, "answers": 5}"#;
    assert_eq!(open(strange), Err(OpenError::LaterVersion { found: u64::MAX }));
}

#[test]
fn a_version_that_never_was_is_malformed() {
    for version in ["0", "-1", "1.0", "\"1\"", "true", "[1]"] {
        let text = with("\"version\": 1", &format!("\"version\": {version}"));
        assert_eq!(open(text), Err(malformed("version", 3)), "{version}");
    }
}

#[test]
fn a_file_of_more_than_20_megabytes_is_refused_before_it_is_read() {
    assert_eq!(saved::too_large(100_000_000), Some(OpenError::TooLarge { bytes: 100_000_000 }));
    let limit = saved::LIMIT as u64;
    assert_eq!(saved::too_large(limit), None);
    assert_eq!(saved::too_large(limit + 1), Some(OpenError::TooLarge { bytes: limit + 1 }));
    let mut text = COMPLETE.as_bytes().to_vec();
    text.resize(saved::LIMIT, b' ');
    assert!(open(&text).is_ok());
    text.push(b' ');
    assert_eq!(open(&text), Err(OpenError::TooLarge { bytes: limit + 1 }));
}

#[test]
fn a_file_that_is_not_in_utf_8_is_refused() {
    let latin: Vec<u8> = with("naïve", "naive").bytes().map(|byte| if byte == b'?' { 0xEF } else { byte }).collect();
    let latin = [latin.as_slice(), b"\xEF\xE8"].concat();
    assert_eq!(open(latin), Err(OpenError::NotText));
    let sixteen = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(COMPLETE.encode_utf16()).flat_map(order).collect()
    };
    assert_eq!(open(sixteen(u16::to_le_bytes)), Err(OpenError::NotText));
    assert_eq!(open(sixteen(u16::to_be_bytes)), Err(OpenError::NotText));
    let unmarked: Vec<u8> = "{\"format\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(open(unmarked), Err(OpenError::NotText));
    assert_eq!(open(b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xFF"), Err(OpenError::NotText), "a Word file");
}

#[test]
fn a_byte_order_mark_at_the_start_is_passed_over() {
    let marked = format!("\u{feff}{COMPLETE}");
    assert_eq!(open(marked), open(COMPLETE));
    assert!(open(COMPLETE).is_ok());
}

#[test]
fn lines_may_end_as_windows_ends_them() {
    assert_eq!(open(COMPLETE.replace('\n', "\r\n")), open(COMPLETE));
}

#[test]
fn a_locked_file_is_known_as_one() {
    assert_eq!(open(b"age-encryption.org/v1\n-> scrypt \xFF\x00"), Err(OpenError::Locked));
    assert_eq!(open("-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n"), Err(OpenError::Locked));
    assert_eq!(open("\r\n-----BEGIN AGE ENCRYPTED FILE-----\r\nYWdl\r\n"), Err(OpenError::Locked));
}

#[test]
fn an_empty_file_is_known_as_one() {
    for empty in ["", " ", "\r\n\t", "\u{feff}", "\u{feff}\n"] {
        assert_eq!(open(empty), Err(OpenError::Empty), "{empty:?}");
    }
}

#[test]
fn a_file_that_is_too_deep_is_refused_without_a_panic() {
    let deep = |levels: usize| format!("{{\"deep\": {}{}}}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(open(deep(100_000)), Err(OpenError::TooDeep));
    assert_eq!(open(deep(127)), Err(OpenError::TooDeep));
    assert_eq!(open(deep(126)), Err(OpenError::NotOurs));
    let inside =
        |levels: usize| with("\"example\": true", &format!("\"x\": {}{}", "[".repeat(levels), "]".repeat(levels)));
    assert_eq!(open(inside(127)), Err(OpenError::TooDeep));
    let deepest = open(inside(126)).expect("as deep as it may be");
    assert_eq!(open(saved::save(&deepest.assessment)), Ok(deepest), "what was opened can be saved and opened again");
}

/// As many forces, actions or milestones as a file has in its list of them.
fn many(of: Listed, number: usize) -> Value {
    let one = |at: usize| match of {
        Listed::Forces => json!({ "id": format!("force-{at}"), "name": "A force" }),
        Listed::Actions => json!({ "id": format!("A{at}"), "question": "undercover.provision" }),
        Listed::Milestones => json!({ "at": "2026-03-31T12:00:00", "assessment": {
            "format": "rocu-self-assessment", "version": 1, "id": "12345678",
            "framework": { "id": "rocu", "version": "2026.1" },
        } }),
    };
    (0..number).map(one).collect()
}

/// Where the list of them stands.
fn list_of(file: &mut Value, of: Listed) -> &mut Value {
    match of {
        Listed::Forces => &mut file["particulars"]["forces"],
        Listed::Actions => &mut file["actions"],
        Listed::Milestones => &mut file["milestones"],
    }
}

#[test]
fn a_file_with_more_than_200_forces_2000_actions_or_2000_milestones_is_refused_with_the_number() {
    assert_eq!(Listed::ALL.map(Listed::most), [200, 2_000, 2_000]);
    for of in Listed::ALL {
        let file = |number: usize| {
            let mut file: Value = from_str(COMPLETE).expect("JSON");
            *list_of(&mut file, of) = many(of, number);
            file.to_string()
        };
        let most = opened(&file(of.most())).assessment;
        assert_eq!(of.number(&most), of.most());
        assert_eq!(open(saved::save(&most)).map(|again| again.assessment), Ok(most), "it is saved and opened again");
        let found = of.most() + 1;
        assert_eq!(open(file(found)), Err(OpenError::TooMany { of, found }));
    }
}

#[test]
fn a_milestone_with_too_many_forces_or_actions_is_refused_too() {
    for of in [Listed::Forces, Listed::Actions] {
        let mut file: Value = from_str(RECORD).expect("JSON");
        let found = of.most() + 1;
        *list_of(&mut file["milestones"][0]["assessment"], of) = many(of, found);
        assert_eq!(open(file.to_string()), Err(OpenError::TooMany { of, found }));
    }
}

#[test]
fn a_file_made_against_another_framework_is_refused_with_its_name() {
    let found = "fire-service".to_owned();
    assert_eq!(open(with("\"id\": \"rocu\"", "\"id\": \"fire-service\"")), Err(OpenError::OtherFramework { found }));
    let found = "Not An Id".to_owned();
    assert_eq!(open(with("\"id\": \"rocu\"", "\"id\": \"Not An Id\"")), Err(OpenError::OtherFramework { found }));
}

#[test]
fn what_is_missing_is_named() {
    assert_eq!(open(r#"{"format": "rocu-self-assessment"}"#), Err(malformed("version", 1)));
    assert_eq!(open(r#"{"format": "rocu-self-assessment", "version": 1}"#), Err(malformed("id", 1)));
    let without = with("  \"framework\": { \"id\": \"rocu\", \"version\": \"2026.1\" },\n", "");
    assert_eq!(open(without), Err(malformed("framework", 1)));
    assert_eq!(open(with(", \"version\": \"2026.1\"", "")), Err(malformed("framework", 5)));
}

#[test]
fn what_is_of_another_shape_is_named_with_its_line() {
    let line = |text: &str| COMPLETE[..COMPLETE.find(text).expect(text)].lines().count();
    for (there, instead, key) in [
        ("\"7f3e9a1c-5b2d-4e8f-9a6b-0c1d2e3f4a5b\"", "\"short\"", "id"),
        ("\"example\": true", "\"example\": \"yes\"", "example"),
        ("\"2026-03-31\"", "\"31 March 2026\"", "particulars.date"),
        ("\"2026-03-31\"", "\"2026-02-30\"", "particulars.date"),
        ("\"OFFICIAL\"", "\"SECRET\"", "particulars.marking"),
        ("\"West Mercia Police\"", "5", "particulars.forces[2].name"),
        ("\"id\": \"west-mercia\"", "\"id\": \"West Mercia\"", "particulars.forces[2].id"),
        ("[\"fraud\"]", "\"fraud\"", "switched_on"),
    ] {
        assert_eq!(open(with(there, instead)), Err(malformed(key, line(there))), "{instead}");
    }
    for list in ["answers", "accepted", "overruled"] {
        let text = format!(
            r#"{{"format": "rocu-self-assessment", "version": 1, "id": "12345678",
            "framework": {{"id": "rocu", "version": "1"}},
            "{list}": []}}"#
        );
        assert_eq!(open(text), Err(malformed(list, 3)), "{list}");
    }
}

#[test]
fn a_key_that_stands_twice_is_named_since_one_of_the_two_would_be_lost() {
    let twice = with("\"fraud.provision\": {", "\"undercover.provision\": {");
    let line = COMPLETE[..COMPLETE.find("\"fraud.provision\"").expect("an answer")].lines().count();
    assert_eq!(open(twice), Err(malformed("answers.undercover.provision", line)));
    let twice = with("\"example\": true", "\"example\": true, \"x\": [{\"y\": 1, \"y\": 2}]");
    assert_eq!(open(twice), Err(malformed("x[0].y", 6)));
    for (key, value) in [("version", "1"), ("id", "\"another-1\""), ("format", "\"rocu-self-assessment\"")] {
        let twice = with("\"example\": true", &format!("\"{key}\": {value}"));
        assert_eq!(open(twice), Err(malformed(key, 6)));
    }
    assert_eq!(open(String::from("{\"format\": 1, \"format\": 2}")), Err(OpenError::NotOurs));
}

#[test]
fn every_error_says_what_was_given_and_what_is_allowed() {
    let key = "particulars.date".to_owned();
    for (error, words) in [
        (OpenError::TooLarge { bytes: 100_000_000 }, "the file has 100000000 bytes, and at most 20971520 are read"),
        (OpenError::Truncated { line: 7 }, "the file ends on line 7, before its last closing brace"),
        (OpenError::NotJson { line: 2, column: 3 }, "the file is not JSON from line 2, column 3"),
        (OpenError::LaterVersion { found: 2 }, "the file is of version 2, and versions up to 1 are known"),
        (
            OpenError::Malformed { key, line: 21 },
            "line 21, particulars.date: not of the form that the schema of the assessment file allows",
        ),
        (OpenError::TooMany { of: Listed::Forces, found: 201 }, "the file has 201 forces, and at most 200 are allowed"),
    ] {
        assert_eq!(error.to_string(), words);
    }
}
