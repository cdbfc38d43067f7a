//! Every file that was ever written, damaged: an error, a remark, or just what it then says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::{self, OpenError, Opened, Remark};
use serde_json::Value;

use crate::changed::{Fate, changes, starts};
use crate::small;
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
    all.map(|path| file(&path)).collect()
}

fn saved(opened: &Opened) -> Value {
    serde_json::from_str(&saved::save(&opened.assessment)).expect("what is saved is JSON")
}

/// What becomes of a file which gives this where it is not damaged.
///
/// What is saved again says all that the file says. And it says nothing else but for what is filled in without
/// damage as well, or a remark tells why.
fn fate(file: &[u8], framework: &Framework, undamaged: &Opened) -> Fate {
    let opened = match saved::open(file, framework) {
        Ok(opened) => opened,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return Fate::Refused;
        }
    };
    let says: Value = serde_json::from_slice(file).expect("what opens is JSON");
    let again = saved(&opened);
    let shown = || String::from_utf8_lossy(file).into_owned();
    let renumbered = opened.remarks.iter().any(|remark| matches!(remark, Remark::ActionRenumbered { .. }));
    assert!(renumbered || is_within(&says, &again), "something is lost of {}", shown());
    if opened.remarks.iter().any(|remark| !undamaged.remarks.contains(remark)) {
        return Fate::Remarked;
    }
    let is_said = is_within(&again, &says) || is_said_by(&again, &[&says, &saved(undamaged)]);
    assert!(is_said, "something is added in silence to {}", shown());
    Fate::AsItSays
}

#[test]
fn a_changed_byte_gives_an_error_a_remark_or_what_the_file_then_says() {
    let files = files();
    assert!(files.len() >= 5, "{:?}", files.keys());
    for (name, (file, framework)) in files {
        let undamaged = saved::open(&file, &framework).expect("it opens");
        let fates = changes(&name, &file, |changed| fate(changed, &framework, &undamaged));
        assert!(fates.refused > 0 && fates.remarked > 0 && fates.as_they_say > 0, "{name}: {fates:?}");
    }
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
