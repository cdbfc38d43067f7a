//! What is decided about a gap: actions, acceptance, and a concern of one's own.

use std::cell::RefCell;
use std::rc::Rc;

use jiff::civil::Date;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{TextArea, action_form};
use crate::assessment::{Action, OverruledConcern, Unknown};
use crate::browser::document;
use crate::framework::{Concern, QuestionId};
use crate::report::GapEntry;
use crate::session::{Event, Route};
use crate::ui::Dispatch;
use crate::ui::words::NEVER;

/// The gap and what is decided so far.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the report says of it.
    pub gap: GapEntry,
    /// Where its answer can be changed.
    pub change: Route,
    /// Its actions.
    pub actions: Vec<Rc<Action>>,
    /// The reason for living with it, where it is accepted.
    pub accepted: Option<String>,
    /// The concern that the user set.
    pub overruled: Option<OverruledConcern>,
    /// The day.
    pub today: Date,
    /// Says what the user did.
    pub dispatch: Dispatch,
}

/// The gap, to be decided about.
#[component]
pub fn GapDecision(props: &Props) -> Html {
    let Props { gap, dispatch, .. } = props;
    let id = gap.question.clone();
    let decided = use_mut_ref(|| false);
    let field = match (&props.accepted, props.actions.last()) {
        (Some(_), _) => Some(format!("{id}.accepted")),
        (None, last) => last.map(|action| format!("{}.text", action.id)),
    };
    {
        // Whoever decides something goes on with the field that it brings, which pushes the button down.
        let decided = decided.clone();
        use_effect_with(field, move |field| {
            if let Some(field) = field
                && decided.take()
            {
                document::focus_near(field);
            }
        });
    }
    let ranked = use_mut_ref(|| false);
    {
        // A gap of another concern moves among the others, and would leave the user behind.
        let (ranked, field) = (ranked.clone(), format!("{id}.concern"));
        let concern = props.overruled.as_ref().map(|set| set.concern);
        use_effect_with((gap.number, concern), move |_| {
            if ranked.take() {
                document::focus_near(&field);
            }
        });
    }
    let decide = |event: fn(QuestionId) -> Event| {
        let (id, decided) = (id.clone(), decided.clone());
        dispatch.reform(move |_: MouseEvent| {
            *decided.borrow_mut() = true;
            event(id.clone())
        })
    };
    let on_plan = decide(Event::Planned);
    let on_accept = decide(|id| Event::Accepted(id, String::new()));
    let on_reason = {
        let id = id.clone();
        dispatch.reform(move |text| Event::Accepted(id.clone(), text))
    };
    let on_reopen = {
        let id = id.clone();
        dispatch.reform(move |_: MouseEvent| Event::Reopened(id.clone()))
    };
    let heading = format!("{id}.gap");
    html! {
        <section
            class={format!("rocu-gap rocu-gap--{}", gap.concern.key())} id={id.to_string()} tabindex="-1"
            role="group" aria-labelledby={heading.clone()}
        >
            <h2 class="govuk-heading-s" id={heading}>{ format!("{}. {}: {}", gap.number, gap.topic, gap.asked) }</h2>
            <p class="govuk-body">
                <strong>{ gap.standing.symbol() }{ " " }{ &gap.answered }</strong>{ ". " }
                { gap.concern.word() }{ " concern: " }{ &gap.because }{ " " }
                <a class="govuk-link" href={props.change.fragment()}>
                    { "Change the answer" }<span class="govuk-visually-hidden">{ " to: " }{ &gap.asked }</span>
                </a>
            </p>
            if props.accepted.is_none() {
                { action_form::forms(&props.actions, props.today, dispatch) }
            }
            if let Some(reason) = &props.accepted {
                <TextArea
                    name={format!("{id}.accepted")} label="This gap is accepted because" rows=2
                    hint={format!("It is shown in the gap summary and not counted as open. {NEVER}")} value={reason.clone()} on_input={on_reason}
                />
                <button type="button" class="govuk-button govuk-button--secondary" onclick={on_reopen}>
                    { "No longer accept this gap" }<span class="govuk-visually-hidden">{ ": " }{ &gap.asked }</span>
                </button>
            } else {
                <div class="govuk-button-group">
                    <button type="button" class="govuk-button govuk-button--secondary" onclick={on_plan}>
                        { "Add an action" }<span class="govuk-visually-hidden">{ " for: " }{ &gap.asked }</span>
                    </button>
                    <button type="button" class="rocu-link-button" onclick={on_accept}>
                        { "Accept this gap" }<span class="govuk-visually-hidden">{ ": " }{ &gap.asked }</span>
                    </button>
                </div>
            }
            { concern(props, &ranked) }
        </section>
    }
}

fn concern(props: &Props, ranked: &Rc<RefCell<bool>>) -> Html {
    let id = props.gap.question.clone();
    let name = format!("{id}.concern");
    let kept = props.overruled.as_ref().map(|set| set.reason.clone()).unwrap_or_default();
    let unknown = props.overruled.as_ref().map(|set| set.unknown.clone()).unwrap_or_default();
    let on_choose = {
        let (id, reason, unknown, ranked) = (id.clone(), kept.clone(), unknown.clone(), ranked.clone());
        props.dispatch.reform(move |event: web_sys::Event| {
            *ranked.borrow_mut() = true;
            let key = event.target_unchecked_into::<HtmlSelectElement>().value();
            let concern = Concern::ALL.into_iter().find(|concern| concern.key() == key);
            let set = |concern| OverruledConcern { concern, reason: reason.clone(), unknown: unknown.clone() };
            Event::Overruled(id.clone(), concern.map(set))
        })
    };
    let option = |concern: Concern| {
        let selected = props.overruled.as_ref().is_some_and(|set| set.concern == concern);
        html! { <option value={concern.key()} {selected}>{ concern.word() }</option> }
    };
    let reason = props.overruled.as_ref().map(|set| {
        let concern = set.concern;
        let write = move |reason| {
            let unknown: Unknown = unknown.clone();
            Event::Overruled(id.clone(), Some(OverruledConcern { concern, reason, unknown }))
        };
        let on_input = props.dispatch.reform(write);
        html! { <TextArea name={format!("{name}.reason")} label="Why" hint={NEVER} rows=2 value={kept.clone()} {on_input} /> }
    });
    html! {
        <details class="govuk-details" open={props.overruled.is_some()}>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{ "Set another concern" }</span>
            </summary>
            <div class="govuk-details__text">
                <div class="govuk-form-group">
                    <label class="govuk-label" for={name.clone()}>{ "Concern" }</label>
                    <select autocomplete="off" class="govuk-select" id={name.clone()} name={name.clone()} onchange={on_choose}>
                        <option value="" selected={props.overruled.is_none()}>{ "As the rule says" }</option>
                        { for Concern::ALL.map(option) }
                    </select>
                </div>
                { for reason }
            </div>
        </details>
    }
}
