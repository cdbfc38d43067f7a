//! What is given: assessments in several states, and the page that each screen makes of them.

use std::rc::Rc;
use std::sync::OnceLock;

use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, Progress};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved;
use rocu_self_assessment::session::{Event, Route, Session};
use rocu_self_assessment::ui::{Frame, Sitting, Store};
use yew::{ContextProvider, Html, Properties, component, html, use_reducer};

use crate::dom::Page;
use crate::drawn;
use crate::made::{TODAY, answer, blank, full, id, plan};

/// The worked example, as a file.
const EXAMPLE: &str = include_str!("../../static/framework/example.rocu.json");

/// Every page that is not a topic's.
pub(crate) const PAGES: [&str; 16] = [
    "start",
    "particulars",
    "tasks",
    "tasks/not-assessed",
    "tasks/gaps",
    "tasks/flagged",
    "commitment",
    "copy/gain.provision",
    "copy/no.such",
    "check",
    "gaps",
    "actions",
    "documents",
    "search",
    "help",
    "help/shortcuts",
];

#[derive(Properties, PartialEq)]
struct Given {
    session: Session,
}

/// The page without what it does outside.
#[component]
fn Whole(given: &Given) -> Html {
    let session = given.session.clone();
    let store = use_reducer(move || Sitting(session));
    html! { <ContextProvider<Store> context={store}><Frame /></ContextProvider<Store>> }
}

/// The HTML of the page of a sitting.
pub(crate) fn html_of(session: &Session) -> String {
    drawn::html::<Whole>(Given { session: session.clone() })
}

/// The page of a sitting.
pub(crate) fn page(session: &Session) -> Page {
    drawn::body(&html_of(session))
}

/// The framework, read once for each test.
pub(crate) fn framework() -> Rc<Framework> {
    thread_local! {
        static READ: Rc<Framework> = Framework::built_in();
    }
    READ.with(Rc::clone)
}

/// A sitting in which nothing is open.
pub(crate) fn nothing_open(page: &str) -> Session {
    Session::new(framework(), Route::read(page), TODAY)
}

/// A sitting at a page in which an assessment is open.
pub(crate) fn at(page: &str, assessment: Assessment) -> Session {
    let mut session = nothing_open(page);
    session.update(Event::Began(assessment));
    session
}

/// An assessment of three forces that has come half way, with a bit of everything.
pub(crate) fn half(framework: &Framework) -> Assessment {
    let mut assessment = blank(framework);
    let forces = assessment.forces().to_vec();
    answer(framework, &mut assessment, "undercover.provision", "elsewhere");
    assessment.write(&id("undercover.provision"), Field::Detail, String::from("The neighbouring unit"));
    answer(framework, &mut assessment, "surveillance.provision", "in-place");
    assessment.commit(&id("surveillance.commitment"), forces[0].id.clone(), id("committed"));
    assessment.commit(&id("surveillance.commitment"), forces[2].id.clone(), id("keeps-own"));
    answer(framework, &mut assessment, "gain.provision", "not-in-place");
    assessment.write(&id("gain.provision"), Field::Evidence, String::from("Minutes of the board"));
    assessment.write(&id("gain.provision"), Field::Note, String::from("To be agreed\nwith all forces"));
    assessment.set_aside(&id("training.skills"), id("no-demand"));
    plan(
        &mut assessment,
        "gain.provision",
        "Appoint one.",
        Some(TODAY.yesterday().expect("a day")),
        Progress::UnderWay,
    );
    answer(framework, &mut assessment, "nca.tasking", "partly-achieved");
    assessment.accept(&id("nca.tasking"), String::from("The cost is out of proportion."));
    assessment.flag(id("gain.provision"), true);
    assessment.flag(id("undercover.provision"), true);
    assessment
}

/// The worked example.
pub(crate) fn example(framework: &Framework) -> Assessment {
    saved::open(EXAMPLE.as_bytes(), framework).expect("the worked example opens").assessment
}

/// The name and HTML of every page in several states, drawn once.
pub(crate) fn everything() -> &'static [(String, String)] {
    static DRAWN: OnceLock<Vec<(String, String)>> = OnceLock::new();
    DRAWN.get_or_init(|| {
        let framework = framework();
        let mut drawn = crate::notices::all();
        drawn.extend(crate::merge::all());
        for page in ["start", "workbook", "help"] {
            drawn.push((format!("closed #/{page}"), html_of(&nothing_open(page))));
        }
        let states = [("empty", blank(&framework)), ("half", half(&framework)), ("example", example(&framework))];
        for (name, state) in states.into_iter().chain([("complete", full(&framework, 3))]) {
            let topics =
                framework.topics().filter(|_| name == "complete").map(|(_, topic)| format!("topic/{}", topic.id));
            let pages = PAGES.map(String::from).into_iter().chain([String::from("topic/no-such-topic")]);
            for page in pages.chain(topics) {
                drawn.push((format!("{name} #/{page}"), html_of(&at(&page, state.clone()))));
            }
        }
        let mut searching = at("search", full(&framework, 3));
        searching.update(Event::Sought(String::from("board")));
        drawn.push((String::from("searching"), html_of(&searching)));
        drawn
    })
}
