//! What is decided about gaps.

use jiff::civil::date;
use rocu_self_assessment::analysis::{Analysis, Handling};
use rocu_self_assessment::assessment::{ActionId, OverruledConcern, Progress, Unknown};
use rocu_self_assessment::framework::{Concern, QuestionId};
use rocu_self_assessment::session::{Event, Replan, Session};

use crate::sitting::{after, begun, chose, gaps, id, open, set_aside};

/// A grave gap and a slight one.
const GRAVE: &str = "gain.provision";
const SLIGHT: &str = "training.skills";

fn with_two_gaps() -> Session {
    let mut session = begun();
    after(&mut session, [chose(SLIGHT, "partly-achieved"), chose(GRAVE, "not-in-place")]);
    session
}

fn overruled(concern: Concern) -> Event {
    let reason = String::from("The board decided so.");
    Event::Overruled(id(GRAVE), Some(OverruledConcern { concern, reason, unknown: Unknown::new() }))
}

/// What is decided about a gap: open, a number of actions, or the reason for living with it.
fn handling(session: &Session, question: &str) -> String {
    let analysis = Analysis::of(session.framework(), open(session));
    let gap = analysis.gaps.iter().find(|gap| gap.asked.question.id == id::<QuestionId>(question)).expect("a gap");
    match &gap.handling {
        Handling::Open => String::from("open"),
        Handling::Planned(actions) => format!("{} planned", actions.len()),
        Handling::Accepted(reason) => format!("accepted: {reason}"),
    }
}

fn last_action(session: &Session) -> ActionId {
    open(session).actions.last().expect("an action").id
}

#[test]
fn overruling_the_concern_changes_the_rank_until_it_is_left_to_the_rule_again() {
    let mut session = with_two_gaps();
    let by_rule = gaps(&session);
    assert_eq!(by_rule, [id::<QuestionId>(GRAVE), id(SLIGHT)], "by the rule, not in the order of the deeds");
    session.update(overruled(Concern::Low));
    session.update(Event::Overruled(
        id(SLIGHT),
        Some(OverruledConcern { concern: Concern::High, reason: String::new(), unknown: Unknown::new() }),
    ));
    assert_eq!(gaps(&session), [id::<QuestionId>(SLIGHT), id(GRAVE)]);
    after(&mut session, [Event::Overruled(id(SLIGHT), None), Event::Overruled(id(GRAVE), None)]);
    assert_eq!(gaps(&session), by_rule);
}

#[test]
fn the_reason_for_another_concern_stands_beside_the_rule_that_it_overrules() {
    let mut session = with_two_gaps();
    session.update(overruled(Concern::Medium));
    let analysis = Analysis::of(session.framework(), open(&session));
    let gap = analysis.gaps.iter().find(|gap| gap.overruled.is_some()).expect("an overruled gap");
    assert_eq!((gap.concern, gap.overruled), (Concern::Medium, Some("The board decided so.")));
    assert_eq!(gap.rule.concern, Concern::High);
}

#[test]
fn an_accepted_gap_is_not_open_until_it_is_opened_again() {
    let mut session = with_two_gaps();
    session.update(Event::Accepted(id(GRAVE), String::new()));
    assert_eq!(gaps(&session), [id::<QuestionId>(SLIGHT)]);
    session.update(Event::Accepted(id(GRAVE), String::from("The cost is out of proportion.")));
    assert_eq!(handling(&session, GRAVE), "accepted: The cost is out of proportion.");
    assert_eq!(open(&session).accepted.len(), 1);
    session.update(Event::Reopened(id(GRAVE)));
    assert_eq!(gaps(&session).len(), 2);
    assert_eq!(handling(&session, GRAVE), "open");
}

#[test]
fn accepting_a_gap_keeps_its_actions() {
    let mut session = with_two_gaps();
    after(&mut session, [Event::Planned(id(GRAVE)), Event::Accepted(id(GRAVE), String::from("For now."))]);
    assert_eq!(handling(&session, GRAVE), "accepted: For now.");
    session.update(Event::Reopened(id(GRAVE)));
    assert_eq!(handling(&session, GRAVE), "1 planned");
}

