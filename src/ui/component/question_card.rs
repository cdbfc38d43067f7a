//! A question with all that can be said to it.

use std::rc::Rc;

use yew::prelude::*;

use super::{BasisNote, CommitmentRadios, FlagBox, LevelRadios, SetAside, TextArea};
use crate::assessment::Answer;
use crate::assessment::edit::Field;
use crate::framework::{Force, Framework, QuestionId};
use crate::session::{ByPointer, Event, Route};
use crate::ui::Dispatch;
use crate::ui::words::{NEVER, SHORT};

/// The question and its answer.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The framework.
    pub framework: ByPointer<Framework>,
    /// Which question.
    pub question: QuestionId,
    /// Its answer so far.
    pub answer: Rc<Answer>,
    /// The forces that are asked about, where each has an answer of its own.
    #[prop_or_default]
    pub forces: Vec<Force>,
    /// Whether it is flagged to be discussed.
    #[prop_or_default]
    pub flagged: bool,
    /// Says what the user did.
    pub dispatch: Dispatch,
}

/// The question.
#[component]
pub fn QuestionCard(props: &Props) -> Html {
    let framework = &props.framework.0;
    let Some(asked) = framework.question(&props.question) else { return Html::default() };
    let (question, answer) = (asked.question, &props.answer);
    let id = &props.question;
    let theme = framework.themes.iter().find(|theme| theme.id == question.theme);
    let never = format!("{id}.never");
    let event = |make: fn(QuestionId, String) -> Event| {
        let id = id.clone();
        props.dispatch.reform(move |text| make(id.clone(), text))
    };
    let on_withdraw = {
        let id = id.clone();
        props.dispatch.reform(move |_: MouseEvent| Event::Withdrew(id.clone()))
    };
    html! {
        <fieldset class="govuk-fieldset rocu-question" id={id.to_string()} tabindex="-1">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                <span class="govuk-caption-m">{ theme.map_or("", |theme| &theme.name) }</span>
                <h2 class="govuk-fieldset__heading">{ &question.text }</h2>
            </legend>
            if !question.help.is_empty() {
                <p class="govuk-hint">{ &question.help }</p>
            }
            { levels(props) }
            <SetAside
                question={id.clone()}
                reasons={framework.not_applicable.clone()}
                chosen={answer.not_applicable().cloned()}
                on_set_aside={ let id = id.clone(); props.dispatch.reform(move |reason| Event::SetAside(id.clone(), reason)) }
            />
            <div class="govuk-hint" id={never.clone()}>{ NEVER }</div>
            <div class="rocu-words">
                <div>
                    <TextArea
                        name={format!("{id}.evidence")}
                        label="Evidence"
                        hint={SHORT}
                        described={never.clone()}
                        value={answer.evidence.clone()}
                        on_input={event(|id, text| Event::Wrote(id, Field::Evidence, text))}
                    />
                    <details class="govuk-details">
                        <summary class="govuk-details__summary">
                            <span class="govuk-details__summary-text">{ "What would show it" }</span>
                        </summary>
                        <ul class="govuk-list govuk-list--bullet govuk-details__text">
                            { for question.prompts.iter().map(|prompt| html! { <li>{ prompt }</li> }) }
                        </ul>
                    </details>
                </div>
                <TextArea
                    name={format!("{id}.note")}
                    label="Note"
                    hint={SHORT}
                    described={never}
                    value={answer.note.clone()}
                    on_input={event(|id, text| Event::Wrote(id, Field::Note, text))}
                />
            </div>
            <div class="rocu-question__foot">
                <BasisNote summary="Why this is asked" basis={question.why.clone()} />
                <FlagBox
                    question={id.clone()}
                    flagged={props.flagged}
                    on_flag={ let id = id.clone(); props.dispatch.reform(move |on| Event::Flagged(id.clone(), on)) }
                />
                if !answer.evidence.trim().is_empty() {
                    <a class="govuk-link govuk-body" href={Route::Copy(id.clone()).fragment()}>
                        { "Add this evidence to other questions" }
                        <span class="govuk-visually-hidden">{ ": " }{ &question.text }</span>
                    </a>
                }
                if answer.choice.is_some() {
                    <button type="button" class="rocu-link-button" onclick={on_withdraw}>
                        { "Clear this answer" }<span class="govuk-visually-hidden">{ ": " }{ &question.text }</span>
                    </button>
                }
            </div>
        </fieldset>
    }
}

fn levels(props: &Props) -> Html {
    let Some(asked) = props.framework.0.question(&props.question) else { return Html::default() };
    let id = props.question.clone();
    let (question, scale) = (asked.question.clone(), asked.scale.clone());
    if scale.force_by_force {
        let all = id.clone();
        let on_commit = props.dispatch.reform(move |(force, level)| Event::Committed(id.clone(), force, level));
        let on_commit_all = props.dispatch.reform(move |level| Event::CommittedAll(all.clone(), level));
        let (forces, answer) = (props.forces.clone(), props.answer.clone());
        html! { <CommitmentRadios {question} {scale} {forces} {answer} {on_commit} {on_commit_all} /> }
    } else {
        let chooses = id.clone();
        html! {
            <LevelRadios
                {question}
                {scale}
                chosen={props.answer.level().cloned()}
                detail={props.answer.detail.clone()}
                on_choose={props.dispatch.reform(move |level| Event::Chose(chooses.clone(), level))}
                on_detail={props.dispatch.reform(move |text| Event::Wrote(id.clone(), Field::Detail, text))}
            />
        }
    }
}
