//! The walk: answering, and what is asked then.

use std::collections::BTreeSet;

use rocu_self_assessment::analysis::{Analysis, Outcome, Status};
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Choice, guide};
use rocu_self_assessment::framework::{QuestionId, Standing};
use rocu_self_assessment::session::{Event, Session};

use crate::sitting::{after, answer, begun, chose, committed, coverage, forces, gaps, id, open, set_aside, wrote};

/// The questions of a topic that are asked now, by the last word of their ids.
fn asked(session: &Session, topic: &str) -> Vec<String> {
    let (_, topic) = session.framework().topic(&id(topic)).expect("a topic");
    let asked = topic.questions.iter().filter(|question| guide::asks(open(session), topic, question));
    asked.map(|question| question.id.as_str().rsplit('.').next().expect("a word").to_owned()).collect()
}

fn outcome(session: &Session, question: &str) -> Outcome {
    let asked = session.framework().question(&id(question)).expect("a question");
    Outcome::of(open(session), &asked)
}

fn status(session: &Session, topic: &str) -> Status {
    let (_, topic) = session.framework().topic(&id(topic)).expect("a topic");
    Analysis::of(session.framework(), open(session)).coverage_of(topic).status()
}

/// Answers a question with the best level, every force alike.
fn answer_well(session: &mut Session, question: &QuestionId) {
    let framework = session.framework().clone();
    let scale = framework.question(question).expect("a question").scale;
    let best = scale.levels[0].id.clone();
    if scale.force_by_force {
        for force in forces(session) {
            session.update(Event::Committed(question.clone(), force, best.clone()));
        }
    } else {
        session.update(Event::Chose(question.clone(), best));
    }
}

#[test]
fn a_small_walk_goes_from_not_started_to_completed_question_by_question() {
    let mut session = begun();
    let before = coverage(&session);
    assert_eq!(status(&session, "undercover"), Status::NotStarted);
    session.update(chose("undercover.provision", "partly-in-place"));
    assert_eq!(status(&session, "undercover"), Status::InProgress);
    assert_eq!(gaps(&session), [id::<QuestionId>("undercover.provision")]);
    for (number, word) in asked(&session, "undercover").into_iter().enumerate() {
        let question = id(&format!("undercover.{word}"));
        if number > 0 {
            answer_well(&mut session, &question);
        }
        assert_eq!(coverage(&session).answered, before.answered + number + 1, "{question}");
    }
    assert_eq!(status(&session, "undercover"), Status::Completed);
    assert!(coverage(&session).asked > before.asked, "the follow-up questions count as asked");
}

#[test]
fn questions_appear_and_vanish_with_the_answer_they_hang_on() {
    let mut session = begun();
    assert_eq!(asked(&session, "undercover"), ["provision"]);
    let in_part = ["provision", "tasking", "resources", "results", "integration", "commitment"];
    for (level, expected) in [
        ("in-place", &in_part[..]),
        ("not-in-place", &["provision", "plan"][..]),
        ("elsewhere", &["provision", "access"][..]),
        ("partly-in-place", &in_part[..]),
    ] {
        session.update(chose("undercover.provision", level));
        assert_eq!(asked(&session, "undercover"), expected, "{level}");
    }
    for event in [set_aside("undercover.provision"), Event::Withdrew(id("undercover.provision"))] {
        session.update(event);
        assert_eq!(asked(&session, "undercover"), ["provision"]);
    }
}

#[test]
fn the_answer_to_a_question_that_vanished_is_kept_and_does_not_count() {
    let mut session = begun();
    after(
        &mut session,
        [
            chose("undercover.provision", "in-place"),
            chose("undercover.tasking", "not-achieved"),
            wrote("undercover.tasking", Field::Evidence, "Minutes of the board"),
        ],
    );
    let kept = answer(&session, "undercover.tasking");
    assert_eq!(gaps(&session).len(), 1);
    session.update(chose("undercover.provision", "elsewhere"));
    assert_eq!(answer(&session, "undercover.tasking"), kept);
    assert!(gaps(&session).is_empty());
    session.update(chose("undercover.provision", "in-place"));
    assert_eq!(answer(&session, "undercover.tasking"), kept);
    assert_eq!(gaps(&session).len(), 1);
}

#[test]
fn commitment_is_answered_force_by_force_and_counts_as_answered_with_the_last() {
    let mut session = begun();
    session.update(chose("undercover.provision", "in-place"));
    let before = coverage(&session);
    for (number, force) in forces(&session).iter().enumerate() {
        assert_eq!(outcome(&session, "undercover.commitment"), Outcome::NotAssessed, "{number} forces");
        assert_eq!(coverage(&session).answered, before.answered);
        session.update(committed("undercover.commitment", force, "committed"));
    }
    assert_eq!(outcome(&session, "undercover.commitment"), Outcome::Assessed(Standing::Meets));
    assert_eq!(coverage(&session).answered, before.answered + 1);
}

