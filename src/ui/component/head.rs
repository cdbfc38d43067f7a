//! The head of the page: the name of the tool, the unit, and the way to each page.

use yew::prelude::*;

use crate::session::Route;

/// What the head shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The unit whose assessment is open.
    pub unit: AttrValue,
    /// The page that is shown.
    pub page: Route,
    /// Whether an assessment is open.
    pub open: bool,
}

/// The head.
#[component]
pub fn Head(props: &Props) -> Html {
    let all = [
        (Route::Start, "Start"),
        (Route::Particulars, "Particulars"),
        (Route::Tasks, "Tasks"),
        (Route::Check, "Check answers"),
        (Route::Gaps, "Gap summary"),
        (Route::Actions(None), "Actions"),
        (Route::Documents, "Documents"),
        (Route::Compare, "Compare"),
        (Route::Record, "Record"),
        (Route::Search, "Search"),
        (Route::Help, "Help"),
    ];
    let listed = all.iter().filter(|(route, _)| props.open || !route.needs_assessment());
    let of_tasks = matches!(props.page, Route::Topic(..) | Route::Copy(_) | Route::Commitment);
    let link = |(route, name): &(Route, &'static str)| {
        let here = props.page.same_page(route)
            || of_tasks && *route == Route::Tasks
            || matches!(props.page, Route::National | Route::Views) && *route == Route::Compare;
        html! {
            <li class={classes!("rocu-nav__item", here.then_some("rocu-nav__item--here"))}>
                <a class="rocu-nav__link" href={route.fragment()} aria-current={here.then_some("page")}>{ *name }</a>
            </li>
        }
    };
    html! {
        <header class="rocu-head">
            <div class="govuk-width-container rocu-head__inside">
                <a class="rocu-head__name" href={Route::Start.fragment()}>{ "ROCU self-assessment" }</a>
                if !props.unit.is_empty() {
                    <span class="rocu-head__unit"><bdi>{ &props.unit }</bdi></span>
                }
            </div>
            <nav class="rocu-nav" aria-label="Pages">
                <ul class="govuk-width-container rocu-nav__list">
                    { for listed.map(link) }
                </ul>
            </nav>
        </header>
    }
}
