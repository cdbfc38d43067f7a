//! Assessments opened beside the one that is worked on.

use std::rc::Rc;

use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::{OpenError, Opened};
use rocu_self_assessment::session::{Beside, Event, Files, Purpose, Session, Unopened};

use crate::sitting::{begun, begun_as, chose, open};

fn file(name: &str) -> Beside {
    let assessment = begun_as(name).assessment.expect("an assessment is open");
    Beside::new(format!("{name}.rocu.json"), Framework::built_in(), Rc::unwrap_or_clone(assessment))
}

fn chosen(names: &[&str], refused: &[&str]) -> Files {
    let refused = refused.iter().map(|name| ((*name).to_owned(), Unopened::Refused(OpenError::NotOurs)));
    let opened = names.iter().map(|name| file(name)).collect();
    Files { opened: Rc::new(opened), refused: refused.collect(), reading: None }
}

fn names(session: &Session, purpose: Purpose) -> Vec<&str> {
    session.beside(purpose).opened.iter().map(|beside| beside.file.as_str()).collect()
}

#[test]
fn files_that_are_opened_beside_change_nothing_of_what_is_open() {
    for purpose in Purpose::ALL {
        let mut session = begun();
        session.update(chose("gain.provision", "in-place"));
        let (before, filed, undoable) = (open(&session).clone(), session.filed, session.undoable());
        session.update(Event::OpenedBeside(purpose, chosen(&["first-01"], &["holiday.jpg"])));
        assert_eq!((open(&session), session.filed, session.undoable()), (&before, filed, undoable));
        let others = Purpose::ALL.into_iter().filter(|other| *other != purpose);
        assert!(others.into_iter().all(|other| session.beside(other).is_empty()), "{purpose:?}");
    }
}

#[test]
fn more_files_join_those_that_were_chosen_before_and_a_broken_one_is_named() {
    let mut session = begun();
    session.update(Event::OpenedBeside(Purpose::Regions, chosen(&["first-01", "second-1"], &[])));
    session.update(Event::OpenedBeside(Purpose::Regions, chosen(&["third-01"], &["holiday.jpg"])));
    assert_eq!(names(&session, Purpose::Regions), ["first-01.rocu.json", "second-1.rocu.json", "third-01.rocu.json"]);
    let refused = &session.beside(Purpose::Regions).refused;
    assert_eq!(*refused, [(String::from("holiday.jpg"), Unopened::Refused(OpenError::NotOurs))]);
}

#[test]
fn while_files_are_read_the_page_knows_how_many_and_afterwards_no_longer() {
    let mut session = begun();
    session.update(Event::Reading(Purpose::Earlier, 3, 5));
    assert_eq!(session.beside(Purpose::Earlier).reading, Some((3, 5)));
    session.update(Event::OpenedBeside(Purpose::Earlier, chosen(&["first-01"], &[])));
    assert_eq!(session.beside(Purpose::Earlier).reading, None);
}

#[test]
fn files_can_be_put_away_again() {
    let mut session = begun();
    session.update(Event::OpenedBeside(Purpose::Earlier, chosen(&["first-01"], &["holiday.jpg"])));
    session.update(Event::ClosedBeside(Purpose::Earlier));
    assert!(session.beside(Purpose::Earlier).is_empty());
}

/// What the file of that name holds, as it is opened.
fn opened(name: &str) -> Box<Opened> {
    Box::new(Opened { assessment: (*file(name).assessment).clone(), remarks: Vec::new() })
}

#[test]
fn what_was_opened_beside_one_assessment_is_put_away_when_another_takes_its_place() {
    for event in [
        Event::Opened(opened("another1")),
        Event::Resumed(opened("another1")),
        Event::ShowedExample(opened("another1")),
    ] {
        let mut session = begun_as("region-1");
        for purpose in Purpose::ALL {
            session.update(Event::OpenedBeside(purpose, chosen(&["first-01"], &[])));
        }
        session.update(event);
        let left = Purpose::ALL.into_iter().filter(|purpose| !session.beside(*purpose).is_empty());
        assert_eq!(left.collect::<Vec<_>>(), [Purpose::Regions], "regions stand beside each other");
        session.update(Event::OpenedBeside(Purpose::Earlier, chosen(&["first-01"], &[])));
        session.update(Event::Undid);
        assert!(session.beside(Purpose::Earlier).is_empty(), "undoing brings the first back, not what it stood beside");
    }
}

#[test]
fn what_was_opened_beside_an_assessment_stays_when_an_older_state_of_it_is_opened() {
    let mut session = begun_as("region-1");
    session.update(Event::OpenedBeside(Purpose::Earlier, chosen(&["first-01"], &[])));
    session.update(Event::Opened(opened("region-1")));
    assert_eq!(names(&session, Purpose::Earlier), ["first-01.rocu.json"]);
}
