//! The page of a topic, as whoever knows only the framework file can drive it.

use markup5ever_rcdom::Handle;
use rocu_self_assessment::assessment::{Assessment, guide};
use rocu_self_assessment::framework::{Framework, Question};

use crate::dom::{Page, attribute, text, within};
use crate::drawn::{all_seen, controls, radios, seen};
use crate::given::{at, framework, half, page};
use crate::made::{answer, blank, full, id};

/// The page of every topic of an assessment, with the questions that are asked there.
fn topics<'a>(framework: &'a Framework, state: &Assessment) -> Vec<(Page, Vec<&'a Question>)> {
    let page = |topic: &str| page(&at(&format!("topic/{topic}"), state.clone()));
    let asked = framework.topics().map(|(_, topic)| {
        let asked = topic.questions.iter().filter(|question| guide::asks(state, topic, question));
        (page(topic.id.as_str()), asked.collect())
    });
    asked.collect()
}

/// What stands in a field for sentences.
fn typed(page: &Page, name: &str) -> String {
    let fields: Vec<Handle> = controls(page, name);
    assert_eq!((fields.len(), attribute(&fields[0], "id").as_deref()), (1, Some(name)));
    text(&fields[0])
}

#[test]
fn each_question_that_is_asked_is_a_group_with_its_id_and_no_other_is_there() {
    let framework = framework();
    for state in [blank(&framework), half(&framework), full(&framework, 3)] {
        for (page, asked) in topics(&framework, &state) {
            let groups = page.all(".rocu-question");
            let ids: Vec<_> = groups.iter().filter_map(|group| attribute(group, "id")).collect();
            assert_eq!(ids, asked.iter().map(|question| question.id.to_string()).collect::<Vec<_>>());
            for (group, question) in groups.iter().zip(asked) {
                assert_eq!(crate::dom::name(group), "fieldset");
                assert!(seen(&within(group, "legend")[0]).ends_with(&question.text));
                assert_eq!(attribute(group, "tabindex").as_deref(), Some("-1"), "links to it move the focus there");
            }
        }
    }
}

#[test]
fn the_radio_buttons_have_the_ids_of_the_framework_and_show_what_was_answered() {
    let framework = framework();
    let state = full(&framework, 3);
    for (page, asked) in topics(&framework, &state) {
        for question in asked {
            let scale = framework.scale_of(question);
            let levels: Vec<String> = scale.levels.iter().map(|level| level.id.to_string()).collect();
            let given = state.answer(&question.id);
            let reasons = framework.not_applicable.iter().map(|reason| reason.id.to_string()).collect::<Vec<_>>();
            let reason = given.not_applicable().map(ToString::to_string);
            assert_eq!(radios(&page, &format!("{}.not-applicable", question.id)), (reasons, reason));
            if scale.force_by_force {
                for force in state.forces() {
                    let chosen = given.level_of(&force.id).map(ToString::to_string);
                    assert_eq!(radios(&page, &format!("{}.{}", question.id, force.id)), (levels.clone(), chosen));
                }
                assert!(controls(&page, question.id.as_str()).is_empty());
            } else {
                let chosen = given.level().map(ToString::to_string);
                assert_eq!(radios(&page, question.id.as_str()), (levels, chosen));
            }
            assert_eq!(typed(&page, &format!("{}.evidence", question.id)), given.evidence);
            assert_eq!(typed(&page, &format!("{}.note", question.id)), given.note);
        }
    }
}

#[test]
fn every_level_shows_its_name_and_what_it_looks_like() {
    let framework = framework();
    for (page, asked) in topics(&framework, &blank(&framework)) {
        let body = page.body();
        for question in asked {
            for level in &framework.scale_of(question).levels {
                assert!(body.contains(&question.statements[&level.id]), "{} {}", question.id, level.id);
                assert!(body.contains(&level.name));
            }
        }
    }
}

#[test]
fn what_is_typed_stands_in_its_field_to_the_letter() {
    let framework = framework();
    let page = page(&at("topic/gain", half(&framework)));
    assert_eq!(typed(&page, "gain.provision.evidence"), "Minutes of the board");
    assert_eq!(typed(&page, "gain.provision.note"), "To be agreed\nwith all forces");
    assert_eq!(typed(&page, "gain.plan.note"), "");
}

