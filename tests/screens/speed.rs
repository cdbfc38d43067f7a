//! What helps who answers many questions: filters, flags, what is left.

use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::Filter;
use rocu_self_assessment::assessment::search::search;
use rocu_self_assessment::session::{Event, SHORTCUTS};
use rocu_self_assessment::ui::words::time_for;

use crate::dom::{attribute, within};
use crate::drawn::{all_seen, seen};
use crate::given::{at, example, framework, half, nothing_open, page};
use crate::made::{blank, full, id};

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
        let words = here.as_ref().map(seen).expect("one is shown");
        match filter {
            Filter::Gaps => assert_eq!(words, format!("Gaps ({} open, 1 accepted)", found.len() - 1)),
            _ => assert_eq!(words, format!("{} ({})", filter.words(), found.len())),
        }
    }
}

#[test]
fn as_many_gaps_are_open_in_the_task_list_as_in_the_summary() {
    let framework = framework();
    let state = example(&framework);
    let links = all_seen(&page(&at("tasks", state.clone())), ".rocu-filters");
    let open = links[0].split_once("Gaps (").and_then(|(_, rest)| rest.split_once(" open")).expect("a number").0;
    let summary = page(&at("gaps", state)).body();
    assert!(summary.contains(&format!("{open} gaps are open")), "{links:?}");
    let mut none = half(&framework);
    none.reopen(&id("nca.tasking"));
    let links = all_seen(&page(&at("tasks", none)), ".rocu-filters");
    assert!(links[0].contains("Gaps (3)"), "where none is accepted all are open: {links:?}");
}

#[test]
fn a_filter_that_shows_nothing_says_what_there_is_to_do() {
    let framework = framework();
    for (filter, state, words) in [
        (Filter::NotAssessed, full(&framework, 3), "Look your answers over under “Check answers”"),
        (Filter::Gaps, blank(&framework), "stands under “Not assessed”"),
        (Filter::Flagged, blank(&framework), "Tick “Flag to discuss”"),
    ] {
        let page = page(&at(&format!("tasks/{}", filter.key()), state));
        assert!(seen(&page.by_id("none")).contains(words), "{filter:?}");
    }
}

#[test]
fn the_time_for_what_is_left_is_rounded_and_fits_what_the_start_says_of_the_whole() {
    for (questions, time) in [
        (1, "5 minutes"),
        (3, "5 to 10 minutes"),
        (10, "20 to 40 minutes"),
        (14, "30 to 55 minutes"),
        (15, "½ to 1 hour"),
        (30, "1 to 2 hours"),
        (45, "1½ to 3 hours"),
        (75, "3 to 5 hours"),
        (125, "4 to 8 hours"),
    ] {
        assert_eq!(time_for(questions), format!("about {time}, at 2 to 4 minutes each"), "{questions}");
    }
    let framework = framework();
    let left = seen(&page(&at("tasks", half(&framework))).by_id("left"));
    let questions = left.split(' ').next().and_then(|it| it.parse().ok()).expect("a number");
    assert!(left.contains(&time_for(questions)), "{left}");
    assert!(!page(&at("tasks", full(&framework, 3))).body().contains("minutes each"), "nothing is left");
}

