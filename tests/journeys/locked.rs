//! A locked file waits for its passphrase, and until then nothing changes.

use std::collections::BTreeMap;

use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::saved::{self, Opened};
use rocu_self_assessment::session::locked::is_left_alone;
use rocu_self_assessment::session::{
    Beside, Event, File, Files, Filing, LockedFile, Locking, Other, Particular, Purpose, Route, Session, WorkingCopy,
};

use crate::sitting::{TODAY, after, begun, blank, closed, id, wrote};

fn file() -> LockedFile {
    LockedFile { name: String::from("unit.rocu.json.age"), content: b"age-encryption.org/v1\n".as_slice().into() }
}

#[test]
fn a_locked_file_is_asked_about_and_what_is_open_stays_open() {
    let mut session = begun();
    let before = session.assessment.clone();
    after(&mut session, [Event::Went(Route::Start), Event::AskedPassphrase(file())]);
    assert_eq!(session.locked, Some(file()));
    assert_eq!(session.assessment, before);
    session.update(Event::PutAway);
    assert_eq!((session.locked, session.assessment), (None, before));
}

#[test]
fn whoever_goes_on_to_something_else_is_no_longer_asked() {
    let assessment = blank(&closed(), "another-1");
    let opened = || Box::new(Opened { assessment: assessment.clone(), remarks: Vec::new() });
    for event in
        [Event::Went(Route::Help), Event::Began(assessment.clone()), Event::Opened(opened()), Event::Resumed(opened())]
    {
        let mut session = closed();
        after(&mut session, [Event::AskedPassphrase(file()), event.clone()]);
        assert_eq!(session.locked, None, "{event:?}");
    }
}

/// A sitting with something in every place that holds what was typed.
fn full() -> Session {
    let mut session = begun();
    let beside =
        Beside::new(String::from("Sentinel.rocu.json"), session.framework().clone(), blank(&session, "beside-1"));
    let files = || Files { opened: vec![beside.clone()].into(), ..Files::default() };
    let copy = WorkingCopy {
        id: String::from("journey-1"),
        unit: String::from("Sentinel"),
        progress: String::from("Sentinel"),
        last: true,
        place: Route::Tasks,
    };
    after(
        &mut session,
        [
            Event::TookOver(String::from("Sentinel")),
            Event::Described(Particular::Unit, String::from("Sentinel")),
            Event::AddedForce(id("force-a")),
            Event::Sought(String::from("Sentinel")),
            Event::Found(vec![copy]),
            Event::OpenedBeside(Purpose::Earlier, files()),
            Event::OpenedBeside(Purpose::Regions, files()),
            Event::OpenedBeside(Purpose::Colleagues, files()),
            Event::Froze(String::from("Sentinel")),
            Event::AskedPassphrase(LockedFile { name: String::from("Sentinel"), ..file() }),
        ],
    );
    session
}

#[test]
fn nothing_that_was_typed_or_opened_outlives_the_locking_of_the_page() {
    for locking in [Locking::Closed, Locking::Damaged] {
        let mut session = full();
        assert!(format!("{session:?}").contains("Sentinel"));
        session.update(Event::Locking(locking));
        assert!(!format!("{session:?}").contains("Sentinel"));
        assert_eq!((session.page(), &session.assessment, session.undoable()), (&Route::Start, &None, None));
        session.update(Event::Went(Route::Tasks));
        assert_eq!(session.route, Route::Start, "{locking:?} takes no events");
    }
}

#[test]
fn what_was_under_way_when_the_page_was_locked_brings_nothing_back() {
    let mut session = full();
    let assessment = blank(&session, "another-1");
    session.update(Event::Locking(Locking::Closed));
    let closed = session.clone();
    let opened = || Box::new(Opened { assessment: assessment.clone(), remarks: Vec::new() });
    for event in [
        Event::Opened(opened()),
        Event::Resumed(opened()),
        Event::ContinuedHere(opened()),
        Event::Began(assessment.clone()),
        Event::Found(Vec::new()),
        Event::AskedPassphrase(file()),
        Event::Undid,
        Event::Sought(String::from("Sentinel")),
        Event::Went(Route::Tasks),
    ] {
        session.update(event.clone());
        assert!(session == closed, "{event:?}");
    }
    after(&mut session, [Event::Locking(Locking::On { minutes: 5 }), Event::Resumed(opened())]);
    assert!(session.assessment.is_some(), "after the passphrase all goes on");
}

