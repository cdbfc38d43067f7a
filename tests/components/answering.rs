//! Answering: questions, levels, fields.

use std::rc::Rc;

use rocu_self_assessment::assessment::{Answer, Choice};
use rocu_self_assessment::framework::{Framework, LevelId, QuestionId, ReasonId};
use rocu_self_assessment::session::ByPointer;
use rocu_self_assessment::ui::component::{
    BasisNote, BulkForm, CommitmentRadios, FlagBox, LevelRadios, LevelSelect, QuestionCard, SetAside, TextArea,
    TextField,
};
use yew::{Callback, html};

use crate::alone::draw;
use crate::dom::{attribute, text, within};
use crate::drawn::{all_seen, controls, radios, seen};
use crate::made::{blank, id};

#[test]
fn a_basis_note_gives_the_claim_its_certainty_and_its_sources() {
    let framework = Framework::built_in();
    for asked in framework.questions() {
        let basis = asked.question.why.clone();
        let page = draw(html! { <BasisNote summary="Why this is asked" basis={basis.clone()} /> });
        let body = page.body();
        assert!(body.contains(&basis.note) && body.contains(basis.certainty.meaning()), "{}", asked.question.id);
        assert!(basis.sources.iter().all(|source| body.contains(&*source.0)));
        assert_eq!(body.contains("Source:"), !basis.sources.is_empty());
        assert_eq!(all_seen(&page, "summary"), ["Why this is asked"]);
    }
}

#[test]
fn commitment_radios_have_a_row_for_each_force_and_explain_each_level_once() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    let question = id("gain.commitment");
    let forces = assessment.forces().to_vec();
    assessment.commit(&question, forces[1].id.clone(), id("keeps-own"));
    let asked = framework.question(&question).expect("a question");
    let page = draw(html! {
        <CommitmentRadios
            question={asked.question.clone()} scale={asked.scale.clone()} forces={forces.clone()}
            answer={assessment.answer(&question)} on_commit={Callback::noop()} on_commit_all={Callback::noop()}
        />
    });
    let chosen: Vec<_> = forces.iter().map(|force| radios(&page, &format!("gain.commitment.{}", force.id)).1).collect();
    assert_eq!(chosen, [None, Some(String::from("keeps-own")), None]);
    let all = asked
        .scale
        .levels
        .iter()
        .map(|level| format!("All forces: {}: {}", level.name.to_lowercase(), asked.question.text));
    assert_eq!(all_seen(&page, "button"), all.collect::<Vec<_>>());
    assert_eq!(all_seen(&page, "dt"), asked.scale.levels.iter().map(|level| level.name.clone()).collect::<Vec<_>>());
}

#[test]
fn level_radios_mark_the_minimum_and_ask_for_more_where_the_chosen_level_does() {
    let framework = Framework::built_in();
    let asked = framework.question(&id("gain.provision")).expect("a question");
    for (chosen, detail) in [(None, 0), (Some("in-place"), 0), (Some("elsewhere"), 1)] {
        let page = draw(html! {
            <LevelRadios
                question={asked.question.clone()} scale={asked.scale.clone()} chosen={chosen.map(id::<LevelId>)} detail="Another"
                on_choose={Callback::noop()} on_detail={Callback::noop()}
            />
        });
        assert_eq!(radios(&page, "gain.provision").1.as_deref(), chosen);
        assert_eq!(controls(&page, "gain.provision.detail").len(), detail, "{chosen:?}");
        let minimum = all_seen(&page, "label").into_iter().filter(|label| label.contains("minimum"));
        assert_eq!(minimum.collect::<Vec<_>>(), ["In place – the minimum expected"]);
    }
}

#[test]
fn a_question_card_of_a_question_that_is_not_there_is_empty_and_any_other_has_its_id() {
    let framework = ByPointer(Framework::built_in());
    let answer = Rc::new(Answer { choice: Some(Choice::NotApplicable(id("no-demand"))), ..Answer::default() });
    let card = |question: &str| {
        let (framework, answer) = (framework.clone(), answer.clone());
        draw(
            html! { <QuestionCard {framework} question={id::<QuestionId>(question)} {answer} dispatch={Callback::noop()} /> },
        )
    };
    assert!(card("gain.no-such").body().is_empty());
    let page = card("gain.provision");
    assert_eq!(attribute(&page.all("fieldset")[0], "id").as_deref(), Some("gain.provision"));
    for field in ["evidence", "note"] {
        let ids =
            attribute(&controls(&page, &format!("gain.provision.{field}"))[0], "aria-describedby").expect("a hint");
        let said: Vec<String> = ids.split(' ').map(|id| seen(&page.by_id(id))).collect();
        assert_eq!(said[0], "No names or tactics.");
        assert!(said[1].starts_with("No names, operation names, numbers of sources"));
    }
    assert_eq!(page.body().matches("operation names").count(), 1, "at length once is enough");
    let why = framework.0.question(&id("gain.provision")).expect("a question").question.why.note.clone();
    assert!(page.body().contains(&why) && page.body().contains("Clear this answer"));
}

