//! Room for more: what a sitting adds by hand never makes a file that can't be opened again.

use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::framework::{Force, MOST_FORCES};
use rocu_self_assessment::saved::{self, Listed, NoRoom, Opened};
use rocu_self_assessment::session::{Event, Notice, Session};

use crate::sitting::{begun, blank, closed, id, open};

/// A sitting in which that was opened from a file.
fn with(assessment: Assessment) -> Session {
    let mut session = begun();
    session.update(Event::Opened(Box::new(Opened { assessment, remarks: Vec::new() })));
    session
}

/// Holds that one more is added, and after that none.
fn one_more_is_added(of: Listed, mut session: Session, add: impl Fn(usize) -> Event) {
    session.update(add(1));
    assert_eq!(of.number(open(&session)), of.most());
    assert!(!session.notice.as_ref().is_some_and(Notice::is_problem), "{:?}", session.notice);
    let full = open(&session).clone();
    session.update(add(2));
    assert_eq!((open(&session), &session.notice), (&full, &Some(Notice::NoRoom(NoRoom::Full(of)))));
    let again = saved::open(saved::save(&full).as_bytes(), session.framework()).expect("our own file");
    assert_eq!(again.assessment, full);
}

#[test]
fn forces_are_added_until_there_are_as_many_as_a_file_may_have() {
    let mut assessment = blank(&closed(), "room-for-forces");
    let force = |at: usize| Force { id: id(&format!("force-{at}")), name: String::new() };
    assessment.particulars.forces = (1..MOST_FORCES).map(force).collect();
    one_more_is_added(Listed::Forces, with(assessment), |at| Event::AddedForce(id(&format!("another-{at}"))));
}

#[test]
fn actions_are_added_until_there_are_as_many_as_a_file_may_have() {
    let mut assessment = blank(&closed(), "room-for-actions");
    for _ in 1..Listed::Actions.most() {
        assessment.plan(&id("gain.provision"));
    }
    one_more_is_added(Listed::Actions, with(assessment), |_| Event::Planned(id("gain.provision")));
}
