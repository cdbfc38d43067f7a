//! The least that Yew draws: a counter.

use yew::{Html, MouseEvent, component, html, use_state};

#[component]
fn Counter() -> Html {
    let count = use_state(|| 0_u32);
    let onclick = {
        let count = count.clone();
        move |_: MouseEvent| count.set(*count + 1)
    };
    html! { <button type="button" {onclick}>{ *count }</button> }
}

fn main() {
    if let Some(root) = gloo::utils::document().get_element_by_id("app") {
        let _ = yew::Renderer::<Counter>::with_root(root).render();
    }
}
