//! Whatever the user can destroy comes back with Undo.

use std::rc::Rc;

use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::plan::{InCell, Plan, PlanRow};
use rocu_self_assessment::assessment::view::Taken;
use rocu_self_assessment::assessment::{Action, Aim, Answer, Assessment, Choice, OverruledConcern, Target, Unknown};
use rocu_self_assessment::framework::{Concern, Framework};
use rocu_self_assessment::saved::Opened;
use rocu_self_assessment::session::{Deed, Event, Notice, Session};

use crate::sitting::{
    after, answer, begun, blank, chose, closed, committed, coverage, forces, id, open, set_aside, wrote,
};

/// Every deed that takes something away.
const DEEDS: [Deed; 17] = [
    Deed::CommittedAll,
    Deed::CommittedEverywhere,
    Deed::CopiedEvidence,
    Deed::Withdrew,
    Deed::SetAside,
    Deed::RemovedForce,
    Deed::ChoseRegion,
    Deed::BroughtBack,
    Deed::DroppedAction,
    Deed::Reopened,
    Deed::LeftToRule,
    Deed::TookTargetBack,
    Deed::TookViews,
    Deed::Agreed,
    Deed::RemovedMilestone,
    Deed::ChoseFramework,
    Deed::Opened,
];

/// A sitting with something to lose by each of them.
fn with_much_to_lose() -> Session {
    let mut session = begun();
    let force = forces(&session)[1].clone();
    after(
        &mut session,
        [
            chose("undercover.provision", "in-place"),
            wrote("undercover.provision", Field::Evidence, "The agreement"),
            committed("undercover.commitment", &force, "partly-committed"),
            Event::Planned(id("undercover.commitment")),
            chose("gain.provision", "not-in-place"),
            Event::Accepted(id("gain.provision"), String::from("Low demand")),
            Event::Overruled(id("gain.provision"), Some(overruled())),
            Event::Aimed(id("gain"), Some(target())),
            Event::Froze(String::from("Draft for the board")),
            Event::TookViews(views("in-place")),
        ],
    );
    session
}

fn overruled() -> OverruledConcern {
    OverruledConcern { concern: Concern::Low, reason: String::from("A pilot starts soon"), unknown: Unknown::new() }
}

fn target() -> Target {
    Target { aim: Aim::Lower, reason: String::from("A pilot starts soon"), unknown: Unknown::new() }
}

/// The view of one colleague.
fn views(level: &str) -> Taken {
    let answer = Answer { choice: Some(Choice::Level(id(level))), ..Answer::default() };
    [(String::from("Deputy"), [(id("gain.provision"), Rc::new(answer))].into())].into()
}

/// A plan in which another owner has that action.
fn edited(action: &Action) -> Rc<Plan> {
    fn cell<T>(value: T) -> InCell<T> {
        InCell { at: String::new(), value }
    }
    let row = PlanRow {
        row: 2,
        question: cell(action.question.to_string()),
        action: cell(action.id.to_string()),
        owner: cell(String::from("Deputy")),
        due: cell(action.due),
        status: cell(None),
        text: None,
        resources: None,
    };
    Rc::new(Plan { assessment: None, rows: vec![row] })
}

/// What the user does. The compiler asks for a line here when a deed is added.
fn event(deed: Deed, session: &Session) -> Event {
    match deed {
        Deed::Withdrew => Event::Withdrew(id("undercover.provision")),
        Deed::SetAside => set_aside("undercover.commitment"),
        Deed::CommittedAll => Event::CommittedAll(id("undercover.commitment"), id("keeps-own")),
        Deed::CommittedEverywhere => Event::CommittedEverywhere(forces(session)[1].clone(), id("not-committed")),
        Deed::CopiedEvidence => Event::CopiedEvidence(id("undercover.provision"), id("gain.provision")),
        Deed::RemovedForce => Event::RemovedForce(forces(session)[1].clone()),
        Deed::ChoseRegion => {
            let other = session.framework().regions.iter().find(|region| region.forces.len() > 3);
            Event::ChoseRegion(other.map(|region| region.id.clone()))
        }
        Deed::DroppedAction => Event::DroppedAction(open(session).actions[0].id),
        Deed::BroughtBack => Event::BroughtBack(edited(&open(session).actions[0])),
        Deed::Reopened => Event::Reopened(id("gain.provision")),
        Deed::LeftToRule => Event::Overruled(id("gain.provision"), None),
        Deed::TookTargetBack => Event::Aimed(id("gain"), None),
        Deed::ChoseFramework => Event::ChoseFramework(first_edition()),
        Deed::TookViews => Event::TookViews(views("partly-in-place")),
        Deed::Agreed => {
            Event::Agreed { question: id("gain.provision"), from: Some(String::from("Deputy")), reason: String::new() }
        }
        Deed::RemovedMilestone => Event::RemovedMilestone(0),
        Deed::Opened => opened(blank(session, "another-1")),
    }
}

/// A framework that is not the one in use.
fn first_edition() -> Rc<Framework> {
    Framework::built_ins().pop().expect("a built-in framework")
}

fn opened(assessment: Assessment) -> Event {
    Event::Opened(Box::new(Opened { assessment, remarks: Vec::new() }))
}

