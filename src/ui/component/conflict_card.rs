//! One thing that two people changed differently, for the user to settle.

use yew::prelude::*;

use super::Radio;
use crate::assessment::merge::Side;

/// What is shown.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The name of the group, and the start of its ids.
    pub name: AttrValue,
    /// What it is about.
    pub about: AttrValue,
    /// What stands here, and who changed it when.
    pub ours: (AttrValue, Option<AttrValue>),
    /// What stands in the file, and who changed it when.
    pub theirs: (AttrValue, Option<AttrValue>),
    /// Whether both can be kept.
    pub can_join: bool,
    /// What is settled.
    pub settled: Option<Side>,
    /// The user settles it.
    pub on_settle: Callback<Side>,
}

/// Both values, and the question which of them stands.
#[component]
pub fn ConflictCard(props: &Props) -> Html {
    let radio = |side: Side, value: &'static str, label: &'static str| {
        html! {
            <Radio
                name={&props.name} {value} {label} checked={props.settled == Some(side)}
                on_choose={props.on_settle.reform(move |()| side)}
            />
        }
    };
    html! {
        <fieldset class="govuk-fieldset rocu-conflict" id={&props.name} tabindex="-1">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><bdi>{ &props.about }</bdi></legend>
            <dl class="rocu-conflict__sides">
                { side("Yours", &props.ours) }
                { side("In the file", &props.theirs) }
            </dl>
            <div class="govuk-radios govuk-radios--small govuk-radios--inline">
                { radio(Side::Ours, "ours", "Keep yours") }
                { radio(Side::Theirs, "theirs", "Take the file’s") }
                if props.can_join {
                    { radio(Side::Both, "both", "Keep both, one below the other") }
                }
            </div>
        </fieldset>
    }
}

fn side(whose: &'static str, (value, changed): &(AttrValue, Option<AttrValue>)) -> Html {
    html! {
        <div class="rocu-conflict__side">
            <dt class="rocu-conflict__whose">
                { whose }
                if let Some(changed) = changed {
                    <span class="rocu-conflict__changed">{ ", " }<bdi>{ changed }</bdi></span>
                }
            </dt>
            <dd class="rocu-conflict__value"><bdi>{ value }</bdi></dd>
        </div>
    }
}
