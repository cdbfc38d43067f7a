//! Mounts the page.

fn main() {
    let _ = yew::Renderer::<rocu_self_assessment::ui::App>::new().render();
}
