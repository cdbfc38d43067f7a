//! Saying that a question does not apply, and why.

use yew::prelude::*;

use super::Radio;
use crate::framework::{QuestionId, Reason, ReasonId};

/// What can be said.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The question.
    pub question: QuestionId,
    /// The reasons there are.
    pub reasons: Vec<Reason>,
    /// The reason that was given.
    pub chosen: Option<ReasonId>,
    /// A reason was given.
    pub on_set_aside: Callback<ReasonId>,
}

/// The reasons as radio buttons, folded away until one is given.
#[component]
pub fn SetAside(props: &Props) -> Html {
    let name = format!("{}.not-applicable", props.question);
    let radio = |reason: &Reason| {
        let given = reason.id.clone();
        html! {
            <Radio
                name={name.clone()}
                value={reason.id.to_string()}
                label={reason.text.clone()}
                checked={props.chosen.as_ref() == Some(&reason.id)}
                on_choose={props.on_set_aside.reform(move |()| given.clone())}
            />
        }
    };
    html! {
        <details class="govuk-details" open={props.chosen.is_some()}>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{ "This question does not apply to us" }</span>
            </summary>
            <div class="govuk-details__text">
                <fieldset class="govuk-fieldset">
                    <legend class="govuk-fieldset__legend">{ "Why does it not apply? Add a note below." }</legend>
                    <div class="govuk-radios govuk-radios--small">{ for props.reasons.iter().map(radio) }</div>
                </fieldset>
            </div>
        </details>
    }
}
