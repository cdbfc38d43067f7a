//! What will be done about each gap.

use std::collections::HashSet;

use yew::prelude::*;

use super::bring_back::BringBack;
use super::heading;
use crate::analysis::Analysis;
use crate::assessment::guide;
use crate::framework::QuestionId;
use crate::report::gap_entries;
use crate::session::Route;
use crate::ui::component::{ClosedGap, GapDecision};
use crate::ui::{use_dispatch, use_store};

/// The page.
#[component]
pub fn Actions() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let framework = store.framework();
    let analysis = Analysis::of(framework, assessment);
    let gaps = gap_entries(&analysis, store.today());
    let mut listed = HashSet::new();
    let closed = analysis.actions_of_closed_gaps().map(|action| &action.question);
    let closed: Vec<&QuestionId> = closed.filter(|question| listed.insert(*question)).collect();
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
                today={store.today()}
                dispatch={dispatch.clone()}
            />
        }
    };
    let what_is_left = |question: &QuestionId| {
        let answer = framework.question(question).map(|asked| {
            let is_asked = guide::asks(assessment, asked.topic, asked.question);
            Route::Topic(asked.topic.id.clone(), is_asked.then(|| question.clone()))
        });
        html! {
            <ClosedGap
                key={question.as_str()}
                question={question.clone()}
                title={framework.title(question)}
                {answer}
                actions={assessment.actions_for(question).cloned().collect::<Vec<_>>()}
                today={store.today()}
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
            if !closed.is_empty() {
                <section>
                    <h2 class="govuk-heading-m">{ "Actions whose gap has closed" }</h2>
                    <p class="govuk-body">
                        { "The gaps that these actions were for have closed: the answers no longer fall short, or the questions are no longer answered or asked. Set an action to done, or remove it if it is no longer needed." }
                    </p>
                    <div>{ for closed.into_iter().map(what_is_left) }</div>
                </section>
            }
            if !assessment.actions.is_empty() {
                <BringBack />
            }
        </>
    }
}
