//! Much at once: one answer for all forces, for all capabilities, and evidence used again.

use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::guide;
use rocu_self_assessment::framework::LevelId;
use rocu_self_assessment::session::{Deed, Event, Notice, Session};

use crate::sitting::{after, answer, begun, chose, committed, forces, id, open, set_aside, wrote};

/// The answers of every force to a question.
fn levels(session: &Session, question: &str) -> Vec<Option<LevelId>> {
    let answer = answer(session, question);
    forces(session).iter().map(|force| answer.level_of(force).cloned()).collect()
}

/// A sitting in which two capabilities are in place.
fn with_two_in_place() -> Session {
    let mut session = begun();
    after(&mut session, [chose("gain.provision", "in-place"), chose("undercover.provision", "partly-in-place")]);
    session
}

#[test]
fn one_answer_for_all_forces_replaces_what_each_had_and_undo_brings_that_back() {
    let mut session = with_two_in_place();
    let second = forces(&session)[1].clone();
    session.update(committed("gain.commitment", &second, "keeps-own"));
    let before = levels(&session, "gain.commitment");
    session.update(Event::CommittedAll(id("gain.commitment"), id("committed")));
    assert_eq!(levels(&session, "gain.commitment"), vec![Some(id::<LevelId>("committed")); 3]);
    assert_eq!(session.notice, Some(Notice::Done(Deed::CommittedAll)));
    assert!(levels(&session, "undercover.commitment").iter().all(Option::is_none), "no other question is answered");
    session.update(Event::Undid);
    assert_eq!(levels(&session, "gain.commitment"), before);
}

#[test]
fn one_answer_for_one_force_reaches_every_commitment_that_is_asked_and_no_other_force() {
    let mut session = with_two_in_place();
    let [first, second, _] = forces(&session).try_into().expect("three forces");
    session.update(committed("gain.commitment", &second, "keeps-own"));
    let before = open(&session).clone();
    session.update(Event::CommittedEverywhere(first, id("committed")));
    let committed = Some(id::<LevelId>("committed"));
    assert_eq!(levels(&session, "gain.commitment"), [committed.clone(), Some(id("keeps-own")), None]);
    assert_eq!(levels(&session, "undercover.commitment"), [committed, None, None]);
    assert_eq!(open(&session).answers.len(), before.answers.len() + 1, "what is not asked is not answered");
    session.update(Event::Undid);
    assert_eq!(open(&session), &before);
}

#[test]
fn a_commitment_that_was_set_aside_stays_set_aside() {
    let mut session = with_two_in_place();
    session.update(set_aside("gain.commitment"));
    let first = forces(&session)[0].clone();
    session.update(Event::CommittedEverywhere(first, id("committed")));
    assert!(answer(&session, "gain.commitment").not_applicable().is_some());
    assert!(levels(&session, "undercover.commitment")[0].is_some());
}

#[test]
fn a_level_that_no_such_question_has_is_given_to_none() {
    let mut session = with_two_in_place();
    let before = open(&session).clone();
    let first = forces(&session)[0].clone();
    session.update(Event::CommittedEverywhere(first, id("in-place")));
    assert_eq!(open(&session), &before);
}

#[test]
fn evidence_is_added_after_what_stands_there_and_never_in_its_place() {
    let mut session = with_two_in_place();
    let [from, to] = ["gain.provision", "undercover.provision"];
    let copy = || Event::CopiedEvidence(id(from), id(to));
    session.update(wrote(from, Field::Evidence, "The agreement of 2024"));
    session.update(copy());
    assert_eq!(answer(&session, to).evidence, "The agreement of 2024");
    session.update(wrote(to, Field::Evidence, "Minutes of May"));
    session.update(copy());
    assert_eq!(answer(&session, to).evidence, "Minutes of May\nThe agreement of 2024");
    session.update(copy());
    assert_eq!(answer(&session, to).evidence, "Minutes of May\nThe agreement of 2024", "once is enough");
    after(&mut session, [Event::Undid, Event::Undid]);
    assert_eq!(answer(&session, to).evidence, "Minutes of May");
    assert_eq!(answer(&session, from).evidence, "The agreement of 2024");
}

#[test]
fn where_there_is_no_evidence_none_is_added() {
    let mut session = with_two_in_place();
    session.update(wrote("gain.provision", Field::Evidence, " \n"));
    let before = open(&session).clone();
    session.update(Event::CopiedEvidence(id("gain.provision"), id("undercover.provision")));
    assert_eq!(open(&session), &before);
}

#[test]
fn the_questions_like_one_are_those_of_its_topic_and_of_its_theme_that_are_asked() {
    let session = with_two_in_place();
    let framework = session.framework();
    let one = framework.question(&id("gain.tasking")).expect("a question");
    let similar = guide::similar(framework, open(&session), &one.question.id);
    assert!(similar.iter().all(|it| it.topic.id == one.topic.id || it.question.theme == one.question.theme));
    let found: Vec<&str> = similar.iter().map(|it| it.question.id.as_str()).collect();
    for expected in ["gain.provision", "gain.commitment", "undercover.tasking"] {
        assert!(found.contains(&expected), "{expected} is not among {found:?}");
    }
    assert!(!found.contains(&"gain.tasking") && !found.contains(&"surveillance.tasking"));
}

#[test]
fn undoing_one_answer_for_one_force_keeps_what_other_forces_answered_since() {
    let mut session = with_two_in_place();
    let [first, second, _] = forces(&session).try_into().expect("three forces");
    after(
        &mut session,
        [
            Event::CommittedEverywhere(first, id("committed")),
            committed("gain.commitment", &second, "partly-committed"),
            Event::Undid,
        ],
    );
    assert_eq!(levels(&session, "gain.commitment"), [None, Some(id("partly-committed")), None]);
    assert!(levels(&session, "undercover.commitment").iter().all(Option::is_none));
}
