//! The page of who is assessed.

use rocu_self_assessment::assessment::Marking;
use rocu_self_assessment::session::Particular;

use crate::dom::{attribute, within};
use crate::drawn::{all_seen, radios, seen};
use crate::given::{at, framework, half, page};
use crate::made::{blank, id};

#[test]
fn every_region_can_be_chosen_and_the_chosen_one_is_shown() {
    let framework = framework();
    let assessment = blank(&framework);
    let page = page(&at("particulars", assessment.clone()));
    let options = within(&page.by_id("region"), "option");
    let values: Vec<_> = options.iter().filter_map(|option| attribute(option, "value")).collect();
    let ids: Vec<_> = framework.regions.iter().map(|region| region.id.to_string()).collect();
    assert_eq!((values[0].as_str(), &values[1..]), ("", ids.as_slice()));
    let selected = options.iter().filter(|option| attribute(option, "selected").is_some());
    let selected: Vec<String> = selected.filter_map(|option| attribute(option, "value")).collect();
    assert_eq!(selected, [assessment.particulars.region.expect("a region").to_string()]);
}

#[test]
fn every_particular_has_a_labelled_field_that_holds_what_was_typed() {
    let framework = framework();
    let mut assessment = blank(&framework);
    for particular in Particular::ALL {
        let text = if particular.is_date() { "2026-03-09" } else { particular.key() };
        particular.write(&mut assessment.particulars, text);
    }
    let page = page(&at("particulars", assessment));
    for particular in Particular::ALL {
        let field = page.by_id(particular.key());
        let (kind, text) = if particular.is_date() { ("date", "2026-03-09") } else { ("text", particular.key()) };
        assert_eq!(attribute(&field, "name").as_deref(), Some(particular.key()));
        assert_eq!(attribute(&field, "type").as_deref(), Some(kind));
        assert_eq!(attribute(&field, "value").as_deref(), Some(text));
    }
}

#[test]
fn each_force_can_be_named_and_removed() {
    let framework = framework();
    let assessment = blank(&framework);
    let page = page(&at("particulars", assessment.clone()));
    let buttons = all_seen(&page, "button");
    for force in assessment.forces() {
        let field = page.by_id(&format!("force.{}", force.id));
        assert_eq!(attribute(&field, "value"), Some(force.name.clone()));
        assert!(buttons.contains(&format!("Remove {}", force.name)));
    }
    assert_eq!(page.all(".rocu-forces__item").len(), assessment.forces().len());
    assert_eq!(seen(&page.by_id("add-force")), "Add a force");
}

#[test]
fn the_marking_can_be_chosen_and_is_explained() {
    let framework = framework();
    for marking in Marking::ALL {
        let mut assessment = blank(&framework);
        assessment.particulars.marking = marking;
        let page = page(&at("particulars", assessment));
        let (values, chosen) = radios(&page, "marking");
        assert_eq!(values, ["OFFICIAL-SENSITIVE", "OFFICIAL"]);
        assert_eq!(chosen.as_deref(), Some(marking.words()));
        assert!(page.body().contains("The safe choice"));
    }
}

#[test]
fn later_threats_and_the_overall_view_can_be_switched_on() {
    let framework = framework();
    let mut assessment = half(&framework);
    assessment.switch(id("county-lines"), true);
    let page = page(&at("particulars", assessment));
    let optional: Vec<_> = framework.topics().map(|(_, topic)| topic).filter(|topic| topic.optional).collect();
    assert_eq!(page.all(".govuk-checkboxes__input").len(), optional.len());
    for topic in optional {
        let checkbox = page.by_id(&format!("switch.{}", topic.id));
        assert_eq!(attribute(&checkbox, "type").as_deref(), Some("checkbox"));
        assert_eq!(attribute(&checkbox, "checked").is_some(), topic.id == id("county-lines"), "{}", topic.id);
    }
}
