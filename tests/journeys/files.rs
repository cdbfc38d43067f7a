//! Files and working copies: opened, refused, taken up, handed over.

use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::saved::{self, Listed, OpenError, Opened, Remark};
use rocu_self_assessment::session::{Deed, Event, Filed, Keeping, Notice, Route, WorkingCopy};
use rocu_self_assessment::ui::words;

use crate::sitting::{after, begun, begun_as, blank, chose, closed, forces, id, open, set_aside, wrote};

fn remark() -> Remark {
    Remark::UnknownQuestion { question: String::from("gain.of-the-future") }
}

/// Everything that can be wrong with a file.
fn errors() -> Vec<OpenError> {
    let key = String::from("particulars.forces[2].id");
    vec![
        OpenError::TooLarge { bytes: 100_000_000 },
        OpenError::NotText,
        OpenError::Locked,
        OpenError::Empty,
        OpenError::Truncated { line: 7 },
        OpenError::NotJson { line: 7, column: 1 },
        OpenError::TooDeep,
        OpenError::NotOurs,
        OpenError::LaterVersion { found: 2 },
        OpenError::OtherFramework { found: String::from("other") },
        OpenError::Malformed { key, line: 7 },
        OpenError::TooMany { of: Listed::Forces, found: 201 },
    ]
}

#[test]
fn a_file_that_is_opened_says_what_is_odd_about_it_and_is_saved_as_it_is() {
    let mut session = closed();
    let assessment = begun_as("from-a-file").assessment.expect("an assessment is open");
    let opened = Opened { assessment: assessment.as_ref().clone(), remarks: vec![remark()] };
    session.update(Event::Opened(Box::new(opened)));
    assert_eq!(session.notice, Some(Notice::Opened(vec![remark()])));
    assert_eq!(open(&session), &*assessment);
    assert_eq!(session.filed, Filed::All);
}

#[test]
fn the_worked_example_is_in_no_file_until_it_is_saved_to_one() {
    let mut session = closed();
    let assessment = begun_as("an-example").assessment.expect("an assessment is open").as_ref().clone();
    session.update(Event::ShowedExample(Box::new(Opened { assessment, remarks: Vec::new() })));
    assert_eq!(session.filed, Filed::Example);
    session.update(chose("gain.provision", "in-place"));
    assert_eq!(session.filed, Filed::Behind);
    after(&mut session, [Event::HandedOver, Event::Arrived]);
    assert_eq!(session.filed, Filed::All);
}

#[test]
fn a_refused_file_leaves_everything_as_it_was_and_says_why() {
    let mut session = begun();
    after(&mut session, [chose("gain.provision", "in-place"), set_aside("training.skills")]);
    for error in errors() {
        let before = session.clone();
        session.update(Event::Refused(error.clone()));
        assert_eq!(session.notice, Some(Notice::Refused(error)));
        assert!(session.notice.as_ref().is_some_and(Notice::is_problem));
        session.notice.clone_from(&before.notice);
        assert_eq!(session, before);
    }
}

#[test]
fn a_refused_file_opens_nothing_where_nothing_was_open() {
    let mut session = closed();
    session.update(Event::Refused(OpenError::NotOurs));
    assert_eq!((session.assessment.as_ref(), session.page()), (None, &Route::Start));
}

#[test]
fn what_was_saved_is_opened_again_as_it_was() {
    let mut session = begun();
    let force = forces(&session)[0].clone();
    after(
        &mut session,
        [
            chose("undercover.provision", "elsewhere"),
            wrote("undercover.provision", Field::Detail, "“quoted”\n\ttabbed 🚓"),
            crate::sitting::committed("undercover.commitment", &force, "keeps-own"),
            set_aside("training.skills"),
            Event::Planned(id("undercover.provision")),
            Event::Accepted(id("undercover.commitment"), String::new()),
            Event::Switched(id("fraud"), true),
        ],
    );
    let text = saved::save(open(&session));
    let opened = saved::open(text.as_bytes(), session.framework()).expect("our own file");
    assert_eq!((&opened.assessment, opened.remarks.as_slice()), (open(&session), [].as_slice()));
}

