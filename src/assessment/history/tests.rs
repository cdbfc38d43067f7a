//! The history is short, and says whatever happened.

use jiff::civil::{DateTime, date};

use super::*;
use crate::assessment::edit::Field;
use crate::assessment::{ActionId, AssessmentId};
use crate::framework::{Framework, QuestionId};

fn place() -> Place {
    Place::Text(QuestionId::try_from("gain.provision").expect("an id"), Field::Note)
}

fn minute(minute: i8) -> DateTime {
    date(2026, 3, 31).at(9, minute, 0, 0)
}

/// Records one difference; nothing is a text of no length.
fn typed(history: &mut History, from: &str, to: &str, at: DateTime, role: &str) {
    let [from, to] = [from, to].map(|text| (!text.is_empty()).then(|| text.to_owned()));
    history.record(vec![Difference { place: place(), from, to }], at, role);
}

fn told(history: &History) -> Vec<(&str, &str, &str)> {
    let text = |excerpt: &Option<Excerpt>| excerpt.as_ref().map_or("", |excerpt| excerpt.text.as_str()).to_owned();
    let line = |it: &Rc<Change>| -> (String, String, String) { (it.role.clone(), text(&it.from), text(&it.to)) };
    let lines: Vec<_> = history.changes.iter().map(line).collect();
    lines.leak().iter().map(|(role, from, to)| (role.as_str(), from.as_str(), to.as_str())).collect()
}

#[test]
fn what_one_role_types_within_a_sitting_is_one_change() {
    let mut history = History::default();
    typed(&mut history, "", "a", minute(0), "Lead");
    typed(&mut history, "a", "ab", minute(5), "Lead");
    typed(&mut history, "ab", "abc", minute(10), "Lead");
    assert_eq!(told(&history), [("Lead", "", "abc")]);
    assert_eq!(history.changes[0].at, minute(0));
    typed(&mut history, "abc", "abcd", minute(11), "Lead");
    assert_eq!(told(&history)[1..], [("Lead", "abc", "abcd")]);
}

#[test]
fn what_another_role_types_is_a_change_of_its_own_and_so_is_what_is_typed_after_it() {
    let mut history = History::default();
    typed(&mut history, "", "a", minute(0), "Lead");
    typed(&mut history, "a", "b", minute(1), "Deputy");
    typed(&mut history, "b", "c", minute(2), "Lead");
    assert_eq!(told(&history), [("Lead", "", "a"), ("Deputy", "a", "b"), ("Lead", "b", "c")]);
}

#[test]
fn what_is_changed_back_leaves_no_trace() {
    let mut history = History::default();
    typed(&mut history, "old", "new", minute(0), "Lead");
    typed(&mut history, "new", "old", minute(3), "Lead");
    assert!(history.is_empty());
}

#[test]
fn of_a_long_text_the_start_is_kept_and_nothing_is_guessed_about_the_rest() {
    let long = |end: &str| "é".repeat(MOST_CHARACTERS) + end;
    let mut history = History::default();
    typed(&mut history, &long("one"), &long("two"), minute(0), "Lead");
    let kept = history.changes[0].to.as_ref().expect("a text");
    assert_eq!((kept.text.chars().count(), kept.is_shortened), (MOST_CHARACTERS, true));
    assert_eq!(Excerpt::of(long("")), Excerpt { text: long(""), is_shortened: false });
    typed(&mut history, &long("two"), &long("three"), minute(1), "Lead");
    assert_eq!(history.changes.len(), 1, "both start alike, and neither is known to be the other");
}

#[test]
fn the_oldest_changes_make_room_and_are_counted() {
    let mut history = History::default();
    for number in 1..=u32::try_from(MOST_CHANGES).expect("a small number") + 12 {
        let place = Place::Action(ActionId(number), ActionField::Text);
        let change = Difference { place, from: None, to: Some(String::from("Agree it")) };
        history.record(vec![change], minute(0), "Lead");
    }
    assert_eq!((history.changes.len(), history.dropped), (MOST_CHANGES, 12));
    assert_eq!(history.changes[0].place, Place::Action(ActionId(13), ActionField::Text));
}

#[test]
fn a_clock_that_was_set_back_breaks_nothing() {
    let mut history = History::default();
    typed(&mut history, "", "a", minute(30), "Lead");
    typed(&mut history, "a", "b", minute(0), "Lead");
    typed(&mut history, "b", "c", DateTime::MIN, "Lead");
    typed(&mut history, "c", "d", DateTime::MAX, "Lead");
    assert_eq!(told(&history), [("Lead", "", "c"), ("Lead", "c", "d")]);
}

#[test]
fn equal_states_do_not_differ_though_they_lie_in_other_memory() {
    let framework = Framework::built_in();
    let mut before = Assessment::new(AssessmentId::new("an-assessment").expect("an id"), &framework);
    before.write(&QuestionId::try_from("gain.provision").expect("an id"), Field::Note, String::from("n"));
    let mut after = before.clone();
    after.answers.values_mut().for_each(|answer| *answer = Rc::new(answer.as_ref().clone()));
    assert_eq!(between(&before, &after), []);
}