#[test]
fn a_topic_is_completed_with_the_last_force_and_not_before() {
    let mut session = begun();
    session.update(chose("undercover.provision", "in-place"));
    for word in
        asked(&session, "undercover").into_iter().filter(|word| !["provision", "commitment"].contains(&word.as_str()))
    {
        answer_well(&mut session, &id(&format!("undercover.{word}")));
    }
    for force in forces(&session) {
        assert_eq!(status(&session, "undercover"), Status::InProgress);
        session.update(committed("undercover.commitment", &force, "not-committed"));
    }
    assert_eq!(status(&session, "undercover"), Status::Completed);
}

#[test]
fn one_force_that_falls_short_is_a_gap_before_the_others_are_asked() {
    let mut session = begun();
    let forces = forces(&session);
    after(
        &mut session,
        [
            chose("undercover.provision", "in-place"),
            committed("undercover.commitment", &forces[0], "committed"),
            committed("undercover.commitment", &forces[2], "keeps-own"),
        ],
    );
    assert_eq!(outcome(&session, "undercover.commitment"), Outcome::Assessed(Standing::Short));
    assert_eq!(gaps(&session), [id::<QuestionId>("undercover.commitment")]);
    assert_eq!((coverage(&session).answered, coverage(&session).begun), (1, 1), "begun, and not answered in full");
    session.update(committed("undercover.commitment", &forces[2], "committed"));
    assert!(gaps(&session).is_empty());
}

#[test]
fn an_optional_topic_is_asked_once_it_is_switched_on_and_keeps_its_answers_when_switched_off() {
    let mut session = begun();
    let before = coverage(&session);
    session.update(Event::Switched(id("fraud"), true));
    let (_, fraud) = session.framework().topic(&id("fraud")).expect("a topic");
    let question = fraud.questions[0].id.clone();
    assert!(coverage(&session).asked > before.asked);
    answer_well(&mut session, &question);
    session.update(Event::Switched(id("fraud"), false));
    assert_eq!(coverage(&session), before);
    session.update(Event::Switched(id("fraud"), true));
    assert_eq!(coverage(&session).answered, 1);
}

#[test]
fn what_was_written_stays_when_the_choice_is_cleared_or_changed() {
    let mut session = begun();
    after(
        &mut session,
        [
            wrote("undercover.provision", Field::Note, "Before anything was chosen"),
            chose("undercover.provision", "elsewhere"),
            wrote("undercover.provision", Field::Detail, "The neighbouring unit"),
            wrote("undercover.provision", Field::Evidence, " Agreement of 2024 "),
        ],
    );
    let full = answer(&session, "undercover.provision");
    assert_eq!(full.note, "Before anything was chosen");
    assert_eq!(full.evidence, " Agreement of 2024 ");
    for event in [
        chose("undercover.provision", "in-place"),
        set_aside("undercover.provision"),
        Event::Withdrew(id("undercover.provision")),
    ] {
        session.update(event);
        let now = answer(&session, "undercover.provision");
        assert_eq!(
            (now.detail, now.evidence, now.note),
            (full.detail.clone(), full.evidence.clone(), full.note.clone())
        );
    }
    assert_eq!(answer(&session, "undercover.provision").choice, None);
    assert_eq!(outcome(&session, "undercover.provision"), Outcome::NotAssessed);
}

#[test]
fn a_question_that_is_set_aside_counts_as_answered_and_is_no_gap() {
    let mut session = begun();
    session.update(chose("gain.provision", "not-in-place"));
    assert_eq!(gaps(&session).len(), 1);
    session.update(set_aside("gain.provision"));
    assert_eq!(answer(&session, "gain.provision").choice, Some(Choice::NotApplicable(id("no-demand"))));
    assert_eq!(outcome(&session, "gain.provision"), Outcome::NotApplicable);
    assert_eq!((coverage(&session).answered, gaps(&session).len()), (1, 0));
    session.update(chose("gain.provision", "in-place"));
    assert_eq!(outcome(&session, "gain.provision"), Outcome::Assessed(Standing::Meets));
}

#[test]
fn the_next_open_question_leads_through_all_of_them_and_round_to_those_passed_over() {
    let mut session = begun();
    let framework = session.framework().clone();
    let first = guide::next_open(&framework, open(&session), None).expect("nothing is answered");
    let mut walked = BTreeSet::new();
    let mut at = first.clone();
    while let Some(next) = guide::next_open(&framework, open(&session), Some(&at)) {
        if next == first {
            break;
        }
        assert!(walked.insert(next.clone()), "{next} came twice");
        answer_well(&mut session, &next);
        at = next;
    }
    assert_eq!(guide::next_open(&framework, open(&session), Some(&at)), Some(first.clone()), "it comes round");
    let asked: BTreeSet<QuestionId> =
        guide::questions(&framework, open(&session)).map(|asked| asked.question.id.clone()).collect();
    assert!(!walked.contains(&first) && walked.len() + 1 == asked.len(), "all but the one that was passed over");
    assert_eq!(coverage(&session).answered + 1, coverage(&session).asked);
    session.update(set_aside(first.as_str()));
    assert_eq!(guide::next_open(&framework, open(&session), Some(&at)), None);
    assert_eq!(coverage(&session).answered, coverage(&session).asked);
}
