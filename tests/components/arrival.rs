//! How the handing over of a document goes.

use rocu_self_assessment::ui::component::Arrival;
use rocu_self_assessment::ui::component::arrival::{Paper, Stage};
use yew::{Callback, html};

use crate::alone::draw;
use crate::dom::attribute;
use crate::drawn::all_seen;

fn drawn(stage: Option<Stage>, can_save_as: bool) -> crate::dom::Page {
    draw(html! { <Arrival name="word" {stage} {can_save_as} on_way={Callback::noop()} /> })
}

#[test]
fn nothing_is_said_of_a_document_that_nobody_asked_for_and_a_screen_reader_watches_the_place() {
    let page = drawn(None, true);
    assert_eq!((page.body(), attribute(&page.by_id("word-arrival"), "role")), (String::new(), Some("status".into())));
}

#[test]
fn the_user_is_asked_whether_the_file_arrived() {
    let page = drawn(Some(Stage::HandedOver(String::from("Unit - Gap summary.docx"))), false);
    assert!(page.body().contains("“Unit - Gap summary.docx” was handed to the browser. Is it in your downloads?"));
    assert_eq!(all_seen(&page, "button"), ["Yes, it is there", "No, it is not"]);
}

#[test]
fn when_it_did_not_arrive_there_are_other_ways() {
    for (can_save_as, expected) in [(true, vec!["Save as…", "Copy as text"]), (false, vec!["Copy as text"])] {
        let page = drawn(Some(Stage::Missing), can_save_as);
        assert_eq!(all_seen(&page, "button"), expected);
        assert_eq!(all_seen(&page, "a"), ["Print the gap summary"]);
        assert!(page.body().contains("DownloadRestrictions"));
    }
}

#[test]
fn what_can_be_printed_in_place_of_a_document_is_what_was_to_be_handed_out() {
    for (paper, link, button, name) in [
        (Paper::GapSummary, Some("#/gaps"), None, "the gap summary"),
        (Paper::Workbook, Some("#/workbook"), None, "the blank workbook"),
        (Paper::NationalSummary, None, Some("Print the national summary"), "the national summary"),
    ] {
        let page = |stage| {
            draw(
                html! { <Arrival name="word" stage={Some(stage)} can_save_as=false {paper} on_way={Callback::noop()} /> },
            )
        };
        let missing = page(Stage::Missing);
        let links = missing.all("a").first().and_then(|it| attribute(it, "href"));
        assert_eq!((links.as_deref(), all_seen(&missing, "button").get(1).map(String::as_str)), (link, button));
        for page in [missing, page(Stage::NotMade)] {
            assert!(page.body().to_lowercase().contains(&format!("print {name}")), "{}", page.body());
        }
    }
}

#[test]
fn where_nothing_was_saved_the_other_ways_stay() {
    let page = drawn(Some(Stage::NotSaved), true);
    assert_eq!(all_seen(&page, "button"), ["Save as…", "Copy as text"]);
    assert!(page.body().contains("Nothing was saved. If you were not asked where"));
}

#[test]
fn a_file_that_is_no_text_is_not_offered_as_text() {
    let (stage, on_way) = (Some(Stage::Missing), Callback::noop());
    let page = draw(html! { <Arrival name="locked" {stage} can_save_as=true as_text=false {on_way} /> });
    assert_eq!(all_seen(&page, "button"), ["Save as…"]);
}

#[test]
fn every_other_stage_says_how_it_went() {
    for (stage, words) in [
        (Stage::Making, "Making the document…"),
        (Stage::Saved, "saved where you chose"),
        (Stage::Copied, "It was copied"),
        (Stage::NotMade, "Choose HTML instead"),
    ] {
        assert!(drawn(Some(stage), true).body().contains(words), "{words}");
    }
}
