//! Copies for colleagues: made here, and taken in again when they come back.

use std::collections::BTreeSet;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::compare::Side;
use crate::assessment::copy::Start;
use crate::assessment::guide;
use crate::browser::{document, save_as};
use crate::comparison::views::{Copy, Views};
use crate::export::{Document, file_name};
use crate::framework::TopicId;
use crate::saved;
use crate::session::{Event, Purpose, Route};
use crate::ui::component::arrival::{Paper, Stage, Way};
use crate::ui::component::text_field::error_message;
use crate::ui::component::{Arrival, Radio, TextField};
use crate::ui::effect::hand_over::Made;
use crate::ui::{use_dispatch, use_store, words};

/// Making copies, and taking in those that came back.
#[component]
pub(super) fn Colleagues() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let Some(lead) = store.assessment.as_deref() else { return Html::default() };
    let opened = &store.colleagues.opened;
    let copies: Vec<Copy<'_>> =
        opened.iter().map(|beside| Copy { name: &beside.file, assessment: &beside.assessment }).collect();
    let found = Views::of(store.framework(), lead, &copies);
    let said = |(file, why): (&String, String)| html! { <li><bdi>{ file }</bdi>{ ": " }{ why }</li> };
    let refused = found.refused.iter().map(|(file, why)| (file, words::views::unsuitable(*why).to_owned()));
    let noted = found.noted.iter().map(|(file, what)| (file, words::views::noted(what)));
    let remarks: Vec<Html> = refused.chain(noted).map(said).collect();
    let on_take = {
        let (dispatch, taken) = (dispatch.clone(), found.taken.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Event::Went(Route::Views));
            dispatch.emit(Event::TookViews(taken.clone()));
            dispatch.emit(Event::ClosedBeside(Purpose::Colleagues));
        })
    };
    html! {
        <>
            <h2 class="govuk-heading-m">{ "Among colleagues" }</h2>
            <p class="govuk-body">
                { "Let colleagues score alone first, and then agree. Make a copy for each, send it, and open all the copies \
                   together when they come back." }
            </p>
            if lead.copy.is_none() {
                <MakeCopy />
                <Side purpose={Purpose::Colleagues} name="colleagues" label="Open the copies that came back" then={None::<(usize, Route, &'static str)>} />
            } else {
                <p class="govuk-body">{ "What is open is itself a copy for a colleague. Save it under Documents and send it back to the lead." }</p>
            }
            if !remarks.is_empty() {
                <ul class="govuk-list govuk-list--bullet">{ for remarks }</ul>
            }
            if !found.taken.is_empty() {
                <button type="button" class="govuk-button" id="take-views" onclick={on_take}>
                    { format!("Take in the views of {}", crate::report::count(found.taken.len(), "colleague")) }
                </button>
            }
            if !lead.views.is_empty() {
                <p class="govuk-body">
                    <a class="govuk-link" id="see-views" href={Route::Views.fragment()}>{ "See where colleagues’ views differ" }</a>
                </p>
            }
        </>
    }
}

/// What a copy is to hold, and the way to make it.
#[component]
fn MakeCopy() -> Html {
    let store = use_store();
    let role = use_state(String::new);
    let topics = use_state(BTreeSet::<TopicId>::new);
    let with_answers = use_state(|| false);
    let stage = use_state(|| None::<Stage>);
    let lacking = use_state(|| false);
    let Some(lead) = store.assessment.clone() else { return Html::default() };
    let (no_role, no_topics) = (role.trim().is_empty(), topics.is_empty());
    let first = store.framework().topics().map(|(_, topic)| topic).find(|topic| guide::includes(&lead, topic));
    let first = first.map(|topic| format!("copy-{}", topic.id)).unwrap_or_default();
    let made = {
        let (lead, role, topics, today) = (lead.clone(), role.clone(), topics.clone(), store.today());
        let start = if *with_answers { Start::WithAnswers } else { Start::Blank };
        move || {
            let copy = lead.copy_for(&role, &topics, start);
            Made::of_assessment(file_name(&copy, Document::Assessment, today), saved::save(&copy))
        }
    };
    let on_make = {
        let (stage, made, lacking) = (stage.clone(), made.clone(), lacking.clone());
        Callback::from(move |_: MouseEvent| {
            lacking.set(no_role || no_topics);
            if no_role || no_topics {
                document::focus(if no_role { "copy-role" } else { &first });
                return;
            }
            let made = made();
            stage.set(Some(if made.download().is_ok() { Stage::HandedOver(made.name) } else { Stage::Missing }));
        })
    };
    let on_way = {
        let (stage, made) = (stage.clone(), made.clone());
        Callback::from(move |way| {
            let (stage, made) = (stage.clone(), made.clone());
            spawn_local(async move {
                stage.set(match way {
                    Way::NotArrived => Some(Stage::Missing),
                    Way::SaveAs => Some(match made().save_as().await {
                        Ok(save_as::Picked::Saved) => Stage::Saved,
                        Ok(save_as::Picked::Cancelled) | Err(_) => Stage::NotSaved,
                    }),
                    Way::Copy => Some(made().copy().await.map_or(Stage::Missing, |()| Stage::Copied)),
                    Way::Arrived | Way::Print => None,
                });
                document::focus(if way == Way::Arrived { "make-copy" } else { "made-copy-arrival" });
            });
        })
    };
    let can_save_as = matches!(*stage, Some(Stage::Missing | Stage::NotSaved)) && save_as::is_offered();
    let on_role = {
        let role = role.clone();
        Callback::from(move |text| role.set(text))
    };
    let start = |value: bool, id: &'static str, label: &'static str| {
        let with_answers = with_answers.clone();
        let checked = *with_answers == value;
        html! { <Radio name="copy-start" value={id} {label} {checked} on_choose={Callback::from(move |()| with_answers.set(value))} /> }
    };
    let tick = |topic: &crate::framework::Topic| {
        let id = format!("copy-{}", topic.id);
        let onchange = {
            let (topics, topic) = (topics.clone(), topic.id.clone());
            Callback::from(move |event: web_sys::Event| {
                let mut chosen = (*topics).clone();
                let on = event.target_unchecked_into::<HtmlInputElement>().checked();
                let _ = if on { chosen.insert(topic.clone()) } else { chosen.remove(&topic) };
                topics.set(chosen);
            })
        };
        html! {
            <div class="govuk-checkboxes__item">
                <input autocomplete="off" class="govuk-checkboxes__input" type="checkbox" id={id.clone()} checked={topics.contains(&topic.id)} {onchange} />
                <label class="govuk-label govuk-checkboxes__label" for={id}>{ &topic.name }</label>
            </div>
        }
    };
    let lacks_topics = *lacking && no_topics;
    let part = |part: &crate::framework::Part| {
        let included = part.topics.iter().filter(|topic| guide::includes(&lead, topic));
        html! {
            <fieldset class="govuk-fieldset" aria-describedby={lacks_topics.then_some("copy-topics-error")}>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{ &part.name }</legend>
                <div class="govuk-checkboxes govuk-checkboxes--small">{ for included.map(tick) }</div>
            </fieldset>
        }
    };
    html! {
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{ "Make a copy for a colleague" }</span>
            </summary>
            <div class="govuk-details__text">
                <TextField
                    name="copy-role" label="Who is it for? (role)" hint="For example: head of crime, one of the forces. No names."
                    problem={(*lacking && no_role).then(|| AttrValue::from("Say who it is for."))}
                    value={(*role).clone()} on_input={on_role}
                />
                <div class={classes!("govuk-form-group", lacks_topics.then_some("govuk-form-group--error"))}>
                    <p class="govuk-body">{ "Which topics are they asked about?" }</p>
                    if lacks_topics {
                        { error_message("copy-topics-error".into(), &"Choose at least one topic.".into()) }
                    }
                    { for store.framework().parts.iter().map(part) }
                </div>
                <fieldset class="govuk-fieldset govuk-form-group">
                    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{ "What do they find in it?" }</legend>
                    <div class="govuk-radios govuk-radios--small">
                        { start(false, "blank", "No answers, so that everybody scores alone first") }
                        { start(true, "answers", "The answers that stand here now") }
                    </div>
                </fieldset>
                <button type="button" class="govuk-button govuk-button--secondary" id="make-copy" onclick={on_make}>
                    { "Download the copy" }
                </button>
                <Arrival name="made-copy" stage={(*stage).clone()} {can_save_as} paper={Paper::Workbook} {on_way} />
            </div>
        </details>
    }
}
