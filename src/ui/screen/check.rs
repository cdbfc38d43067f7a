//! All answers, to look over before they go to the board.

use yew::prelude::*;

use super::{heading, link_to};
use crate::analysis::{Analysis, Finding, Outcome};
use crate::assessment::Filter;
use crate::framework::Force;
use crate::session::Route;
use crate::ui::component::QuestionLinks;
use crate::ui::use_store;

/// The page.
#[component]
pub fn Check() -> Html {
    let store = use_store();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let analysis = Analysis::of(store.framework(), assessment);
    let coverage = analysis.coverage();
    html! {
        <>
            { heading("Check your answers") }
            <p class="govuk-body">
                { format!("{} of {} questions are answered. You can print or hand on the gap summary at any time.", coverage.answered, coverage.asked) }
            </p>
            { flagged(&analysis) }
            { for analysis.parts().into_iter().flat_map(|(_, topics)| topics).map(|topic| html! {
                <section class="rocu-check">
                    <h2 class="govuk-heading-m">{ &topic.name }</h2>
                    <dl class="govuk-summary-list">
                        { for analysis.of_topic(topic).map(|finding| row(&analysis, finding)) }
                    </dl>
                </section>
            }) }
            <a class="govuk-button" id="next" href={Route::Gaps.fragment()}>{ "Read the gap summary" }</a>
        </>
    }
}

/// The questions that are flagged, each with the way to it.
fn flagged(analysis: &Analysis<'_>) -> Html {
    let flagged: Vec<_> = analysis.filtered(Filter::Flagged).collect();
    if flagged.is_empty() {
        return Html::default();
    }
    html! {
        <section class="govuk-inset-text" aria-labelledby="flagged">
            <h2 class="govuk-heading-s" id="flagged">{ Filter::Flagged.words() }</h2>
            <QuestionLinks links={flagged.into_iter().map(|finding| link_to(&finding.asked)).collect::<Vec<_>>()} />
        </section>
    }
}

fn row(analysis: &Analysis<'_>, finding: &Finding<'_>) -> Html {
    let asked = finding.asked;
    let question = asked.question;
    let answer = analysis.assessment.answer(&question.id);
    let words: Vec<String> = match finding.outcome {
        Outcome::NotApplicable => {
            let reason = answer.not_applicable().and_then(|reason| analysis.framework.reason(reason));
            vec![format!("Not applicable: {}", reason.map_or("", |reason| &reason.text))]
        }
        _ if asked.scale.force_by_force => {
            let of = |force: &Force| {
                let level = answer.level_of(&force.id).and_then(|level| asked.scale.level(level));
                format!("{}: {}", force.name, level.map_or("not assessed", |level| &level.name))
            };
            analysis.assessment.forces().iter().map(of).collect()
        }
        _ => vec![
            answer
                .level()
                .and_then(|level| asked.scale.level(level))
                .map_or("Not assessed", |level| &level.name)
                .to_owned(),
        ],
    };
    let typed = [("", &answer.detail), ("Evidence: ", &answer.evidence), ("Note: ", &answer.note)];
    let typed = typed.into_iter().filter(|(_, text)| !text.trim().is_empty());
    html! {
        <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{ &question.text }</dt>
            <dd class="govuk-summary-list__value">
                { for words.iter().map(|line| html! { <div><strong><bdi>{ line }</bdi></strong></div> }) }
                if analysis.assessment.flagged.contains(&question.id) {
                    <div><strong class="govuk-tag">{ Filter::Flagged.words() }</strong></div>
                }
                { for typed.map(|(label, text)| html! { <div class="rocu-typed">{ label }<bdi>{ text }</bdi></div> }) }
            </dd>
            <dd class="govuk-summary-list__actions">
                <a class="govuk-link" href={Route::Topic(asked.topic.id.clone(), Some(question.id.clone())).fragment()}>
                    { "Change" }<span class="govuk-visually-hidden">{ ": " }{ &question.text }</span>
                </a>
            </dd>
        </div>
    }
}
