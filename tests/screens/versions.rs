//! Other questions: offered on the start page, and shown on every page once they are in use.

use std::rc::Rc;

use rocu_self_assessment::assessment::{Assessment, AssessmentId};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::session::{Event, Route, Session};
use serde_json::json;

use crate::dom::attribute;
use crate::drawn::seen;
use crate::given::{self, PAGES, nothing_open};
use crate::made::id;
use crate::small::small;

#[test]
fn the_start_page_offers_the_questions_that_are_known_and_names_those_in_use() {
    let mut session = nothing_open("start");
    let (now, then) = ("rocu@2026.1", "rocu@2015.1");
    assert_eq!(offered(&session), (vec![now.to_owned(), then.to_owned()], vec![now.to_owned()]));
    session.update(Event::ChoseFramework(own()));
    let own = "small@1";
    assert_eq!(offered(&session), ([now, then, own].map(str::to_owned).to_vec(), vec![own.to_owned()]));
    let page = given::page(&session);
    assert!(seen(&page.by_id("main")).contains("You answer up to 3 questions of “Small”"));
}

#[test]
fn every_page_shows_a_small_framework_of_the_users_own() {
    let mut session = nothing_open("start");
    session.update(Event::ChoseFramework(own()));
    let id = AssessmentId::new("of-our-own").expect("an id");
    session.update(Event::Began(Assessment::new(id, session.framework())));
    for page in PAGES.into_iter().chain(["topic/dogs"]) {
        session.update(Event::Went(Route::read(page)));
        assert!(seen(&given::page(&session).by_id("main")).len() > 50, "{page}");
    }
    assert!(seen(&given::page(&session).by_id("main")).contains("Dogs are asked."));
}

#[test]
fn no_element_has_an_id_of_a_framework_file_but_that_of_a_question_which_holds_a_full_stop() {
    let mut data = small();
    let ids = ["locks", "page-heading", "main", "yes", "no-need", "isles", "north"];
    data["parts"][0]["id"] = json!(ids[0]);
    data["concern_rules"][0]["when"]["parts"] = json!([ids[0]]);
    let framework = Framework::open(data.to_string().replace("dogs", ids[1]).replace("cats", ids[2]).as_bytes());
    let framework = Rc::new(framework.expect("a sound framework"));
    let mut session = nothing_open("start");
    session.update(Event::ChoseFramework(framework.clone()));
    let mut assessment = Assessment::new(AssessmentId::new("of-our-own").expect("an id"), &framework);
    assessment.choose(&id("page-heading.asked"), id("no"));
    session.update(Event::Began(assessment));
    for page in PAGES.into_iter().chain(["topic/page-heading", "compare", "record"]) {
        session.update(Event::Went(Route::read(page)));
        let elements = given::page(&session).elements();
        for bare in ids {
            let having = elements.iter().filter(|it| attribute(it, "id").as_deref() == Some(bare));
            // Two of these are ours.
            assert_eq!(having.count(), usize::from(["page-heading", "main"].contains(&bare)), "{page}: {bare}");
        }
    }
}

/// The keys that are offered, and the one that is chosen.
fn offered(session: &Session) -> (Vec<String>, Vec<String>) {
    let options = given::page(session).all("option");
    let value = |option| attribute(option, "value").expect("an option has a value");
    let chosen = options.iter().filter(|option| attribute(option, "selected").is_some()).map(value).collect();
    (options.iter().map(value).collect(), chosen)
}

fn own() -> Rc<Framework> {
    Rc::new(Framework::open(small().to_string().as_bytes()).expect("a sound framework"))
}
