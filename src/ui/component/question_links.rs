//! Questions, each as the way to it.

use yew::prelude::*;

use crate::session::Route;

/// The questions.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where each stands, and what it asks.
    pub links: Vec<(Route, AttrValue)>,
}

/// The questions as a list of links.
#[component]
pub fn QuestionLinks(props: &Props) -> Html {
    let link = |(route, text): &(Route, AttrValue)| {
        html! { <li><a class="govuk-link" href={route.fragment()}>{ text }</a></li> }
    };
    html! { <ul class="govuk-list govuk-list--bullet rocu-questions">{ for props.links.iter().map(link) }</ul> }
}
