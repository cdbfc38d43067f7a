//! An assessment that is open in several windows: one changes it, the others read it.

use std::collections::BTreeSet;

use rocu_self_assessment::assessment::copy::Start;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{ActionId, AssessmentId, Marking};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::Opened;
use rocu_self_assessment::session::{Event, Filed, Keeping, Notice, Particular, Replan, Route, Session};

use crate::sitting::{after, begun, blank, chose, committed, forces, id, open, set_aside, wrote};

fn reading() -> Session {
    let mut session = begun();
    after(
        &mut session,
        [
            chose("gain.provision", "not-in-place"),
            Event::Planned(id("gain.provision")),
            Event::Accepted(id("gain.provision"), String::from("For now.")),
            Event::Withdrew(id("gain.provision")),
            Event::Froze(String::from("Draft")),
            Event::Dismissed,
            Event::Keeping(Keeping::Elsewhere),
        ],
    );
    session
}

/// Every change that a user can make.
fn changes(session: &Session) -> Vec<Event> {
    let force = forces(session)[0].clone();
    vec![
        Event::ChoseRegion(None),
        Event::ChoseRegion(session.framework().regions.last().map(|region| region.id.clone())),
        Event::Described(Particular::Unit, String::from("Another unit")),
        Event::Marked(Marking::Official),
        Event::AddedForce(id("force-a")),
        Event::RenamedForce(force.clone(), String::from("Another name")),
        Event::RemovedForce(force.clone()),
        Event::Switched(id("fraud"), true),
        chose("gain.provision", "in-place"),
        committed("gain.commitment", &force, "keeps-own"),
        set_aside("training.skills"),
        Event::Withdrew(id("gain.provision")),
        wrote("gain.provision", Field::Note, "A note"),
        Event::Planned(id("gain.provision")),
        Event::Replanned(ActionId(1), Replan::Text(String::from("Something else"))),
        Event::DroppedAction(ActionId(1)),
        Event::Accepted(id("gain.provision"), String::from("For ever.")),
        Event::Reopened(id("gain.provision")),
        Event::Aimed(id("gain"), None),
        Event::Overruled(id("gain.provision"), None),
        Event::CommittedAll(id("gain.commitment"), id("keeps-own")),
        Event::CommittedEverywhere(force, id("keeps-own")),
        Event::CopiedEvidence(id("gain.plan"), id("gain.provision")),
        Event::Flagged(id("gain.provision"), true),
        Event::Agreed { question: id("gain.provision"), from: None, reason: String::from("As it is.") },
        Event::Froze(String::from("Another draft")),
        Event::Finalised { role: String::from("Head of unit") },
        Event::RemovedMilestone(0),
        Event::Undid,
        Event::ChoseFramework(Framework::built_ins().last().expect("an earlier edition").clone()),
    ]
}

#[test]
fn a_window_that_only_reads_takes_no_changes() {
    for change in changes(&begun()) {
        let mut session = reading();
        let before = session.clone();
        session.update(change.clone());
        assert_eq!(session, before, "{change:?}");
        session.update(Event::Keeping(Keeping::Kept));
        let before = session.clone();
        session.update(change.clone());
        assert_ne!(session, before, "{change:?} changes nothing anyway");
    }
}

#[test]
fn a_window_that_only_reads_still_goes_from_page_to_page_and_opens_something_else() {
    let mut session = reading();
    session.update(Event::Went(Route::Gaps));
    assert_eq!(session.page(), &Route::Gaps);
    after(&mut session, [Event::HandedOver, Event::Arrived]);
    assert_eq!(session.filed, Filed::All);
    let other = blank(&session, "another-1");
    session.update(Event::Opened(Box::new(Opened { assessment: other.clone(), remarks: Vec::new() })));
    assert_eq!(open(&session), &other);
}

#[test]
fn a_window_that_takes_over_shows_what_the_other_wrote_last_and_undoes_nothing_of_it() {
    let mut session = reading();
    let mut newer = open(&session).clone();
    newer.write(&id("gain.provision"), Field::Note, String::from("Written in the other window"));
    let opened = Opened { assessment: newer.clone(), remarks: Vec::new() };
    after(&mut session, [Event::ContinuedHere(Box::new(opened)), Event::Keeping(Keeping::Kept)]);
    assert_eq!((open(&session), session.notice.as_ref()), (&newer, None));
    session.update(Event::Undid);
    assert_eq!(open(&session), &newer, "what this window could undo was older");
    session.update(chose("gain.provision", "in-place"));
    assert_ne!(open(&session), &newer);
}

#[test]
fn when_two_windows_wrote_at_once_this_one_goes_on_under_an_id_of_its_own_and_says_so() {
    let mut session = begun();
    session.update(wrote("gain.provision", Field::Note, "Written here"));
    let before = open(&session).clone();
    let to = AssessmentId::new("another-1").expect("an id");
    session.update(Event::Parted { from: before.kept_as(), to: to.clone() });
    let mut expected = before;
    let from = expected.kept_as();
    expected.id = to;
    assert_eq!(open(&session), &expected, "all but the id is as it was");
    assert_eq!((session.notice.as_ref(), session.filed), (Some(&Notice::Parted), Filed::Behind));
    let other = AssessmentId::new("another-2").expect("an id");
    session.update(Event::Parted { from, to: other });
    assert_eq!(open(&session), &expected, "what was open before is open no more");
}

#[test]
fn a_window_that_only_reads_does_not_open_what_was_signed_off_again() {
    let mut session = reading();
    let reopen = Event::Revised { reason: String::from("A figure was wrong.") };
    let sign = Event::Finalised { role: String::from("Head of unit") };
    after(&mut session, [Event::Keeping(Keeping::Kept), sign, Event::Dismissed, Event::Keeping(Keeping::Elsewhere)]);
    let before = session.clone();
    session.update(reopen.clone());
    assert_eq!(session, before);
    after(&mut session, [Event::Keeping(Keeping::Kept), reopen]);
    assert!(!session.is_final());
}

#[test]
fn a_colleagues_copy_stays_what_it_is_when_the_assessment_of_the_lead_parts() {
    let lead = open(&begun()).clone();
    let copy = lead.copy_for("Deputy", &BTreeSet::from([id("gain")]), Start::Blank);
    let mut session = begun();
    let to = AssessmentId::new("another-1").expect("an id");
    after(
        &mut session,
        [
            Event::Opened(Box::new(Opened { assessment: copy.clone(), remarks: Vec::new() })),
            Event::Parted { from: lead.kept_as(), to: to.clone() },
        ],
    );
    assert_eq!(open(&session), &copy);
    session.update(Event::Parted { from: copy.kept_as(), to: to.clone() });
    assert_eq!((&open(&session).id, &open(&session).copy), (&to, &copy.copy));
}
