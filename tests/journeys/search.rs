//! Search: what is found, and where it leads.

use rocu_self_assessment::assessment::ActionId;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::search::{Hit, Place, search};
use rocu_self_assessment::session::{Event, Replan, Session};

use crate::sitting::{after, begun, chose, id, open, wrote};

fn found(session: &Session, wanted: &str) -> Vec<Hit> {
    search(session.framework(), open(session), wanted)
}

fn places(session: &Session, wanted: &str) -> Vec<Place> {
    found(session, wanted).into_iter().map(|hit| hit.place).collect()
}

#[test]
fn every_question_is_found_by_its_own_words() {
    let session = begun();
    for asked in session.framework().questions().filter(|asked| !asked.topic.optional) {
        let hits = found(&session, &asked.question.text.to_uppercase());
        let question = Place::Question(asked.question.id.clone());
        assert!(hits.iter().any(|hit| hit.place == question && hit.title == asked.question.text), "{question:?}");
    }
}

#[test]
fn a_question_is_found_by_its_id_before_all_else() {
    let session = begun();
    for asked in session.framework().questions().filter(|asked| !asked.topic.optional) {
        let question = &asked.question.id;
        let hits = found(&session, &format!(" {} ", question.as_str().to_uppercase()));
        assert_eq!(hits.first().map(|hit| &hit.place), Some(&Place::Question(question.clone())));
        let times = hits.iter().filter(|hit| hit.place == Place::Question(question.clone())).count();
        assert_eq!(times, 1, "{question}");
    }
}

#[test]
fn questions_are_found_by_how_their_ids_begin() {
    let session = begun();
    assert_eq!(places(&session, "gain.prov"), [Place::Question(id("gain.provision"))]);
    assert_eq!(found(&session, "gain.prov")[0].excerpt, "gain.provision");
    let of_topic = session.framework().questions().filter(|asked| asked.topic.id.as_str() == "gain");
    let of_topic: Vec<Place> = of_topic.map(|asked| Place::Question(asked.question.id.clone())).collect();
    let found = places(&session, "gain.");
    assert!(of_topic.iter().all(|place| found.contains(place)), "{found:?}");
    assert!(places(&session, "ain.provision").is_empty(), "the middle of an id is no name");
}

#[test]
fn what_was_written_beside_an_answer_is_found_there() {
    let mut session = begun();
    after(
        &mut session,
        [
            chose("gain.provision", "elsewhere"),
            wrote("gain.provision", Field::Evidence, "Minutes of the XYZZY board"),
            wrote("gain.provision", Field::Note, "Ask Xyzzy again"),
            wrote("gain.provision", Field::Detail, "The xyzzy unit"),
        ],
    );
    let answer = |field| Place::Answer(id("gain.provision"), field);
    assert_eq!(places(&session, "xyzzy"), [Field::Detail, Field::Evidence, Field::Note].map(answer));
    assert_eq!(places(&session, " board  xyzzy "), [answer(Field::Evidence)], "every word must be there");
    assert_eq!(found(&session, "xyzzy board")[0].excerpt, "Minutes of the XYZZY board");
}

#[test]
fn an_action_is_found_by_what_will_be_done_and_by_whom() {
    let mut session = begun();
    after(
        &mut session,
        [
            chose("gain.provision", "not-in-place"),
            Event::Planned(id("gain.provision")),
            Event::Replanned(ActionId(1), Replan::Text(String::from("Appoint a quixotic lead"))),
            Event::Replanned(ActionId(1), Replan::Owner(String::from("Head of plugh"))),
        ],
    );
    for wanted in ["quixotic", "PLUGH", "plugh quixotic"] {
        assert_eq!(places(&session, wanted), [Place::Action(id("gain.provision"), ActionId(1))], "{wanted}");
    }
}

#[test]
fn a_term_of_the_glossary_is_found_with_what_it_means() {
    let session = begun();
    for (number, term) in session.framework().glossary.iter().enumerate() {
        let hits = found(&session, &term.term);
        let hit = hits.iter().find(|hit| hit.place == Place::Term(number)).expect("the term is found");
        assert_eq!(hit.title, term.term);
    }
}

#[test]
fn nothing_wanted_finds_nothing() {
    let session = begun();
    for wanted in ["", "  ", "\t\n", "a word that nobody wrote xyzzy"] {
        assert!(found(&session, wanted).is_empty(), "{wanted:?}");
    }
}

#[test]
fn a_topic_that_is_switched_off_is_not_searched() {
    let mut session = begun();
    let fraud = |place: &Place| matches!(place, Place::Question(question) if question.topic() == "fraud");
    assert!(!places(&session, "fraud").iter().any(fraud));
    session.update(Event::Switched(id("fraud"), true));
    assert!(places(&session, "fraud").iter().any(fraud));
}

#[test]
fn what_was_searched_for_is_still_there_after_looking_at_a_place() {
    let mut session = begun();
    let before = open(&session).clone();
    session.update(Event::Sought(String::from("board")));
    session.update(Event::Went(rocu_self_assessment::session::Route::Tasks));
    assert_eq!(session.sought, "board");
    assert_eq!(open(&session), &before, "searching changes no answer");
}
