//! The foot of the page: where what is typed lives, and what the tool is not.

use yew::prelude::*;

/// What the foot says.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether this browser keeps what is typed.
    pub kept: bool,
    /// Whether an assessment is open.
    pub open: bool,
    /// Whether there are changes that no file holds.
    pub unsaved: bool,
}

/// The foot.
#[component]
pub fn Foot(props: &Props) -> Html {
    let state = match (props.open, props.kept, props.unsaved) {
        (false, ..) => "",
        (true, true, true) => "Kept in this browser. Not yet saved to a file.",
        (true, true, false) => "Kept in this browser and in the file that you opened or saved.",
        (true, false, true) => "Not kept in this browser and not yet saved to a file.",
        (true, false, false) => "All changes are in the file that you opened or saved.",
    };
    html! {
        <footer class="rocu-foot">
            <div class="govuk-width-container">
                <p class="govuk-body-s rocu-foot__state" role="status">{ state }</p>
                <p class="govuk-body-s">
                    { "This page makes no network request. Self-assessed: not a judgment by HMICFRS, and not endorsed by \
                       HMICFRS, the National Crime Agency, the National Police Chiefs’ Council or the Home Office." }
                </p>
            </div>
        </footer>
    }
}
