//! Single keys: what each means, given where the focus is.

use rocu_self_assessment::assessment::guide;
use rocu_self_assessment::session::{Event, Notice, Route, Session};

use crate::sitting::{after, answer, begun, chose, closed, committed, forces, id, open};

/// Presses a key while these surround the focus.
fn press(session: &mut Session, key: &str, around: &[&str]) -> Option<Event> {
    let around: Vec<String> = around.iter().map(|id| (*id).to_owned()).chain([String::from("main")]).collect();
    let event = session.pressed(key, &around);
    if let Some(event) = event.clone() {
        session.update(event);
    }
    event
}

/// A sitting on the page of that topic.
fn on(topic: &str) -> Session {
    let mut session = begun();
    session.update(Event::Went(Route::Topic(id(topic), None)));
    session
}

fn route(session: &Session) -> String {
    session.route.fragment()
}

#[test]
fn a_number_chooses_that_level_of_the_question_that_has_the_focus() {
    let mut session = on("gain");
    let levels = session.framework().question(&id("gain.provision")).expect("a question").scale.levels.clone();
    for (number, level) in levels.iter().enumerate() {
        let event = press(&mut session, &(number + 1).to_string(), &["gain.provision"]);
        assert_eq!(event, Some(chose("gain.provision", level.id.as_str())));
        assert_eq!(answer(&session, "gain.provision").level(), Some(&level.id));
    }
    for around in [["gain.provision.in-place", "gain.provision"], ["gain.provision.flag", "gain.provision"]] {
        assert!(press(&mut session, "1", &around).is_some(), "from anywhere within the question");
    }
}

#[test]
fn a_number_that_no_level_has_does_nothing() {
    let mut session = on("gain");
    for key in ["0", "9", "10", "-1", "+1", "x", "N", "F1", "Enter", "", "½"] {
        assert_eq!(press(&mut session, key, &["gain.provision"]), None, "{key:?}");
    }
}

#[test]
fn a_number_does_nothing_where_no_question_has_the_focus() {
    let mut session = on("gain");
    assert_eq!(press(&mut session, "1", &[]), None);
    assert_eq!(press(&mut session, "1", &["undercover.provision"]), None, "a question of another page");
    session.update(Event::Went(Route::Actions(Some(id("gain.provision")))));
    assert_eq!(press(&mut session, "1", &["gain.provision"]), None, "a gap is decided about there, not answered");
}

#[test]
fn a_number_answers_for_the_force_that_has_the_focus_or_for_the_first_without_an_answer() {
    let mut session = on("gain");
    session.update(chose("gain.provision", "in-place"));
    let forces = forces(&session);
    let row = format!("gain.commitment.{}", forces[1]);
    let event = press(&mut session, "2", &[&format!("{row}.committed"), &row, "gain.commitment"]);
    assert_eq!(event, Some(committed("gain.commitment", &forces[1], "partly-committed")));
    for force in [&forces[0], &forces[2]] {
        let event = press(&mut session, "1", &["gain.commitment"]);
        assert_eq!(event, Some(committed("gain.commitment", force, "committed")));
    }
    assert_eq!(press(&mut session, "1", &["gain.commitment"]), None, "every force has its answer, and keeps it");
}

#[test]
fn n_leads_through_every_unanswered_question_across_topics_and_tells_when_there_is_none() {
    let mut session = begun();
    session.update(Event::Went(Route::Tasks));
    let mut steps = 0;
    loop {
        match press(&mut session, "n", &[]) {
            Some(Event::Went(Route::Topic(_, Some(question)))) => {
                let asked = session.framework().question(&question).expect("a question");
                let last = asked.scale.levels.last().expect("a level").id.clone();
                if asked.scale.force_by_force {
                    for force in forces(&session) {
                        session.update(Event::Committed(question.clone(), force, last.clone()));
                    }
                } else {
                    session.update(Event::Chose(question, last));
                }
            }
            Some(Event::Told(Notice::AllAnswered)) => break,
            other => panic!("{other:?}"),
        }
        steps += 1;
        assert!(steps < 1000, "it comes to an end");
    }
    assert_eq!(guide::next_open(session.framework(), open(&session), None), None);
    assert_eq!(session.notice, Some(Notice::AllAnswered));
}

#[test]
fn n_begins_with_the_page_that_is_open_and_goes_on_after_the_question_that_has_the_focus() {
    let mut session = on("gain");
    let _ = press(&mut session, "n", &[]);
    assert_eq!(route(&session), "#/topic/gain/gain.provision");
    session.update(chose("gain.provision", "in-place"));
    let _ = press(&mut session, "n", &["gain.provision"]);
    assert_eq!(route(&session), "#/topic/gain/gain.tasking");
    let _ = press(&mut session, "n", &["gain.resources"]);
    assert_eq!(route(&session), "#/topic/gain/gain.results", "the focus counts, not the address");
}

