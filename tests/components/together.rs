//! What others bring back: an edited plan, and colleagues' views.

use rocu_self_assessment::report::{Cell, Table};
use rocu_self_assessment::ui::component::view_card::{ViewLine, Viewing};
use rocu_self_assessment::ui::component::{PlanReview, ViewCard};
use yew::{Callback, html};

use crate::alone::draw;
use crate::drawn::all_seen;

fn plan(rows: Vec<Vec<Cell>>) -> crate::dom::Page {
    let columns = ["Action", "What", "Now", "In the file"].map(str::to_owned).into();
    let changes = Table { caption: String::from("Changes in the file"), columns, rows };
    let remarks = vec![String::from("Row 9 has <b>an action</b> without an id.")];
    draw(html! { <PlanReview {changes} {remarks} on_take={Callback::noop()} on_leave={Callback::noop()} /> })
}

#[test]
fn every_change_of_a_plan_is_shown_before_it_is_made() {
    let page = plan(vec![["A1 Agree terms", "Owner", "Deputy", "Head of unit"].map(Cell::text).into()]);
    assert_eq!(all_seen(&page, "td"), ["Owner", "Deputy", "Head of unit"]);
    assert!(page.body().contains("Row 9 has <b>an action</b> without an id."));
    assert_eq!(all_seen(&page, "button"), ["Make these changes", "Leave everything as it is"]);
}

#[test]
fn a_plan_without_changes_says_so_and_can_only_be_closed() {
    let page = plan(Vec::new());
    assert!(page.body().contains("The file changes no owner, due date or status."));
    assert_eq!(all_seen(&page, "button"), ["Close"]);
}

fn viewing(agreed: Option<(String, String)>) -> Viewing {
    let line = |role: Option<&str>, answer: &str| ViewLine {
        role: role.map(str::to_owned),
        answer: answer.to_owned(),
        statement: String::from("It is there all year."),
        texts: vec![("Evidence", String::from("<i>Minutes of May</i>"))],
    };
    Viewing {
        id: String::from("gain.provision"),
        topic: String::from("GAIN"),
        asked: String::from("Is there a co-ordinator?"),
        agreement: String::from("Views differ"),
        lines: vec![
            line(None, "Not assessed"),
            line(Some("Deputy"), "In place"),
            line(Some("Analyst"), "Not in place"),
        ],
        agreed,
        change: String::from("#/topic/gain/gain.provision"),
    }
}

#[test]
fn each_view_stands_beside_the_others_with_its_evidence_and_can_be_taken() {
    let page =
        draw(html! { <ViewCard viewing={viewing(None)} on_agree={Callback::noop()} on_reason={Callback::noop()} /> });
    assert_eq!(all_seen(&page, "dt"), ["This assessment", "Deputy", "Analyst"]);
    assert_eq!(
        all_seen(&page, "button"),
        ["Keep this answer: This assessment", "Take this view: Deputy", "Take this view: Analyst"]
    );
    assert_eq!(page.body().matches("<i>Minutes of May</i>").count(), 3, "what was typed is shown as text");
    assert_eq!(all_seen(&page, "a"), ["Record another answer: Is there a co-ordinator?"]);
}

#[test]
fn what_was_agreed_is_said_with_a_place_for_the_reason() {
    let agreed = Some((String::from("Agreed: the view of Deputy."), String::from("She runs it.")));
    let page =
        draw(html! { <ViewCard viewing={viewing(agreed)} on_agree={Callback::noop()} on_reason={Callback::noop()} /> });
    assert!(page.body().contains("Agreed: the view of Deputy."));
    assert_eq!(all_seen(&page, "label"), ["Why, if it needs saying"]);
}
