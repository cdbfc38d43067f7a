//! The foot of the page: what the tool is not.

use yew::prelude::*;

/// The foot.
#[component]
pub fn Foot() -> Html {
    html! {
        <footer class="rocu-foot">
            <div class="govuk-width-container">
                <p class="govuk-body-s">
                    { "This page makes no network request. Self-assessed: not a judgment by HMICFRS, and not endorsed by \
                       HMICFRS, the National Crime Agency, the National Police Chiefs’ Council or the Home Office." }
                </p>
            </div>
        </footer>
    }
}
