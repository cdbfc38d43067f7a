//! A field for a few words, or for a date.

use web_sys::HtmlInputElement;
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
    /// What stands in it: text, or a date as year-month-day.
    pub value: AttrValue,
    /// Whether it holds a date.
    #[prop_or_default]
    pub date: bool,
    /// How wide it is.
    #[prop_or("govuk-!-width-two-thirds")]
    pub width: &'static str,
    /// Called with the whole text at each keystroke.
    pub on_input: Callback<String>,
}

/// The field.
#[component]
pub fn TextField(props: &Props) -> Html {
    let oninput = props.on_input.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let hint = format!("{}-hint", props.name);
    let described = (!props.hint.is_empty()).then(|| hint.clone());
    let width = if props.date { "rocu-date" } else { props.width };
    html! {
        <div class="govuk-form-group">
            <label class="govuk-label" for={&props.name}>{ &props.label }</label>
            if !props.hint.is_empty() {
                <div class="govuk-hint" id={hint}>{ &props.hint }</div>
            }
            <input
                class={classes!("govuk-input", width)}
                type={if props.date { "date" } else { "text" }}
                id={&props.name}
                name={&props.name}
                value={&props.value}
                aria-describedby={described}
                autocomplete="off"
                dir={(!props.date).then_some("auto")}
                {oninput}
            />
        </div>
    }
}
