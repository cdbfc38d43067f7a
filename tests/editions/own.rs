//! A framework file of the user's own: checked like the one that is built in, and used like it.

use std::rc::Rc;

use rocu_self_assessment::assessment::guide;
use rocu_self_assessment::framework::{Fault, Framework};
use rocu_self_assessment::report::Report;
use rocu_self_assessment::saved;
use rocu_self_assessment::session::{Event, Notice, Session};
use serde_json::json;

use crate::sitting::{TODAY, blank, carried, current, id, level, own, sitting, told};
use crate::small::small;

#[test]
fn a_framework_file_with_flaws_lists_them_all_and_changes_nothing() {
    let mut session = sitting();
    session.update(Event::Began(blank("open-before", &Framework::built_in())));
    let before = session.clone();
    let mut data = small();
    data["parts"][0]["topics"][0]["questions"][0]["theme"] = json!("nobody");
    data["parts"][0]["topics"][0]["questions"][1]["prompts"] = json!([]);
    data["regions"][0]["forces"] = json!([]);
    let text = serde_json::to_string_pretty(&data).expect("JSON");
    let flaws = Framework::open(text.as_bytes()).expect_err("a flawed framework");
    session.update(Event::Told(Notice::FlawedFramework(flaws.clone())));

    let told = told(&session);
    assert_eq!((flaws.len(), told.len()), (3, 4));
    assert_eq!(
        told[0],
        "The framework file is not used: 3 flaws were found in it. Your questions and answers are as they were."
    );
    for (key, words) in [
        ("isles", "the list is empty"),
        ("dogs.asked/theme", "\"nobody\" is used and not defined"),
        ("dogs.fed/prompts", "the list is empty"),
    ] {
        let id = key.split('/').next().expect("an id");
        let line = text.lines().position(|line| line.contains(&format!("\"id\": \"{id}\""))).expect("its line") + 1;
        assert!(told.contains(&format!("Line {line}, “{key}”: {words}.")), "{key}: {told:#?}");
    }
    assert!(session.notice.as_ref().is_some_and(Notice::is_problem));
    session.notice.clone_from(&before.notice);
    assert_eq!(session, before);
}

#[test]
fn of_many_flaws_the_first_hundred_are_listed() {
    let mut session = sitting();
    let mut data = small();
    let themes = data["themes"].as_array_mut().expect("a list");
    themes.extend(vec![themes[0].clone(); 150]);
    let flaws = Framework::open(data.to_string().as_bytes()).expect_err("a flawed framework");
    session.update(Event::Told(Notice::FlawedFramework(flaws)));
    let told = told(&session);
    assert_eq!((told.len(), told[101].as_str()), (102, "And 50 more."));
    assert!(told[0].contains("150 flaws"), "{}", told[0]);
}

#[test]
fn a_file_that_is_no_framework_is_refused_in_one_sentence() {
    let twin = serde_json::to_string(&*Framework::built_in()).expect("JSON");
    let rows: [(&[u8], Fault, &str); 5] = [
        (&[0xff, 0xfe, 0x00], Fault::NotText, "The file is not text."),
        (b"", Fault::NotJson, "The framework file can’t be read from line 1 on"),
        (b"{\n\"id\": }", Fault::NotJson, "The framework file can’t be read from line 2 on"),
        (
            twin.as_bytes(),
            Fault::BuiltIn,
            "The framework file has the id and the version of questions that are built in.",
        ),
        (
            &vec![b' '; saved::LIMIT + 1],
            Fault::TooLarge,
            "The framework file is too large: more than 20 MB are not read.",
        ),
    ];
    for (bytes, fault, words) in rows {
        let flaws = Framework::open(bytes).expect_err("no framework");
        assert_eq!(flaws.len(), 1, "{fault:?}");
        assert_eq!(flaws[0].fault, fault);
        let mut session = sitting();
        session.update(Event::Told(Notice::FlawedFramework(flaws)));
        let [told] = <[String; 1]>::try_from(told(&session)).expect("one sentence");
        assert!(told.starts_with(words), "{told}");
    }
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    let text = format!("\u{feff}{}", small());
    assert!(Framework::open(text.as_bytes()).is_ok());
}

#[test]
fn a_small_framework_of_the_users_own_is_offered_walked_and_reported() {
    let mut session = sitting();
    session.update(Event::ChoseFramework(own()));
    assert_eq!(session.notice, Some(Notice::ChoseFramework));
    session.update(Event::Began(blank("of-our-own", session.framework().as_ref())));
    let asked = |session: &Session| {
        let asked = guide::questions(session.framework(), current(session));
        asked.map(|asked| asked.question.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(asked(&session), ["dogs.asked", "cats.asked"]);
    session.update(Event::Chose(id("dogs.asked"), level("yes")));
    assert_eq!(asked(&session), ["dogs.asked", "dogs.fed", "cats.asked"]);
    session.update(Event::Chose(id("dogs.fed"), level("no")));
    session.update(Event::Chose(id("cats.asked"), level("no")));

    let report = Report::of(session.framework(), current(&session), TODAY);
    let text = rocu_self_assessment::export::json(&report);
    assert!(text.contains("Dogs are not fed.") && text.contains("Cats are not asked."));
    let text = saved::save(current(&session));
    let opened = saved::open(text.as_bytes(), session.framework()).expect("our own file");
    assert_eq!((&opened.assessment, opened.remarks.len()), (current(&session), 0));
}

#[test]
fn a_framework_changed_without_a_new_version_is_compared_with_what_it_was() {
    let mut session = sitting();
    session.update(Event::ChoseFramework(own()));
    session.update(Event::Began(blank("of-our-own", &own())));
    session.update(Event::Chose(id("dogs.asked"), level("yes")));
    let mut data = small();
    data["parts"][0]["topics"][0]["questions"][0]["text"] = json!("Are they asked?");
    let changed = Framework::open(data.to_string().as_bytes()).expect("a sound framework");
    session.update(Event::ChoseFramework(Rc::new(changed)));
    assert_eq!(carried(&session).reworded, [id("dogs.asked")]);
    assert_eq!(session.library.own().len(), 1);
}