#[test]
fn a_working_copy_is_taken_up_without_a_word_unless_something_is_odd_about_it() {
    let mut session = closed();
    let assessment = blank(&session, "working-copy");
    let resumed = |remarks| Event::Resumed(Box::new(Opened { assessment: assessment.clone(), remarks }));
    session.update(resumed(Vec::new()));
    assert_eq!((open(&session), session.notice.as_ref()), (&assessment, None));
    assert_eq!(session.filed, Filed::Unsure, "whether a file holds it is not known");
    session.update(resumed(vec![remark()]));
    assert_eq!(session.notice, Some(Notice::Opened(vec![remark()])));
}

#[test]
fn changes_are_ahead_of_the_file_until_they_are_handed_over() {
    let mut session = begun();
    assert_eq!(session.filed, Filed::Behind, "a region was chosen");
    for change in [
        chose("gain.provision", "in-place"),
        wrote("gain.provision", Field::Note, "n"),
        set_aside("gain.provision"),
        Event::Undid,
        Event::Planned(id("gain.provision")),
        Event::AddedForce(id("force-a")),
        Event::Switched(id("fraud"), true),
    ] {
        after(&mut session, [Event::HandedOver, Event::Arrived]);
        assert_eq!(session.filed, Filed::All);
        session.update(change.clone());
        assert_eq!(session.filed, Filed::Behind, "{change:?}");
    }
    session.update(Event::HandedOver);
    session.update(Event::NotArrived);
    assert_eq!(session.filed, Filed::Behind, "a file that a policy swallowed is no file");
    after(&mut session, [Event::HandedOver, Event::Arrived]);
    for looking in [Event::Went(Route::Gaps), Event::Dismissed, Event::Refused(OpenError::Empty)] {
        session.update(looking);
        assert_eq!(session.filed, Filed::All);
    }
}

#[test]
fn a_file_that_was_handed_over_counts_when_the_user_has_said_that_it_arrived() {
    let mut session = begun();
    after(&mut session, [Event::Keeping(Keeping::Refused), Event::HandedOver]);
    assert!(session.is_at_risk(), "a policy may have dropped it");
    session.update(Event::Arrived);
    assert!(!session.is_at_risk());
    after(&mut session, [Event::HandedOver, chose("gain.provision", "in-place"), Event::Arrived]);
    assert!(session.is_at_risk(), "what was chosen since is not in it");
    session.update(Event::Keeping(Keeping::Kept));
    assert!(!session.is_at_risk(), "it is kept here");
}

#[test]
fn what_something_else_took_the_place_of_is_at_risk_until_it_is_back_and_saved() {
    for keeping in [Keeping::Refused, Keeping::Nothing] {
        let mut session = begun();
        session.update(Event::Keeping(keeping));
        let file = |id: &str| Opened { assessment: blank(&begun(), id), remarks: Vec::new() };
        let example = Event::ShowedExample(Box::new(file("an-example")));
        after(&mut session, [example, Event::Opened(Box::new(file("from-a-file")))]);
        assert_eq!(session.filed, Filed::All);
        assert!(session.is_at_risk(), "what was typed first is in no file");
        assert!(!session.only_undo_has_it(), "the example comes back first");
        session.update(Event::Undid);
        assert_eq!(session.filed, Filed::Example);
        assert!(session.only_undo_has_it());
        after(
            &mut session,
            [Event::Undid, Event::HandedOver, Event::Arrived, Event::Began(blank(&begun(), "another-1"))],
        );
        assert!(!session.is_at_risk() && !session.only_undo_has_it(), "it was saved before");
    }
}

