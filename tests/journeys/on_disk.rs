//! Saving to the same file again, and what somebody else wrote there meanwhile.

use std::rc::Rc;

use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::history::Place;
use rocu_self_assessment::assessment::merge::{NotMerged, Side, Spot};
use rocu_self_assessment::saved::{self, Opened};
use rocu_self_assessment::session::{
    Deed, Event, File, Filed, Filing, Keeping, Notice, Other, Particular, Route, Session,
};

use crate::sitting::{TODAY, after, begun, begun_as, chose, id, open, wrote};

fn file(session: &Session) -> File {
    File { of: open(session).kept_as(), name: String::from("ours.rocu.json"), asks: false }
}

/// A sitting in which everything was saved.
fn saved() -> Session {
    let mut session = begun();
    session.update(chose("gain.provision", "in-place"));
    let held = session.assessment.clone().expect("it is open");
    session.update(Event::Filing(Filing::Saved(file(&session), held)));
    session
}

/// Tells a sitting that somebody else wrote that to the file.
fn find(session: &mut Session, base: Option<&Session>, theirs: &Session) {
    let text: Rc<str> = saved::save(open(theirs)).into();
    let base = base.and_then(|base| base.assessment.clone());
    let theirs = theirs.assessment.clone().expect("it is open");
    let file = String::from("ours.rocu.json");
    let other = Other { file, text, base, theirs, settled: std::collections::BTreeMap::new() };
    session.update(Event::Filing(Filing::FoundOther(Box::new(other))));
}

fn text(field: Field) -> Spot {
    Spot::Place(Place::Text(id("gain.provision"), field))
}

fn merge(session: &mut Session) -> Rc<Assessment> {
    let merged = session.settled(TODAY.at(12, 0, 0, 0)).expect("all is settled");
    session.update(Event::Filing(Filing::Merged(merged.clone())));
    merged
}

#[test]
fn what_is_saved_is_said_to_be_and_what_is_typed_after_that_is_not() {
    let mut session = saved();
    assert_eq!((session.filed, session.file().map(|file| file.name.as_str())), (Filed::All, Some("ours.rocu.json")));
    assert_eq!(session.notice, Some(Notice::Saved(String::from("ours.rocu.json"))));
    session.update(wrote("gain.provision", Field::Note, "More"));
    assert_eq!(session.filed, Filed::Behind);
}

#[test]
fn what_was_typed_while_it_was_saved_is_not_said_to_be_saved() {
    let mut session = saved();
    session.update(wrote("gain.provision", Field::Note, "Before"));
    let written = session.assessment.clone().expect("it is open");
    session.update(wrote("gain.provision", Field::Note, "Before and after"));
    session.update(Event::Filing(Filing::Saved(file(&session), written)));
    assert_eq!(session.filed, Filed::Behind);
}

#[test]
fn the_file_of_one_assessment_is_never_that_of_another() {
    let mut session = saved();
    let other = begun_as("journey-2").assessment.expect("it is open");
    session.update(Event::Began(Assessment::clone(&other)));
    assert_eq!(session.file(), None);
    session.update(Event::Undid);
    assert!(session.file().is_some(), "the one before has its file again");
}

/// The file of yesterday, and a sitting that took up what was typed since.
fn yesterday_and_today() -> (Session, Session) {
    let yesterday = saved();
    let mut today = yesterday.clone();
    after(
        &mut today,
        [wrote("gain.provision", Field::Note, "Today"), wrote("undercover.provision", Field::Note, "Today as well")],
    );
    let assessment = open(&today).clone();
    let mut resumed = Session::new(today.framework().clone(), Route::Tasks, TODAY);
    resumed.update(Event::Resumed(Box::new(Opened { assessment, remarks: Vec::new() })));
    (yesterday, resumed)
}

#[test]
fn an_older_file_takes_the_place_of_nothing_that_was_typed_since() {
    let (yesterday, mut today) = yesterday_and_today();
    assert!(today.is_at_odds_with(open(&yesterday)));
    let before = open(&today).clone();
    find(&mut today, None, &yesterday);
    assert_eq!(open(&today), &before, "nothing is replaced");
    let merged = merge(&mut today);
    assert_eq!(merged.answer(&id("gain.provision")).note, "Today", "what only one has is taken without a question");
    assert_eq!(merged.answer(&id("undercover.provision")).note, "Today as well");
    assert_eq!((today.filed, today.notice.as_ref()), (Filed::Behind, Some(&Notice::PutTogether)));
}

