//! Who is assessed, when, by whom, and how the result is marked.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::heading;
use crate::assessment::{Assessment, Marking};
use crate::browser::random;
use crate::framework::{Force, ForceId, Framework, Region, RegionId, Topic};
use crate::session::{Event, Particular, Route};
use crate::ui::component::TextField;
use crate::ui::{Dispatch, use_dispatch, use_store, words};

/// The page.
#[component]
pub fn Particulars() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let framework = store.framework();
    let field = |particular: Particular| {
        let (label, hint) = words::particular(particular);
        html! {
            <TextField
                key={particular.key()}
                name={particular.key()}
                {label}
                {hint}
                date={particular.is_date()}
                value={particular.read(&assessment.particulars)}
                on_input={dispatch.reform(move |text| Event::Described(particular, text))}
            />
        }
    };
    html! {
        <>
            { heading("Particulars") }
            <p class="govuk-body">{ "Roles only: never write a person’s name. You can come back to this page at any time." }</p>
            { region(framework, assessment, &dispatch) }
            { field(Particular::RegionName) }
            { field(Particular::Unit) }
            { forces(assessment, &dispatch) }
            { for Particular::ALL[2..].iter().map(|particular| field(*particular)) }
            { marking(assessment, &dispatch) }
            { optional(framework, assessment, &dispatch) }
            <a class="govuk-button" id="next" href={Route::Tasks.fragment()}>{ "Continue to the tasks" }</a>
        </>
    }
}

fn region(framework: &Framework, assessment: &Assessment, dispatch: &Dispatch) -> Html {
    let chosen = assessment.particulars.region.as_ref();
    let on_choose = dispatch.reform(|event: web_sys::Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        Event::ChoseRegion(RegionId::try_from(value).ok())
    });
    let choice = |region: &Region| {
        html! { <option value={region.id.to_string()} selected={chosen == Some(&region.id)}>{ &region.name }</option> }
    };
    let uncertain = chosen.and_then(|id| framework.region(id)).map(|region| region.note.clone()).unwrap_or_default();
    html! {
        <div class="govuk-form-group">
            <label class="govuk-label govuk-label--m" for="region">{ "Region" }</label>
            <div class="govuk-hint" id="region-hint">
                { "Choosing a region fills in its unit and forces, which you can then change." }
            </div>
            <select autocomplete="off" class="govuk-select" id="region" name="region" aria-describedby="region-hint" onchange={on_choose}>
                <option value="" selected={chosen.is_none()}>{ "Choose a region, or write your own below" }</option>
                { for framework.regions.iter().map(choice) }
            </select>
            if !uncertain.is_empty() {
                <p class="govuk-inset-text">{ uncertain }</p>
            }
        </div>
    }
}

fn forces(assessment: &Assessment, dispatch: &Dispatch) -> Html {
    let row = |force: &Force| {
        let (renamed, removed) = (force.id.clone(), force.id.clone());
        let name = format!("force.{}", force.id);
        let oninput = dispatch.reform(move |event: InputEvent| {
            Event::RenamedForce(renamed.clone(), event.target_unchecked_into::<HtmlInputElement>().value())
        });
        html! {
            <li class="rocu-forces__item" key={force.id.as_str()}>
                <label class="govuk-visually-hidden" for={name.clone()}>{ "Name of force" }</label>
                <input
                    class="govuk-input govuk-!-width-one-half" type="text" id={name.clone()} name={name}
                    value={force.name.clone()} autocomplete="off" dir="auto" aria-describedby="forces-hint" {oninput}
                />
                <button
                    type="button" class="rocu-link-button"
                    onclick={dispatch.reform(move |_: MouseEvent| Event::RemovedForce(removed.clone()))}
                >
                    { "Remove" }<span class="govuk-visually-hidden">{ " " }{ &force.name }</span>
                </button>
            </li>
        }
    };
    let on_add = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| new_force().into_iter().for_each(|force| dispatch.emit(Event::AddedForce(force)))
    };
    html! {
        <fieldset class="govuk-fieldset govuk-form-group" id="forces" tabindex="-1">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{ "Forces" }</legend>
            <p class="govuk-hint" id="forces-hint">{ "Commitment is asked force by force for these. Forces only, no names of people." }</p>
            <ul class="govuk-list">{ for assessment.forces().iter().map(row) }</ul>
            <button
                type="button" class="govuk-button govuk-button--secondary" id="add-force"
                onclick={on_add}
            >
                { "Add a force" }
            </button>
        </fieldset>
    }
}

/// An id that no other force has. A browser that can give none could not have begun the assessment.
fn new_force() -> Option<ForceId> {
    let random = random::hexadecimal().ok()?;
    ForceId::try_from(format!("force-{}", &random[..8])).ok()
}

fn marking(assessment: &Assessment, dispatch: &Dispatch) -> Html {
    let radio = |marking: Marking| {
        let id = format!("marking.{}", marking.words());
        html! {
            <div class="govuk-radios__item">
                <input
                    autocomplete="off"
                    class="govuk-radios__input" type="radio" id={id.clone()} name="marking" value={marking.words()}
                    checked={assessment.particulars.marking == marking}
                    onchange={dispatch.reform(move |_| Event::Marked(marking))}
                />
                <label class="govuk-label govuk-radios__label" for={id}>{ marking.words() }</label>
                <div class="govuk-hint govuk-radios__hint">{ words::marking(marking) }</div>
            </div>
        }
    };
    html! {
        <fieldset class="govuk-fieldset govuk-form-group">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{ "Marking" }</legend>
            <p class="govuk-hint">
                { "It stands at the top and bottom of every page, on screen and on paper. This tool is not for anything above \
                   OFFICIAL-SENSITIVE. Your security adviser decides." }
            </p>
            <div class="govuk-radios">{ for Marking::ALL.into_iter().rev().map(radio) }</div>
        </fieldset>
    }
}

fn optional(framework: &Framework, assessment: &Assessment, dispatch: &Dispatch) -> Html {
    let topics = framework.topics().map(|(_, topic)| topic).filter(|topic| topic.optional);
    let checkbox = |topic: &Topic| {
        let id = format!("switch.{}", topic.id);
        let switched = topic.id.clone();
        let onchange = dispatch.reform(move |event: web_sys::Event| {
            Event::Switched(switched.clone(), event.target_unchecked_into::<HtmlInputElement>().checked())
        });
        html! {
            <div class="govuk-checkboxes__item">
                <input
                    autocomplete="off"
                    class="govuk-checkboxes__input" type="checkbox" id={id.clone()} name={id.clone()}
                    checked={assessment.switched_on.contains(&topic.id)} {onchange}
                />
                <label class="govuk-label govuk-checkboxes__label" for={id}>{ &topic.name }</label>
            </div>
        }
    };
    html! {
        <fieldset class="govuk-fieldset govuk-form-group">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{ "Also assess" }</legend>
            <p class="govuk-hint">{ "Later additions, and your own overall view. Switching one off keeps its answers in the file." }</p>
            <div class="govuk-checkboxes govuk-checkboxes--small">{ for topics.map(checkbox) }</div>
        </fieldset>
    }
}
