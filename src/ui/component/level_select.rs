//! A level, chosen from a list that takes little room.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::framework::{Level, LevelId};

/// What can be chosen.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its name and id.
    pub name: AttrValue,
    /// What is chosen, for whom; heard and not seen.
    pub label: AttrValue,
    /// The levels.
    pub levels: Vec<Level>,
    /// What is chosen.
    pub chosen: Option<LevelId>,
    /// A level was chosen.
    pub on_choose: Callback<LevelId>,
}

/// The list.
#[component]
pub fn LevelSelect(props: &Props) -> Html {
    let select = use_node_ref();
    let chosen = props.chosen.as_ref().map_or("", LevelId::as_str).to_owned();
    // What the user chose stays in the field, whatever the page says, unless the field is told.
    use_effect_with((select.clone(), chosen), |(select, chosen)| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value(chosen);
        }
    });
    let on_choose = props.on_choose.clone();
    let onchange = Callback::from(move |event: web_sys::Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Ok(level) = LevelId::try_from(value) {
            on_choose.emit(level);
        }
    });
    let option = |level: &Level| {
        html! {
            <option value={level.id.to_string()} selected={props.chosen.as_ref() == Some(&level.id)}>{ &level.name }</option>
        }
    };
    html! {
        <>
            <label class="govuk-visually-hidden" for={&props.name}>{ &props.label }</label>
            <select autocomplete="off" class="govuk-select rocu-level-select" id={&props.name} name={&props.name} ref={select} {onchange}>
                // Once there is an answer it is cleared at its question, where what is cleared is seen.
                <option value="" selected={props.chosen.is_none()} disabled={props.chosen.is_some()}>{ "Not assessed" }</option>
                { for props.levels.iter().map(option) }
            </select>
        </>
    }
}
