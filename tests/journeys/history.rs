//! What the file remembers: who changed what, from what to what, and when.

use jiff::SignedDuration;
use jiff::civil::date;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::history::{MOST_CHANGES, between};
use rocu_self_assessment::assessment::{Aim, Marking, OverruledConcern, Progress, Target, Unknown};
use rocu_self_assessment::framework::{Concern, Framework};
use rocu_self_assessment::saved::{self, Opened};
use rocu_self_assessment::session::{Event, Particular, Replan, Session};

use crate::sitting::{after, begun, chose, committed, forces, id, open, set_aside, wrote};

/// The history in words: role, what, from, to.
fn told(session: &Session) -> Vec<String> {
    let text = |excerpt: &Option<rocu_self_assessment::assessment::history::Excerpt>| {
        excerpt.as_ref().map_or_else(|| String::from("nothing"), |excerpt| format!("“{}”", excerpt.text))
    };
    let changes = open(session).history.changes.iter();
    changes.map(|it| format!("{}: {} from {} to {}", it.role, it.place, text(&it.from), text(&it.to))).collect()
}

/// A sitting whose history begins now.
fn fresh() -> Session {
    let mut session = begun();
    session.update(Event::Described(Particular::Lead, String::from("Head of unit")));
    let assessment = open(&session).without_history();
    session.update(Event::Opened(Box::new(Opened { assessment, remarks: Vec::new() })));
    session
}

#[test]
fn every_change_is_listed_with_what_was_there_before() {
    let mut session = fresh();
    let force = forces(&session)[0].clone();
    let overruled =
        OverruledConcern { concern: Concern::High, reason: String::from("It costs a team"), unknown: Unknown::new() };
    let target = Target { aim: Aim::Higher, reason: String::from("Two ports"), unknown: Unknown::new() };
    after(
        &mut session,
        [
            chose("gain.provision", "not-in-place"),
            committed("undercover.commitment", &force, "keeps-own"),
            wrote("gain.provision", Field::Evidence, "Minutes"),
            set_aside("training.skills"),
            Event::Planned(id("gain.provision")),
            Event::Replanned(rocu_self_assessment::assessment::ActionId(1), Replan::Text(String::from("Appoint one"))),
            Event::Replanned(rocu_self_assessment::assessment::ActionId(1), Replan::Progress(Progress::UnderWay)),
            Event::Accepted(id("undercover.commitment"), String::new()),
            Event::Overruled(id("gain.provision"), Some(overruled)),
            Event::Aimed(id("gain"), Some(target)),
            Event::Described(Particular::Unit, String::from("Unit")),
            Event::Marked(Marking::Official),
            Event::RenamedForce(force, String::from("Force")),
            Event::Switched(id("fraud"), true),
        ],
    );
    let unit = open(&fresh()).particulars.unit.clone();
    let named = open(&fresh()).particulars.forces[0].clone();
    let expected = [
        "answers/gain.provision/choice from nothing to “not-in-place”",
        &format!("answers/undercover.commitment/forces/{} from nothing to “keeps-own”", named.id),
        "answers/gain.provision/evidence from nothing to “Minutes”",
        "answers/training.skills/choice from nothing to “not_applicable:no-demand”",
        "actions/A1/question from nothing to “gain.provision”",
        "actions/A1/text from nothing to “Appoint one”",
        "actions/A1/progress from nothing to “under-way”",
        "accepted/undercover.commitment from nothing to “”",
        "overruled/gain.provision/concern from nothing to “high”",
        "overruled/gain.provision/reason from nothing to “It costs a team”",
        "targets/gain/aim from nothing to “higher”",
        "targets/gain/reason from nothing to “Two ports”",
        &format!("particulars/unit from “{unit}” to “Unit”"),
        "particulars/marking from “OFFICIAL-SENSITIVE” to “OFFICIAL”",
        &format!("particulars/forces/{} from “{}” to “Force”", named.id, named.name),
        "switched_on/fraud from nothing to “on”",
    ];
    assert_eq!(told(&session), expected.map(|line| format!("Head of unit: {line}")));
}

#[test]
fn looking_around_is_no_change() {
    let mut session = fresh();
    let before = open(&session).clone();
    after(&mut session, [Event::Dismissed, Event::Planned(id("gain.provision")), Event::HandedOver]);
    let planned = open(&session).history.changes.len();
    assert_eq!(planned, 1, "an action was added, and nothing else");
    assert!(before.history.is_empty());
}

#[test]
fn a_text_typed_letter_by_letter_is_one_change_and_tomorrow_another() {
    let mut session = fresh();
    session.now = date(2026, 3, 31).at(14, 5, 0, 0);
    for end in 1..="The agreement".len() {
        session.update(wrote("gain.provision", Field::Evidence, &"The agreement"[..end]));
    }
    session.now = date(2026, 4, 1).at(9, 0, 0, 0);
    session.update(wrote("gain.provision", Field::Evidence, "The agreement of 2024"));
    let told = told(&session);
    assert_eq!(
        told,
        [
            "Head of unit: answers/gain.provision/evidence from nothing to “The agreement”",
            "Head of unit: answers/gain.provision/evidence from “The agreement” to “The agreement of 2024”",
        ]
    );
    let times: Vec<String> = open(&session).history.changes.iter().map(|change| change.at.to_string()).collect();
    assert_eq!(times, ["2026-03-31T14:05:00", "2026-04-01T09:00:00"]);
}