#[test]
fn a_flag_box_is_ticked_where_its_question_is_flagged() {
    for flagged in [false, true] {
        let page =
            draw(html! { <FlagBox question={id::<QuestionId>("gain.plan")} {flagged} on_flag={Callback::noop()} /> });
        let box_ = page.by_id("gain.plan.flag");
        assert_eq!(attribute(&box_, "checked").is_some(), flagged);
        assert_eq!(all_seen(&page, "label"), ["Flag to discuss"]);
    }
}

#[test]
fn a_level_can_be_chosen_from_a_list_and_not_assessed_only_until_one_is() {
    let framework = Framework::built_in();
    let levels = framework.question(&id("gain.commitment")).expect("a question").scale.levels.clone();
    for chosen in [None, Some("keeps-own")] {
        let page = draw(html! {
            <LevelSelect
                name="a.b" label="GAIN, Durham" levels={levels.clone()} chosen={chosen.map(id::<LevelId>)} on_choose={Callback::noop()}
            />
        });
        let options = within(&page.by_id("a.b"), "option");
        let selected: Vec<_> = options.iter().filter(|it| attribute(it, "selected").is_some()).collect();
        assert_eq!(attribute(selected[0], "value").as_deref(), Some(chosen.unwrap_or_default()));
        assert_eq!((selected.len(), options.len()), (1, levels.len() + 1));
        assert_eq!(attribute(&options[0], "disabled").is_some(), chosen.is_some());
        assert_eq!(all_seen(&page, "label"), ["GAIN, Durham"]);
    }
}

#[test]
fn a_form_for_many_answers_at_once_offers_every_row_and_every_answer() {
    let framework = Framework::built_in();
    let forces = blank(&framework).forces().to_vec();
    let levels = framework.question(&id("gain.commitment")).expect("a question").scale.levels.clone();
    let page = draw(html! {
        <BulkForm
            name="everywhere" legend="One answer for all capabilities" kind="Force" action="Set for all capabilities"
            of={forces.iter().map(|force| (force.id.to_string(), force.name.clone().into())).collect::<Vec<_>>()}
            levels={levels.clone()} on_set={Callback::noop()}
        />
    });
    let names = |id: &str| within(&page.by_id(id), "option").iter().map(seen).collect::<Vec<_>>();
    assert_eq!(names("everywhere-of"), forces.iter().map(|force| force.name.clone()).collect::<Vec<_>>());
    assert_eq!(names("everywhere-level"), levels.iter().map(|level| level.name.clone()).collect::<Vec<_>>());
    assert_eq!(all_seen(&page, "button"), ["Set for all capabilities"]);
}

#[test]
fn setting_aside_offers_every_reason_and_stands_open_once_one_is_given() {
    let framework = Framework::built_in();
    for chosen in [None, Some("ended")] {
        let page = draw(html! {
            <SetAside
                question={id::<QuestionId>("gain.plan")} reasons={framework.not_applicable.clone()} chosen={chosen.map(id::<ReasonId>)}
                on_set_aside={Callback::noop()}
            />
        });
        let (values, given) = radios(&page, "gain.plan.not-applicable");
        assert_eq!((values.len(), given.as_deref()), (framework.not_applicable.len(), chosen));
        assert_eq!(attribute(&page.all("details")[0], "open").is_some(), chosen.is_some());
    }
}

#[test]
fn a_text_area_holds_what_was_typed_line_by_line() {
    let page =
        draw(html! { <TextArea name="x.note" label="Note" value={"one\n two "} rows=7 on_input={Callback::noop()} /> });
    let area = page.by_id("x.note");
    assert_eq!((text(&area).as_str(), attribute(&area, "rows").as_deref()), ("one\n two ", Some("7")));
    assert_eq!(attribute(&page.all("label")[0], "for").as_deref(), Some("x.note"));
    assert_eq!(attribute(&area, "aria-describedby"), None, "there is no hint to point at");
}

#[test]
fn a_text_field_holds_words_or_a_date() {
    for (date, value, kind) in [(false, " as typed ", "text"), (true, "2026-03-31", "date")] {
        let page = draw(
            html! { <TextField name="due" label="Due" hint="By when." {date} {value} on_input={Callback::noop()} /> },
        );
        let field = page.by_id("due");
        assert_eq!(
            (attribute(&field, "value").as_deref(), attribute(&field, "type").as_deref()),
            (Some(value), Some(kind))
        );
        assert_eq!(all_seen(&page, ".govuk-hint"), ["By when."]);
    }
}

#[test]
fn what_is_wrong_with_a_field_stands_at_it_and_belongs_to_it() {
    for (problem, described) in [(None, "role-hint"), (Some("Say who it is for."), "role-hint role-error")] {
        let wrong = problem.is_some();
        let page = draw(html! {
            <TextField name="role" label="Role" hint="No names." {problem} value="" on_input={Callback::noop()} />
        });
        let field = page.by_id("role");
        assert_eq!(attribute(&field, "aria-describedby").as_deref(), Some(described));
        assert_eq!(attribute(&field, "aria-invalid").is_some(), wrong);
        let said = all_seen(&page, ".govuk-error-message");
        assert_eq!(said, if wrong { vec!["Error: Say who it is for."] } else { Vec::new() });
    }
}
