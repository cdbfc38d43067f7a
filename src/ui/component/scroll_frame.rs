//! A frame in which something wide scrolls, so that the page never does.

use yew::prelude::*;

/// What is wide.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What it is, apart from any other on the page.
    pub label: AttrValue,
    /// What else it is called in the style.
    #[prop_or_default]
    pub class: Option<&'static str>,
    /// A table.
    pub children: Html,
}

/// The frame, which keys can scroll. On a narrow screen it says so.
#[component]
pub fn ScrollFrame(props: &Props) -> Html {
    html! {
        <div class={classes!("rocu-table", props.class)} role="region" aria-label={&props.label} tabindex="0">
            <p class="govuk-hint rocu-table__hint">{ "Scroll sideways to see all columns." }</p>
            { props.children.clone() }
        </div>
    }
}
