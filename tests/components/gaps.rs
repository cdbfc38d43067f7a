//! What is known and decided of a gap.

use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::session::Route;
use rocu_self_assessment::ui::component::{ActionForm, ClosedGap, GapCard, GapDecision};
use yew::{Callback, html};

use crate::alone::{draw, one_gap};
use crate::dom::{attribute, text, within};
use crate::drawn::{all_seen, controls, seen};
use crate::made::TODAY;

#[test]
fn an_action_form_has_a_field_for_each_thing_that_is_said_of_an_action() {
    let action = one_gap(&Framework::built_in()).0.actions.remove(0);
    for overdue in [false, true] {
        let page = draw(html! { <ActionForm action={action.clone()} {overdue} dispatch={Callback::noop()} /> });
        for field in ["text", "owner", "resources", "due", "progress"] {
            assert_eq!(controls(&page, &format!("A1.{field}")).len(), 1, "{field}");
        }
        assert_eq!(all_seen(&page, ".govuk-tag"), ["Overdue"][..usize::from(overdue)]);
        assert_eq!(all_seen(&page, "button"), ["Remove action A1"]);
    }
}

#[test]
fn a_closed_gap_has_the_form_of_each_of_its_actions_and_the_way_to_its_answer() {
    let (assessment, gap) = one_gap(&Framework::built_in());
    for answer in [None, Some(Route::Tasks)] {
        let page = draw(html! {
            <ClosedGap
                question={gap.question.clone()} title={gap.asked.clone()} answer={answer.clone()}
                actions={assessment.actions.clone()} today={TODAY} dispatch={Callback::noop()}
            />
        });
        assert_eq!(attribute(&page.all("section")[0], "id").as_deref(), Some("gain.provision"));
        assert_eq!(all_seen(&page, "h3"), [gap.asked.as_str()]);
        assert_eq!(controls(&page, "A1.progress").len(), 1);
        assert_eq!(all_seen(&page, ".govuk-tag"), ["Overdue"]);
        assert_eq!(all_seen(&page, "button"), ["Remove action A1"]);
        let ways: Vec<_> = page.all("a").iter().filter_map(|it| attribute(it, "href")).collect();
        assert_eq!(ways, answer.iter().map(Route::fragment).collect::<Vec<_>>());
    }
}

#[test]
fn a_gap_card_says_what_is_known_of_a_gap_and_leaves_out_what_is_not() {
    let (_, gap) = one_gap(&Framework::built_in());
    let page = draw(html! { <GapCard gap={gap.clone()} /> });
    let facts: Vec<String> = all_seen(&page, "dt");
    assert_eq!(facts, ["Answer", "What that means", "Concern", "Action A1"]);
    let answers = all_seen(&page, "dd");
    assert_eq!(answers[0], "○ Not in place (falls short)");
    assert!(answers[2].starts_with("High. ") && answers[2].ends_with(&gap.because));
    assert!(answers[3].contains("Appoint one.") && answers[3].contains("Owner: Head of capability"), "{}", answers[3]);
    assert!(page.all("a").is_empty(), "nothing can be changed from paper");
    let change = Route::read("#/topic/gain/gain.provision");
    let linked = draw(html! { <GapCard {gap} {change} /> });
    let ways: Vec<_> = linked.all("a").iter().filter_map(|it| attribute(it, "href")).collect();
    assert_eq!(ways, ["#/topic/gain/gain.provision", "#/actions/gain.provision"]);
}

#[test]
fn a_gap_is_decided_about_by_actions_or_by_accepting_it() {
    let (assessment, gap) = one_gap(&Framework::built_in());
    for accepted in [None, Some(String::from("The cost."))] {
        let page = draw(html! {
            <GapDecision
                gap={gap.clone()} change={Route::Tasks} actions={assessment.actions.clone()} accepted={accepted.clone()}
                overruled={None} today={TODAY} dispatch={Callback::noop()}
            />
        });
        assert_eq!(attribute(&page.all("section")[0], "id").as_deref(), Some("gain.provision"));
        let options = within(&page.by_id("gain.provision.concern"), "option");
        assert_eq!(options.iter().map(seen).collect::<Vec<_>>(), ["As the rule says", "High", "Medium", "Low"]);
        assert_eq!(controls(&page, "A1.text").is_empty(), accepted.is_some());
        let reason: Vec<_> = controls(&page, "gain.provision.accepted").iter().map(text).collect();
        assert_eq!(reason, accepted.into_iter().collect::<Vec<_>>());
    }
}
