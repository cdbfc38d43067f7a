//! The start page and help.

use std::collections::BTreeSet;

use jiff::civil::date;
use rocu_self_assessment::assessment::copy::Start;
use rocu_self_assessment::framework::{Concern, Framework, Standing};
use rocu_self_assessment::session::{Event, Filing, Keeping, Particular, Route, Session, WorkingCopy};
use rocu_self_assessment::ui::words;

use crate::dom::{attribute, within};
use crate::drawn::{all_seen, seen};
use crate::given::{PAGES, at, framework, half, nothing_open, page};
use crate::made::blank;

fn copy(id: &str, unit: &str) -> WorkingCopy {
    WorkingCopy {
        id: id.to_owned(),
        unit: unit.to_owned(),
        progress: String::from("7 of 99 questions answered"),
        last: false,
        place: Route::read("#/topic/gain/gain.provision"),
    }
}

#[test]
fn the_start_offers_a_new_assessment_a_file_and_the_worked_example() {
    let page = page(&nothing_open("start"));
    assert_eq!(seen(&page.by_id("new")), "Start a new assessment");
    assert_eq!(seen(&page.by_id("example")), "Look at a worked example");
    let file = page.by_id("open");
    assert_eq!(attribute(&file, "type").as_deref(), Some("file"));
    assert_eq!(attribute(&file, "accept").as_deref(), Some(".json,.age"));
    assert!(!all_seen(&page, "h2").contains(&String::from("Continue")), "there is nothing to continue");
}

#[test]
fn without_an_assessment_every_page_of_one_shows_the_start() {
    for route in PAGES.into_iter().filter(|route| !route.starts_with("help")).chain(["topic/gain", "nowhere"]) {
        assert_eq!(seen(&page(&nothing_open(route)).by_id("new")), "Start a new assessment", "{route}");
    }
}

#[test]
fn the_working_copies_of_this_browser_are_offered_and_the_open_one_leads_on() {
    let framework = framework();
    let mut session = at("start", half(&framework));
    let open = session.assessment.as_ref().map(|open| open.id.to_string()).expect("an assessment is open");
    session.update(Event::Found(vec![
        copy("another-one", "Unit of the East"),
        copy(&open, ""),
        copy("a-third-1", " "),
    ]));
    let page = page(&session);
    let copies = all_seen(&page, ".rocu-copies__words");
    assert_eq!(copies[0], "Unit of the East: 7 of 99 questions answered");
    assert_eq!(copies[1..], ["Unit not named yet: 7 of 99 questions answered"; 2]);
    let items = within(&page.all(".rocu-copies")[0], "li");
    assert_eq!(seen(&within(&items[0], "button")[0]), "Take up: Unit of the East");
    assert_eq!(attribute(&page.by_id("continue-open"), "href").as_deref(), Some("#/topic/gain/gain.provision"));
    assert_eq!(
        seen(&page.by_id("continue-open")),
        "Continue at “Government Agency Intelligence Network co-ordination”"
    );
    assert_eq!(seen(&within(&items[0], "button")[1]), "Remove: Unit of the East");
    assert_eq!(within(&items[1], "a").len(), 1, "the one that is open");
    assert_eq!(within(&items[1], "button").len(), 0, "what is open stays");
}

#[test]
fn the_start_says_what_is_kept_and_offers_the_other() {
    for (keeping, offered, other) in
        [(Keeping::Unknown, "wipe", "keep"), (Keeping::Kept, "wipe", "keep"), (Keeping::Nothing, "keep", "wipe")]
    {
        let mut session = nothing_open("start");
        session.update(Event::Keeping(keeping));
        let ids: Vec<_> = page(&session).all("button").iter().filter_map(|it| attribute(it, "id")).collect();
        assert!(ids.iter().any(|id| id == offered) && ids.iter().all(|id| id != other), "{keeping:?}: {ids:?}");
    }
}

#[test]
fn the_task_list_shows_every_topic_with_its_status_and_how_far_the_whole_has_come() {
    let framework = framework();
    let assessment = half(&framework);
    let page = page(&at("tasks", assessment.clone()));
    let names = all_seen(&page, ".govuk-task-list__link");
    let expected: Vec<_> = framework.topics().filter(|(_, it)| !it.optional).map(|(_, it)| it.name.clone()).collect();
    assert_eq!(names, expected);
    let status = |topic: &str| seen(&page.by_id(&format!("status-{topic}")));
    assert_eq!(status("regional-intelligence"), "Not yet started");
    assert_eq!(status("undercover"), "In progress: 1 of 2");
    let mut done = assessment;
    done.choose(&crate::made::id("undercover.access"), crate::made::id("tested"));
    let after = crate::given::page(&at("tasks", done));
    assert_eq!(seen(&after.by_id("status-undercover")), "Completed");
    let (answered, asked) = (count(&page, "value"), count(&page, "max"));
    assert_eq!(seen(&page.by_id("progress")), format!("{answered} of {asked} questions answered"));
    assert_eq!((count(&after, "value"), count(&after, "max")), (answered + 1, asked));
}

fn count(page: &crate::dom::Page, name: &str) -> usize {
    attribute(&page.all("progress")[0], name).and_then(|text| text.parse().ok()).expect("a number")
}