#[test]
fn p_leads_back_to_the_question_before_answered_or_not_and_tells_at_the_first() {
    let mut session = on("gain");
    after(
        &mut session,
        [chose("gain.provision", "in-place"), Event::Went(Route::Topic(id("gain"), Some(id("gain.tasking"))))],
    );
    let _ = press(&mut session, "p", &["gain.tasking"]);
    assert_eq!(route(&session), "#/topic/gain/gain.provision");
    let first = guide::next_open(session.framework(), open(&begun()), None).expect("a question");
    let mut steps = 0;
    while press(&mut session, "p", &[]) != Some(Event::Told(Notice::NoQuestionBefore)) {
        steps += 1;
        assert!(steps < 1000, "it comes to an end");
    }
    assert_eq!(session.route.question(), Some(&first));
}

#[test]
fn a_stroke_leads_to_search_and_a_question_mark_to_the_list_of_keys() {
    let mut session = on("gain");
    assert_eq!(press(&mut session, "/", &[]), Some(Event::Went(Route::Search)));
    assert_eq!(press(&mut session, "?", &[]), Some(Event::AskedForKeys(Route::Search)));
    assert_eq!(session.route, Route::Shortcuts);
}

#[test]
fn the_help_knows_the_page_or_the_question_that_was_left_for_it() {
    let came_from = |session: &Session| session.came_from.as_ref().map(Route::fragment);
    let mut session = on("gain");
    let _ = press(&mut session, "?", &["gain.plan.note", "gain.plan"]);
    assert_eq!(came_from(&session).as_deref(), Some("#/topic/gain/gain.plan"));
    for within in [Route::Help, Route::Term(3), Route::Shortcuts] {
        session.update(Event::Went(within));
        let _ = press(&mut session, "?", &["gain.plan"]);
        assert_eq!(came_from(&session).as_deref(), Some("#/topic/gain/gain.plan"), "still on the help");
    }
    after(&mut session, [Event::Went(Route::Gaps), Event::Went(Route::Help)]);
    assert_eq!(came_from(&session).as_deref(), Some("#/gaps"));
    assert_eq!(came_from(&closed()), None, "the address alone led there");
}

#[test]
fn switched_off_no_key_means_anything_until_they_are_switched_on_again() {
    let mut session = on("gain");
    session.update(Event::SwitchedShortcuts(false));
    for key in ["1", "n", "p", "/", "?"] {
        assert_eq!(press(&mut session, key, &["gain.provision"]), None, "{key}");
    }
    session.update(Event::SwitchedShortcuts(true));
    assert!(press(&mut session, "1", &["gain.provision"]).is_some());
}

#[test]
fn where_nothing_is_open_only_the_list_of_keys_is_there() {
    let mut session = closed();
    for key in ["1", "n", "p", "/"] {
        assert_eq!(press(&mut session, key, &["gain.provision"]), None, "{key}");
    }
    assert_eq!(press(&mut session, "?", &[]), Some(Event::Went(Route::Shortcuts)));
}

#[test]
fn the_place_where_one_stopped_is_the_page_and_the_question_that_has_the_focus() {
    let mut session = on("gain");
    let place = |session: &Session, around: &[&str]| {
        let around: Vec<String> = around.iter().map(|id| (*id).to_owned()).collect();
        session.place(&around).map(|route| route.fragment())
    };
    assert_eq!(place(&session, &[]).as_deref(), Some("#/topic/gain"));
    let field = ["gain.provision.note", "gain.provision", "main"];
    assert_eq!(place(&session, &field).as_deref(), Some("#/topic/gain/gain.provision"));
    session.update(Event::Went(Route::Actions(None)));
    assert_eq!(place(&session, &field).as_deref(), Some("#/actions"));
    for page in [Route::Start, Route::Help, Route::Shortcuts, Route::Workbook] {
        session.update(Event::Went(page));
        assert_eq!(place(&session, &field), None, "nobody stops there");
    }
}

#[test]
fn from_a_question_that_is_no_longer_asked_n_and_p_lead_to_its_neighbours() {
    let mut session = on("gain");
    session.update(chose("gain.provision", "not-in-place"));
    session.update(Event::Went(Route::Topic(id("gain"), Some(id("gain.tasking")))));
    let to = |event: Option<Event>| match event {
        Some(Event::Went(Route::Topic(_, Some(question)))) => question,
        other => panic!("{other:?}"),
    };
    let asked: Vec<_> =
        guide::questions(session.framework(), open(&session)).map(|it| it.question.id.clone()).collect();
    let all: Vec<_> = session.framework().questions().map(|it| it.question.id.clone()).collect();
    assert!(!asked.contains(&id("gain.tasking")), "where the capability is not in place it is not asked");
    let at = all.iter().position(|it| *it == id("gain.tasking")).expect("a question");
    let before = all[..at].iter().rfind(|it| asked.contains(it)).expect("one before");
    let behind = all[at..].iter().find(|it| asked.contains(it)).expect("one behind");
    assert_eq!(to(press(&mut session, "p", &[])), *before);
    session.update(Event::Went(Route::Topic(id("gain"), Some(id("gain.tasking")))));
    assert_eq!(to(press(&mut session, "n", &[])), *behind);
}
