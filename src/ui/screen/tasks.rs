//! The task list: every topic with its status, and how far the whole has come.

use yew::prelude::*;

use super::{heading, link_to};
use crate::analysis::{Analysis, Coverage, Finding, Status};
use crate::assessment::{Filter, guide};
use crate::framework::{Part, Topic};
use crate::report::count;
use crate::session::Route;
use crate::ui::component::QuestionLinks;
use crate::ui::component::commitment_radios::all_commitment;
use crate::ui::{use_store, words};

/// What of the task list is shown.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The questions that are wanted; without it, all topics.
    #[prop_or_default]
    pub filter: Option<Filter>,
}

/// The task list.
#[component]
pub fn Tasks(props: &Props) -> Html {
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
                <p class="govuk-body" id="left">{ left(&analysis) }</p>
                <p class="govuk-body">
                    <a class="govuk-button" id="next" href={next.fragment()}>{ "Go to the next unanswered question" }</a>
                </p>
            } else {
                <p class="govuk-body">
                    { "Every question is answered. " }
                    <a class="govuk-link" href={Route::Gaps.fragment()}>{ "Read the gap summary" }</a>
                </p>
            }
            <nav aria-label="Which questions are shown">
                <ul class="rocu-filters">
                    { filter_link(&Route::Tasks, "All topics", props.filter.is_none()) }
                    { for Filter::ALL.map(|filter| {
                        filter_link(&Route::Filtered(filter), &counted(&analysis, filter), props.filter == Some(filter))
                    }) }
                </ul>
            </nav>
            { for analysis.parts().into_iter().map(|(part, topics)| match props.filter {
                None => part_of_list(&analysis, part, &topics),
                Some(filter) => part_of_filter(&analysis, part, &topics, filter),
            }) }
            { for props.filter.filter(|filter| analysis.filtered(*filter).next().is_none()).map(|filter| html! {
                <p class="govuk-body" id="none">{ words::none_of(filter) }</p>
            }) }
            <p class="govuk-body">
                <a class="govuk-link" href={Route::Particulars.fragment()}>{ "Switch later threats and the overall view on or off" }</a>
            </p>
        </>
    }
}

/// What a filter is called, and how many questions it shows. Gaps that are accepted are no open gaps, as in
/// the summary.
fn counted(analysis: &Analysis<'_>, filter: Filter) -> String {
    let (all, name) = (analysis.filtered(filter).count(), filter.words());
    let accepted = analysis.gaps.iter().filter(|gap| gap.is_accepted()).count();
    if filter == Filter::Gaps && accepted > 0 {
        return format!("{name} ({} open, {accepted} accepted)", all - accepted);
    }
    format!("{name} ({all})")
}

/// What is left as things stand, and about how long it takes.
fn left(analysis: &Analysis<'_>) -> String {
    let topics = analysis.parts().into_iter().flat_map(|(_, topics)| topics);
    let topics = topics.filter(|topic| analysis.coverage_of(topic).left() > 0).count();
    let questions = analysis.coverage().left();
    let are = if questions == 1 { "is" } else { "are" };
    format!(
        "{} {are} left in {}: {}. An answer may add some or take some away.",
        count(questions, "question"),
        count(topics, "topic"),
        words::time_for(questions)
    )
}

fn filter_link(route: &Route, words: &str, here: bool) -> Html {
    html! {
        <li><a class="govuk-link" href={route.fragment()} aria-current={here.then_some("true")}>{ words }</a></li>
    }
}

fn part_of_list(analysis: &Analysis<'_>, part: &Part, topics: &[&Topic]) -> Html {
    let coverage = analysis.coverage_of_part(part);
    let id = format!("part-{}", part.id);
    html! {
        <section aria-labelledby={id.clone()} key={id.clone()}>
            <h2 class="govuk-heading-m" {id}>{ &part.name }</h2>
            <p class="govuk-body">{ &part.summary }</p>
            <p class="govuk-body rocu-part-progress">
                { format!("{} of {} answered in this part", coverage.answered, count(coverage.asked, "question")) }
            </p>
            if topics.iter().flat_map(|topic| &topic.questions).any(|it| analysis.framework.scale_of(it).force_by_force) {
                <p class="govuk-body">{ all_commitment() }</p>
            }
            <ul class="govuk-task-list">{ for topics.iter().map(|topic| task(analysis, topic)) }</ul>
        </section>
    }
}

fn part_of_filter(analysis: &Analysis<'_>, part: &Part, topics: &[&Topic], filter: Filter) -> Html {
    let of_topic = |topic: &Topic| -> Vec<_> {
        let found = analysis.filtered(filter).filter(|finding| finding.asked.topic.id == topic.id);
        found.map(|finding: &Finding<'_>| link_to(&finding.asked)).collect()
    };
    let topics: Vec<_> =
        topics.iter().map(|topic| (topic, of_topic(topic))).filter(|(_, links)| !links.is_empty()).collect();
    if topics.is_empty() {
        return Html::default();
    }
    let id = format!("part-{}", part.id);
    html! {
        <section aria-labelledby={id.clone()} key={id.clone()}>
            <h2 class="govuk-heading-m" {id}>{ &part.name }</h2>
            { for topics.into_iter().map(|(topic, links)| html! {
                <>
                    <h3 class="govuk-heading-s">{ &topic.name }</h3>
                    <QuestionLinks {links} />
                </>
            }) }
        </section>
    }
}

fn task(analysis: &Analysis<'_>, topic: &Topic) -> Html {
    let coverage: Coverage = analysis.coverage_of(topic);
    let flagged = analysis.filtered(Filter::Flagged).filter(|finding| finding.asked.topic.id == topic.id).count();
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
                if flagged > 0 {
                    <div class="govuk-task-list__hint">{ format!("{flagged} flagged for discussion") }</div>
                }
            </div>
            <div class="govuk-task-list__status" {id}><strong class={tag}>{ word }</strong></div>
        </li>
    }
}
