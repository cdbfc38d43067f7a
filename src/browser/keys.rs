//! Keys that are pressed while nobody is typing.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::document::around_focus;

/// Calls back with each key that is pressed alone and outside of any field, and the ids of what
/// surrounds the focus, nearest first, for as long as the listener lives. What the key would do
/// otherwise it does unless the callback says that it was taken.
pub fn listen(mut pressed: impl FnMut(&str, &[String]) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let held = key.ctrl_key() || key.alt_key() || key.meta_key() || key.repeat();
        let others = key.is_composing() || key.default_prevented();
        if !held && !others && !is_typing() && pressed(&key.key(), &around_focus()) {
            event.prevent_default();
        }
    })
}

/// Calls back when the keys are pressed by which programs save, also while somebody types, for as long
/// as the listener lives. What the browser would do otherwise it does unless the callback says that
/// it was taken.
pub fn on_save(mut pressed: impl FnMut() -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let held = (key.ctrl_key() || key.meta_key()) && !key.alt_key() && !key.shift_key();
        if held && key.key().eq_ignore_ascii_case("s") && (key.repeat() || pressed()) {
            event.prevent_default();
        }
    })
}

/// Whether what has the focus takes keys as text.
fn is_typing() -> bool {
    document().active_element().is_some_and(|element| match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => takes_text(&element),
        _ => element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable),
    })
}

fn takes_text(element: &Element) -> bool {
    let kind = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::type_).unwrap_or_default();
    !["radio", "checkbox", "button"].contains(&kind.as_str())
}
