//! Every file that was ever written, damaged: an error, a remark, or just what it then says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::{self, OpenError, Opened, Remark};
use serde_json::{Value, json};

use crate::changed::{Fate, changes, starts};
use crate::small::{self, COMPLETE, PRESENT, RECORD, content, opened};
use crate::within::{is_blank, is_within};

/// The worked example.
const EXAMPLE: &str = "static/framework/example.rocu.json";

/// The folder with a file of every form that was ever written.
const FORMS: &str = "tests/saved";

/// The files by name, each with the framework that it is opened against.
fn files() -> BTreeMap<String, (Vec<u8>, Framework)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let forms = fs::read_dir(root.join(FORMS)).expect("the forms").map(|entry| entry.expect("a file").path());
    let all = forms.filter(|path| path.to_string_lossy().ends_with(".rocu.json")).chain([root.join(EXAMPLE)]);
    let file = |path: &Path| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        // The first ones were written by hand, against two topics.
        let framework = if name.starts_with("v1-") { small::framework() } else { (*Framework::built_in()).clone() };
        (name, (fs::read(path).expect("a file"), framework))
    };
    let as_they_are: BTreeMap<_, _> = all.map(|path| file(&path)).collect();
    let as_now_saved = as_they_are.iter().map(|(name, (file, framework))| {
        let opened = saved::open(file, framework).expect("it opens");
        (format!("{name}, as it is now saved"), (saved::save(&opened.assessment).into_bytes(), framework.clone()))
    });
    as_now_saved.chain(as_they_are.clone()).collect()
}

fn saved(opened: &Opened) -> Value {
    content(&saved::save(&opened.assessment))
}

/// Whether a file has a checksum.
fn is_sealed(file: &[u8]) -> bool {
    serde_json::from_slice::<Value>(file).is_ok_and(|file| file.get("checksum").is_some())
}

/// What becomes of a file which gives this where it is not damaged.
///
/// What is saved again says all that the file says. And it says nothing else but for what is filled in without
/// damage as well, or a remark tells why. Where there was a checksum, it is the same or a remark tells that it is not.
fn fate(file: &[u8], framework: &Framework, undamaged: &Opened, had_checksum: bool) -> Fate {
    let opened = match saved::open(file, framework) {
        Ok(opened) => opened,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return Fate::Refused;
        }
    };
    let says = content(str::from_utf8(file).expect("what opens is text"));
    let again = saved(&opened);
    let shown = || String::from_utf8_lossy(file).into_owned();
    let renumbered = opened.remarks.iter().any(|remark| matches!(remark, Remark::ActionRenumbered { .. }));
    assert!(renumbered || is_within(&says, &again), "something is lost of {}", shown());
    if opened.remarks.iter().any(|remark| !undamaged.remarks.contains(remark)) {
        return Fate::Remarked;
    }
    assert!(!had_checksum || opened == *undamaged, "it is another in silence: {}", shown());
    let is_said = is_within(&again, &says) || is_said_by(&again, &[&says, &saved(undamaged)]);
    assert!(is_said, "something is added in silence to {}", shown());
    Fate::AsItSays
}

#[test]
fn a_changed_byte_gives_an_error_a_remark_or_the_same_and_without_a_checksum_what_the_file_then_says() {
    let files = files();
    assert!(files.len() >= 12, "{:?}", files.keys());
    for (name, (file, framework)) in files {
        let undamaged = saved::open(&file, &framework).expect("it opens");
        let sealed = is_sealed(&file);
        let fates = changes(&name, &file, |changed| fate(changed, &framework, &undamaged, sealed));
        assert!(fates.refused > 0 && fates.remarked > 0 && (sealed || fates.as_they_say > 0), "{name}: {fates:?}");
    }
}

