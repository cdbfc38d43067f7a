//! The foot of the page: what the tool is not.

use yew::prelude::*;

/// What the foot says.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Locks the page, where working copies are locked.
    #[prop_or_default]
    pub on_lock: Option<Callback<MouseEvent>>,
}

/// The foot.
#[component]
pub fn Foot(props: &Props) -> Html {
    html! {
        <footer class="rocu-foot">
            <div class="govuk-width-container">
                if let Some(onclick) = &props.on_lock {
                    <p class="govuk-body-s">
                        <button type="button" class="rocu-link-button" id="lock-now" {onclick}>{ "Lock this page now" }</button>
                    </p>
                }
                <p class="govuk-body-s">
                    { "This page makes no network request. Self-assessed: not a judgment by HMICFRS, and not endorsed by \
                       HMICFRS, the National Crime Agency, the National Police Chiefs’ Council or the Home Office." }
                </p>
            </div>
        </footer>
    }
}
