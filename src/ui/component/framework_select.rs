//! Choosing the questions to assess against.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What can be chosen.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// A key and a name for each framework.
    pub offered: Vec<(String, String)>,
    /// The key of the one in use.
    pub in_use: String,
    /// What happens to what is open.
    pub hint: AttrValue,
    /// The key of the one that was chosen.
    pub on_choose: Callback<String>,
}

/// The field.
#[component]
pub fn FrameworkSelect(props: &Props) -> Html {
    let select = use_node_ref();
    // What the user chose stays in the field, whatever the page says, unless the field is told.
    use_effect_with((select.clone(), props.in_use.clone()), |(select, in_use)| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value(in_use);
        }
    });
    let onchange =
        props.on_choose.reform(|event: web_sys::Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let option = |(key, name): &(String, String)| {
        html! { <option value={key.clone()} selected={*key == props.in_use}>{ name }</option> }
    };
    html! {
        <div class="govuk-form-group">
            <label class="govuk-label govuk-label--s" for="framework">{ "Questions to assess against" }</label>
            <div class="govuk-hint" id="framework-hint">{ &props.hint }</div>
            <select
                autocomplete="off"
                class="govuk-select" id="framework" name="framework" aria-describedby="framework-hint"
                ref={select} {onchange}
            >
                { for props.offered.iter().map(option) }
            </select>
        </div>
    }
}