#[test]
fn the_task_list_leads_to_the_next_open_question_until_there_is_none() {
    let framework = framework();
    let first = framework.questions().next().expect("a question");
    let empty = page(&at("tasks", blank(&framework)));
    let address = format!("#/topic/{}/{}", first.topic.id, first.question.id);
    assert_eq!(attribute(&empty.by_id("next"), "href"), Some(address));
    let complete = page(&at("tasks", crate::made::full(&framework, 3)));
    assert!(complete.body().contains("Every question is answered."));
    assert!(complete.all("a").iter().all(|link| attribute(link, "id").is_none()));
}

#[test]
fn help_explains_the_method_the_marking_the_storage_and_every_term() {
    let framework = framework();
    let page = page(&nothing_open("help"));
    for id in ["method", "handling", "kept", "glossary", "sources"] {
        assert!(!seen(&page.by_id(id)).is_empty());
    }
    let body = page.body();
    for standing in Standing::ALL {
        assert!(body.contains(&format!("{} {}", standing.symbol(), standing.word())));
    }
    for rule in &framework.concern_rules {
        assert!(body.contains(&format!("{}: {}", rule.concern.word(), rule.because)));
    }
    assert!(Concern::ALL.iter().all(|concern| body.contains(concern.word())));
    for term in &framework.glossary {
        assert!(body.contains(&term.meaning), "{}", term.term);
    }
    for source in &framework.sources {
        assert!(body.contains(&source.title) && body.contains(&source.address), "{}", source.id);
    }
    assert!(body.contains(&format!("{0} of {0} terms", framework.glossary.len())));
}

#[test]
fn whatever_sends_people_to_the_start_page_leads_there() {
    let mut saving = at("documents", half(&framework()));
    saving.update(Event::Filing(Filing::Offered));
    for (session, ways) in [(nothing_open("help"), 6), (saving, 1)] {
        let page = page(&session);
        let main = page.by_id("main");
        let links = within(&main, "a").into_iter().filter(|it| attribute(it, "href").as_deref() == Some("#/start"));
        let words: Vec<String> = links.map(|link| seen(&link)).collect();
        assert_eq!(words.len(), ways, "{words:?}");
        let named = seen(&main).matches("start page").count() + seen(&main).matches("go to Start").count();
        assert_eq!(words.len(), named, "{words:?}");
    }
}

#[test]
fn the_help_leads_back_to_where_one_was_and_from_the_keys_right_where_the_focus_is() {
    let mut session = at("topic/gain", half(&framework()));
    session.update(Event::Went(Route::Help));
    let help = page(&session);
    let back = help.by_id("back");
    let first = within(&help.by_id("main"), "a").first().map(seen);
    assert_eq!((first, seen(&back)), (Some("Back to where you were".into()), "Back to where you were".into()));
    assert_eq!(attribute(&back, "href").as_deref(), Some("#/topic/gain"));
    session.update(Event::Went(Route::Shortcuts));
    let keys = page(&session);
    let section = keys.all("section").into_iter().find(|it| seen(it).starts_with("Shortcuts")).expect("it is there");
    assert_eq!(within(&section, "a").first().and_then(|it| attribute(it, "href")).as_deref(), Some("#/topic/gain"));
    assert!(page(&nothing_open("help")).all("a").iter().all(|it| attribute(it, "id").as_deref() != Some("back")));
}

#[test]
fn a_new_assessment_is_the_main_thing_to_do_unless_one_can_be_continued() {
    let framework = framework();
    let mut session = at("start", half(&framework));
    let open = session.assessment.as_ref().map(|open| open.id.to_string()).expect("an assessment is open");
    let main = |session: &rocu_self_assessment::session::Session| {
        let buttons = page(session).all(".govuk-button").into_iter();
        let buttons = buttons.filter(|it| !attribute(it, "class").unwrap_or_default().contains("secondary"));
        buttons.filter_map(|it| attribute(&it, "id")).filter(|id| id != "wipe-sure").collect::<Vec<_>>()
    };
    assert_eq!(main(&session)[0], "new");
    session.update(Event::Found(vec![copy(&open, "Unit of the East")]));
    let main = main(&session);
    assert!(main.contains(&String::from("continue-open")) && !main.contains(&String::from("new")), "{main:?}");
}

#[test]
fn working_copies_of_the_same_unit_are_told_apart() {
    let framework = framework();
    let mut session = at("start", half(&framework));
    let told = |session: &Session| words::progress(&framework, session.assessment.as_ref().expect("it is open"));
    let before = told(&session);
    assert!(before.ends_with(" questions answered"), "{before}");
    session.now = date(2026, 11, 30).at(17, 5, 0, 0);
    session.update(Event::Described(Particular::Version, String::from(" Draft 3 ")));
    assert_eq!(told(&session), format!("version Draft 3, {before}, last changed on 30 November 2026"));
    let copy = session.assessment.as_ref().expect("it is open").copy_for("Deputy", &BTreeSet::new(), Start::Blank);
    let of_colleague = words::progress(&framework, &copy);
    assert!(of_colleague.starts_with("copy for Deputy, version Draft 3, 0 of "), "{of_colleague}");
    let before = Framework::built_ins().swap_remove(1);
    let of_2015 = words::progress(&before, &blank(&before));
    assert!(of_2015.contains(&format!("questions answered, {} ({})", before.name, before.version)), "{of_2015}");
}
