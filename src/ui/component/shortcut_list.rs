//! The keys that do something at once, and the switch for them.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::session::SHORTCUTS;

/// Whether they are on.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether they are on.
    pub on: bool,
    /// They were switched on or off.
    pub on_switch: Callback<bool>,
}

/// The keys as a table, with the switch.
#[component]
pub fn ShortcutList(props: &Props) -> Html {
    let onchange =
        props.on_switch.reform(|event: web_sys::Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    let row = |(key, does): &(&'static str, &'static str)| {
        html! {
            <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key"><kbd>{ *key }</kbd></dt>
                <dd class="govuk-summary-list__value">{ *does }{ "." }</dd>
            </div>
        }
    };
    html! {
        <>
            <p class="govuk-body">
                { "These keys work on their own, outside of fields. They never act while you type, and never together with \
                   Ctrl, Alt or the Windows key. Switch them off if you steer by voice, or if they are in your way." }
            </p>
            <dl class="govuk-summary-list">{ for SHORTCUTS.iter().map(row) }</dl>
            <p class="govuk-body">
                { "Ctrl and S save the assessment to its file in Edge and Chrome, also while you type, whether or not these keys \
                   are on." }
            </p>
            <div class="govuk-checkboxes">
                <div class="govuk-checkboxes__item">
                    <input
                        autocomplete="off"
                        class="govuk-checkboxes__input" type="checkbox" id="use-shortcuts" name="use-shortcuts"
                        checked={props.on} {onchange}
                    />
                    <label class="govuk-label govuk-checkboxes__label" for="use-shortcuts">{ "Use these keys" }</label>
                </div>
            </div>
        </>
    }
}
