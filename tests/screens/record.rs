//! The record, and what is said before it is signed off.

use rocu_self_assessment::analysis::Lack;
use rocu_self_assessment::ui::words::unfinished;

use crate::drawn::all_seen;
use crate::given::{at, framework, half, page};

#[test]
fn what_is_still_open_is_said_of_one_and_of_several() {
    for (lack, one, several) in [
        (Lack::Answer, "1 question is left to answer", "92 questions are left to answer"),
        (Lack::Discussion, "1 question is flagged for discussion", "92 questions are flagged for discussion"),
        (Lack::Decision, "1 gap has no action and is not accepted", "92 gaps have no action and are not accepted"),
        (Lack::ActionText, "1 action does not say what will be done", "92 actions do not say what will be done"),
        (Lack::AcceptanceReason, "1 gap is accepted without a reason", "92 gaps are accepted without a reason"),
        (Lack::ConcernReason, "1 concern is set without a reason", "92 concerns are set without a reason"),
    ] {
        assert_eq!([1, 92].map(|times| unfinished(lack, times)), [one, several]);
    }
}

#[test]
fn what_is_still_open_is_not_told_before_somebody_wants_to_sign_off() {
    let page = page(&at("record", half(&framework())));
    assert!(all_seen(&page, "button").iter().any(|button| button == "Sign off this version"));
    assert!(!page.body().contains("Still open"));
}
