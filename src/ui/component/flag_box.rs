//! The mark by which a question is put aside to be discussed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::framework::QuestionId;

/// The mark.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The question.
    pub question: QuestionId,
    /// Whether it is flagged.
    pub flagged: bool,
    /// It was flagged, or its flag taken away.
    pub on_flag: Callback<bool>,
}

/// The mark as a box to tick.
#[component]
pub fn FlagBox(props: &Props) -> Html {
    let id = format!("{}.flag", props.question);
    let onchange =
        props.on_flag.reform(|event: web_sys::Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <div class="govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
                <input
                    autocomplete="off"
                    class="govuk-checkboxes__input" type="checkbox" id={id.clone()} name={id.clone()}
                    checked={props.flagged} {onchange}
                />
                <label class="govuk-label govuk-checkboxes__label" for={id}>{ "Flag to discuss" }</label>
            </div>
        </div>
    }
}
