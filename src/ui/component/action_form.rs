//! What will be done about a gap.

use std::rc::Rc;

use jiff::civil::Date;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{TextArea, TextField};
use crate::assessment::{Action, Progress};
use crate::session::particular::{date, iso};
use crate::session::{Event, Replan};
use crate::ui::Dispatch;
use crate::ui::words::NEVER;

/// The action.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// As it stands.
    pub action: Rc<Action>,
    /// Whether it should be done by now and is not.
    pub overdue: bool,
    /// Says what the user did.
    pub dispatch: Dispatch,
}

/// The forms of actions, one below the other.
pub(super) fn forms(actions: &[Rc<Action>], today: Date, dispatch: &Dispatch) -> Html {
    let form = |action: &Rc<Action>| {
        let overdue = action.is_overdue(today);
        html! { <ActionForm key={action.id.0} action={action.clone()} {overdue} dispatch={dispatch.clone()} /> }
    };
    html! { <div>{ for actions.iter().map(form) }</div> }
}

/// The action, to be filled in.
#[component]
pub fn ActionForm(props: &Props) -> Html {
    let action = &props.action;
    let id = action.id;
    let name = |field: &str| format!("{id}.{field}");
    let replan = |make: fn(String) -> Replan| props.dispatch.reform(move |text| Event::Replanned(id, make(text)));
    let on_progress = props.dispatch.reform(move |event: web_sys::Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        Event::Replanned(id, Replan::Progress(Progress::from_key(&chosen).unwrap_or_default()))
    });
    let option = |progress: Progress| {
        html! { <option value={progress.key()} selected={progress == action.progress}>{ progress.word() }</option> }
    };
    html! {
        <fieldset class="govuk-fieldset rocu-action" id={id.to_string()}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
                { "Action " }{ id.to_string() }
                if props.overdue {
                    { " " }<strong class="govuk-tag govuk-tag--red">{ "Overdue" }</strong>
                }
            </legend>
            <TextArea
                name={name("text")} label="What will be done" hint={NEVER} rows=2 value={action.text.clone()}
                on_input={replan(Replan::Text)}
            />
            <div class="rocu-words">
                <TextField
                    name={name("owner")} label="Owner" hint="A role, no names." width="govuk-!-width-full"
                    value={action.owner.clone()} on_input={replan(Replan::Owner)}
                />
                <TextField
                    name={name("resources")} label="Resources" hint="Money, posts or agreement it needs. No names."
                    width="govuk-!-width-full" value={action.resources.clone()} on_input={replan(Replan::Resources)}
                />
                <TextField
                    name={name("due")} label="Due date" date=true value={iso(action.due)}
                    on_input={replan(|text| Replan::Due(date(&text)))}
                />
                <div class="govuk-form-group">
                    <label class="govuk-label" for={name("progress")}>{ "Status" }</label>
                    <select autocomplete="off" class="govuk-select" id={name("progress")} name={name("progress")} onchange={on_progress}>
                        { for Progress::ALL.map(option) }
                    </select>
                </div>
            </div>
            <button
                type="button" class="rocu-link-button"
                onclick={props.dispatch.reform(move |_: MouseEvent| Event::DroppedAction(id))}
            >
                { "Remove action " }{ id.to_string() }
            </button>
        </fieldset>
    }
}
