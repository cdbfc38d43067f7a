//! The page as a whole: its title, where the focus is, what it says on paper.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CssStyleSheet, Element, FocusOptions, HtmlElement, MutationObserver, MutationObserverInit, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Names the page.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Puts a mark before the name of the page for as long as anything stands on it that the selector finds,
/// while the watch lives.
///
/// # Errors
/// The browser can't tell when the page changes.
pub fn mark_title(mark: &'static str, selector: &'static str) -> Result<Watch, JsValue> {
    Watch::new(move || {
        let title = document().title();
        let bare = title.strip_prefix(mark).unwrap_or(&title);
        let stands = matches!(document().query_selector(selector), Ok(Some(_)));
        let wanted = format!("{}{bare}", if stands { mark } else { "" });
        // Setting the title changes the page too.
        if wanted != title {
            set_title(&wanted);
        }
    })
}

/// Calls back after each change of what stands on the page, the title included.
#[derive(Debug)]
pub struct Watch {
    changes: MutationObserver,
    _looks: Closure<dyn FnMut()>,
}

impl Watch {
    fn new(looks: impl FnMut() + 'static) -> Result<Self, JsValue> {
        let looks = Closure::new(looks);
        let changes = MutationObserver::new(looks.as_ref().unchecked_ref())?;
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        changes.observe_with_options(&document(), &what)?;
        Ok(Self { changes, _looks: looks })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.changes.disconnect();
    }
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

/// Scrolls so far down the page and moves the focus to an element, wherever that is.
pub fn focus_at(id: Option<&str>, down: f64) {
    if let Some(element) = id.and_then(element) {
        let _ = element.focus_with_options(&without_scrolling());
    }
    super::window().scroll_to_with_x_and_y(0.0, down);
}

fn without_scrolling() -> FocusOptions {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    options
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

/// Sees to it that the focus is never lost. When what has it is taken from the page, the nearest element
/// around it takes it that can; else, as for a message that is closed, what had the focus before.
#[derive(Debug)]
pub struct FocusKeeper {
    _changes: Watch,
    _moves: EventListener,
}

/// Keeps the focus within the page for as long as the keeper lives; `last` takes it if nothing else can.
///
/// # Errors
/// The browser can't tell when the page changes.
pub fn keep_focus(last: &'static str) -> Result<FocusKeeper, JsValue> {
    let trail: Rc<RefCell<Vec<Focused>>> = Rc::default();
    let moves = EventListener::new(&document(), "focusin", {
        let trail = trail.clone();
        move |_| {
            let Some(element) = document().active_element() else { return };
            let mut trail = trail.borrow_mut();
            trail.retain(|it| it.element != element && it.element.is_connected());
            trail.push(Focused { around: around(&element), element });
        }
    });
    let changes = Watch::new(move || {
        // Giving the focus back moves it, so what that changes must not be borrowed meanwhile.
        let gone = trail.borrow().last().filter(|it| !it.element.is_connected()).map(|it| it.around.clone());
        let before: Vec<Element> = trail.borrow().iter().rev().map(|it| it.element.clone()).collect();
        let Some(around) = gone.filter(|_| is_lost()) else { return };
        let around = around.iter().filter(|id| *id != last).filter_map(|id| element(id));
        let before = before.into_iter().filter(|it| it.is_connected()).filter_map(|it| it.dyn_into().ok());
        let _ = around
            .chain(before)
            .chain(element(last))
            .find(|it: &HtmlElement| it.focus_with_options(&without_scrolling()).is_ok() && !is_lost());
    })?;
    Ok(FocusKeeper { _changes: changes, _moves: moves })
}

/// What had the focus, and the ids of what is around it, nearest first.
#[derive(Debug)]
struct Focused {
    element: Element,
    around: Vec<String>,
}

fn around(element: &Element) -> Vec<String> {
    let mut next = element.parent_element();
    let parents = std::iter::from_fn(|| {
        let parent = next.take()?;
        next = parent.parent_element();
        Some(parent.id())
    });
    parents.filter(|id| !id.is_empty()).collect()
}

fn is_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
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
