//! The page.

use yew::prelude::*;

/// The whole page.
#[function_component]
pub fn App() -> Html {
    html! { <h1>{ "ROCU self-assessment" }</h1> }
}
