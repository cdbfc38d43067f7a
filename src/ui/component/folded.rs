//! Something that is read by those who ask for it, folded away under its name.

use yew::prelude::*;

/// What is folded away.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its name.
    pub name: AttrValue,
    /// What it says.
    pub children: Html,
    /// It was unfolded, or folded away again.
    #[prop_or_default]
    pub on_toggle: Callback<()>,
}

/// The name, which unfolds the rest.
#[component]
pub fn Folded(props: &Props) -> Html {
    html! {
        <details class="govuk-details" ontoggle={props.on_toggle.reform(|_| ())}>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{ props.name.clone() }</span>
            </summary>
            <div class="govuk-details__text">{ props.children.clone() }</div>
        </details>
    }
}
