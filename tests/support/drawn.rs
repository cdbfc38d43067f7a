//! Screens and components drawn as text and read back: no browser, and no effect runs.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use markup5ever_rcdom::Handle;
use yew::LocalServerRenderer;
use yew::html::BaseComponent;

use crate::dom::{Page, attribute, read, text};

/// Draws a component as HTML.
pub(crate) fn html<C: BaseComponent>(props: C::Properties) -> String {
    finish(LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

/// Reads HTML back, as the body of a page.
pub(crate) fn body(html: &str) -> Page {
    read(&format!("<!DOCTYPE html><title>A page</title><body>{html}"))
}

/// Waits for what waits for nothing outside.
fn finish<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// What is read there, in one line.
pub(crate) fn seen(element: &Handle) -> String {
    text(element).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is read in each element of that name, or of that class if the name starts with a full stop.
pub(crate) fn all_seen(page: &Page, wanted: &str) -> Vec<String> {
    page.all(wanted).iter().map(seen).collect()
}

/// The controls of that name.
pub(crate) fn controls(page: &Page, name: &str) -> Vec<Handle> {
    let mut elements = page.elements();
    elements.retain(|element| attribute(element, "name").as_deref() == Some(name));
    elements
}

/// The values of the radio buttons of that name, and of the one that is chosen.
pub(crate) fn radios(page: &Page, name: &str) -> (Vec<String>, Option<String>) {
    let radios: Vec<Handle> = controls(page, name);
    let value = |radio: &Handle| attribute(radio, "value").expect("a radio button has a value");
    let chosen = radios.iter().filter(|radio| attribute(radio, "checked").is_some()).map(value);
    let chosen: Vec<String> = chosen.collect();
    assert!(chosen.len() < 2, "{name}: {chosen:?}");
    (radios.iter().map(value).collect(), chosen.into_iter().next())
}
