//! A radio button with its label.

use yew::prelude::*;

/// The button.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The name of its group; its id is the name, a full stop and the value.
    pub name: AttrValue,
    /// What choosing it means in the group.
    pub value: AttrValue,
    /// What it says.
    pub label: AttrValue,
    /// Whether it is chosen.
    pub checked: bool,
    /// It was chosen.
    pub on_choose: Callback<()>,
}

/// The button.
#[component]
pub fn Radio(props: &Props) -> Html {
    let id = format!("{}.{}", props.name, props.value);
    html! {
        <div class="govuk-radios__item">
            <input
                autocomplete="off"
                class="govuk-radios__input"
                type="radio"
                id={id.clone()}
                name={&props.name}
                value={&props.value}
                checked={props.checked}
                onchange={props.on_choose.reform(|_| ())}
            />
            <label class="govuk-label govuk-radios__label" for={id}>{ &props.label }</label>
        </div>
    }
}
