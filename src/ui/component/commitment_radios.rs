//! A level for each force: its commitment.

use yew::prelude::*;

use super::Radio;
use crate::assessment::Answer;
use crate::framework::{Force, ForceId, Level, LevelId, Question, Scale};
use crate::session::Route;

/// What can be chosen, and for whom.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The question.
    pub question: Question,
    /// Its scale.
    pub scale: Scale,
    /// The forces that are asked about.
    pub forces: Vec<Force>,
    /// What is chosen so far.
    pub answer: std::rc::Rc<Answer>,
    /// A level was chosen for a force.
    pub on_commit: Callback<(ForceId, LevelId)>,
    /// A level was chosen for every force.
    pub on_commit_all: Callback<LevelId>,
}

/// What each level means, and a row of radio buttons for each force.
#[component]
pub fn CommitmentRadios(props: &Props) -> Html {
    if props.forces.is_empty() {
        return html! {
            <p class="govuk-inset-text">{ "Name the forces of your region under Particulars, then answer here for each." }</p>
        };
    }
    let meaning = |level: &Level| {
        let statement = props.question.statements.get(&level.id).map_or("", String::as_str);
        html! {
            <div class="rocu-meanings__item">
                <dt>{ &level.name }</dt>
                <dd>{ statement }</dd>
            </div>
        }
    };
    html! {
        <>
            <dl class="rocu-meanings">{ for props.scale.levels.iter().map(meaning) }</dl>
            { for props.forces.iter().map(|force| row(props, force)) }
            { all(props) }
        </>
    }
}

/// One button for each level that gives it to every force.
fn all(props: &Props) -> Html {
    let button = |level: &Level| {
        let id = level.id.clone();
        let onclick = props.on_commit_all.reform(move |_: MouseEvent| id.clone());
        html! {
            <button type="button" class="rocu-link-button" {onclick}>
                { format!("All forces: {}", level.name.to_lowercase()) }
                <span class="govuk-visually-hidden">{ ": " }{ &props.question.text }</span>
            </button>
        }
    };
    html! {
        <div class="govuk-button-group">
            { for props.scale.levels.iter().map(button) }
            { all_commitment() }
        </div>
    }
}

/// The way to the page where all forces answer for all capabilities.
pub fn all_commitment() -> Html {
    html! {
        <a class="govuk-link" href={Route::Commitment.fragment()}>{ "Answer for all forces and capabilities on one page" }</a>
    }
}

fn row(props: &Props, force: &Force) -> Html {
    let name = format!("{}.{}", props.question.id, force.id);
    let chosen = props.answer.level_of(&force.id);
    let radio = |level: &Level| {
        let both = (force.id.clone(), level.id.clone());
        html! {
            <Radio
                name={name.clone()}
                value={level.id.to_string()}
                label={level.name.clone()}
                checked={chosen == Some(&level.id)}
                on_choose={props.on_commit.reform(move |()| both.clone())}
            />
        }
    };
    html! {
        <fieldset class="govuk-fieldset rocu-force" id={name.clone()} key={force.id.as_str()}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><bdi>{ &force.name }</bdi></legend>
            <div class="govuk-radios govuk-radios--small govuk-radios--inline">
                { for props.scale.levels.iter().map(radio) }
            </div>
        </fieldset>
    }
}
