//! What helps who answers many questions: filters, flags, what is left.

use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::Filter;

use crate::dom::{attribute, within};
use crate::drawn::{all_seen, seen};
use crate::given::{at, framework, half, page};
use crate::made::{blank, full};

#[test]
fn the_task_list_says_what_is_left_and_how_far_each_part_has_come() {
    let framework = framework();
    let state = half(&framework);
    let analysis = Analysis::of(&framework, &state);
    let coverage = analysis.coverage();
    let page = page(&at("tasks", state.clone()));
    let left = seen(&page.by_id("left"));
    assert!(left.starts_with(&format!("{} questions are left in ", coverage.asked - coverage.answered)), "{left}");
    let parts = all_seen(&page, ".rocu-part-progress");
    let expected = analysis.parts().into_iter().map(|(part, _)| {
        let of = analysis.coverage_of_part(part);
        format!("{} of {} questions answered in this part", of.answered, of.asked)
    });
    assert_eq!(parts, expected.collect::<Vec<_>>());
    let complete = crate::given::page(&at("tasks", full(&framework, 3)));
    assert!(!complete.body().contains(" left in "), "nothing is left");
}

#[test]
fn each_filter_shows_its_questions_and_says_how_many_there_are() {
    let framework = framework();
    let state = half(&framework);
    let analysis = Analysis::of(&framework, &state);
    for filter in Filter::ALL {
        let page = page(&at(&format!("tasks/{}", filter.key()), state.clone()));
        let found: Vec<_> = analysis.filtered(filter).map(|it| it.asked.question.id.to_string()).collect();
        let links = page.all("section").iter().flat_map(|section| within(section, "a")).collect::<Vec<_>>();
        let ways: Vec<_> = links.iter().filter_map(|link| attribute(link, "href")).collect();
        assert_eq!(ways.iter().filter_map(|way| way.rsplit('/').next()).collect::<Vec<_>>(), found);
        let here = within(&page.all("nav")[1], "a").into_iter().find(|it| attribute(it, "aria-current").is_some());
        assert_eq!(here.as_ref().map(seen), Some(format!("{} ({})", filter.words(), found.len())));
    }
    let none = page(&at("tasks/flagged", blank(&framework)));
    assert!(none.body().contains("No question is here."));
}

#[test]
fn a_flag_is_seen_at_its_question_in_the_task_list_and_where_answers_are_checked() {
    let framework = framework();
    let state = half(&framework);
    let topic = page(&at("topic/gain", state.clone()));
    let ticked = |question: &str| attribute(&topic.by_id(&format!("{question}.flag")), "checked").is_some();
    assert!(ticked("gain.provision") && !ticked("gain.plan"));
    let tasks = page(&at("tasks", state.clone()));
    let hints = all_seen(&tasks, ".govuk-task-list__hint");
    assert_eq!(hints, ["1 flagged for discussion", "1 flagged for discussion"]);
    let check = page(&at("check", state));
    let listed = within(&check.all(".govuk-inset-text")[0], "a");
    let ways: Vec<_> = listed.iter().filter_map(|link| attribute(link, "href")).collect();
    assert_eq!(ways, ["#/topic/gain/gain.provision", "#/topic/undercover/undercover.provision"]);
    assert_eq!(all_seen(&check, ".govuk-tag"), ["Flagged for discussion"; 2]);
}