#[test]
fn the_page_locks_itself_after_the_minutes_that_were_chosen_and_never_where_none_were() {
    for (minutes, milliseconds, left) in
        [(5, 299_999, false), (5, 300_000, true), (30, 1_799_999, false), (30, u64::MAX, true), (0, u64::MAX, false)]
    {
        assert_eq!(is_left_alone(minutes, milliseconds), left, "{minutes} {milliseconds}");
    }
}

#[test]
fn what_a_developer_prints_of_a_locked_file_is_its_name_and_length() {
    assert_eq!(format!("{:?}", file()), "LockedFile(\"unit.rocu.json.age\", 22 bytes)");
}

#[test]
fn what_came_from_a_locked_file_is_known_as_such_until_it_is_saved_to_another_or_something_else_is_opened() {
    let mut session = begun();
    assert!(!session.was_locked());
    session.update(Event::Filing(Filing::Locked));
    assert!(session.was_locked());
    let open = session.assessment.clone().expect("it was begun");
    let file = File { of: open.kept_as(), name: String::from("unit.rocu.json"), asks: false };
    let other = blank(&session, "another-1");
    for event in [
        Event::Filing(Filing::Saved(file, open.clone())),
        Event::Filing(Filing::Untied),
        Event::Opened(Box::new(Opened { assessment: other, remarks: Vec::new() })),
    ] {
        let mut session = session.clone();
        session.update(event.clone());
        assert!(!session.was_locked(), "{event:?}");
    }
}

#[test]
fn a_file_that_was_unlocked_is_known_to_be_locked_also_where_it_is_looked_at_beside_what_is_open() {
    let mut theirs = begun();
    theirs.update(wrote("gain.provision", Field::Note, "Theirs"));
    let theirs = theirs.assessment.expect("it was begun");
    let opened = || Event::Opened(Box::new(Opened { assessment: Assessment::clone(&theirs), remarks: Vec::new() }));
    let other = Other {
        file: String::from("unit.rocu.json.age"),
        text: saved::save(&theirs).into(),
        base: None,
        theirs: theirs.clone(),
        settled: BTreeMap::new(),
    };
    for event in [opened(), Event::Filing(Filing::FoundOther(Box::new(other)))] {
        let mut session = begun();
        let told = event.clone().of_unlocked_file();
        Event::Filing(Filing::Untied).of_unlocked_file().chain(told).for_each(|event| session.update(event));
        assert!(session.was_locked(), "{event:?}");
        if let Some(merged) = session.settled(TODAY.at(12, 0, 0, 0)) {
            let mut together = session.clone();
            together.update(Event::Filing(Filing::Merged(merged)));
            assert_eq!((together.was_locked(), together.other()), (true, None), "both are one now");
            session.update(opened());
            assert!(session.was_locked(), "the locked file was opened in the place of what was there");
        }
    }
}

#[test]
fn a_file_that_must_be_picked_again_is_that_of_one_assessment_and_known_once_it_was_picked() {
    let mut session = begun();
    session.update(Event::Filing(Filing::Lost(String::from("another-1"))));
    assert!(!session.lost_file());
    let of = session.assessment.as_ref().expect("it was begun").kept_as();
    session.update(Event::Filing(Filing::Lost(of.clone())));
    assert!(session.lost_file());
    let file = File { of, name: String::from("unit.rocu.json"), asks: false };
    session.update(Event::Filing(Filing::Tied(file, None)));
    assert!(!session.lost_file());
}