#[test]
fn what_only_undo_has_is_not_forgotten_however_much_is_done_after_it() {
    let mut session = begun();
    let before = open(&session).clone();
    session.update(Event::Began(blank(&session, "another-1")));
    for _ in 0..30 {
        after(&mut session, [set_aside("gain.provision"), Event::Withdrew(id("gain.provision"))]);
    }
    while session.undoable().is_some() {
        session.update(Event::Undid);
    }
    assert_eq!(open(&session), &before);
}

#[test]
fn a_file_that_holds_what_is_open_takes_the_place_of_nothing() {
    let mut session = begun();
    let opened = Opened { assessment: open(&session).clone(), remarks: Vec::new() };
    session.update(Event::Opened(Box::new(opened)));
    assert!(!session.is_at_risk() && !session.only_undo_has_it());
    session.update(Event::Undid);
    assert_eq!(session.filed, Filed::All);
}

#[test]
fn nothing_is_kept_on_this_device_once_the_user_has_said_so() {
    let mut session = begun();
    assert_eq!(session.keeping, Keeping::Unknown);
    for (said, expected) in [
        (Keeping::Kept, Keeping::Kept),
        (Keeping::Refused, Keeping::Refused),
        (Keeping::Nothing, Keeping::Nothing),
        (Keeping::Kept, Keeping::Nothing),
        (Keeping::Refused, Keeping::Nothing),
        (Keeping::Unknown, Keeping::Unknown),
        (Keeping::Kept, Keeping::Kept),
    ] {
        session.update(Event::Keeping(said));
        assert_eq!(session.keeping, expected, "{said:?}");
    }
}

#[test]
fn the_working_copies_of_this_browser_are_listed_as_they_were_found() {
    let mut session = closed();
    let copy = |id: &str| WorkingCopy {
        id: id.into(),
        unit: "Unit".into(),
        progress: "1 of 2".into(),
        last: true,
        place: Route::Tasks,
    };
    session.update(Event::Found(vec![copy("one"), copy("two")]));
    assert_eq!(session.copies, [copy("one"), copy("two")]);
    session.update(Event::Found(Vec::new()));
    assert!(session.copies.is_empty());
}

#[test]
fn beginning_a_new_assessment_says_so_and_offers_the_way_back_to_the_one_before() {
    let mut session = begun();
    let before = open(&session).clone();
    session.update(Event::Began(blank(&session, "another-1")));
    assert_eq!(session.notice, Some(Notice::Done(Deed::Opened)));
    session.update(Event::Undid);
    assert_eq!(open(&session), &before);
    let mut first = closed();
    first.update(Event::Began(blank(&first, "another-1")));
    assert_eq!(first.notice, None, "there was nothing before");
}

#[test]
fn taking_up_another_working_copy_offers_the_way_back_to_what_was_open() {
    let mut session = begun();
    let before = open(&session).clone();
    let copy = Opened { assessment: blank(&session, "another-1"), remarks: Vec::new() };
    session.update(Event::Resumed(Box::new(copy)));
    assert_eq!(session.notice, Some(Notice::Done(Deed::Opened)));
    session.update(Event::Undid);
    assert_eq!(open(&session), &before);
}

#[test]
fn step_after_step_can_be_taken_back_from_the_page() {
    let mut session = begun();
    after(&mut session, [chose("gain.provision", "in-place"), set_aside("gain.provision")]);
    session.update(Event::Withdrew(id("gain.provision")));
    session.update(Event::Undid);
    assert!(session.notice.as_ref().is_some_and(words::offers_undo) && session.undoable().is_some());
}

#[test]
fn without_an_assessment_nothing_that_is_done_to_one_does_anything() {
    let mut session = closed();
    let before = session.clone();
    for event in [
        chose("gain.provision", "in-place"),
        set_aside("gain.provision"),
        Event::Withdrew(id("gain.provision")),
        Event::ChoseRegion(None),
        Event::AddedForce(id("force-a")),
        Event::RemovedForce(id("durham")),
        Event::Planned(id("gain.provision")),
        Event::Undid,
    ] {
        session.update(event);
        assert_eq!(session, before);
    }
}
