//! One answer for a whole row or column of a table.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::framework::{Level, LevelId};

/// Which rows or columns there are, and which answers.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the button, and the start of those of the fields.
    pub name: &'static str,
    /// What it does.
    pub legend: &'static str,
    /// What a row or column is.
    pub kind: &'static str,
    /// The rows or columns: their ids and names.
    pub of: Vec<(String, AttrValue)>,
    /// The levels.
    pub levels: Vec<Level>,
    /// What the button says.
    pub action: &'static str,
    /// That one is to have that answer throughout.
    pub on_set: Callback<(String, LevelId)>,
}

/// A row or column, an answer and the button.
#[component]
pub fn BulkForm(props: &Props) -> Html {
    let [of, level] = [use_node_ref(), use_node_ref()];
    let onclick = {
        let (of, level, on_set) = (of.clone(), level.clone(), props.on_set.clone());
        let chosen = |field: &NodeRef| field.cast::<HtmlSelectElement>().map(|field| field.value()).unwrap_or_default();
        Callback::from(move |_: MouseEvent| {
            if let Ok(level) = LevelId::try_from(chosen(&level)) {
                on_set.emit((chosen(&of), level));
            }
        })
    };
    // A browser that is told of none keeps the one that was put in first: Yew puts in the last one first.
    let option = |(at, (value, name)): (usize, (String, AttrValue))| {
        html! { <option {value} selected={at == 0}>{ name }</option> }
    };
    let field = |part: &'static str, label: &'static str, field: &NodeRef, options: Vec<(String, AttrValue)>| {
        let id = format!("{}-{part}", props.name);
        html! {
            <div class="govuk-form-group">
                <label class="govuk-label" for={id.clone()}>{ label }</label>
                <select autocomplete="off" class="govuk-select" id={id.clone()} name={id} ref={field.clone()}>
                    { for options.into_iter().enumerate().map(option) }
                </select>
            </div>
        }
    };
    let levels = props.levels.iter().map(|level| (level.id.to_string(), level.name.clone().into())).collect();
    html! {
        <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{ props.legend }</legend>
            <div class="rocu-bulk-form">
                { field("of", props.kind, &of, props.of.clone()) }
                { field("level", "Answer", &level, levels) }
                <button type="button" class="govuk-button govuk-button--secondary" id={props.name} {onclick}>
                    { props.action }
                </button>
            </div>
        </fieldset>
    }
}
