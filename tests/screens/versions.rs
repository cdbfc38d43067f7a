//! Other questions: offered on the start page, and shown on every page once they are in use.

use std::rc::Rc;

use rocu_self_assessment::assessment::{Assessment, AssessmentId};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::session::{Event, Route, Session};

use crate::dom::attribute;
use crate::drawn::seen;
use crate::given::{self, PAGES, nothing_open};
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
