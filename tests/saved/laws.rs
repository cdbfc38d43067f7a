//! Laws of the assessment file, for all assessments and all bytes.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::{self, Remark};
use serde_json::Value;

use crate::any::{any_assessment, json, known_assessment};
use crate::small::{COMPLETE, FROM_THE_FUTURE, RECORD, content, framework, open};
use crate::within::is_within;

fn reads_back(assessment: &Assessment, framework: &Framework) -> Result<Vec<Remark>, TestCaseError> {
    let text = saved::save(assessment);
    let opened = saved::open(text.as_bytes(), framework).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(&opened.assessment, assessment);
    prop_assert_eq!(saved::save(&opened.assessment), text);
    let on_one_line = saved::open(saved::save_densely(assessment).as_bytes(), framework);
    prop_assert_eq!(on_one_line.as_ref(), Ok(&opened));
    Ok(opened.remarks)
}

/// The addresses of all values in a value.
fn addresses(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    let mut go = |name: &str, value: &Value| {
        addresses(value, &format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")), found);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| go(name, value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| go(&at.to_string(), value)),
        _ => {}
    }
}

/// One of the fixtures with a few values in it replaced, and a few fields added that stand elsewhere.
fn spoilt() -> impl Strategy<Value = Value> {
    let names = select(vec![
        "level",
        "forces",
        "not_applicable",
        "note",
        "id",
        "due",
        "concern",
        "reason",
        "at",
        "topics",
        "role",
        "milestones",
        "start",
        "checksum",
        "x",
    ]);
    let change = (any::<prop::sample::Index>(), json(), proptest::option::of(names));
    let fixture = select([COMPLETE, FROM_THE_FUTURE, RECORD].as_slice());
    (fixture, vec(change, 1..4)).prop_map(|(fixture, changes)| {
        let mut file: Value = serde_json::from_str(fixture).expect("a fixture is JSON");
        for (at, value, name) in changes {
            let mut all = Vec::new();
            addresses(&file, "", &mut all);
            let place = file.pointer_mut(at.get::<String>(&all)).expect("an address of this value");
            match (place, name) {
                (Value::Object(fields), Some(name)) => drop(fields.insert(name.to_owned(), value)),
                (place, _) => *place = value,
            }
        }
        file
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn what_is_saved_and_opened_is_the_same(assessment in any_assessment()) {
        let _ = reads_back(&assessment, &framework())?;
    }

    #[test]
    fn what_is_known_is_not_remarked_upon(assessment in known_assessment()) {
        let mut remarks = reads_back(&assessment, &framework())?;
        // Any sign-off is that of something else.
        remarks.retain(|remark| {
            !matches!(
                remark,
                Remark::UnknownField { .. } | Remark::AlteredSinceSignOff | Remark::AlteredMilestone { .. }
            )
        });
        prop_assert_eq!(remarks, []);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..400)) {
        let _ = open(&bytes);
    }

    #[test]
    fn no_damage_makes_it_panic(damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = COMPLETE.as_bytes().to_vec();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = open(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn whatever_opens_loses_nothing_when_it_is_saved(file in spoilt()) {
        if let Ok(opened) = open(file.to_string()) {
            let text = saved::save(&opened.assessment);
            let (said, saved) = (content(&file.to_string()), content(&text));
            let renumbered = opened.remarks.iter().any(|remark| matches!(remark, Remark::ActionRenumbered { .. }));
            prop_assert!(renumbered || is_within(&said, &saved), "{:#}", saved);
            let again = open(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(&again.assessment, &opened.assessment);
            prop_assert_eq!(saved::save(&again.assessment), text);
        }
    }
}
