//! A field for some sentences.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What the field shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its name and id.
    pub name: AttrValue,
    /// What is asked for.
    pub label: AttrValue,
    /// How to fill it in.
    #[prop_or_default]
    pub hint: AttrValue,
    /// The id of what else is said of it, and of others.
    #[prop_or_default]
    pub described: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// How many lines are seen at once.
    #[prop_or(3)]
    pub rows: u8,
    /// Called with the whole text at each keystroke.
    pub on_input: Callback<String>,
}

/// The field.
#[component]
pub fn TextArea(props: &Props) -> Html {
    let oninput =
        props.on_input.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let hint = format!("{}-hint", props.name);
    let described = [if props.hint.is_empty() { "" } else { &hint }, &*props.described];
    let described = described.into_iter().filter(|id| !id.is_empty()).collect::<Vec<_>>().join(" ");
    html! {
        <div class="govuk-form-group">
            <label class="govuk-label" for={&props.name}>{ &props.label }</label>
            if !props.hint.is_empty() {
                <div class="govuk-hint" id={hint}>{ &props.hint }</div>
            }
            <textarea
                autocomplete="off"
                class="govuk-textarea"
                id={&props.name}
                name={&props.name}
                rows={props.rows.to_string()}
                value={&props.value}
                aria-describedby={(!described.is_empty()).then_some(described)}
                dir="auto"
                {oninput}
            />
        </div>
    }
}
