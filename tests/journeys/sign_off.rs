//! The sign-off: what was signed off does not change, and a file that was altered since says so.

use jiff::civil::date;
use rocu_self_assessment::analysis::{Analysis, Lack};
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{ActionId, OverruledConcern, Unknown};
use rocu_self_assessment::framework::{Concern, Framework, FrameworkId};
use rocu_self_assessment::report::Report;
use rocu_self_assessment::report::paper::Margins;
use rocu_self_assessment::saved::{self, NoRoom, Opened, Remark};
use rocu_self_assessment::session::{Deed, Event, Notice, Particular, Replan, Session};

use crate::sitting::{TODAY, after, begun, blank, chose, coverage, forces, id, open, set_aside, wrote};

fn signed() -> Session {
    let mut session = begun();
    session.now = date(2026, 3, 31).at(14, 5, 0, 0);
    after(
        &mut session,
        [
            Event::Described(Particular::Version, String::from("Draft 3")),
            chose("gain.provision", "not-in-place"),
            set_aside("training.skills"),
            Event::Planned(id("gain.provision")),
            Event::Finalised { role: String::from("Assistant Chief Constable") },
        ],
    );
    session
}

fn reopened(text: &str, session: &Session) -> Opened {
    saved::open(text.as_bytes(), session.framework()).expect("it can be opened")
}

/// What is still open, and how many times.
fn unfinished(session: &Session) -> Vec<(Lack, usize)> {
    let all = Analysis::of(session.framework(), open(session)).unfinished();
    all.into_iter().map(|it| (it.lack, it.questions.len())).collect()
}

#[test]
fn what_is_still_open_is_counted_and_keeps_nobody_from_signing_off() {
    let gap = "gain.provision";
    let overruled = |reason: &str| {
        let reason = reason.to_owned();
        Event::Overruled(id(gap), Some(OverruledConcern { concern: Concern::Low, reason, unknown: Unknown::new() }))
    };
    let accepted = |reason: &str| Event::Accepted(id(gap), reason.to_owned());
    let mut session = begun();
    after(&mut session, [chose(gap, "not-in-place"), Event::Flagged(id(gap), true)]);
    let left = (Lack::Answer, coverage(&session).left());
    assert_eq!(unfinished(&session), [left, (Lack::Discussion, 1), (Lack::Decision, 1)]);
    after(
        &mut session,
        [
            Event::Flagged(id(gap), false),
            Event::Planned(id(gap)),
            Event::Planned(id(gap)),
            Event::Planned(id(gap)),
            Event::Replanned(ActionId(1), Replan::Text(String::from("Appoint one."))),
            overruled(" "),
        ],
    );
    assert_eq!(unfinished(&session), [left, (Lack::ActionText, 2), (Lack::ConcernReason, 1)]);
    after(&mut session, [overruled("The board decided so."), accepted(" ")]);
    assert_eq!(unfinished(&session), [left, (Lack::AcceptanceReason, 1)], "its actions no longer count");
    session.update(accepted("The cost is out of proportion."));
    assert_eq!(unfinished(&session), [left]);
    session.update(Event::Finalised { role: String::new() });
    assert!(session.is_final());
}

#[test]
fn what_was_signed_off_refuses_every_change_and_says_why() {
    let mut session = signed();
    assert_eq!(session.notice, Some(Notice::SignedOff));
    let before = open(&session).clone();
    let force = forces(&session)[0].clone();
    for event in [
        chose("gain.provision", "in-place"),
        wrote("gain.provision", Field::Note, "Late"),
        set_aside("gain.provision"),
        Event::Withdrew(id("training.skills")),
        Event::Planned(id("gain.provision")),
        Event::Accepted(id("gain.provision"), String::new()),
        Event::Described(Particular::Unit, String::from("Other")),
        Event::RemovedForce(force),
        Event::Switched(id("fraud"), true),
        Event::Froze(String::from("Late")),
        Event::ChoseRegion(None),
        Event::ChoseFramework(Framework::built_ins().pop().expect("a built-in framework")),
        Event::Finalised { role: String::from("Somebody else") },
        Event::Undid,
    ] {
        session.update(Event::Dismissed);
        session.update(event.clone());
        assert_eq!(open(&session), &before, "{event:?}");
        assert_eq!(session.notice, Some(Notice::Finalised), "{event:?}");
        assert!(session.notice.as_ref().is_some_and(Notice::is_problem));
    }
}

#[test]
fn who_signed_off_and_when_and_the_digest_are_on_the_front_and_on_every_page() {
    let session = signed();
    let digest = saved::digest(open(&session));
    let report = Report::of(session.framework(), open(&session), TODAY);
    let fact = |label: &str| report.front.iter().find(|fact| fact.label.starts_with(label)).map(|fact| &*fact.value);
    assert_eq!(fact("Signed off"), Some("31 March 2026 at 14:05, Assistant Chief Constable"));
    assert_eq!(fact("Digest"), Some(digest.to_string().as_str()));
    let foot = format!("Version Draft 3, 31 March 2026, signed off, digest {}", &digest.to_string()[..19]);
    assert_eq!(report.edition, foot);
    assert_eq!(Margins::of(open(&session), TODAY).edition, foot);
}

