//! A target of the region's own for a topic.

use rocu_self_assessment::assessment::{Aim, Target, Unknown};
use rocu_self_assessment::framework::TopicId;
use rocu_self_assessment::ui::component::TargetForm;
use yew::{Callback, html};

use crate::alone::draw;
use crate::dom::{attribute, within};
use crate::drawn::{controls, seen};
use crate::made::id;

#[test]
fn a_target_form_shows_the_target_that_is_set_and_asks_why() {
    for (target, chosen, asks) in [
        (None, "The minimum expectation", false),
        (Some(Aim::Lower), "Below the minimum expectation", true),
        (Some(Aim::Higher), "Above the minimum expectation", true),
    ] {
        let topic: TopicId = id("gain");
        let target = target.map(|aim| Target { aim, reason: String::from("A pilot."), unknown: Unknown::new() });
        let page = draw(html! { <TargetForm {topic} aims={Aim::ALL.to_vec()} {target} dispatch={Callback::noop()} /> });
        let options = within(&page.by_id("gain.target"), "option");
        let selected: Vec<_> = options.iter().filter(|it| attribute(it, "selected").is_some()).map(seen).collect();
        assert_eq!(selected, [chosen]);
        assert_eq!(controls(&page, "gain.target.reason").len(), usize::from(asks));
    }
}

#[test]
fn a_target_that_asks_for_nothing_else_is_offered_only_where_it_is_set() {
    for (set, offered) in [
        (None, vec!["The minimum expectation", "Below the minimum expectation"]),
        (
            Some(Aim::Higher),
            vec!["The minimum expectation", "Above the minimum expectation", "Below the minimum expectation"],
        ),
    ] {
        let topic: TopicId = id("gain");
        let target = set.map(|aim| Target { aim, reason: String::new(), unknown: Unknown::new() });
        let page = draw(html! { <TargetForm {topic} aims={vec![Aim::Lower]} {target} dispatch={Callback::noop()} /> });
        let options: Vec<_> = within(&page.by_id("gain.target"), "option").iter().map(seen).collect();
        assert_eq!(options, offered);
    }
}
