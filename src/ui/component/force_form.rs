//! One answer for one force, wherever it is asked.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::framework::{Force, ForceId, Level, LevelId};

/// Which forces and answers there are.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The forces.
    pub forces: Vec<Force>,
    /// The levels.
    pub levels: Vec<Level>,
    /// That force is to have that answer everywhere.
    pub on_set: Callback<(ForceId, LevelId)>,
}

/// A force, an answer and the button.
#[component]
pub fn ForceForm(props: &Props) -> Html {
    let [force, level] = [use_node_ref(), use_node_ref()];
    let onclick = {
        let (force, level, on_set) = (force.clone(), level.clone(), props.on_set.clone());
        let chosen = |field: &NodeRef| field.cast::<HtmlSelectElement>().map(|field| field.value()).unwrap_or_default();
        Callback::from(move |_: MouseEvent| {
            if let (Ok(force), Ok(level)) = (ForceId::try_from(chosen(&force)), LevelId::try_from(chosen(&level))) {
                on_set.emit((force, level));
            }
        })
    };
    let field = |id: &'static str, label: &'static str, field: &NodeRef, options: Vec<(String, String)>| {
        html! {
            <div class="govuk-form-group">
                <label class="govuk-label" for={id}>{ label }</label>
                <select class="govuk-select" {id} name={id} ref={field.clone()}>
                    { for options.into_iter().map(|(value, name)| html! { <option {value}>{ name }</option> }) }
                </select>
            </div>
        }
    };
    let forces = props.forces.iter().map(|force| (force.id.to_string(), force.name.clone())).collect();
    let levels = props.levels.iter().map(|level| (level.id.to_string(), level.name.clone())).collect();
    html! {
        <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{ "One answer for all capabilities" }</legend>
            <div class="rocu-force-form">
                { field("everywhere-force", "Force", &force, forces) }
                { field("everywhere-level", "Answer", &level, levels) }
                <button type="button" class="govuk-button govuk-button--secondary" id="everywhere" {onclick}>
                    { "Set for all capabilities" }
                </button>
            </div>
        </fieldset>
    }
}
