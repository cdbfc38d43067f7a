//! What holds of every file that is opened, whatever its bytes.
//!
//! Each function opens some bytes as one kind of file and says whether they opened. It panics where
//! something does not hold. Fuzzers call it, and so does the test that runs their corpus.

#[path = "opened/book.rs"]
mod book;
#[path = "within.rs"]
mod within;

use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::assessment::plan::Plan;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::{self, Passphrase, Remark, plan};
use serde_json::Value;

use within::is_within;

/// A kind of file: its name, and what is held of it.
pub type Target = (&'static str, fn(&[u8]) -> bool);

/// All of them.
pub const TARGETS: [Target; 4] =
    [("assessment", assessment), ("locked", locked), ("framework", framework), ("action_plan", action_plan)];

/// The most work that is done to try a passphrase: what files really ask for takes a second each.
const MOST: u8 = 3;

/// The secret half of the key for which one file of the corpus was sealed.
const IDENTITY: &str = "AGE-SECRET-KEY-1KUKAPRHDTY9NHSMWP70SDEQ5KTNHL8FQ8K8ZJLM7XR8ET0PM64GSJA42ED";

thread_local! {
    /// That of the locked files in the corpus.
    static PASSPHRASE: Passphrase = Passphrase::given("apple nemo biro".to_owned()).expect("words");
    static FRAMEWORK: Framework =
        Framework::read(include_str!("../saved/framework.json")).expect("the framework for tests is sound");
    static PLANNED: Assessment =
        opened(include_bytes!("../saved/v1-complete.rocu.json")).expect("the assessment for tests opens");
}

fn opened(bytes: &[u8]) -> Option<Assessment> {
    FRAMEWORK.with(|framework| saved::open(bytes, framework)).ok().map(|opened| opened.assessment)
}

/// An assessment file: what opens loses nothing when it is saved, and is then opened as the same.
///
/// # Panics
/// When it does lose something, or differs.
#[must_use]
pub fn assessment(bytes: &[u8]) -> bool {
    let opened = match FRAMEWORK.with(|framework| saved::open(bytes, framework)) {
        Ok(opened) => opened,
        Err(error) => {
            assert!(!error.to_string().is_empty(), "nothing says why");
            return false;
        }
    };
    let text = saved::save(&opened.assessment);
    is_saved_as(&text, &opened.assessment);
    let text_given = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut given: Value = serde_json::from_slice(text_given).expect("what opens is JSON");
    // It has a checksum of its own again.
    given["checksum"] = Value::Null;
    // That nothing came earlier is said by silence.
    if given["earlier_changes"] == 0 {
        given["earlier_changes"] = Value::Null;
    }
    let saved: Value = serde_json::from_str(&text).expect("what is saved is JSON");
    let renumbered = |remark: &Remark| matches!(remark, Remark::ActionRenumbered { .. });
    assert!(opened.remarks.iter().any(renumbered) || is_within(&given, &saved), "something is lost:\n{text}");
    true
}

/// Holds that a text opens as that assessment, which is saved as that text again.
fn is_saved_as(text: &str, assessment: &Assessment) {
    let again = opened(text.as_bytes()).expect("what is saved opens");
    assert_eq!(&again, assessment, "it opens as another");
    assert_eq!(saved::save(&again), text, "it is saved as another");
}

/// A locked file, or a sealed working copy: it opens, or something says why not.
///
/// # Panics
/// When nothing says why.
#[must_use]
pub fn locked(bytes: &[u8]) -> bool {
    let unlocked = PASSPHRASE.with(|passphrase| saved::unlock_within(passphrase, bytes, MOST));
    let unsealed = str::from_utf8(bytes).ok().map(|sealed| saved::unseal(IDENTITY, sealed));
    for error in [unlocked.as_ref().err(), unsealed.as_ref().and_then(|it| it.as_ref().err())].into_iter().flatten() {
        assert!(!error.to_string().is_empty(), "nothing says why");
    }
    unlocked.is_ok() || unsealed.is_some_and(|it| it.is_ok())
}

/// A framework file: one that opens is the same when it is written and opened again; one that does not
/// says where.
///
/// # Panics
/// When it is not so.
#[must_use]
pub fn framework(bytes: &[u8]) -> bool {
    match Framework::open(bytes) {
        Ok(framework) => {
            let written = serde_json::to_value(&framework).expect("a framework is JSON");
            let again = Framework::open(written.to_string().as_bytes());
            assert_eq!(again.as_ref(), Ok(&framework), "it opens as another");
            true
        }
        Err(flaws) => {
            let lines = bytes.split(|byte| *byte == b'\n').count();
            assert!(!flaws.is_empty(), "nothing says why");
            assert!(
                flaws.iter().all(|flaw| !flaw.to_string().is_empty() && (1..=lines).contains(&flaw.line)),
                "{flaws:?}"
            );
            false
        }
    }
}

/// An edited workbook, as it is or as the parts of one: what is taken from it is all that it changes, and
/// what results can be saved.
///
/// # Panics
/// When it is not so.
#[must_use]
pub fn action_plan(bytes: &[u8]) -> bool {
    let read = if bytes.starts_with(b"PK") { plan::read(bytes) } else { plan::read(&book::of(bytes)) };
    let plan = match read {
        Ok(plan) => plan,
        Err(error) => {
            assert!(!error.to_string().is_empty(), "nothing says why");
            return false;
        }
    };
    let crossed = serde_json::to_string(&plan).expect("a plan is JSON");
    assert_eq!(serde_json::from_str::<Plan>(&crossed).as_ref().ok(), Some(&plan), "it crosses as another");
    let mut assessment = PLANNED.with(Clone::clone);
    if let Ok(found) = assessment.compare(&plan) {
        assessment.apply(&found.changes);
        let left = assessment.compare(&plan).expect("the same assessment").changes;
        assert!(left.is_empty(), "{left:?}");
        is_saved_as(&saved::save(&assessment), &assessment);
    }
    true
}
