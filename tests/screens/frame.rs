//! What surrounds every page: marking, name, ways to the pages, where things are kept.

use rocu_self_assessment::assessment::Marking;
use rocu_self_assessment::session::{Event, Filed, Keeping};

use crate::dom::{attribute, within};
use crate::drawn::{all_seen, seen};
use crate::given::{at, example, framework, half, nothing_open, page};
use crate::made::{blank, id};

const WAYS: [&str; 11] = [
    "#/start",
    "#/particulars",
    "#/tasks",
    "#/check",
    "#/gaps",
    "#/actions",
    "#/documents",
    "#/compare",
    "#/record",
    "#/search",
    "#/help",
];

#[test]
fn every_page_is_marked_as_the_assessment_is() {
    let framework = framework();
    for marking in Marking::ALL {
        let mut assessment = blank(&framework);
        assessment.particulars.marking = marking;
        for route in ["tasks", "gaps", "help", "start"] {
            let page = page(&at(route, assessment.clone()));
            assert_eq!(all_seen(&page, ".rocu-marking"), [marking.words(), marking.words()], "{route}");
        }
    }
}

#[test]
fn the_worked_example_says_on_every_page_that_it_is_invented() {
    let framework = framework();
    let (invented, real) = (example(&framework), half(&framework));
    assert!(invented.example);
    for route in ["tasks", "topic/gain", "gaps", "start"] {
        let bars = all_seen(&page(&at(route, invented.clone())), ".rocu-marking__example");
        assert_eq!(bars, ["Example: an invented region"; 2], "{route}");
        assert!(all_seen(&page(&at(route, real.clone())), ".rocu-marking__example").is_empty());
    }
}

#[test]
fn the_head_names_the_unit_and_leads_to_every_page() {
    let framework = framework();
    for (route, here) in [("tasks", "#/tasks"), ("topic/gain", "#/tasks"), ("gaps", "#/gaps"), ("actions", "#/actions")]
    {
        let page = page(&at(route, half(&framework)));
        assert_eq!(all_seen(&page, ".rocu-head__unit"), [half(&framework).particulars.unit]);
        let ways: Vec<_> = page.all(".rocu-nav__link");
        let addresses: Vec<String> = ways.iter().filter_map(|way| attribute(way, "href")).collect();
        assert_eq!(addresses, WAYS);
        let current: Vec<_> = ways.iter().filter(|way| attribute(way, "aria-current").is_some()).collect();
        assert_eq!(current.iter().filter_map(|way| attribute(way, "href")).collect::<Vec<_>>(), [here], "{route}");
    }
}

#[test]
fn without_an_assessment_the_head_leads_to_start_comparison_and_help() {
    for route in ["start", "help", "gaps"] {
        let page = page(&nothing_open(route));
        let ways = page.all(".rocu-nav__link");
        assert_eq!(
            ways.iter().filter_map(|way| attribute(way, "href")).collect::<Vec<_>>(),
            ["#/start", "#/compare", "#/help"]
        );
        assert!(page.all(".rocu-head__unit").is_empty());
    }
}

#[test]
fn every_page_says_what_the_browser_keeps_and_what_a_file_holds() {
    let framework = framework();
    for (keeping, filed, words) in [
        (Keeping::Kept, Filed::Nothing, "Kept in browser. No changes yet."),
        (Keeping::Kept, Filed::Example, "Kept in browser. An example, not in a file."),
        (Keeping::Kept, Filed::Behind, "Kept in browser. Changes not in a file: save one under Documents"),
        (Keeping::Kept, Filed::Unsure, "Kept in browser. Not known if in a file: save one under Documents"),
        (Keeping::Kept, Filed::HandedOver, "Kept in browser. Saved to file."),
        (Keeping::Nothing, Filed::HandedOver, "Not kept in browser. Not known if in a file: save one under Documents"),
        (Keeping::Kept, Filed::All, "Kept in browser. Saved to file."),
        (Keeping::Refused, Filed::Behind, "Not kept in browser. Changes not in a file: save one under Documents"),
        (Keeping::Nothing, Filed::All, "Not kept in browser. Saved to file."),
        (Keeping::Elsewhere, Filed::All, "Kept by another window. Saved to file."),
    ] {
        for route in ["start", "tasks", "topic/gain", "gaps", "help"] {
            let mut session = at(route, blank(&framework));
            session.keeping = keeping;
            session.filed = filed;
            assert_eq!(all_seen(&page(&session), ".rocu-kept"), [words], "{route}");
        }
    }
    let mut session = nothing_open("start");
    assert_eq!(all_seen(&page(&session), ".rocu-kept"), [""], "nothing is said before it is known");
    session.keeping = Keeping::Kept;
    assert_eq!(all_seen(&page(&session), ".rocu-kept"), ["No assessment is open."]);
}

