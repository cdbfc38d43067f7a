//! The levels of a question, each with what it looks like.

use yew::prelude::*;

use crate::framework::{Level, LevelId, Question, Scale};
use crate::ui::words::NEVER;

/// What can be chosen.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The question.
    pub question: Question,
    /// Its scale.
    pub scale: Scale,
    /// What is chosen.
    pub chosen: Option<LevelId>,
    /// What is written under the chosen level, where it asks for something.
    pub detail: AttrValue,
    /// A level was chosen.
    pub on_choose: Callback<LevelId>,
    /// Something was typed under the chosen level.
    pub on_detail: Callback<String>,
}

/// The levels as radio buttons.
#[component]
pub fn LevelRadios(props: &Props) -> Html {
    html! {
        <div class="govuk-radios">
            { for props.scale.levels.iter().map(|level| one(props, level)) }
        </div>
    }
}

fn one(props: &Props, level: &Level) -> Html {
    let name = props.question.id.as_str();
    let id = format!("{name}.{}", level.id);
    let hint = format!("{id}-statement");
    let checked = props.chosen.as_ref() == Some(&level.id);
    let onchange = {
        let level = level.id.clone();
        props.on_choose.reform(move |_| level.clone())
    };
    let statement = props.question.statements.get(&level.id);
    let expected = level.id == props.question.minimum;
    html! {
        <>
            <div class="govuk-radios__item" key={level.id.as_str()}>
                <input
                    autocomplete="off"
                    class="govuk-radios__input"
                    type="radio"
                    id={id.clone()}
                    name={name.to_owned()}
                    value={level.id.to_string()}
                    {checked}
                    aria-describedby={hint.clone()}
                    {onchange}
                />
                <label class="govuk-label govuk-radios__label" for={id.clone()}>
                    <strong>{ &level.name }</strong>
                    if expected {
                        <span class="rocu-expected">{ " – the minimum expected" }</span>
                    }
                </label>
                <div class="govuk-hint govuk-radios__hint rocu-statement" id={hint}>
                    { statement.map_or("", String::as_str) }
                </div>
            </div>
            if let (true, Some(asks)) = (checked, &level.asks) {
                <div class="govuk-radios__conditional">
                    <super::TextField
                        name={format!("{name}.detail")}
                        label={asks.clone()}
                        hint={NEVER}
                        value={&props.detail}
                        on_input={props.on_detail.clone()}
                    />
                </div>
            }
        </>
    }
}
