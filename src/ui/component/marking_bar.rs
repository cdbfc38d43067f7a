//! The marking, at the top and bottom centre of every page.

use yew::prelude::*;

/// What the bar says.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The marking.
    pub marking: &'static str,
    /// Whether the invented example is shown.
    #[prop_or_default]
    pub example: bool,
    /// Whether it is the one at the foot.
    #[prop_or_default]
    pub at_foot: bool,
}

/// The bar.
#[component]
pub fn MarkingBar(props: &Props) -> Html {
    let place = if props.at_foot { "rocu-marking--foot" } else { "rocu-marking--head" };
    let label = if props.at_foot { "Security marking, foot of page" } else { "Security marking" };
    html! {
        <div class={classes!("rocu-marking", place)} role="region" aria-label={label}>
            <strong>{ props.marking }</strong>
            if props.example {
                <span class="rocu-marking__example">{ "Example: an invented region" }</span>
            }
        </div>
    }
}