#[test]
fn every_deed_that_takes_something_away_can_be_undone() {
    for deed in DEEDS {
        let mut session = with_much_to_lose();
        let (before, in_use) = (open(&session).clone(), session.framework().clone());
        session.update(event(deed, &session));
        assert_ne!(open(&session), &before, "{deed:?} changes something");
        assert_eq!(session.undoable(), Some(deed));
        session.update(Event::Undid);
        assert_eq!(open(&session).without_history(), before.without_history(), "{deed:?} is undone");
        assert_eq!(session.framework(), &in_use, "{deed:?} leaves the questions as they were");
        assert_eq!(session.notice, Some(Notice::Undone(deed)));
    }
}

#[test]
fn deeds_are_undone_in_turn_the_last_first() {
    let mut session = with_much_to_lose();
    let mut states = Vec::new();
    for deed in DEEDS {
        states.push((deed, open(&session).without_history()));
        if deed != Deed::Opened {
            session.update(event(deed, &session));
        }
    }
    let _ = states.pop();
    while let Some((deed, before)) = states.pop() {
        assert_eq!(session.undoable(), Some(deed));
        session.update(Event::Undid);
        assert_eq!(open(&session).without_history(), before, "{deed:?}");
    }
}

#[test]
fn an_answer_can_be_taken_back_and_brought_back() {
    let mut session = with_much_to_lose();
    let whole = answer(&session, "undercover.provision");
    let answered = coverage(&session);
    session.update(Event::Withdrew(id("undercover.provision")));
    assert_eq!(session.notice, Some(Notice::Done(Deed::Withdrew)));
    assert_eq!(answer(&session, "undercover.provision").choice, None);
    session.update(Event::Undid);
    assert_eq!(answer(&session, "undercover.provision"), whole);
    assert_eq!(coverage(&session), answered);
}

#[test]
fn removing_a_force_keeps_its_answers_and_asks_for_them_no_more() {
    let mut session = with_much_to_lose();
    let force = forces(&session)[1].clone();
    let before = answer(&session, "undercover.commitment");
    assert!(before.level_of(&force).is_some());
    session.update(Event::RemovedForce(force.clone()));
    assert_eq!(answer(&session, "undercover.commitment"), before, "its answers stay in the file");
    assert!(!forces(&session).contains(&force));
    for left in forces(&session) {
        session.update(committed("undercover.commitment", &left, "committed"));
    }
    let asked = session.framework().question(&id("undercover.commitment")).expect("a question");
    assert!(rocu_self_assessment::assessment::guide::is_answered(open(&session), &asked));
}

fn choice(assessment: &Assessment) -> Option<Choice> {
    assessment.answer(&id("gain.provision")).choice.clone()
}

#[test]
fn the_last_fifty_deeds_can_be_undone() {
    let mut session = begun();
    session.update(Event::Undid);
    session.update(chose("gain.provision", "in-place"));
    let mut states = Vec::new();
    for number in 0..60 {
        states.push(open(&session).clone());
        session.update(if number % 2 == 0 {
            set_aside("gain.provision")
        } else {
            Event::Withdrew(id("gain.provision"))
        });
    }
    session.update(wrote("gain.provision", Field::Note, "Typed last"));
    for before in states.iter().rev().take(50) {
        session.update(Event::Undid);
        assert_eq!(answer(&session, "gain.provision").choice, choice(before), "each deed in turn");
        assert_eq!(answer(&session, "gain.provision").note, "Typed last", "what was typed since stays");
    }
    assert_eq!(session.undoable(), None);
    let last = session.clone();
    session.update(Event::Undid);
    assert_eq!(session, last, "there is no more to undo");
}

#[test]
fn with_nothing_done_there_is_nothing_to_undo() {
    let mut session = closed();
    session.update(Event::Began(blank(&session, "first-one")));
    let before = session.clone();
    assert_eq!(session.undoable(), None);
    session.update(Event::Undid);
    assert_eq!(session, before);
}

#[test]
fn opening_another_assessment_keeps_the_one_that_was_open_within_reach_of_undo() {
    let mut session = with_much_to_lose();
    let mine = open(&session).clone();
    session.update(opened(blank(&session, "another-1")));
    assert_eq!(open(&session).id.as_str(), "another-1");
    session.update(Event::Undid);
    assert_eq!(open(&session), &mine);
    session.update(Event::Began(blank(&session, "another-2")));
    assert_eq!(session.undoable(), Some(Deed::Opened));
    session.update(Event::Undid);
    assert_eq!(open(&session), &mine);
}

#[test]
fn undoing_a_deed_keeps_what_was_typed_after_it() {
    let mut session = with_much_to_lose();
    after(
        &mut session,
        [
            set_aside("gain.provision"),
            wrote("undercover.provision", Field::Note, "Typed while the message was still on the page"),
            Event::Undid,
        ],
    );
    assert_eq!(answer(&session, "undercover.provision").note, "Typed while the message was still on the page");
}

#[test]
fn the_reason_for_a_concern_of_ones_own_can_be_brought_back() {
    use rocu_self_assessment::assessment::{OverruledConcern, Unknown};
    use rocu_self_assessment::framework::Concern;
    let mut session = with_much_to_lose();
    let reason = String::from("A reason of some length");
    let overruled = OverruledConcern { concern: Concern::Low, reason, unknown: Unknown::new() };
    session.update(Event::Overruled(id("gain.provision"), Some(overruled)));
    let before = open(&session).clone();
    after(&mut session, [Event::Overruled(id("gain.provision"), None), Event::Undid]);
    assert_eq!(open(&session).without_history(), before.without_history());
}