#[test]
fn the_page_for_all_commitments_is_named_where_the_capabilities_and_their_forces_are() {
    let framework = framework();
    let ways = |page: &crate::dom::Page| {
        let ways = page.all("a").into_iter().filter(|it| attribute(it, "href").as_deref() == Some("#/commitment"));
        ways.map(|it| seen(&it)).collect::<Vec<_>>()
    };
    let tasks = page(&at("tasks", half(&framework)));
    let part = &tasks.all("section")[0];
    assert!(seen(part).starts_with("Specialist capabilities"));
    let here = within(part, "a").into_iter().position(|it| attribute(&it, "href").as_deref() == Some("#/commitment"));
    assert_eq!((here, ways(&tasks).len()), (Some(0), 1), "before the topics, and once");
    let topic = page(&at("topic/surveillance", half(&framework)));
    assert_eq!(ways(&topic), ways(&tasks));
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

#[test]
fn what_is_searched_for_is_listed_with_the_way_to_each_place() {
    let framework = framework();
    let state = half(&framework);
    let mut session = at("search", state.clone());
    let unsought = page(&session);
    assert_eq!(unsought.all("section").len(), 0, "nothing is wanted yet");
    let found = unsought.by_id("found");
    assert_eq!((seen(&found), attribute(&found, "role").as_deref()), (String::new(), Some("status")), "it is there");
    session.update(Event::Sought(String::from("Board")));
    let searched = page(&session);
    let hits = search(&framework, &state, "board");
    assert_eq!(seen(&searched.by_id("found")), format!("{} places found", hits.len()));
    assert_eq!(attribute(&searched.by_id("search"), "value").as_deref(), Some("Board"));
    let links: Vec<_> = searched.all("section").iter().flat_map(|section| within(section, "a")).collect();
    assert_eq!(links.len(), hits.len());
    assert_eq!(all_seen(&searched, "h2"), ["Questions", "Answers"]);
    assert!(searched.body().contains("Minutes of the board"));
    let ways: Vec<_> = links.iter().filter_map(|link| attribute(link, "href")).collect();
    assert!(ways.contains(&String::from("#/topic/gain/gain.provision")));
    session.update(Event::Sought(String::from("no such words")));
    assert_eq!(seen(&page(&session).by_id("found")), "0 places found. Try fewer or shorter words.");
}

#[test]
fn a_place_that_is_not_asked_leads_to_its_topic_and_says_so() {
    let mut session = at("search", half(&framework()));
    let wanted =
        framework().question(&crate::made::id("undercover.tasking")).expect("a question").question.text.clone();
    session.update(Event::Sought(wanted.clone()));
    let page = page(&session);
    let item = page.all("li").into_iter().find(|it| seen(it).starts_with(&wanted)).expect("it is found");
    assert!(seen(&item).ends_with("Not asked as the answers stand"));
    assert_eq!(attribute(&within(&item, "a")[0], "href").as_deref(), Some("#/topic/undercover"));
}

#[test]
fn the_keys_are_listed_on_the_page_of_help_and_can_be_switched_off() {
    for (route, on) in [("help", true), ("help/shortcuts", false)] {
        let mut session = nothing_open(route);
        session.update(Event::SwitchedShortcuts(on));
        let page = page(&session);
        for (key, does) in SHORTCUTS {
            assert!(page.body().contains(does) && all_seen(&page, "kbd").contains(&key.to_owned()), "{key}");
        }
        assert_eq!(attribute(&page.by_id("use-shortcuts"), "checked").is_some(), on);
        assert_eq!(attribute(&page.by_id("shortcuts"), "tabindex").as_deref(), Some("-1"));
    }
}

#[test]
fn every_term_of_the_glossary_has_a_place_of_its_own() {
    let page = page(&nothing_open("help/3"));
    let framework = framework();
    for (number, term) in framework.glossary.iter().enumerate() {
        let row = page.by_id(&format!("term-{number}"));
        assert!(seen(&row).starts_with(&term.term));
        assert_eq!(attribute(&row, "tabindex").as_deref(), Some("-1"));
    }
}

#[test]
fn all_commitments_stand_on_one_page_as_they_were_answered() {
    let framework = framework();
    let state = half(&framework);
    let page = page(&at("commitment", state.clone()));
    let shown = |force: usize| {
        let select = page.by_id(&format!("surveillance.commitment.{}", state.forces()[force].id));
        let chosen = within(&select, "option").into_iter().find(|it| attribute(it, "selected").is_some());
        seen(&chosen.expect("something is chosen"))
    };
    assert_eq!([0, 1, 2].map(shown), ["Committed", "Not assessed", "Keeps its own"]);
    assert_eq!(seen(&page.by_id("everywhere")), "Set for all capabilities");
    assert_eq!(seen(&page.by_id("all-forces")), "Set for all forces");
    let capabilities = within(&page.by_id("all-forces-of"), "option");
    assert_eq!(
        capabilities.len(),
        within(&page.all("tbody")[0], "tr").len(),
        "each capability of the table can be chosen"
    );
    let none = crate::given::page(&at("commitment", blank(&framework)));
    assert!(none.body().contains("Say first which capabilities are in place"));
    let mut forceless = state;
    forceless.particulars.forces.clear();
    assert!(crate::given::page(&at("commitment", forceless)).body().contains("Name the forces first"));
}

#[test]
fn evidence_can_be_added_to_each_question_like_its_own_with_what_stands_there_in_sight() {
    let framework = framework();
    let mut session = at("copy/gain.provision", half(&framework));
    let similar = |session: &rocu_self_assessment::session::Session| {
        let assessment = session.assessment.as_deref().expect("an assessment is open");
        rocu_self_assessment::assessment::guide::similar(&framework, assessment, &crate::made::id("gain.provision"))
            .len()
    };
    let before = page(&session);
    let adds = |page: &crate::dom::Page| all_seen(page, "button").iter().filter(|it| it.starts_with("Add: ")).count();
    assert_eq!(adds(&before), similar(&session));
    assert!(before.body().contains("Minutes of the board"));
    session.update(Event::CopiedEvidence(crate::made::id("gain.provision"), crate::made::id("gain.plan")));
    let after = page(&session);
    assert_eq!(adds(&after), similar(&session) - 1);
    let row = seen(&after.by_id("gain.plan.row"));
    assert!(row.contains("Minutes of the board") && row.ends_with("It stands there"), "{row}");
    let topic = page(&at("topic/gain", half(&framework)));
    let ways: Vec<_> =
        topic.all("a").iter().filter_map(|it| attribute(it, "href")).filter(|it| it.contains("copy")).collect();
    assert_eq!(ways, ["#/copy/gain.provision"], "where there is evidence, and nowhere else");
}
