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
    /// What is wrong with it.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
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
    let error = format!("{}-error", props.name);
    let described = [(!props.hint.is_empty()).then_some(&hint), props.problem.as_ref().map(|_| &error)];
    let described = described.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    let is_wrong = props.problem.is_some();
    let width = if props.date { "rocu-date" } else { props.width };
    html! {
        <div class={classes!("govuk-form-group", is_wrong.then_some("govuk-form-group--error"))}>
            <label class="govuk-label" for={&props.name}>{ &props.label }</label>
            if !props.hint.is_empty() {
                <div class="govuk-hint" id={hint}>{ &props.hint }</div>
            }
            if let Some(problem) = &props.problem {
                { error_message(error, problem) }
            }
            <input
                class={classes!("govuk-input", width, is_wrong.then_some("govuk-input--error"))}
                type={if props.date { "date" } else { "text" }}
                id={&props.name}
                name={&props.name}
                value={&props.value}
                aria-describedby={(!described.is_empty()).then_some(described)}
                aria-invalid={is_wrong.then_some("true")}
                autocomplete="off"
                dir={(!props.date).then_some("auto")}
                {oninput}
            />
        </div>
    }
}

/// What is wrong, at the field that refers to it by that id.
pub fn error_message(id: String, problem: &AttrValue) -> Html {
    html! {
        <p class="govuk-error-message" {id}>
            <span class="govuk-visually-hidden">{ "Error: " }</span>{ problem }
        </p>
    }
}