#[test]
fn an_action_is_written_piece_by_piece_and_touches_no_other() {
    let mut session = with_two_gaps();
    after(&mut session, [Event::Planned(id(GRAVE)), Event::Planned(id(SLIGHT))]);
    let other = open(&session).actions[0].clone();
    let action = last_action(&session);
    assert_ne!(action, other.id);
    for replan in [
        Replan::Text(String::from(" Train six. ")),
        Replan::Owner(String::from("Head of training")),
        Replan::Resources(String::from("Two courses")),
        Replan::Due(Some(date(2026, 9, 30))),
        Replan::Progress(Progress::UnderWay),
    ] {
        session.update(Event::Replanned(action, replan));
    }
    let written = open(&session).actions[1].clone();
    assert_eq!((written.text.as_str(), written.owner.as_str()), (" Train six. ", "Head of training"));
    assert_eq!((written.resources.as_str(), written.due), ("Two courses", Some(date(2026, 9, 30))));
    assert_eq!((written.progress, &written.question), (Progress::UnderWay, &id(SLIGHT)));
    assert_eq!(open(&session).actions[0], other);
    assert_eq!((handling(&session, GRAVE), handling(&session, SLIGHT)), ("1 planned".into(), "1 planned".into()));
}

/// The actions whose gap has closed.
fn closed(session: &Session) -> Vec<(ActionId, Progress)> {
    let analysis = Analysis::of(session.framework(), open(session));
    let closed = analysis.actions_of_closed_gaps().map(|action| (action.id, action.progress));
    closed.collect()
}

#[test]
fn an_action_whose_gap_has_closed_stays_until_it_is_removed_and_can_be_set_to_done() {
    let mut session = with_two_gaps();
    after(&mut session, [Event::Planned(id(GRAVE)), Event::Planned(id(SLIGHT))]);
    assert!(closed(&session).is_empty());
    session.update(chose(GRAVE, "in-place"));
    assert_eq!(gaps(&session), [id::<QuestionId>(SLIGHT)]);
    let action = open(&session).actions[0].id;
    assert_eq!(closed(&session), [(action, Progress::NotStarted)]);
    session.update(Event::Replanned(action, Replan::Progress(Progress::Done)));
    assert_eq!(closed(&session), [(action, Progress::Done)]);
    session.update(Event::DroppedAction(action));
    assert!(closed(&session).is_empty());
    session.update(Event::Undid);
    assert_eq!(closed(&session), [(action, Progress::Done)]);
    session.update(chose(GRAVE, "not-in-place"));
    assert!(closed(&session).is_empty(), "the gap is open again");
    assert_eq!(handling(&session, GRAVE), "1 planned");
}

#[test]
fn an_action_is_left_over_whatever_ended_its_gap_but_acceptance() {
    for (event, left) in [
        (set_aside(GRAVE), 1),
        (Event::Withdrew(id(GRAVE)), 1),
        (chose(GRAVE, "elsewhere"), 1),
        (Event::Accepted(id(GRAVE), String::from("For now.")), 0),
    ] {
        let mut session = with_two_gaps();
        after(&mut session, [Event::Planned(id(GRAVE)), event]);
        assert_eq!(closed(&session).len(), left);
    }
}

#[test]
fn dropping_an_action_leaves_the_gap_open_and_the_others_planned() {
    let mut session = with_two_gaps();
    after(&mut session, [Event::Planned(id(GRAVE)), Event::Planned(id(GRAVE)), Event::Planned(id(SLIGHT))]);
    let slight = last_action(&session);
    session.update(Event::DroppedAction(slight));
    assert_eq!((handling(&session, GRAVE), handling(&session, SLIGHT)), ("2 planned".into(), "open".into()));
}

#[test]
fn the_id_of_an_action_is_never_used_again() {
    let mut session = with_two_gaps();
    session.update(Event::Planned(id(GRAVE)));
    let dropped = last_action(&session);
    after(&mut session, [Event::DroppedAction(dropped), Event::Planned(id(SLIGHT))]);
    assert_ne!(last_action(&session), dropped);
}
