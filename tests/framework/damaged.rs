//! Framework files of the user's own, damaged: an error, or just what the file then says.

use rocu_self_assessment::framework::Framework;
use serde_json::Value;

use crate::ROCU;
use crate::changed::{Fate, changes, starts};
use crate::small::small;
use crate::within::is_within;

/// A small one, and the one that is built in under a version of somebody's own.
fn files() -> [(&'static str, String); 2] {
    let own = ROCU.replacen("\"version\": \"", "\"version\": \"9", 1);
    [("small framework", format!("{:#}\n", small())), ("framework", own)]
}

/// What becomes of a file: it opens as all that it says and nothing else, or not at all.
fn fate(file: &[u8]) -> Fate {
    match Framework::open(file) {
        Err(flaws) => {
            assert!(!flaws.is_empty() && flaws.iter().all(|flaw| !flaw.to_string().is_empty()));
            Fate::Refused
        }
        Ok(framework) => {
            let says: Value = serde_json::from_slice(file).expect("what opens is JSON");
            let read = serde_json::to_value(&framework).expect("a framework is JSON");
            assert!(is_within(&says, &read), "something is lost of {}", String::from_utf8_lossy(file));
            assert!(is_within(&read, &says), "something is added to {}", String::from_utf8_lossy(file));
            Fate::AsItSays
        }
    }
}

#[test]
fn a_changed_byte_gives_flaws_or_what_the_file_then_says() {
    for (name, file) in files() {
        assert_eq!(fate(file.as_bytes()), Fate::AsItSays, "{name}");
        let fates = changes(name, file.as_bytes(), fate);
        assert!(fates.refused > 0 && fates.as_they_say > 0, "{name}: {fates:?}");
    }
}

#[test]
fn every_start_of_a_file_has_a_flaw() {
    for (name, file) in files() {
        let fates = starts(name, file.trim_end().as_bytes(), |start| {
            assert!(Framework::open(start).is_err(), "{} bytes are taken for a framework", start.len());
            Fate::Refused
        });
        assert!(fates.refused > 0);
    }
}