#[test]
fn the_foot_says_whose_the_judgment_is_not() {
    let foot = all_seen(&page(&at("tasks", blank(&framework()))), "footer").concat();
    assert!(foot.contains("not a judgment by HMICFRS") && foot.contains("makes no network request"), "{foot}");
}

#[test]
fn as_long_as_what_is_typed_is_not_safe_every_page_says_so() {
    let framework = framework();
    for (keeping, filed, words) in [
        (Keeping::Refused, Filed::Nothing, "This browser does not keep what you type"),
        (Keeping::Nothing, Filed::Behind, "Nothing is kept on this device, as you chose"),
    ] {
        for route in ["tasks", "topic/gain", "gaps"] {
            let mut session = at(route, blank(&framework));
            session.update(Event::Keeping(keeping));
            session.filed = filed;
            let standing = all_seen(&page(&session), ".rocu-standing");
            assert!(standing.len() == 1 && standing[0].starts_with(words), "{standing:?}");
            assert!(standing[0].contains("Save a file under Documents"), "and what to do");
        }
    }
    let mut safe = at("tasks", blank(&framework));
    safe.update(Event::Keeping(Keeping::Kept));
    assert!(page(&safe).all(".rocu-standing").is_empty());
}

#[test]
fn what_only_undo_brings_back_is_said_to_be_where_something_else_takes_its_place() {
    let framework = framework();
    for (keeping, is_said) in [(Keeping::Refused, true), (Keeping::Nothing, true), (Keeping::Kept, false)] {
        let mut session = at("tasks", half(&framework));
        session.filed = Filed::Behind;
        session.update(Event::Keeping(keeping));
        session.update(Event::Began(blank(&framework)));
        assert_eq!(page(&session).body().contains("only Undo brings it back"), is_said, "{keeping:?}");
    }
}

#[test]
fn a_window_that_only_reads_says_so_on_every_page_and_offers_to_continue_in_it() {
    let framework = framework();
    let controls = ["input", "select", "textarea", "button"];
    for route in ["particulars", "topic/gain", "commitment", "actions", "tasks", "gaps", "documents", "start"] {
        let mut session = at(route, half(&framework));
        session.update(Event::Withdrew(id("gain.provision")));
        session.update(Event::Keeping(Keeping::Kept));
        let ways = page(&session).all("a").len();
        session.update(Event::Keeping(Keeping::Elsewhere));
        let page = page(&session);
        let standing = all_seen(&page, ".rocu-standing");
        assert!(standing.len() == 1 && standing[0].contains("is being changed in another window"), "{standing:?}");
        assert!(standing[0].ends_with("Continue here") && seen(&page.by_id("continue-here")) == "Continue here");
        assert_eq!(page.all("a").len(), ways, "the ways to the other pages stay open");
        assert!(!all_seen(&page, "button").contains(&String::from("Undo")), "{route}");
        let main = page.by_id("main");
        let shut = within(&main, "fieldset").into_iter().find(|it| attribute(it, "disabled").is_some());
        let count = |of: &_| controls.iter().map(|kind| within(of, kind).len()).sum::<usize>();
        let closes = within(&main, ".rocu-notice__deeds").iter().map(count).sum::<usize>();
        match route {
            "particulars" | "topic/gain" | "commitment" | "actions" => {
                assert_eq!(shut.as_ref().map_or(0, count), count(&main) - closes, "{route} can be filled in");
            }
            _ => assert!(shut.is_none(), "{route} has nothing to fill in"),
        }
    }
}

#[test]
fn what_is_signed_off_takes_no_changes_and_each_page_to_fill_in_says_how_to_go_on() {
    let framework = framework();
    for route in ["particulars", "topic/gain", "commitment", "actions"] {
        let mut session = at(route, half(&framework));
        session.update(Event::Finalised { role: String::from("Head of unit") });
        session.update(Event::Dismissed);
        let page = page(&session);
        let standing = all_seen(&page, ".rocu-standing");
        assert!(standing.len() == 1 && standing[0].ends_with("open it again under Record."), "{route}: {standing:?}");
        let main = page.by_id("main");
        let shut = within(&main, "fieldset").into_iter().find(|it| attribute(it, "disabled").is_some());
        let fields = |of: &_| within(of, "input").len() + within(of, "select").len() + within(of, "button").len();
        assert_eq!(shut.as_ref().map_or(0, fields), fields(&main), "{route} can be filled in");
    }
    let mut session = at("gaps", half(&framework));
    session.update(Event::Finalised { role: String::from("Head of unit") });
    assert!(page(&session).all(".rocu-standing").is_empty(), "there is nothing to fill in");
}

#[test]
fn the_first_link_skips_to_the_main_content() {
    let page = page(&nothing_open("start"));
    let first = &page.all("a")[0];
    assert_eq!((seen(first).as_str(), attribute(first, "href").as_deref()), ("Skip to main content", Some("#main")));
    assert_eq!(within(&page.by_id("main"), "h1").len(), 1);
}