#[test]
fn who_wants_the_older_file_all_the_same_opens_it_and_can_go_back() {
    let (yesterday, mut today) = yesterday_and_today();
    let before = open(&today).clone();
    find(&mut today, None, &yesterday);
    let opened = Opened { assessment: open(&yesterday).clone(), remarks: Vec::new() };
    today.update(Event::Opened(Box::new(opened)));
    assert_eq!((open(&today), today.other()), (open(&yesterday), None));
    assert_eq!(today.undoable(), Some(Deed::Opened));
    today.update(Event::Undid);
    assert_eq!(open(&today), &before);
}

#[test]
fn a_file_is_opened_at_once_where_nothing_can_be_lost_by_it() {
    let (yesterday, today) = yesterday_and_today();
    assert!(!today.is_at_odds_with(open(&today)), "it holds what is open");
    assert!(!today.is_at_odds_with(open(&begun_as("journey-2"))), "it is another assessment");
    assert!(!yesterday.is_at_odds_with(open(&today)), "what is open is in a file of its own");
    let mut reading = today;
    reading.update(Event::Keeping(Keeping::Elsewhere));
    assert!(!reading.is_at_odds_with(open(&yesterday)), "another window has what is open");
}

#[test]
fn the_file_that_is_written_back_to_is_found_while_both_are_looked_at() {
    let (yesterday, mut today) = yesterday_and_today();
    find(&mut today, None, &yesterday);
    let file = file(&today);
    today.update(Event::Filing(Filing::Tied(file, None)));
    assert!(today.other().is_some(), "both are still there to be looked at");
}

#[test]
fn what_only_one_side_changed_goes_together_without_a_question() {
    let base = saved();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.update(wrote("gain.provision", Field::Evidence, "A record"));
    theirs.update(Event::Described(Particular::Period, String::from("2026")));
    theirs.update(Event::Flagged(id("training.skills"), true));
    find(&mut ours, Some(&base), &theirs);
    let merged = merge(&mut ours);
    assert_eq!(merged.answer(&id("gain.provision")).evidence, "A record");
    assert_eq!((merged.particulars.period.as_str(), merged.flagged.len()), ("2026", 1));
    assert!(Rc::ptr_eq(&merged, ours.assessment.as_ref().expect("it is open")), "what is shown is what is saved");
    assert_eq!((ours.filed, ours.other()), (Filed::Behind, None));
    let places: Vec<&Place> = merged.history.changes.iter().map(|change| &change.place).collect();
    for place in [Place::Text(id("gain.provision"), Field::Evidence), Place::Particular(Particular::Period)] {
        assert_eq!(places.iter().filter(|it| ***it == place).count(), 1, "{place:?} is told once");
    }
}

#[test]
fn what_both_changed_is_asked_and_settled_one_by_one() {
    let base = saved();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    for (session, level, word) in [(&mut ours, "partly-in-place", "ours"), (&mut theirs, "not-in-place", "theirs")] {
        after(
            session,
            [
                chose("gain.provision", level),
                wrote("gain.provision", Field::Evidence, &format!("Evidence of {word}")),
                wrote("gain.provision", Field::Note, &format!("Note of {word}")),
            ],
        );
    }
    find(&mut ours, Some(&base), &theirs);
    let now = TODAY.at(12, 0, 0, 0);
    assert_eq!(ours.merged().expect("found").expect("one").open(), 3);
    assert_eq!(ours.settled(now), None, "nothing is put together before all is settled");
    for (spot, side) in [
        (Spot::Place(Place::Choice(id("gain.provision"))), Side::Theirs),
        (text(Field::Evidence), Side::Ours),
        (text(Field::Note), Side::Both),
    ] {
        ours.update(Event::Filing(Filing::Settled(spot, side)));
    }
    let merged = merge(&mut ours);
    let answer = merged.answer(&id("gain.provision"));
    assert_eq!(answer.level().map(ToString::to_string).as_deref(), Some("not-in-place"));
    assert_eq!(
        (answer.evidence.as_str(), answer.note.as_str()),
        ("Evidence of ours", "Note of ours\n\nNote of theirs")
    );
    let told = merged.history.changes.iter().filter(|change| change.at == now);
    let gave_way: Vec<&str> = told.filter_map(|change| Some(change.from.as_ref()?.text.as_str())).collect();
    assert_eq!(
        gave_way,
        ["Evidence of theirs", "Note of theirs", "partly-in-place"],
        "the history tells what gave way"
    );
}