#[test]
fn a_file_that_was_altered_after_it_was_signed_off_says_so_when_it_is_opened_and_on_paper() {
    let session = signed();
    let text = saved::save(open(&session));
    assert_eq!(reopened(&text, &session).remarks, []);
    for (there, instead) in [("not-in-place", "in-place"), ("Draft 3", "Draft 4"), ("\"no-demand\"", "\"other-body\"")]
    {
        assert!(text.contains(there), "{there}");
        let altered = reopened(&text.replacen(there, instead, 1), &session);
        assert!(altered.remarks.contains(&Remark::AlteredSinceSignOff), "{there}");
        let report = Report::of(session.framework(), &altered.assessment, TODAY);
        assert!(report.edition.ends_with(", altered since it was signed off"), "{}", report.edition);
        assert!(report.front.iter().any(|fact| fact.value.ends_with("the file was altered since")));
        let again = reopened(&saved::save(&altered.assessment), &session);
        assert!(again.remarks.contains(&Remark::AlteredSinceSignOff), "saving it does not hide it");
    }
}

#[test]
fn what_an_assessment_remembers_of_itself_may_be_left_out_of_what_was_signed_off() {
    let mut session = begun();
    after(
        &mut session,
        [
            chose("gain.provision", "in-place"),
            Event::Froze(String::from("Draft")),
            Event::Finalised { role: String::new() },
        ],
    );
    let sent = open(&session).without_history().without_milestones();
    assert_eq!(reopened(&saved::save(&sent), &session).remarks, []);
    let spaced = saved::save(&sent).replace('\n', "\r\n\r\n");
    assert_eq!(reopened(&spaced, &session).remarks, [], "the form of the file is not signed off");
}

#[test]
fn the_role_that_signs_off_is_the_one_at_work_where_none_is_given() {
    let mut session = begun();
    after(&mut session, [Event::TookOver(String::from("Head of unit")), Event::Finalised { role: String::from(" ") }]);
    assert_eq!(open(&session).sign_off.as_ref().map(|sign_off| sign_off.role.as_str()), Some("Head of unit"));
}

#[test]
fn revising_begins_the_next_version_and_keeps_what_was_signed_off() {
    let mut session = signed();
    let before = open(&session).clone();
    session.update(Event::Revised { reason: String::from("The board asked for more") });
    assert_eq!(session.notice, Some(Notice::Revised));
    assert_eq!((open(&session).is_final(), open(&session).particulars.version.as_str()), (false, "Draft 4"));
    let milestone = &open(&session).milestones[0];
    assert_eq!(milestone.name, "Version Draft 3 as signed off");
    assert_eq!(milestone.frozen.sign_off, before.sign_off);
    let reason = open(&session).history.changes.iter().find(|change| change.place.to_string() == "revision");
    let reason = reason.and_then(|change| change.to.as_ref()).map(|to| to.text.as_str());
    assert_eq!(reason, Some("The board asked for more"));
    session.update(chose("gain.provision", "in-place"));
    assert_eq!(open(&session).answer(&id("gain.provision")).level(), Some(&id("in-place")));
    let read = reopened(&saved::save(open(&session)), &session);
    assert_eq!((&read.assessment, read.remarks.as_slice()), (open(&session), [].as_slice()));
    let altered = saved::save(open(&session)).replacen("\"Draft 3\"", "\"Draft 9\"", 1);
    let name = String::from("Version Draft 3 as signed off");
    assert_eq!(reopened(&altered, &session).remarks, [Remark::ChangedSinceSaved, Remark::AlteredMilestone { name }]);
}

#[test]
fn only_what_was_signed_off_can_be_revised() {
    let mut session = begun();
    let before = session.clone();
    session.update(Event::Revised { reason: String::from("None") });
    assert_eq!(session, before);
}

#[test]
fn where_no_milestone_can_be_kept_one_can_be_removed_before_the_revision() {
    let mut session = begun();
    for number in 0..20 {
        session.update(Event::Froze(format!("Number {number}")));
    }
    after(&mut session, [Event::Finalised { role: String::new() }, Event::Revised { reason: String::new() }]);
    assert_eq!(session.notice, Some(Notice::NoRoom(NoRoom::ManyMilestones)));
    assert!(session.is_final());
    after(&mut session, [Event::RemovedMilestone(0), Event::Undid, Event::RemovedMilestone(0)]);
    assert_eq!(session.undoable(), Some(Deed::RemovedMilestone));
    session.update(Event::Revised { reason: String::new() });
    assert!(!session.is_final());
}

#[test]
fn another_assessment_can_be_opened_over_it_and_undo_brings_it_back() {
    let mut session = signed();
    let mine = open(&session).clone();
    let another = Event::Began(blank(&session, "another-1"));
    after(&mut session, [another, chose("gain.provision", "in-place")]);
    assert_eq!(open(&session).answer(&id("gain.provision")).level(), Some(&id("in-place")));
    session.update(Event::Undid);
    assert_eq!(open(&session), &mine);
}

#[test]
fn what_was_signed_off_is_read_against_the_questions_that_it_answered_and_carried_over_to_no_others() {
    let mut session = begun();
    let first = Framework::built_ins().pop().expect("a built-in framework");
    after(&mut session, [Event::ChoseFramework(first.clone()), Event::Finalised { role: String::new() }]);
    let mine = open(&session).clone();
    let mut other = begun();
    other.update(Event::Opened(Box::new(Opened { assessment: mine.clone(), remarks: Vec::new() })));
    assert_eq!((open(&other), other.framework().version.as_str()), (&mine, first.version.as_str()));
    let mut of_nobody = mine;
    of_nobody.framework = (FrameworkId::try_from("rocu").expect("an id"), String::from("1999.1"));
    other.update(Event::Opened(Box::new(Opened { assessment: of_nobody.clone(), remarks: Vec::new() })));
    assert_eq!(open(&other), &of_nobody);
    assert_eq!(other.notice, Some(Notice::Opened(Vec::new())));
}
