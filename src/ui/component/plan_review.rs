//! What an edited action plan would change, for the user to confirm.

use yew::prelude::*;

use super::ReportTable;
use crate::report::Table;

/// What is shown.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Every change.
    pub changes: Table,
    /// What is not taken, and what else there is to know.
    pub remarks: Vec<String>,
    /// The user takes the changes.
    pub on_take: Callback<()>,
    /// The user leaves them.
    pub on_leave: Callback<()>,
}

/// The changes and the question whether to make them.
#[component]
pub fn PlanReview(props: &Props) -> Html {
    let none = props.changes.rows.is_empty();
    html! {
        <>
            if none {
                <p class="govuk-body">{ "The file changes no owner, due date or status." }</p>
            } else {
                <ReportTable table={props.changes.clone()} />
            }
            if !props.remarks.is_empty() {
                <p class="govuk-body">{ "What is not taken, and what else to know:" }</p>
                <ul class="govuk-list govuk-list--bullet">
                    { for props.remarks.iter().map(|remark| html! { <li><bdi>{ remark }</bdi></li> }) }
                </ul>
            }
            <div class="govuk-button-group">
                if !none {
                    <button type="button" class="govuk-button" id="plan-take" onclick={props.on_take.reform(|_| ())}>
                        { "Make these changes" }
                    </button>
                }
                <button
                    type="button" class="govuk-button govuk-button--secondary" id="plan-leave"
                    onclick={props.on_leave.reform(|_| ())}
                >
                    { if none { "Close" } else { "Leave everything as it is" } }
                </button>
            </div>
        </>
    }
}
