//! What surrounds a page, and what a page begins with.

use std::rc::Rc;

use rocu_self_assessment::assessment::search::{Hit, Place};
use rocu_self_assessment::framework::Term;
use rocu_self_assessment::session::Route;
use rocu_self_assessment::ui::component::{
    Accessibility, FileButton, Folded, Foot, FrameworkSelect, Guides, Head, HitList, MadeOf, MarkingBar, NoticeBanner,
    QuestionLinks, Radio, SaveState, ScrollFrame, ShortcutList, Terms,
};
use yew::{Callback, html};

use crate::alone::draw;
use crate::dom::{attribute, within};
use crate::drawn::{all_seen, seen};
use crate::made::id;

#[test]
fn a_file_button_is_labelled_and_says_what_the_file_must_be() {
    let page = draw(html! {
        <FileButton name="open" label="Open a file" hint="One of ours." accept=".json" on_choose={Callback::noop()} />
    });
    let field = page.by_id("open");
    assert_eq!(
        (all_seen(&page, "label"), attribute(&field, "accept")),
        (vec!["Open a file".into()], Some(".json".into()))
    );
    let hint = attribute(&field, "aria-describedby").expect("a hint");
    assert_eq!(seen(&page.by_id(&hint)), "One of ours.");
}

#[test]
fn the_foot_says_what_the_tool_is_not() {
    let foot = draw(html! { <Foot /> }).body();
    assert!(foot.contains("not endorsed by"), "{foot}");
}

#[test]
fn the_state_of_saving_is_told_and_leads_to_where_a_file_is_saved() {
    let line = |open, can_file| {
        draw(html! { <SaveState {open} kept="Kept here." filed="Changes not in a file" {can_file} /> })
    };
    assert_eq!(line(true, false).body(), "Kept here. Changes not in a file");
    assert!(line(true, false).all("a").is_empty());
    let page = line(true, true);
    let offered = &page.all("a")[0];
    assert_eq!(attribute(offered, "href").as_deref(), Some("#/documents"));
    assert!(seen(offered).starts_with("Changes not in a file"), "the name begins with the words that are seen");
    assert_eq!(line(false, true).body(), "No assessment is open.");
}

#[test]
fn what_is_folded_away_stands_under_its_name() {
    let page = draw(html! { <Folded name="More">{ "All of it." }</Folded> });
    assert_eq!(
        (all_seen(&page, "summary"), all_seen(&page, "details")),
        (vec!["More".into()], vec!["MoreAll of it.".into()])
    );
}

#[test]
fn each_guide_is_short_and_in_short_steps() {
    let page = draw(html! { <Guides /> });
    assert_eq!(page.all("details").len(), 4);
    for guide in page.all("details") {
        let steps = within(&guide, "li");
        assert!((4..=12).contains(&steps.len()), "{}", seen(&guide));
        assert!(steps.iter().all(|step| seen(step).split(' ').count() < 30), "{}", seen(&guide));
    }
}

#[test]
fn what_the_file_is_made_of_is_told_as_far_as_it_is_known() {
    let made_of = |parts: Option<&'static str>| {
        draw(html! { <MadeOf version="Tool 1." parts={parts.map(yew::AttrValue::from)} on_ask={Callback::noop()} /> })
    };
    let page = made_of(Some("style=0a\napp=1b\n\nMIT licence\n\na 1: A"));
    assert_eq!(all_seen(&page, ".rocu-licences"), ["MIT licence a 1: A"]);
    assert_eq!(all_seen(&page, "li"), ["style0a", "app1b"]);
    assert_eq!(all_seen(&made_of(None), ".rocu-licences"), [""]);
    assert_eq!(all_seen(&made_of(Some("")), ".rocu-licences"), ["This file does not hold them, or was changed."]);
}

#[test]
fn a_framework_can_be_chosen_and_the_one_in_use_is_shown() {
    let offered =
        [("rocu@2026.1", "The current"), ("rocu@2015.1", "The first")].map(|(key, name)| (key.into(), name.into()));
    let page = draw(html! {
        <FrameworkSelect offered={offered.to_vec()} in_use="rocu@2015.1" hint="One of these." on_choose={Callback::noop()} />
    });
    let options = within(&page.by_id("framework"), "option");
    assert_eq!(options.iter().map(seen).collect::<Vec<_>>(), ["The current", "The first"]);
    let chosen = options.iter().filter(|it| attribute(it, "selected").is_some());
    assert_eq!(chosen.filter_map(|it| attribute(it, "value")).collect::<Vec<_>>(), ["rocu@2015.1"]);
}

#[test]
fn a_hit_shows_what_was_found_and_leads_there() {
    let hit = Hit { place: Place::Term(3), title: "OCG".into(), excerpt: "Organised crime group".into() };
    let page = draw(html! { <HitList hits={vec![(Route::Term(3), hit, "Evidence")]} /> });
    assert_eq!(all_seen(&page, "li"), ["OCGOrganised crime groupEvidence"]);
    assert_eq!(attribute(&page.all("a")[0], "href").as_deref(), Some("#/help/3"));
}

#[test]
fn the_list_of_shortcuts_has_a_switch() {
    for on in [true, false] {
        let page = draw(html! { <ShortcutList {on} on_switch={Callback::noop()} /> });
        assert_eq!(attribute(&page.by_id("use-shortcuts"), "checked").is_some(), on);
        assert_eq!(all_seen(&page, "kbd"), ["1 to 9", "n", "p", "/", "?"]);
    }
}

