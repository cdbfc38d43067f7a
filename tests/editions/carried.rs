//! An assessment that was made against another version: what is carried over, and what is told.

use rocu_self_assessment::framework::{BUILT_INS, Framework};
use rocu_self_assessment::saved::{self, OpenError};
use rocu_self_assessment::session::{Deed, Event, Filed, Notice};
use rocu_self_assessment::ui::words;
use serde_json::{Value, json};

use crate::sitting::{RETIRED, answered_in_2015, blank, carried, current, id, open, own, sitting, told};

#[test]
fn what_was_answered_in_2015_is_carried_over_and_the_changes_are_listed() {
    let then = answered_in_2015();
    let text = saved::save(&then);
    let mut session = sitting();
    open(&mut session, &text);

    let carried = carried(&session);
    assert_eq!((carried.from.1.as_str(), carried.to.1.as_str()), ("2015.1", "2026.1"));
    assert_eq!(carried.carried, 2);
    assert_eq!(carried.reworded, [id("undercover.provision")]);
    assert_eq!(carried.gone.iter().map(|gone| gone.question.as_str()).collect::<Vec<_>>(), [RETIRED]);
    let new: Vec<(&str, usize)> = carried.new.iter().map(|(topic, count)| (topic.as_str(), *count)).collect();
    assert!(new.contains(&("sensitive-intelligence", 1)) && new.contains(&("nca", 5)), "{new:?}");
    assert!(new.iter().all(|(topic, _)| *topic != "fraud"), "a topic that is not switched on is not asked");

    let told = told(&session);
    for said in [
        "The assessment was made against version 2015.1; it is now against version 2026.1. 2 answers were carried over, \
         and nothing was dropped.",
        "New, not assessed yet: 55 questions: 1 on “Sensitive intelligence unit”, 1 on “Technical surveillance”,",
        "Worded otherwise; check that your answer still fits: Undercover policing, “Does your region have a regional \
         undercover unit?”.",
        "No longer asked; the answer stays in the file: “Does each force map the organised crime groups (OCGs) in its \
         area, by one shared method?” Not asked since 30 September 2017: In its effectiveness report published in March \
         2017,",
    ] {
        assert!(told.iter().any(|line| line.starts_with(said)), "{said}: {told:#?}");
    }
    assert!(!told.iter().any(|line| line.contains("not asked here")), "nothing is told twice: {told:#?}");
}

#[test]
fn an_answer_to_a_question_that_is_no_longer_asked_stays_in_the_file() {
    let text = saved::save(&answered_in_2015());
    let mut session = sitting();
    open(&mut session, &text);
    let mut wanted: Value = serde_json::from_str(&text).expect("JSON");
    wanted["framework"]["version"] = json!("2026.1");
    let mut kept: Value = serde_json::from_str(&saved::save(current(&session))).expect("JSON");
    let told = kept["changes"].as_array_mut().and_then(Vec::pop).expect("a change");
    assert_eq!((&told["what"], &told["to"]), (&json!("framework"), &json!("rocu 2026.1")), "the history says so");
    let _ = [&mut kept, &mut wanted].map(|it| it["checksum"].take());
    assert_eq!(kept, wanted);
    assert_eq!(kept["answers"][RETIRED]["level"], json!("achieved"));
    assert_eq!(session.filed, Filed::Behind, "the file does not say yet which questions it is against");
}

#[test]
fn undo_brings_back_what_was_open_and_its_questions() {
    let mut session = sitting();
    session.update(Event::ChoseFramework(BUILT_INS[1].framework()));
    session.update(Event::Began(answered_in_2015()));
    let before = session.clone();

    session.update(Event::ChoseFramework(Framework::built_in()));
    assert_eq!(current(&session).framework.1, "2026.1");
    assert_eq!(session.undoable(), Some(Deed::ChoseFramework));
    assert!(session.notice.as_ref().is_some_and(words::offers_undo));
    session.update(Event::Undid);
    assert_eq!(session.assessment, before.assessment);
    assert!(session.framework().is("rocu", "2015.1"));

    // And the other way round: there and back by choice.
    session.update(Event::ChoseFramework(Framework::built_in()));
    session.update(Event::ChoseFramework(BUILT_INS[1].framework()));
    assert_eq!(session.assessment, before.assessment);
}

#[test]
fn an_assessment_opened_in_place_of_one_of_another_version_can_be_taken_back() {
    let mut session = sitting();
    session.update(Event::ChoseFramework(own()));
    session.update(Event::Began(blank("of-our-own", &own())));
    open(&mut session, &saved::save(&answered_in_2015()));
    assert!(session.framework().is("rocu", "2015.1"), "its questions are known, and those in use are others");
    session.update(Event::Undid);
    assert!(session.framework().is("small", "1"));
    assert_eq!(current(&session).id.as_str(), "of-our-own");
}

#[test]
fn a_version_that_is_not_known_says_that_it_cant_be_compared() {
    let mut then = answered_in_2015();
    then.framework.1 = String::from("1999.1");
    let mut session = sitting();
    open(&mut session, &saved::save(&then));
    assert!(!carried(&session).compared);
    assert_eq!(carried(&session).carried, 2);
    let told = told(&session);
    assert!(told.iter().any(|line| line.starts_with("The questions of version 1999.1 are not known here")), "{told:?}");
    assert!(told.iter().any(|line| line.contains(&format!("“{RETIRED}”. Not asked since"))), "{told:?}");
}

#[test]
fn of_very_many_answers_that_are_not_asked_for_any_longer_the_first_hundred_lines_are_listed() {
    let mut then = answered_in_2015();
    let answer = then.answers[&id(RETIRED)].clone();
    then.answers.extend((0..200).map(|at| (id(&format!("gone.question-{at}")), answer.clone())));
    let mut session = sitting();
    open(&mut session, &saved::save(&then));
    let told = told(&session);
    assert_eq!((told.len(), told[101].as_str()), (102, "And 103 more."), "one line of new, one reworded, 201 gone");
}

#[test]
fn a_file_of_questions_that_are_not_known_says_what_to_open_first() {
    let text = saved::save(&blank("of-our-own", &own()));
    let session = sitting();
    let refused =
        saved::open_with(text.as_bytes(), |id, version| session.library.to_open(session.framework(), id, version));
    let error = refused.expect_err("an unknown framework");
    assert_eq!(error, OpenError::OtherFramework { found: String::from("small") });
    let told = words::notice(&Notice::Refused(error), session.framework());
    assert!(told[0].contains("“small”") && told[0].contains("“Use a framework file of your own”"), "{told:?}");
}

#[test]
fn a_working_copy_is_taken_up_with_the_questions_it_was_made_against() {
    let mut session = sitting();
    session.update(Event::FoundFrameworks(vec![own()]));
    // The second takes the place of the first, which can be brought back.
    let replaced = Notice::Done(Deed::Opened);
    for (assessment, version, notice) in
        [(answered_in_2015(), "2015.1", None), (blank("of-our-own", &own()), "1", Some(replaced))]
    {
        let opened = saved::open_with(saved::save(&assessment).as_bytes(), |id, version| {
            session.library.to_resume(session.framework(), id, version)
        });
        session.update(Event::Resumed(Box::new(opened.expect("a known framework"))));
        assert_eq!(session.framework().version, version);
        assert_eq!((current(&session), &session.notice), (&assessment, &notice));
    }
}
