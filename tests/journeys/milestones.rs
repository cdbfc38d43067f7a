//! Milestones: what stood in the assessment at moments that were given a name.

use jiff::civil::date;
use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::history::between;
use rocu_self_assessment::assessment::milestone::MOST_MILESTONES;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::{self, NoRoom, Opened};
use rocu_self_assessment::session::{Deed, Event, Notice, Particular, Session};

use crate::sitting::{after, begun, chose, id, open, wrote};

fn names(session: &Session) -> Vec<&str> {
    open(session).milestones.iter().map(|milestone| milestone.name.as_str()).collect()
}

fn froze(name: &str) -> Event {
    Event::Froze(name.to_owned())
}

fn opened(assessment: Assessment) -> Event {
    Event::Opened(Box::new(Opened { assessment, remarks: Vec::new() }))
}

#[test]
fn a_milestone_keeps_what_stood_there_and_can_be_compared_with_what_stands_there_now() {
    let mut session = begun();
    session.now = date(2026, 3, 31).at(14, 5, 0, 0);
    after(
        &mut session,
        [
            Event::Described(Particular::Lead, String::from("Head of unit")),
            chose("gain.provision", "not-in-place"),
            froze(" Draft for the board "),
        ],
    );
    assert_eq!(session.notice, Some(Notice::Froze(String::from("Draft for the board"))));
    session.update(chose("gain.provision", "in-place"));
    let milestone = &open(&session).milestones[0];
    assert_eq!((milestone.name.as_str(), milestone.role.as_str()), ("Draft for the board", "Head of unit"));
    assert_eq!(milestone.at.to_string(), "2026-03-31T14:05:00");
    let differences = between(milestone.assessment(), open(&session));
    let lines: Vec<_> =
        differences.iter().map(|it| (it.place.to_string(), it.from.as_deref(), it.to.as_deref())).collect();
    assert_eq!(lines, [(String::from("answers/gain.provision/choice"), Some("not-in-place"), Some("in-place"))]);
    let gaps = |assessment| Analysis::of(session.framework(), assessment).gaps.len();
    assert_eq!(gaps(milestone.assessment()), gaps(open(&session)) + 1);
}

#[test]
fn a_milestone_holds_no_history_and_no_milestones_of_its_own() {
    let mut session = begun();
    after(&mut session, [chose("gain.provision", "in-place"), froze("One"), froze("Two")]);
    for milestone in &open(&session).milestones {
        assert!(milestone.frozen.history.is_empty() && milestone.frozen.milestones.is_empty());
    }
    assert_eq!(names(&session), ["One", "Two"]);
    let last = open(&session).history.changes.last().expect("a change");
    assert_eq!(
        (last.place.to_string(), last.to.as_ref().map(|to| to.text.as_str())),
        ("milestones".into(), Some("Two"))
    );
}

#[test]
fn a_milestone_without_a_name_is_none() {
    let mut session = begun();
    let before = session.clone();
    session.update(froze("  "));
    assert_eq!(session, before);
}

#[test]
fn a_milestone_can_be_removed_and_brought_back_to_its_place() {
    let mut session = begun();
    after(&mut session, [froze("One"), froze("Two"), froze("Two"), froze("Three")]);
    let before = open(&session).milestones.clone();
    after(&mut session, [Event::RemovedMilestone(1), wrote("gain.provision", Field::Note, "Typed since")]);
    assert_eq!(names(&session), ["One", "Two", "Three"]);
    assert_eq!(session.undoable(), Some(Deed::RemovedMilestone));
    session.update(Event::Undid);
    assert_eq!(open(&session).milestones, before);
    assert_eq!(open(&session).answer(&id("gain.provision")).note, "Typed since");
    let same = session.clone();
    session.update(Event::RemovedMilestone(4));
    assert_eq!(session, same, "there is no fifth");
}

#[test]
fn milestones_are_saved_and_opened_though_the_questions_have_changed_since() {
    let mut session = begun();
    let first = Framework::built_ins().pop().expect("a built-in framework");
    session.update(Event::ChoseFramework(first));
    after(
        &mut session,
        [chose("gain.provision", "in-place"), wrote("gain.provision", Field::Note, "Then"), froze("Then")],
    );
    session.update(Event::ChoseFramework(Framework::built_in()));
    let text = saved::save(open(&session));
    let read = saved::open(text.as_bytes(), session.framework()).expect("our own file");
    assert_eq!((&read.assessment, read.remarks.as_slice()), (open(&session), [].as_slice()));
    assert_ne!(read.assessment.milestones[0].frozen.framework, read.assessment.framework);
}

#[test]
fn there_is_an_end_to_milestones() {
    let mut session = begun();
    for number in 0..MOST_MILESTONES {
        session.update(froze(&format!("Number {number}")));
    }
    let before = open(&session).clone();
    session.update(froze("One too many"));
    assert_eq!(session.notice, Some(Notice::NoRoom(NoRoom::ManyMilestones)));
    assert!(session.notice.as_ref().is_some_and(Notice::is_problem));
    assert_eq!(open(&session), &before);
    after(&mut session, [Event::RemovedMilestone(0), froze("One too many")]);
    assert_eq!(names(&session).last(), Some(&"One too many"));
}

#[test]
fn what_could_not_be_opened_again_is_not_kept() {
    let mut session = begun();
    session.update(wrote("gain.provision", Field::Note, &"long ".repeat(saved::LIMIT / 25)));
    session.update(froze("Large"));
    assert_eq!(names(&session), ["Large"], "two of these are small enough");
    let before = open(&session).clone();
    session.update(froze("Too large"));
    assert!(matches!(session.notice, Some(Notice::NoRoom(NoRoom::TooLarge { bytes })) if bytes > saved::LIMIT / 2));
    assert_eq!(open(&session), &before);
}

#[test]
fn what_would_be_too_deep_to_be_opened_again_is_not_kept() {
    let mut session = begun();
    let deep = format!("{{\"x\": {}{},", "[".repeat(125), "]".repeat(125));
    let text = saved::save(open(&session)).replacen('{', &deep, 1);
    let read = saved::open(text.as_bytes(), session.framework()).expect("as deep as it may be");
    session.update(opened(read.assessment));
    let before = open(&session).clone();
    session.update(froze("Deep"));
    assert_eq!(session.notice, Some(Notice::NoRoom(NoRoom::TooDeep)));
    assert_eq!(open(&session), &before);
}

#[test]
fn a_milestone_that_cannot_be_read_stays_in_the_file() {
    let mut session = begun();
    session.update(froze("Sound"));
    let text = saved::save(open(&session));
    let sound = text.find("\"milestones\": [").expect("milestones") + "\"milestones\": [".len();
    let hostile = r#" 5, { "name": "No time", "assessment": {} }, { "at": "2026-03-31T09:00:00", "assessment": [] },
        { "at": "2026-03-31T09:00:00", "assessment": { "format": "rocu-self-assessment", "version": 1, "id": "12345678",
          "framework": { "id": "Not An Id", "version": "1" } } }, "#;
    let odd = format!("{}{hostile}{}", &text[..sound], &text[sound..]);
    let read = saved::open(odd.as_bytes(), session.framework()).expect("it can be opened");
    session.update(opened(read.assessment));
    assert_eq!(names(&session), ["Sound"]);
    let again = saved::save(open(&session));
    assert!(again.contains("No time") && again.contains("Not An Id"));
    for at in 0..4 {
        let key = format!("milestones[{at}]");
        assert!(read.remarks.contains(&saved::Remark::Unreadable { key }), "{:?}", read.remarks);
    }
}
