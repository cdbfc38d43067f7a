//! What will be done about each gap.

use yew::prelude::*;

use super::bring_back::BringBack;
use super::heading;
use crate::report::gap_entries;
use crate::session::Route;
use crate::ui::component::GapDecision;
use crate::ui::{use_dispatch, use_store};

/// The page.
#[component]
pub fn Actions() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let framework = store.framework();
    let gaps = gap_entries(framework, assessment, store.today);
    let idle: Vec<_> =
        assessment.actions.iter().filter(|action| !gaps.iter().any(|gap| gap.question == action.question)).collect();
    let decision = |gap: &crate::report::GapEntry| {
        let question = gap.question.clone();
        let topic = framework.question(&question).map(|asked| asked.topic.id.clone());
        html! {
            <GapDecision
                key={question.as_str()}
                gap={gap.clone()}
                change={topic.map_or(Route::Tasks, |topic| Route::Topic(topic, Some(question.clone())))}
                actions={assessment.actions_for(&question).cloned().collect::<Vec<_>>()}
                accepted={assessment.accepted.get(&question).map(|accepted| accepted.reason.clone())}
                overruled={assessment.overruled.get(&question).cloned()}
                today={store.today}
                dispatch={dispatch.clone()}
            />
        }
    };
    html! {
        <>
            { heading("Actions") }
            if gaps.is_empty() {
                <p class="govuk-body">
                    { "No gap is recorded yet. A gap appears here when an answer falls short, fully or in part. " }
                    <a class="govuk-link" href={Route::Tasks.fragment()}>{ "Go to the tasks" }</a>
                </p>
            } else {
                <p class="govuk-body">
                    { "The gravest gaps come first. For each, add an action, or accept the gap and say why." }
                </p>
            }
            <div>{ for gaps.iter().map(decision) }</div>
            if !assessment.actions.is_empty() {
                <BringBack />
            }
            if !idle.is_empty() {
                <section>
                    <h2 class="govuk-heading-m">{ "Actions whose gap has closed" }</h2>
                    <p class="govuk-body">{ "Their answers no longer fall short, or are no longer asked. The actions stay in the file." }</p>
                    <ul class="govuk-list govuk-list--bullet">
                        { for idle.iter().map(|action| html! {
                            <li><bdi>{ format!("{}: {} ({})", action.id, action.text, action.progress.word()) }</bdi></li>
                        }) }
                    </ul>
                </section>
            }
        </>
    }
}
