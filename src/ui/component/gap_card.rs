//! A gap of the report, with all that is known about it.

use yew::prelude::*;

use crate::framework::QuestionId;
use crate::report::{ActionLine, GapEntry};
use crate::session::Route;

/// The gap.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the report says of it.
    pub gap: GapEntry,
    /// Whether it stands under a heading of its own within the chapter.
    #[prop_or(true)]
    pub parted: bool,
    /// Where its answer can be changed, if it can.
    #[prop_or_default]
    pub change: Option<Route>,
}

/// The gap.
#[component]
pub fn GapCard(props: &Props) -> Html {
    let gap = &props.gap;
    let heading = heading_id(&gap.question);
    let title = format!("{}. {}: {}", gap.number, gap.topic, gap.asked);
    html! {
        <article class={format!("rocu-gap rocu-gap--{}", gap.concern.key())} aria-labelledby={heading.clone()}>
            if props.parted {
                <h4 class="govuk-heading-s rocu-gap__title" id={heading}>{ title }</h4>
            } else {
                <h3 class="govuk-heading-s rocu-gap__title" id={heading}>{ title }</h3>
            }
            <dl class="rocu-facts">
                { fact("Answer", format!("{} {} ({})", gap.standing.symbol(), gap.answered, gap.standing.word().to_lowercase())) }
                { for gap.statements.iter().map(|statement| fact("What that means", statement.clone())) }
                { fact("Concern", format!("{}. {}", gap.concern.word(), gap.because)) }
                { fact("Evidence", gap.evidence.clone()) }
                { fact("Note", gap.note.clone()) }
                { for gap.accepted.iter().map(|reason| fact("Accepted because", reason.clone())) }
                { for gap.actions.iter().map(action) }
                if gap.accepted.is_none() && gap.actions.is_empty() {
                    { fact("Action", String::from("None yet")) }
                }
            </dl>
            if let Some(change) = &props.change {
                <p class="govuk-body-s rocu-screen-only">
                    <a class="govuk-link" href={change.fragment()}>
                        { "Change this answer" }<span class="govuk-visually-hidden">{ ": " }{ &gap.asked }</span>
                    </a>
                    { " · " }
                    <a class="govuk-link" href={Route::Actions(Some(gap.question.clone())).fragment()}>
                        { "Decide what to do" }<span class="govuk-visually-hidden">{ ": " }{ &gap.asked }</span>
                    </a>
                </p>
            }
        </article>
    }
}

/// The id of the heading of a gap.
fn heading_id(question: &QuestionId) -> String {
    format!("gap.{question}")
}

fn fact(label: &'static str, value: String) -> Html {
    if value.is_empty() {
        return Html::default();
    }
    html! {
        <div class="rocu-facts__row">
            <dt>{ label }</dt>
            <dd><bdi class="rocu-typed">{ value }</bdi></dd>
        </div>
    }
}

fn action(line: &ActionLine) -> Html {
    let says = |label: &str, text: &str| if text.is_empty() { String::new() } else { format!("{label}: {text}") };
    let rest = [
        says("Owner", &line.owner),
        says("Due", &line.due_words()),
        says("Needs", &line.resources),
        says("Status", &line.progress_words().to_lowercase()),
    ];
    let rest: Vec<String> = rest.into_iter().filter(|text| !text.is_empty()).collect();
    let text = if line.text.is_empty() { "Not yet described" } else { &line.text };
    html! {
        <div class="rocu-facts__row">
            <dt>{ "Action " }{ &line.id }</dt>
            <dd><bdi class="rocu-typed">{ text }</bdi><br /><bdi>{ rest.join(". ") }</bdi></dd>
        </div>
    }
}
