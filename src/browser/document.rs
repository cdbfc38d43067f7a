//! The page as a whole: its title, where the focus is, what it says on paper.

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Names the page.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Moves the focus to an element and brings it into view. Without such an element nothing happens.
pub fn focus(id: &str) {
    let Some(element) = element(id) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let _ = element.focus();
}

/// Moves the focus to an element, and the page only as far as it takes to see it.
pub fn focus_near(id: &str) {
    let _ = element(id).map(|element| element.focus());
}

/// Goes to the top of the page and moves the focus to an element there.
pub fn focus_at_top(id: &str) {
    super::window().scroll_to_with_x_and_y(0.0, 0.0);
    let _ = element(id).map(|element| element.focus());
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Calls back with the ids of what surrounds the focus, nearest first, whenever it moves, for as long
/// as the listener lives.
pub fn on_focus(mut moved: impl FnMut(Vec<String>) + 'static) -> EventListener {
    EventListener::new(&document(), "focusin", move |_| moved(around_focus()))
}

/// The ids of what surrounds the focus, nearest first.
#[must_use]
pub fn around_focus() -> Vec<String> {
    let mut ids = Vec::new();
    let mut around = document().active_element();
    while let Some(element) = around {
        ids.extend(Some(element.id()).filter(|id| !id.is_empty()));
        around = element.parent_element();
    }
    ids
}

/// Gives the focus back to the first of these that can take it, where what had it is gone.
pub fn regain_focus(ids: &[String]) {
    let is_lost = || document().active_element().is_none_or(|element| element.tag_name() == "BODY");
    for id in ids {
        if !is_lost() {
            return;
        }
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element(id).map(|element| element.focus_with_options(&options));
    }
}

/// Adds one rule of style, in place of the rule that was added before.
///
/// A rule that is added through the sheet's own interface is data of this page, so a policy that
/// names the hash of each style allows it. It goes into the last sheet, that of the app: in the one
/// before it, that of the message while the app starts, the app's own rules would come after it.
pub fn set_page_rules(rules: &[String]) {
    thread_local! {
        static ADDED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
    }
    let sheets = document().style_sheets();
    let last = sheets.get(sheets.length().saturating_sub(1));
    let Some(sheet) = last.and_then(|sheet| sheet.dyn_into::<CssStyleSheet>().ok()) else { return };
    for _ in 0..ADDED.take() {
        let last = sheet.css_rules().map(|rules| rules.length()).unwrap_or_default();
        let _ = sheet.delete_rule(last.saturating_sub(1));
    }
    for rule in rules {
        let end = sheet.css_rules().map(|rules| rules.length()).unwrap_or_default();
        if sheet.insert_rule_with_index(rule, end).is_ok() {
            ADDED.set(ADDED.get() + 1);
        }
    }
}
