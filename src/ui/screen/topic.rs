//! One topic: its questions, as the answers make them asked.

use yew::prelude::*;

use super::heading;
use crate::analysis::{Coverage, target};
use crate::assessment::{Aim, guide};
use crate::framework::TopicId;
use crate::session::Route;
use crate::ui::component::{BasisNote, QuestionCard, TargetForm, Terms};
use crate::ui::{use_dispatch, use_store};

/// Which topic.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its id.
    pub topic: TopicId,
}

/// The topic.
#[component]
pub fn Topic(props: &Props) -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let framework = store.framework();
    // The abbreviations follow from the topic alone, and the page is drawn anew at every keystroke.
    let terms = use_memo((store.framework.clone(), props.topic.clone()), |(framework, topic)| {
        let found = framework.0.topic(topic).map(|(_, topic)| framework.0.abbreviations_in(topic));
        found.into_iter().flatten().cloned().collect::<Vec<_>>()
    });
    let (Some(assessment), Some((part, topic))) = (&store.assessment, framework.topic(&props.topic)) else {
        return html! {
            <>
                { heading("There is no such topic") }
                <p class="govuk-body">
                    { "The address names a topic that this framework does not have. " }
                    <a class="govuk-link" href={Route::Tasks.fragment()}>{ "Go to the tasks" }</a>
                </p>
            </>
        };
    };
    let coverage = Coverage::of_topic(framework, assessment, topic);
    let (before, after) = guide::neighbours(framework, assessment, &topic.id);
    let to = |topic: &crate::framework::Topic| Route::Topic(topic.id.clone(), None).fragment();
    let questions = topic.questions.iter().filter(|question| guide::asks(assessment, topic, question));
    let all = || topic.questions.iter().filter_map(|question| framework.question(&question.id));
    let aims: Vec<Aim> = Aim::ALL.into_iter().filter(|aim| all().any(|asked| target::moves(&asked, *aim))).collect();
    html! {
        <>
            <a class="govuk-back-link" href={Route::Tasks.fragment()}>{ "Tasks" }</a>
            <span class="govuk-caption-l">{ &part.name }</span>
            { heading(topic.name.clone()) }
            <p class="govuk-body-l">{ &topic.summary }</p>
            <BasisNote summary="How this topic is known" basis={topic.basis.clone()} />
            <Terms {terms} />
            <p class="govuk-body" role="status">
                { format!("{} of {} questions on this page answered", coverage.answered, coverage.asked) }
            </p>
            // A list of its own: among siblings without keys, a question that appears would move them all.
            <div>
                { for questions.map(|question| html! {
                    <QuestionCard
                        key={question.id.as_str()}
                        framework={store.framework.clone()}
                        question={question.id.clone()}
                        answer={assessment.answer(&question.id)}
                        forces={if framework.scale_of(question).force_by_force { assessment.forces().to_vec() } else { Vec::new() }}
                        flagged={assessment.flagged.contains(&question.id)}
                        dispatch={dispatch.clone()}
                    />
                }) }
            </div>
            if !part.judgment {
                <TargetForm
                    topic={topic.id.clone()} {aims} target={assessment.targets.get(&topic.id).cloned()} dispatch={dispatch.clone()}
                />
            }
            <nav class="rocu-neighbours" aria-label="Topics before and after">
                if let Some(before) = before {
                    <a class="govuk-link" href={to(before)}>{ "Previous: " }{ &before.name }</a>
                }
                if let Some(after) = after {
                    <a class="govuk-button" id="next" href={to(after)}>{ "Next: " }{ &after.name }</a>
                } else {
                    <a class="govuk-button" id="next" href={Route::Check.fragment()}>{ "Next: check your answers" }</a>
                }
            </nav>
        </>
    }
}
