//! Adding the evidence of one question to that of others like it.

use yew::prelude::*;

use super::heading;
use crate::assessment::{Assessment, guide};
use crate::framework::{Asked, QuestionId};
use crate::session::{Event, Route};
use crate::ui::{Dispatch, use_dispatch, use_store};

/// Whose evidence.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The question whose evidence is added.
    pub question: QuestionId,
}

/// The page.
#[component]
pub fn CopyEvidence(props: &Props) -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let framework = store.framework();
    let from = &props.question;
    let evidence = assessment.answer(from).evidence.clone();
    let Some(asked) = framework.question(from).filter(|_| !evidence.trim().is_empty()) else {
        return html! {
            <>
                { heading("There is no evidence to add") }
                <p class="govuk-body">
                    { "No evidence is written at that question. " }
                    <a class="govuk-link" href={Route::Tasks.fragment()}>{ "Go to the tasks" }</a>
                </p>
            </>
        };
    };
    let back = Route::Topic(asked.topic.id.clone(), Some(from.clone()));
    let similar = guide::similar(framework, assessment, from);
    html! {
        <>
            <a class="govuk-back-link" href={back.fragment()}>{ &asked.topic.name }</a>
            { heading("Add evidence to other questions") }
            <p class="govuk-body">{ "Evidence of: " }<strong>{ &asked.question.text }</strong></p>
            <div class="govuk-inset-text rocu-typed"><bdi>{ &evidence }</bdi></div>
            <p class="govuk-body">
                { "It is added after what stands there. Nothing is replaced, and Undo takes it back. These are the questions of \
                   the same topic or theme:" }
            </p>
            <dl class="govuk-summary-list">
                { for similar.iter().map(|to| row(assessment, &evidence, from, to, &dispatch)) }
            </dl>
        </>
    }
}

fn row(assessment: &Assessment, evidence: &str, from: &QuestionId, to: &Asked<'_>, dispatch: &Dispatch) -> Html {
    let question = &to.question.id;
    let there = assessment.answer(question).evidence.clone();
    let onclick = {
        let both = (from.clone(), question.clone());
        dispatch.reform(move |_: MouseEvent| Event::CopiedEvidence(both.0.clone(), both.1.clone()))
    };
    html! {
        <div class="govuk-summary-list__row" id={format!("{question}.row")} tabindex="-1" key={question.as_str()}>
            <dt class="govuk-summary-list__key">
                <span class="govuk-caption-m">{ &to.topic.name }</span>{ &to.question.text }
            </dt>
            <dd class="govuk-summary-list__value rocu-typed"><bdi>{ &there }</bdi></dd>
            <dd class="govuk-summary-list__actions">
                if there.contains(evidence.trim()) {
                    { "It stands there" }
                } else {
                    <button type="button" class="govuk-button govuk-button--secondary rocu-button--small" {onclick}>
                        { "Add" }
                        <span class="govuk-visually-hidden">{ format!(": {}, {}", to.topic.name, to.question.text) }</span>
                    </button>
                }
            </dd>
        </div>
    }
}
