//! What a search found, each with the way to it.

use yew::prelude::*;

use crate::assessment::search::Hit;
use crate::session::Route;

/// What was found.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where each is, the hit, and what else there is to say of it.
    pub hits: Vec<(Route, Hit, &'static str)>,
}

/// The hits as a list.
#[component]
pub fn HitList(props: &Props) -> Html {
    let one = |(route, hit, remark): &(Route, Hit, &'static str)| {
        html! {
            <li>
                <a class="govuk-link" href={route.fragment()}><bdi>{ &hit.title }</bdi></a>
                if hit.excerpt != hit.title {
                    <div class="rocu-typed"><bdi>{ &hit.excerpt }</bdi></div>
                }
                if !remark.is_empty() {
                    <div class="govuk-hint govuk-!-margin-bottom-0">{ *remark }</div>
                }
            </li>
        }
    };
    html! { <ul class="govuk-list govuk-list--spaced">{ for props.hits.iter().map(one) }</ul> }
}
