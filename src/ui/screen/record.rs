//! The record of an assessment: who is at work, milestones, sign-off, and every change.

mod changes;
mod milestones;
mod sign_off;

use yew::prelude::*;

use self::changes::Changes;
use self::milestones::Milestones;
use self::sign_off::SignOffPanel;
use super::heading;
use crate::session::Event;
use crate::ui::component::TextField;
use crate::ui::{use_dispatch, use_store};

/// The page.
#[component]
pub fn Record() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    if store.assessment.is_none() {
        return Html::default();
    }
    html! {
        <>
            { heading("Record") }
            <p class="govuk-body">
                { "Every change is listed with the role of whoever made it. The list is part of the file; Documents has a \
                   copy without it, to be sent on." }
            </p>
            <TextField
                name="role" label="Your role, while you work here"
                hint="A role, no names. Left empty, changes are listed under the role of the author."
                value={store.role.clone()} on_input={dispatch.reform(Event::TookOver)}
            />
            <Milestones />
            <SignOffPanel />
            <Changes />
        </>
    }
}
