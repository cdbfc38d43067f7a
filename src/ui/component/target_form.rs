//! A target of the region's own for a topic.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::TextArea;
use crate::assessment::{Aim, Target};
use crate::framework::TopicId;
use crate::session::Event;
use crate::ui::Dispatch;
use crate::ui::words::NEVER;

/// The topic and its target.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Which topic.
    pub topic: TopicId,
    /// Those that ask for another level than the minimum expectation does.
    pub aims: Vec<Aim>,
    /// The target that is set.
    pub target: Option<Target>,
    /// Says what the user did.
    pub dispatch: Dispatch,
}

/// The target, folded away until one is set.
#[component]
pub fn TargetForm(props: &Props) -> Html {
    let topic = props.topic.clone();
    let name = format!("{topic}.target");
    let set = props.target.clone();
    let on_choose = {
        let (topic, set) = (topic.clone(), set.clone());
        props.dispatch.reform(move |event: web_sys::Event| {
            let key = event.target_unchecked_into::<HtmlSelectElement>().value();
            let aim = Aim::ALL.into_iter().find(|aim| aim.key() == key);
            let target = aim.map(|aim| {
                let (reason, unknown) = set.clone().map(|set| (set.reason, set.unknown)).unwrap_or_default();
                Target { aim, reason, unknown }
            });
            Event::Aimed(topic.clone(), target)
        })
    };
    // What is set stays in sight, also where it asks for nothing else.
    let is_set = |aim: &Aim| set.as_ref().is_some_and(|set| set.aim == *aim);
    let aims = Aim::ALL.into_iter().filter(|aim| props.aims.contains(aim) || is_set(aim));
    let option = |aim: Aim| {
        let selected = set.as_ref().is_some_and(|set| set.aim == aim);
        html! { <option value={aim.key()} {selected}>{ aim.words() }</option> }
    };
    let reason = set.clone().map(|set| {
        let value = set.reason.clone();
        let on_input =
            props.dispatch.reform(move |reason| Event::Aimed(topic.clone(), Some(Target { reason, ..set.clone() })));
        html! { <TextArea name={format!("{name}.reason")} label="Why" hint={NEVER} rows=2 {value} {on_input} /> }
    });
    html! {
        <details class="govuk-details" open={set.is_some()}>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{ "Set your own target for this topic" }</span>
            </summary>
            <div class="govuk-details__text">
                <div class="govuk-form-group">
                    <label class="govuk-label" for={name.clone()}>{ "Target" }</label>
                    <div class="govuk-hint" id={format!("{name}-hint")}>
                        { "A gap is an answer below the target. It is shown in the gap summary with your reason." }
                    </div>
                    <select autocomplete="off" class="govuk-select" id={name.clone()} name={name.clone()} aria-describedby={format!("{name}-hint")} onchange={on_choose}>
                        <option value="" selected={set.is_none()}>{ "The minimum expectation" }</option>
                        { for aims.map(option) }
                    </select>
                </div>
                { for reason }
            </div>
        </details>
    }
}
