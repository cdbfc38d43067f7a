//! Milestones: what stood there at a moment that was given a name.

use std::rc::Rc;

use yew::prelude::*;

use crate::assessment::milestone::Milestone;
use crate::report::long_date;
use crate::session::{Beside, Event, Files, Purpose, Route};
use crate::ui::component::TextField;
use crate::ui::{use_dispatch, use_store};

/// Keeping a milestone, and those that were kept.
#[component]
pub(super) fn Milestones() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let name = use_state(String::new);
    let Some(assessment) = store.assessment.as_deref() else { return Html::default() };
    let on_keep = {
        let (dispatch, name) = (dispatch.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Event::Froze((*name).clone()));
            name.set(String::new());
        })
    };
    let on_input = {
        let name = name.clone();
        Callback::from(move |text| name.set(text))
    };
    let one = |(at, milestone): (usize, &Rc<Milestone>)| {
        let on_compare = {
            let (dispatch, milestone) = (dispatch.clone(), milestone.clone());
            let framework = store.library.to_resume(
                store.framework(),
                milestone.frozen.framework.0.as_str(),
                &milestone.frozen.framework.1,
            );
            Callback::from(move |_: MouseEvent| {
                let Some(framework) = framework.clone() else { return };
                let beside = Beside::new(milestone.name.clone(), framework, milestone.assessment().clone());
                let files = Files { opened: Rc::new(vec![beside]), ..Files::default() };
                dispatch.emit(Event::OpenedBeside(Purpose::Earlier, files));
                dispatch.emit(Event::Went(Route::Gaps));
            })
        };
        let on_remove = dispatch.reform(move |_: MouseEvent| Event::RemovedMilestone(at));
        html! {
            <li>
                <span class="rocu-copies__words">
                    <bdi>{ &milestone.name }</bdi>{ format!(", {}", long_date(milestone.at.date())) }
                    if !milestone.role.is_empty() {
                        { ", " }<bdi>{ &milestone.role }</bdi>
                    }
                </span>
                <button type="button" class="govuk-button govuk-button--secondary rocu-button--small" onclick={on_compare}>
                    { "Compare with now" }<span class="govuk-visually-hidden">{ ": " }{ &milestone.name }</span>
                </button>
                <button type="button" class="rocu-link-button" onclick={on_remove}>
                    { "Remove" }<span class="govuk-visually-hidden">{ " milestone " }{ &milestone.name }</span>
                </button>
            </li>
        }
    };
    html! {
        <section aria-labelledby="milestones">
            <h2 class="govuk-heading-m" id="milestones" tabindex="-1">{ "Milestones" }</h2>
            <p class="govuk-body">
                { "A milestone keeps a copy of what stands here inside the file, to be compared with later." }
            </p>
            if !assessment.milestones.is_empty() {
                <ul class="govuk-list rocu-copies">{ for assessment.milestones.iter().enumerate().map(one) }</ul>
            }
            if !assessment.is_final() {
                <TextField
                    name="milestone" label="Name of a new milestone" hint="For example: before the regional board. No names."
                    value={(*name).clone()} {on_input}
                />
                <button type="button" class="govuk-button govuk-button--secondary" id="keep-milestone" onclick={on_keep}>
                    { "Keep a milestone" }
                </button>
            }
        </section>
    }
}