#[test]
fn the_role_is_the_one_at_work_and_else_that_of_the_lead() {
    let mut session = fresh();
    after(
        &mut session,
        [
            Event::TookOver(String::from(" Cyber lead ")),
            chose("gain.provision", "in-place"),
            Event::TookOver(String::from(" ")),
            chose("gain.provision", "not-in-place"),
        ],
    );
    let roles: Vec<&str> = open(&session).history.changes.iter().map(|change| change.role.as_str()).collect();
    assert_eq!(roles, ["Cyber lead", "Head of unit"]);
}

#[test]
fn typing_the_role_of_the_lead_is_one_change() {
    let mut session = fresh();
    for typed in ["Head of un", "Head of", "Head", "D", "De", "Deputy"] {
        session.update(Event::Described(Particular::Lead, typed.to_owned()));
    }
    assert_eq!(open(&session).history.changes.len(), 1);
    assert!(told(&session)[0].ends_with("particulars/lead from “Head of unit” to “Deputy”"));
}

#[test]
fn undoing_is_a_change_like_any_other() {
    let mut session = fresh();
    session.now = date(2026, 3, 31).at(9, 0, 0, 0);
    session.update(chose("gain.provision", "in-place"));
    session.now = date(2026, 3, 31).at(10, 0, 0, 0);
    session.update(Event::Withdrew(id("gain.provision")));
    session.now = date(2026, 3, 31).at(11, 0, 0, 0);
    session.update(Event::Undid);
    let changes: Vec<String> =
        told(&session).iter().map(|line| line.replace("Head of unit: answers/gain.provision/choice ", "")).collect();
    assert_eq!(changes, ["from nothing to “in-place”", "from “in-place” to nothing", "from nothing to “in-place”"]);
}

#[test]
fn taking_up_questions_of_another_edition_is_a_change() {
    let mut session = fresh();
    session.update(Event::ChoseFramework(Framework::built_ins().pop().expect("a built-in framework")));
    let [line] = told(&session).try_into().expect("one change");
    assert!(line.starts_with("Head of unit: framework from "), "{line}");
    session.update(Event::Undid);
    assert!(open(&session).history.is_empty(), "it was changed back at once");
}

#[test]
fn the_history_is_saved_and_opened_and_can_be_left_out_of_what_is_sent_on() {
    let mut session = fresh();
    let long = "x".repeat(1_000);
    after(&mut session, [chose("gain.provision", "in-place"), wrote("gain.provision", Field::Note, &long)]);
    let text = saved::save(open(&session));
    let opened = saved::open(text.as_bytes(), session.framework()).expect("our own file");
    assert_eq!((&opened.assessment, opened.remarks.as_slice()), (open(&session), [].as_slice()));
    assert_eq!(opened.assessment.history.changes.len(), 2);
    let sent = saved::save(&open(&session).without_history());
    assert!(
        !sent.contains("changes") && sent.contains(&long),
        "the answer is whole and how it came about is not there"
    );
    assert_eq!(between(open(&session), &open(&session).without_history()), []);
}

#[test]
fn a_history_that_could_not_be_read_is_not_sent_on_either() {
    let mut session = fresh();
    let text = saved::save(open(&session));
    let odd = text.replacen('{', "{\"changes\": [{\"what\": \"secret\"}, 5], \"earlier_changes\": \"many\",", 1);
    let opened = saved::open(odd.as_bytes(), session.framework()).expect("it can be opened");
    assert_eq!(opened.remarks.len(), 4, "{:?}", opened.remarks);
    assert!(saved::save(&opened.assessment).contains("secret"), "it is kept");
    assert!(!saved::save(&opened.assessment.without_history()).contains("secret"));
    session.update(Event::Opened(Box::new(opened)));
    session.update(chose("gain.provision", "in-place"));
    let text = saved::save(open(&session));
    assert!(text.contains("secret") && text.contains("answers/gain.provision/choice"));
    let again = saved::open(text.as_bytes(), session.framework()).expect("our own file");
    assert_eq!(&again.assessment, open(&session));
}

#[test]
fn a_history_without_end_keeps_its_latest_part() {
    let mut session = fresh();
    for number in 0..MOST_CHANGES + 20 {
        session.now = session.now.checked_add(SignedDuration::from_hours(1)).expect("a time");
        session.update(wrote("gain.provision", Field::Note, &number.to_string()));
    }
    let history = &open(&session).history;
    assert_eq!((history.changes.len(), history.dropped), (MOST_CHANGES, 20));
    let text = saved::save(open(&session));
    let opened = saved::open(text.as_bytes(), session.framework()).expect("our own file");
    assert_eq!(&opened.assessment.history, history);
}
