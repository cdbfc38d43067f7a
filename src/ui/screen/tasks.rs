//! The task list: every topic with its status, and how far the whole has come.

use yew::prelude::*;

use super::heading;
use crate::analysis::{Analysis, Coverage, Status};
use crate::assessment::guide;
use crate::framework::Topic;
use crate::session::Route;
use crate::ui::use_store;

/// The task list.
#[component]
pub fn Tasks() -> Html {
    let store = use_store();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let framework = store.framework();
    let analysis = Analysis::of(framework, assessment);
    let coverage = analysis.coverage();
    let next = guide::next_open(framework, assessment, None).and_then(|question| {
        let asked = framework.question(&question)?;
        Some(Route::Topic(asked.topic.id.clone(), Some(question)))
    });
    html! {
        <>
            { heading("Tasks") }
            <p class="govuk-body-l" id="progress" role="status">
                { format!("{} of {} questions answered", coverage.answered, coverage.asked) }
            </p>
            <progress
                class="rocu-progress" max={coverage.asked.to_string()} value={coverage.answered.to_string()}
                aria-labelledby="progress"
            />
            if let Some(next) = next {
                <p class="govuk-body">
                    <a class="govuk-button" id="next" href={next.fragment()}>{ "Go to the next unanswered question" }</a>
                </p>
            } else {
                <p class="govuk-body">
                    { "Every question is answered. " }
                    <a class="govuk-link" href={Route::Gaps.fragment()}>{ "Read the gap summary" }</a>
                </p>
            }
            { for analysis.parts().into_iter().map(|(part, topics)| html! {
                <section aria-labelledby={part.id.to_string()}>
                    <h2 class="govuk-heading-m" id={part.id.to_string()}>{ &part.name }</h2>
                    <p class="govuk-body">{ &part.summary }</p>
                    <ul class="govuk-task-list">
                        { for topics.into_iter().map(|topic| task(topic, analysis.coverage_of(topic))) }
                    </ul>
                </section>
            }) }
            <p class="govuk-body">
                <a class="govuk-link" href={Route::Particulars.fragment()}>{ "Switch later threats and the overall view on or off" }</a>
            </p>
        </>
    }
}

fn task(topic: &Topic, coverage: Coverage) -> Html {
    let status = coverage.status();
    let id = format!("status-{}", topic.id);
    let word = match status {
        Status::InProgress => format!("{}: {} of {}", status.word(), coverage.answered, coverage.asked),
        _ => status.word().to_owned(),
    };
    let tag = match status {
        Status::NotStarted => "govuk-tag govuk-tag--grey",
        Status::InProgress => "govuk-tag govuk-tag--light-blue",
        Status::Completed => "rocu-done",
    };
    html! {
        <li class="govuk-task-list__item govuk-task-list__item--with-link">
            <div class="govuk-task-list__name-and-hint">
                <a
                    class="govuk-link govuk-task-list__link" aria-describedby={id.clone()}
                    href={Route::Topic(topic.id.clone(), None).fragment()}
                >
                    { &topic.name }
                </a>
            </div>
            <div class="govuk-task-list__status" {id}><strong class={tag}>{ word }</strong></div>
        </li>
    }
}