#[test]
fn a_changed_letter_of_a_text_is_remarked_upon_where_the_file_has_a_checksum() {
    let evidence = "Agreement, signed by both chief officers";
    let saved = saved::save(&opened(COMPLETE).assessment);
    assert_eq!(opened(&saved).remarks, []);
    let changed = saved.replacen(evidence, "Agreement, signed by both thief officers", 1);
    assert_eq!(opened(&changed).remarks, [Remark::ChangedSinceSaved]);
    let again = opened(&saved::save(&opened(&changed).assessment));
    assert_eq!(again.remarks, [], "what is saved now is what was meant");
    for other in [content(&changed), with_checksum(&changed, Value::Null)] {
        assert_eq!(opened(&other.to_string()).remarks, [], "who edits a file may leave it out");
    }
    for other in [json!(""), json!(5), json!(["0"]), json!({})] {
        let read = opened(&with_checksum(&saved, other).to_string());
        assert_eq!(read.remarks, [Remark::ChangedSinceSaved]);
        assert_eq!(saved::save(&read.assessment), saved);
    }
}

#[test]
fn a_file_that_is_only_laid_out_otherwise_is_as_it_was_saved() {
    let saved = saved::save(&opened(RECORD).assessment);
    let escaped = saved.replace("Terms of", "\\u0054erms of");
    assert_ne!(escaped, saved);
    for same in [as_it_is(&saved).to_string(), saved.replace('\n', "\r\n\r\n"), escaped] {
        assert_eq!(opened(&same), opened(&saved));
    }
}

#[test]
fn a_file_is_saved_as_another_program_makes_it_with_its_checksum() {
    let read = opened(PRESENT);
    assert_eq!(read.remarks, []);
    assert_eq!(saved::save(&read.assessment), PRESENT);
    let added = PRESENT.replacen("Draft 3", "Draft 4", 1);
    assert_eq!(opened(&added).remarks, [Remark::ChangedSinceSaved, Remark::AlteredSinceSignOff]);
}

#[test]
fn a_checksum_within_a_milestone_is_a_field_that_nobody_knows() {
    let mut file = as_it_is(RECORD);
    file["milestones"][0]["assessment"]["checksum"] = json!("0");
    let read = opened(&file.to_string());
    assert_eq!(read.remarks, [Remark::UnknownField { key: String::from("milestones.*.assessment.checksum") }]);
    assert_eq!(content(&saved::save(&read.assessment)), file);
}

#[test]
fn a_working_copy_has_no_checksum_of_its_own() {
    assert!(!is_sealed(saved::save_densely(&opened(PRESENT).assessment).as_bytes()));
}

fn as_it_is(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn with_checksum(text: &str, checksum: Value) -> Value {
    let mut file = as_it_is(text);
    file["checksum"] = checksum;
    file
}

#[test]
fn every_start_of_a_file_gives_one_clear_error_and_never_another_answer() {
    for (name, (file, framework)) in files() {
        let whole = saved::open(&file, &framework);
        let end = file.trim_ascii_end().len();
        let fates = starts(&name, &file, |start| {
            let opened = saved::open(start, &framework);
            match start.len() {
                0 => assert_eq!(opened, Err(OpenError::Empty)),
                cut if cut < end => assert!(matches!(opened, Err(OpenError::Truncated { .. })), "{cut}: {opened:?}"),
                _ => assert_eq!(opened, whole),
            }
            if opened.is_ok() { Fate::AsItSays } else { Fate::Refused }
        });
        assert!(fates.refused > 0);
    }
}

/// Whether every single value of the first is said at its place by one of the others, wherever in a list.
fn is_said_by(first: &Value, others: &[&Value]) -> bool {
    match first {
        _ if is_blank(first) => true,
        Value::Object(fields) => fields.iter().all(|(name, value)| {
            let there: Vec<&Value> = others.iter().filter_map(|other| other.get(name)).collect();
            is_said_by(value, &there)
        }),
        Value::Array(items) => {
            let there: Vec<&Value> = others.iter().filter_map(|other| other.as_array()).flatten().collect();
            items.iter().all(|item| is_said_by(item, &there))
        }
        _ => others.contains(&first),
    }
}
