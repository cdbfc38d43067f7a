//! Signing off: the assessment becomes read-only, with a digest on every page that is printed.

use yew::prelude::*;

use crate::analysis::{Analysis, Lack, Unfinished};
use crate::assessment::Filter;
use crate::report::long_date;
use crate::session::{Event, Route};
use crate::ui::component::{AskTwice, QuestionLinks, TextField};
use crate::ui::{use_dispatch, use_store, words};

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
                >
                    { still_open(&Analysis::of(store.framework(), assessment).unfinished()) }
                </AskTwice>
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

/// What is still open, each with the way to it. It can be signed off all the same.
fn still_open(unfinished: &[Unfinished]) -> Html {
    if unfinished.is_empty() {
        return Html::default();
    }
    let link = |it: &Unfinished| (way(it), AttrValue::from(words::unfinished(it.lack, it.questions.len())));
    html! {
        <>
            <p class="govuk-body rocu-notice__line">{ "Still open:" }</p>
            <QuestionLinks links={unfinished.iter().map(link).collect::<Vec<_>>()} />
        </>
    }
}

/// The way to what is still open: to all of it where a page lists it alone, else to the first.
fn way(unfinished: &Unfinished) -> Route {
    match unfinished.lack {
        Lack::Answer => Route::Filtered(Filter::NotAssessed),
        Lack::Discussion => Route::Filtered(Filter::Flagged),
        Lack::Decision | Lack::ActionText | Lack::AcceptanceReason | Lack::ConcernReason => {
            Route::Actions(unfinished.questions.first().cloned())
        }
    }
}
