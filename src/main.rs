//! Mounts the page, and shows a last page when the program fails.

use rocu_self_assessment::browser::storage;
use rocu_self_assessment::ui::{App, rescue};

fn main() {
    // Yew sets a hook of its own when it begins to draw, unless it is given one.
    yew::set_custom_panic_hook(Box::new(|failure| rescue::show_failure(&failure.to_string())));
    storage::prepare();
    if let Some(root) = gloo::utils::document().get_element_by_id("app") {
        let _ = yew::Renderer::<App>::with_root(root).render();
    }
}
