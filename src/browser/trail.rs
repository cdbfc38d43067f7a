//! Where on its pages the user was, so that the way back leads there and not to their tops.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use super::{random, window};

/// How far down each page was scrolled when it was left, for as long as the window is open.
///
/// A page may have been visited more than once, so it is not its address that tells which visit the
/// browser goes back to, but a random word that is noted with each in the browser's history.
#[derive(Debug)]
pub struct Trail {
    visit: Option<String>,
    left: Vec<(String, f64)>,
    back: Option<f64>,
    at: Rc<Cell<f64>>,
    _scrolls: EventListener,
}

impl Trail {
    /// Begins with the page that is shown.
    #[must_use]
    pub fn begin() -> Self {
        let at = Rc::new(Cell::new(0.0));
        let scrolled = at.clone();
        let scrolls = EventListener::new(&window(), "scroll", move |_| {
            scrolled.set(window().scroll_y().unwrap_or_default());
        });
        let mut trail = Self { visit: None, left: Vec::new(), back: None, at, _scrolls: scrolls };
        trail.arrive();
        trail
    }

    /// The page is left. Told before another is drawn, where that is known.
    pub fn leave(&mut self) {
        self.back = None;
        let Some(visit) = self.visit.take() else { return };
        self.left.retain(|(left, _)| *left != visit);
        self.left.push((visit, self.at.get()));
    }

    /// The address has changed.
    pub fn arrive(&mut self) {
        let Ok(history) = window().history() else { return };
        let known = history.state().ok().and_then(|state| state.as_string());
        // Of several changes at once the browser tells when the last is over.
        if known.is_some() && known == self.visit {
            return;
        }
        self.leave();
        self.back = self.left.iter().find(|(left, _)| Some(left) == known.as_ref()).map(|(_, at)| *at);
        self.visit = known.or_else(|| noted(&history));
    }

    /// How far down the page is to be scrolled that the user has gone back to, told once; nothing where the page
    /// is a new one.
    pub fn back(&mut self) -> Option<f64> {
        self.back.take()
    }
}

/// A new word for the visit, in the browser's history. Back there the browser scrolls to nothing by itself: it
/// would before the page is drawn.
fn noted(history: &History) -> Option<String> {
    history.set_scroll_restoration(ScrollRestoration::Manual).ok()?;
    let visit = random::hexadecimal().ok()?;
    history.replace_state(&JsValue::from_str(&visit), "").is_ok().then_some(visit)
}
