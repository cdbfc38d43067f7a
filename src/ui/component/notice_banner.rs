//! What the user has to be told, with the way back where there is one.

use yew::prelude::*;

use crate::browser::document;

/// What the banner says.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether something went wrong.
    pub problem: bool,
    /// A sentence, and then points of their own.
    pub lines: Vec<String>,
    /// Where it can be put right on this page, if it can: the id of a field, and what a link to it says.
    #[prop_or_default]
    pub remedy: Option<(&'static str, &'static str)>,
    /// Whether the last deed can be undone.
    pub can_undo: bool,
    /// The user wants it undone.
    pub on_undo: Callback<()>,
    /// The user has read it.
    pub on_dismiss: Callback<()>,
}

/// The banner.
#[component]
pub fn NoticeBanner(props: &Props) -> Html {
    let (class, role, title) = if props.problem {
        ("govuk-error-summary", "alert", "There is a problem")
    } else {
        ("rocu-notice", "status", "")
    };
    let mut lines = props.lines.iter();
    let first = lines.next();
    let rest: Vec<&String> = lines.collect();
    html! {
        <div {class} {role}>
            if !title.is_empty() {
                <h2 class="govuk-error-summary__title">{ title }</h2>
            }
            { for first.map(|line| html! { <p class="govuk-body rocu-notice__line">{ line }</p> }) }
            if !rest.is_empty() {
                <ul class="govuk-list govuk-list--bullet">
                    { for rest.iter().map(|line| html! { <li>{ *line }</li> }) }
                </ul>
            }
            <div class="rocu-notice__deeds">
                if let Some((field, words)) = props.remedy {
                    { link(field, words) }
                }
                if props.can_undo {
                    <button type="button" class="govuk-button rocu-button--small" id="undo" onclick={props.on_undo.reform(|_| ())}>
                        { "Undo" }
                    </button>
                }
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary rocu-button--small"
                    onclick={props.on_dismiss.reform(|_| ())}
                >
                    { "Close this message" }
                </button>
            </div>
        </div>
    }
}

/// The fragment names the page, so the link moves the focus itself.
fn link(field: &'static str, words: &'static str) -> Html {
    let onclick = |event: MouseEvent| {
        event.prevent_default();
        document::focus(field);
    };
    html! { <a class="govuk-link rocu-notice__link" href={format!("#{field}")} {onclick}>{ words }</a> }
}
