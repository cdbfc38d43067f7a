//! A question to be answered with a pen.

use yew::prelude::*;

use super::ScrollFrame;
use crate::report::{Form, FormLevel};

/// The question.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What stands on the sheet.
    pub form: Form,
}

/// The question with boxes to tick and lines to write on.
#[component]
pub fn PaperForm(props: &Props) -> Html {
    let form = &props.form;
    html! {
        <div class="rocu-form">
            <h3 class="govuk-heading-s">
                { &form.asked }{ " " }<span class="rocu-form__id">{ form.question.to_string() }</span>
            </h3>
            { for form.help.iter().map(|line| html! { <p class="govuk-hint">{ line }</p> }) }
            <ul class="rocu-form__levels">
                { for form.levels.iter().map(|level| one(level, form.forces.is_empty())) }
            </ul>
            if !form.forces.is_empty() {
                { forces(form) }
            }
            <p class="govuk-body-s">
                <strong>{ "What would show it: " }</strong>{ form.prompts.join("; ") }
            </p>
            <p class="rocu-form__space"><strong>{ "Evidence and notes" }</strong></p>
        </div>
    }
}

fn one(level: &FormLevel, tick: bool) -> Html {
    html! {
        <li>
            if tick {
                <span class="rocu-form__box" aria-hidden="true">{ "☐ " }</span>
            }
            <strong>{ &level.name }</strong>{ ": " }{ &level.statement }
            { for level.asks.iter().map(|asks| html! { <>{ " " }<em>{ asks }</em>{ " ______________________" }</> }) }
        </li>
    }
}

fn forces(form: &Form) -> Html {
    html! {
        <ScrollFrame label={format!("Table: force by force, {}", form.asked)}>
            <table class="govuk-table rocu-form__forces">
                <thead>
                    <tr>
                        <th scope="col">{ "Force" }</th>
                        { for form.levels.iter().map(|level| html! { <th scope="col">{ &level.name }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for form.forces.iter().map(|force| html! {
                        <tr>
                            <th scope="row">
                                if force.is_empty() {
                                    <span class="govuk-visually-hidden">{ "A force, to be written in" }</span>
                                } else {
                                    <bdi>{ force }</bdi>
                                }
                            </th>
                            { for form.levels.iter().map(|_| html! { <td>{ "☐" }</td> }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </ScrollFrame>
    }
}