#[test]
fn without_the_last_common_state_whatever_differs_is_asked_and_the_rest_is_taken() {
    let base = saved();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    after(&mut ours, [chose("gain.provision", "not-in-place"), wrote("training.skills", Field::Note, "Ours")]);
    theirs.update(wrote("undercover.provision", Field::Note, "Theirs"));
    find(&mut ours, None, &theirs);
    let merged = ours.merged().expect("found").expect("one");
    let spots: Vec<&Spot> = merged.conflicts.iter().map(|conflict| &conflict.spot).collect();
    assert_eq!(spots, [&Spot::Place(Place::Choice(id("gain.provision")))]);
    assert_eq!(merged.assessment.answer(&id("training.skills")).note, "Ours");
    assert_eq!(merged.assessment.answer(&id("undercover.provision")).note, "Theirs");
}

#[test]
fn actions_that_both_added_are_both_there_and_the_other_one_has_a_new_id() {
    let base = saved();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.update(Event::Planned(id("gain.provision")));
    theirs.update(Event::Planned(id("training.skills")));
    find(&mut ours, Some(&base), &theirs);
    let merged = merge(&mut ours);
    let actions: Vec<String> = merged.actions.iter().map(|it| format!("{} {}", it.id, it.question)).collect();
    assert_eq!(actions, ["A1 gain.provision", "A2 training.skills"]);
    assert_eq!(merged.last_action.to_string(), "A2");
}

#[test]
fn an_action_that_one_dropped_and_the_other_changed_is_asked() {
    let mut base = saved();
    base.update(Event::Planned(id("gain.provision")));
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    let action = open(&base).actions[0].id;
    ours.update(Event::DroppedAction(action));
    let owner = rocu_self_assessment::session::Replan::Owner(String::from("Head of training"));
    theirs.update(Event::Replanned(action, owner));
    find(&mut ours, Some(&base), &theirs);
    let [conflict] = &ours.merged().expect("found").expect("one").conflicts[..] else { panic!("one question") };
    ours.update(Event::Filing(Filing::Settled(conflict.spot.clone(), Side::Theirs)));
    assert_eq!(merge(&mut ours).actions[0].owner, "Head of training");
}

#[test]
fn what_was_signed_off_is_not_put_together_with_other_changes() {
    let base = saved();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    theirs.update(Event::Finalised { role: String::from("Head of unit") });
    find(&mut ours, Some(&base), &theirs);
    assert!(ours.merged().expect("found").is_ok(), "nothing else was changed here");
    ours.update(wrote("gain.provision", Field::Note, "One more thing"));
    assert_eq!(ours.merged(), Some(Err(NotMerged::SignedOff)));
    assert_eq!(ours.settled(TODAY.at(12, 0, 0, 0)), None);
}

#[test]
fn a_window_that_only_reads_puts_nothing_together() {
    let base = saved();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    theirs.update(wrote("gain.provision", Field::Note, "Theirs"));
    find(&mut ours, Some(&base), &theirs);
    let merged = ours.settled(TODAY.at(12, 0, 0, 0)).expect("nothing to settle");
    ours.update(Event::Keeping(Keeping::Elsewhere));
    ours.update(Event::Filing(Filing::Merged(merged)));
    assert_eq!(open(&ours), open(&base));
}

#[test]
fn fields_that_nobody_knows_are_put_together_too() {
    let base = saved();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    let add = |session: &mut Session, key: &str, value: &str| {
        let with = Rc::make_mut(session.assessment.as_mut().expect("it is open"));
        let _ = with.unknown.insert(key.to_owned(), value.into());
    };
    add(&mut ours, "ours", "1");
    add(&mut theirs, "theirs", "2");
    for (session, value) in [(&mut ours, "3"), (&mut theirs, "4")] {
        add(session, "both", value);
    }
    find(&mut ours, Some(&base), &theirs);
    let merged = ours.merged().expect("found").expect("one");
    assert_eq!(merged.conflicts.iter().map(|it| &it.spot).collect::<Vec<_>>(), [&Spot::Field(String::from("both"))]);
    assert_eq!((&merged.assessment.unknown["ours"], &merged.assessment.unknown["theirs"]), (&"1".into(), &"2".into()));
}