#[test]
fn questions_are_listed_each_as_the_way_to_it() {
    let links = vec![(Route::Topic(id("gain"), Some(id("gain.plan"))), "Is there a plan?".into())];
    let page = draw(html! { <QuestionLinks {links} /> });
    assert_eq!(all_seen(&page, "li"), ["Is there a plan?"]);
    assert_eq!(attribute(&page.all("a")[0], "href").as_deref(), Some("#/topic/gain/gain.plan"));
}

#[test]
fn the_head_shows_where_one_is() {
    for (page, here) in
        [(Route::Check, "Check answers"), (Route::Actions(Some(id("a.b"))), "Actions"), (Route::Help, "Help")]
    {
        let head = draw(html! { <Head unit="Unit of the East" {page} open=true /> });
        assert_eq!(all_seen(&head, ".rocu-head__unit"), ["Unit of the East"]);
        let links = head.all("a");
        let current: Vec<_> = links.iter().filter(|it| attribute(it, "aria-current").is_some()).map(seen).collect();
        assert_eq!(current, [here]);
    }
}

#[test]
fn a_marking_bar_can_be_told_from_the_other_one() {
    let bar = |at_foot, example| draw(html! { <MarkingBar marking="OFFICIAL" {example} {at_foot} /> });
    let label = |at_foot| attribute(&bar(at_foot, false).all("div")[0], "aria-label");
    assert_ne!(label(false), label(true));
    assert_eq!(bar(true, false).body(), "OFFICIAL");
    assert_eq!(bar(true, true).body(), "OFFICIALExample: an invented region");
}

#[test]
fn a_notice_is_an_alert_when_something_went_wrong_and_offers_undo_when_there_is_one() {
    for (problem, can_undo, role) in [(true, false, "alert"), (false, true, "status"), (false, false, "status")] {
        let lines = vec![String::from("First."), String::from("Second."), String::from("Third.")];
        let page = draw(html! {
            <NoticeBanner {problem} {lines} {can_undo} on_undo={Callback::noop()} on_dismiss={Callback::noop()} />
        });
        assert_eq!(attribute(&page.all("div")[0], "role").as_deref(), Some(role));
        assert_eq!(
            (all_seen(&page, "p"), all_seen(&page, "li")),
            (vec!["First.".into()], vec!["Second.".into(), "Third.".into()])
        );
        assert_eq!(all_seen(&page, "button").contains(&String::from("Undo")), can_undo);
    }
}

#[test]
fn a_problem_leads_to_the_field_where_it_can_be_put_right_if_there_is_one() {
    for (remedy, links) in [(None, vec![]), (Some(("open", "Choose another")), vec![String::from("Choose another")])] {
        let lines = vec![String::from("It went wrong.")];
        let page = draw(html! {
            <NoticeBanner
                problem=true {lines} {remedy} can_undo=false on_undo={Callback::noop()} on_dismiss={Callback::noop()}
            />
        });
        assert_eq!(all_seen(&page, "a"), links);
    }
}

#[test]
fn what_is_wide_scrolls_in_a_frame_that_keys_reach_and_that_says_so() {
    let page = draw(html! { <ScrollFrame label="Table: counts"><table /></ScrollFrame> });
    let frame = &page.all("div")[0];
    let said = ["role", "aria-label", "tabindex"].map(|name| attribute(frame, name).unwrap_or_default());
    assert_eq!(said, ["region", "Table: counts", "0"]);
    assert!(seen(frame).contains("Scroll sideways") && within(frame, "table").len() == 1);
}

#[test]
fn the_accessibility_statement_claims_no_more_than_was_tried() {
    let said = draw(html! { <Accessibility /> }).body();
    for words in
        ["WCAG) 2.2 at level AA", "not yet been tried with a real screen reader", "rather than claim full compliance"]
    {
        assert!(said.contains(words), "{words} is missing: {said}");
    }
}

#[test]
fn abbreviations_are_explained_where_they_stand_and_none_makes_no_list() {
    let term = |term: &str, full: Option<&str>| Term {
        term: term.to_owned(),
        full: full.map(str::to_owned),
        meaning: String::from("People who commit crime together."),
        sources: Vec::new(),
    };
    let page = draw(html! { <Terms terms={Rc::new(vec![term("OCG", Some("Organised crime group"))])} /> });
    assert_eq!(all_seen(&page, "dt"), ["OCG"]);
    assert_eq!(all_seen(&page, "dd"), ["Organised crime group. People who commit crime together."]);
    assert!(all_seen(&draw(html! { <Terms terms={Rc::new(Vec::new())} /> }), "details").is_empty());
}

#[test]
fn a_radio_button_is_named_by_its_group_and_labelled() {
    let page = draw(html! {
        <Radio name="marking" value="OFFICIAL" label="Official" checked=true on_choose={Callback::noop()} />
    });
    let button = page.by_id("marking.OFFICIAL");
    assert_eq!(attribute(&button, "name").as_deref(), Some("marking"));
    assert_eq!(attribute(&button, "value").as_deref(), Some("OFFICIAL"));
    assert!(attribute(&button, "checked").is_some());
    assert_eq!(all_seen(&page, "label"), ["Official"]);
}

#[test]
fn the_foot_locks_the_page_where_working_copies_are_locked() {
    let page = draw(html! { <Foot on_lock={Callback::noop()} /> });
    assert_eq!(seen(&page.by_id("lock-now")), "Lock this page now");
    assert!(all_seen(&draw(html! { <Foot /> }), "button").is_empty());
}