#[test]
fn a_level_that_asks_for_more_opens_a_field_for_it() {
    let framework = framework();
    let mut assessment = half(&framework);
    let before = page(&at("topic/undercover", assessment.clone()));
    let field = before.by_id("undercover.provision.detail");
    assert_eq!(attribute(&field, "value").as_deref(), Some("The neighbouring unit"));
    assert!(all_seen(&before, "label").contains(&String::from("Which body provides it?")));
    answer(&framework, &mut assessment, "undercover.provision", "in-place");
    let after = page(&at("topic/undercover", assessment));
    assert!(controls(&after, "undercover.provision.detail").is_empty());
}

#[test]
fn commitment_names_each_force_and_says_what_to_do_where_there_is_none() {
    let framework = framework();
    let mut assessment = half(&framework);
    let forces: Vec<String> = assessment.forces().iter().map(|force| force.name.clone()).collect();
    let before = page(&at("topic/surveillance", assessment.clone()));
    let legends: Vec<String> = before.all(".rocu-force").iter().map(|it| seen(&within(it, "legend")[0])).collect();
    assert_eq!(legends, forces);
    assessment.particulars.forces.clear();
    let after = page(&at("topic/surveillance", assessment));
    assert!(after.all(".rocu-force").is_empty());
    assert!(after.body().contains("Name the forces of your region under Particulars"));
}

#[test]
fn an_answer_can_be_cleared_once_there_is_one() {
    let framework = framework();
    let page = page(&at("topic/surveillance", half(&framework)));
    let buttons = all_seen(&page, "button");
    let clears: Vec<&String> = buttons.iter().filter(|words| words.starts_with("Clear this answer: ")).collect();
    let question = |text: &str| framework.question(&id(text)).expect("a question").question.text.clone();
    let expected =
        ["surveillance.provision", "surveillance.commitment"].map(|it| format!("Clear this answer: {}", question(it)));
    assert_eq!(clears, expected.iter().collect::<Vec<_>>());
}

#[test]
fn a_question_that_was_set_aside_shows_why_without_a_click() {
    let framework = framework();
    let page = page(&at("topic/training", half(&framework)));
    let open: Vec<_> = page.all("details").into_iter().filter(|it| attribute(it, "open").is_some()).collect();
    assert_eq!(open.len(), 1);
    assert_eq!(radios(&page, "training.skills.not-applicable").1.as_deref(), Some("no-demand"));
}

#[test]
fn the_page_says_how_far_its_topic_has_come_and_how_it_is_known() {
    let framework = framework();
    let page = page(&at("topic/undercover", half(&framework)));
    let (part, topic) = framework.topic(&id("undercover")).expect("a topic");
    let body = page.body();
    assert_eq!(all_seen(&page, "h1"), [topic.name.as_str()]);
    assert!(body.contains("1 of 2 questions on this page answered"));
    for text in [&part.name, &topic.summary, &topic.basis.note] {
        assert!(body.contains(text.as_str()), "{text}");
    }
    assert!(body.contains(topic.basis.certainty.word()));
}

#[test]
fn the_pages_of_the_topics_lead_from_the_first_to_the_last_and_on() {
    let framework = framework();
    let assessment = blank(&framework);
    let topics: Vec<_> = guide::topics(&framework, &assessment).map(|(_, topic)| topic.id.to_string()).collect();
    let next = |topic: &String| {
        let page = page(&at(&format!("topic/{topic}"), assessment.clone()));
        attribute(&page.by_id("next"), "href").expect("an address")
    };
    let ways: Vec<String> = topics.iter().map(next).collect();
    let expected = topics[1..].iter().map(|topic| format!("#/topic/{topic}")).chain([String::from("#/check")]);
    assert_eq!(ways, expected.collect::<Vec<_>>());
}

#[test]
fn a_topic_that_is_not_there_says_so_and_leads_back() {
    let framework = framework();
    let page = page(&at("topic/no-such-topic", half(&framework)));
    assert_eq!(all_seen(&page, "h1"), ["There is no such topic"]);
    let links = page.by_id("main");
    assert_eq!(within(&links, "a").iter().filter_map(|link| attribute(link, "href")).collect::<Vec<_>>(), ["#/tasks"]);
}
