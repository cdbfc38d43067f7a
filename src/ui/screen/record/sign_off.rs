//! Signing off: the assessment becomes read-only, with a digest on every page that is printed.

use yew::prelude::*;

use crate::report::long_date;
use crate::session::Event;
use crate::ui::component::{AskTwice, TextField};
use crate::ui::{use_dispatch, use_store};

/// Signing off, or what was signed off and how to open it again.
#[component]
pub(super) fn SignOffPanel() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let text = use_state(String::new);
    let Some(assessment) = store.assessment.as_deref() else { return Html::default() };
    let on_input = {
        let text = text.clone();
        Callback::from(move |typed| text.set(typed))
    };
    let inside = if let Some(sign_off) = &assessment.sign_off {
        let on_revise = {
            let (dispatch, text) = (dispatch.clone(), text.clone());
            Callback::from(move |_: MouseEvent| {
                dispatch.emit(Event::Revised { reason: (*text).clone() });
                text.set(String::new());
            })
        };
        html! {
            <>
                <p class="govuk-body">
                    { format!("Signed off on {}", long_date(sign_off.at.date())) }
                    if !sign_off.role.is_empty() {
                        { " by " }<bdi>{ &sign_off.role }</bdi>
                    }
                    { ". Nothing in it can be changed. The first 16 digits of its digest stand on every page that is printed, so \
                       that paper and file can be matched:" }
                </p>
                <p class="govuk-body rocu-digest">{ sign_off.digest.to_string() }</p>
                if sign_off.is_altered {
                    <p class="govuk-error-message">
                        { "The content of this file is not what was signed off: it was changed outside this page." }
                    </p>
                }
                <TextField
                    name="revision" label="Why is it opened again?" hint="It is listed below. No names."
                    value={(*text).clone()} {on_input}
                />
                <button type="button" class="govuk-button govuk-button--secondary" id="revise" onclick={on_revise}>
                    { "Open it again as the next version" }
                </button>
            </>
        }
    } else {
        let on_sure = {
            let (dispatch, text) = (dispatch.clone(), text.clone());
            Callback::from(move |()| {
                dispatch.emit(Event::Finalised { role: (*text).clone() });
                text.set(String::new());
            })
        };
        html! {
            <>
                <p class="govuk-body">
                    { "Signing off makes the assessment read-only and prints a digest on every page. It can be opened again as the \
                       next version, with a reason." }
                </p>
                <TextField
                    name="signs" label="Who signs it off (role)" hint="A role, no names. Left empty, it is your role."
                    value={(*text).clone()} {on_input}
                />
                <AskTwice
                    name="sign" ask="Sign off this version" sure="Sign it off"
                    warning="After this nothing can be changed until it is opened again." {on_sure}
                />
            </>
        }
    };
    html! {
        <section aria-labelledby="sign-off">
            <h2 class="govuk-heading-m" id="sign-off" tabindex="-1">{ "Sign-off" }</h2>
            { inside }
        </section>
    }
}
