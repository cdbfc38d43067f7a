//! Where what is typed lives: in sight on every page, beside the marking.

use yew::prelude::*;

use crate::session::Route;

/// What is known of it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether an assessment is open.
    pub open: bool,
    /// Whether this browser keeps it; empty as long as that is not known.
    pub kept: &'static str,
    /// Whether a file holds it.
    pub filed: &'static str,
    /// Whether there is something that a file may not hold: then the way to save one is offered.
    pub can_file: bool,
}

/// The line. It is there without an assessment too, so that nothing moves when one is taken up.
#[component]
pub fn SaveState(props: &Props) -> Html {
    html! {
        <div class="rocu-kept" role="region" aria-label="Where your changes are">
            <p class="rocu-kept__line" role="status">
                // Words that stood there only for a moment would push the others about.
                if !props.kept.is_empty() && !props.open {
                    { "No assessment is open." }
                } else if !props.kept.is_empty() {
                    <span>{ props.kept }</span>
                    { " " }
                    if props.can_file {
                        <a class="rocu-kept__link" href={Route::Documents.fragment()}>
                            { props.filed }
                            <span class="govuk-visually-hidden">{ ": save one under Documents" }</span>
                        </a>
                    } else {
                        <span>{ props.filed }</span>
                    }
                }
            </p>
        </div>
    }
}
