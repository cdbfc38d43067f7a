//! A gap that has closed, with the actions that were for it.

use std::rc::Rc;

use jiff::civil::Date;
use yew::prelude::*;

use super::action_form;
use crate::assessment::Action;
use crate::framework::QuestionId;
use crate::session::Route;
use crate::ui::Dispatch;

/// The question that is no gap now, and what was to be done about it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The question.
    pub question: QuestionId,
    /// Its topic and its words.
    pub title: String,
    /// Where its answer stands, if this framework asks it.
    pub answer: Option<Route>,
    /// Its actions.
    pub actions: Vec<Rc<Action>>,
    /// The day.
    pub today: Date,
    /// Says what the user did.
    pub dispatch: Dispatch,
}

/// The actions, to be set to done, changed or removed.
#[component]
pub fn ClosedGap(props: &Props) -> Html {
    let Props { question, title, dispatch, .. } = props;
    let heading = format!("{question}.closed");
    html! {
        <section id={question.to_string()} tabindex="-1" role="group" aria-labelledby={heading.clone()}>
            <h3 class="govuk-heading-s" id={heading}>{ title }</h3>
            if let Some(answer) = &props.answer {
                <p class="govuk-body">
                    <a class="govuk-link" href={answer.fragment()}>
                        { "Go to the answer" }<span class="govuk-visually-hidden">{ " to: " }{ title }</span>
                    </a>
                </p>
            }
            { action_form::forms(&props.actions, props.today, dispatch) }
        </section>
    }
}
