//! One question with what each colleague answered, and what was agreed.

use yew::prelude::*;

use super::TextField;

/// What one colleague answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewLine {
    /// The role; none for the answer that stands in the assessment.
    pub role: Option<String>,
    /// The level, or levels force by force.
    pub answer: String,
    /// What that level looks like.
    pub statement: String,
    /// What was written beside it.
    pub texts: Vec<(&'static str, String)>,
}

/// A question as colleagues see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewing {
    /// The question's id.
    pub id: String,
    /// The name of its topic.
    pub topic: String,
    /// The question in words.
    pub asked: String,
    /// Whether they agree.
    pub agreement: String,
    /// The answer that stands in the assessment, then each view.
    pub lines: Vec<ViewLine>,
    /// What was agreed, in words, and why.
    pub agreed: Option<(String, String)>,
    /// Where the answer can be changed.
    pub change: String,
}

/// The question, and what the lead decides.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The question.
    pub viewing: Viewing,
    /// A view is taken as agreed: that of a role, or the answer that stands in the assessment.
    pub on_agree: Callback<Option<String>>,
    /// The reason was typed.
    pub on_reason: Callback<String>,
}

/// The card.
#[component]
pub fn ViewCard(props: &Props) -> Html {
    let viewing = &props.viewing;
    let heading = format!("{}-views", viewing.id);
    html! {
        <article class="rocu-question" aria-labelledby={heading.clone()}>
            <span class="govuk-caption-m"><bdi>{ &viewing.topic }</bdi></span>
            <h2 class="govuk-heading-s" id={heading}><bdi>{ &viewing.asked }</bdi></h2>
            <p class="govuk-body"><strong>{ &viewing.agreement }</strong></p>
            <dl class="govuk-summary-list">{ for viewing.lines.iter().map(|line| one(line, props)) }</dl>
            if let Some((agreed, reason)) = &viewing.agreed {
                <p class="govuk-body" role="status"><bdi>{ agreed }</bdi></p>
                <TextField
                    name={format!("{}.agreed-because", viewing.id)} label="Why, if it needs saying"
                    hint="No names." value={reason.clone()} on_input={props.on_reason.clone()}
                />
            }
            <p class="govuk-body">
                <a class="govuk-link" href={viewing.change.clone()}>
                    { "Record another answer" }<span class="govuk-visually-hidden">{ ": " }{ &viewing.asked }</span>
                </a>
            </p>
        </article>
    }
}

fn one(line: &ViewLine, props: &Props) -> Html {
    let role = line.role.clone();
    let onclick = props.on_agree.reform(move |_: MouseEvent| role.clone());
    let who = line.role.as_deref().unwrap_or("This assessment");
    html! {
        <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key"><bdi>{ who }</bdi></dt>
            <dd class="govuk-summary-list__value">
                <p class="govuk-body"><strong><bdi>{ &line.answer }</bdi></strong></p>
                if !line.statement.is_empty() {
                    <p class="govuk-body-s"><bdi>{ &line.statement }</bdi></p>
                }
                { for line.texts.iter().map(|(label, text)| html! {
                    <p class="govuk-body-s rocu-typed">{ *label }{ ": " }<bdi>{ text }</bdi></p>
                }) }
            </dd>
            <dd class="govuk-summary-list__actions">
                <button type="button" class="rocu-link-button" {onclick}>
                    { if line.role.is_some() { "Take this view" } else { "Keep this answer" } }
                    <span class="govuk-visually-hidden">{ ": " }{ who }</span>
                </button>
            </dd>
        </div>
    }
}
