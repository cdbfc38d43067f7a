//! Hands on the keys, and eyes that look for the focus after each.

use std::cell::RefCell;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, waiting};
use serde_json::{Value, json};
use thirtyfour::Key;

/// Where the focus is: `place` is its id, or where a link leads. `seen`: some of it is within the window and not
/// behind the top line or a notice; nor is the upper edge of what fits into the window, where the browser keeps that clear. `marked`: the yellow of the focus is on it or its label.
const FOCUS: &str = "
    const it = document.activeElement;
    const covers = [...document.querySelectorAll('.rocu-top, .rocu-notice')]
        .filter(cover => !cover.contains(it)).map(cover => cover.getBoundingClientRect());
    const strict = arguments[0] && it.offsetHeight < innerHeight / 2;
    const seen = ({ width, top, bottom }) => width > 0 && bottom > 0 && top < innerHeight
        && !covers.some(cover => cover.bottom > 0 && top >= cover.top && (strict ? top : bottom) < cover.bottom - 1);
    const yellow = (element, part) => {
        const { outlineColor, outlineStyle, boxShadow, backgroundColor } = getComputedStyle(element, part);
        return [outlineStyle === 'none' ? '' : outlineColor, boxShadow, backgroundColor].join().includes('rgb(255, 221, 0)');
    };
    const all = [it, ...(it.labels ?? [])];
    return {
        at: it === document.body ? -1 : [...document.querySelectorAll('*')].indexOf(it),
        place: it.id || it.getAttribute('href') || '',
        seen: all.some(each => seen(each.getBoundingClientRect())),
        marked: it.matches('h1') || all.some(each => yellow(each, null) || yellow(each, '::before')),
        html: it.outerHTML.slice(0, 150),
    }";

/// More places than a page has.
const MOST: usize = 2000;

pub(super) struct Hands<'a> {
    pub(super) browser: &'a Browser,
    at: RefCell<Value>,
}

impl<'a> Hands<'a> {
    pub(super) fn on(browser: &'a Browser) -> Self {
        Self { browser, at: RefCell::default() }
    }

    /// Where the focus is, which must be somewhere, in sight, and marked.
    fn look(&self) -> Result<String> {
        let mut found = Value::Null;
        let good = waiting::until("a focus that is seen", || {
            found = self.browser.run(FOCUS, [json!(cfg!(engine = "chromium"))])?;
            Ok(found["at"] != -1 && found["seen"] == true && found["marked"] == true)
        });
        good.with_context(|| format!("after {}: {found:#}", self.at.borrow()))?;
        let place = found["place"].as_str().unwrap_or_default().to_owned();
        let _ = self.at.replace(found);
        Ok(place)
    }

    /// Presses a key.
    pub(super) fn press(&self, key: &Key) -> Result<()> {
        self.browser.key(key)?;
        self.look().map(drop)
    }

    /// Presses a key that is a shortcut.
    pub(super) fn type_key(&self, key: &str) -> Result<()> {
        self.browser.keys(key)?;
        self.look().map(drop)
    }

    /// Types into the field that has the focus.
    pub(super) fn write(&self, text: &str) -> Result<()> {
        let before = self.look()?;
        self.browser.keys(text)?;
        ensure!(self.look()? == before, "typing has moved the focus away from {before}");
        Ok(())
    }

    fn step_to(&self, place: &str, step: impl Fn() -> Result<()>) -> Result<()> {
        step_until(|| Ok(self.look()? == place), step)
    }

    /// Presses Tab until the element of that id has the focus.
    pub(super) fn tab_to(&self, id: &str) -> Result<()> {
        // The first key of all finds the focus nowhere.
        if *self.at.borrow() == Value::Null {
            self.browser.key(&Key::Tab)?;
        }
        self.step_to(id, || self.browser.key(&Key::Tab)).with_context(|| format!("to {id} by Tab"))
    }

    /// Presses Tab until the focus is on a link that leads there.
    pub(super) fn tab_to_link(&self, fragment: &str) -> Result<()> {
        self.tab_to(fragment)
    }

    /// Presses Tab until the focus is on a button with these words.
    pub(super) fn tab_to_button(&self, words: &str) -> Result<()> {
        let script = "return document.activeElement.matches('button') && document.activeElement.innerText.startsWith(arguments[0])";
        let is_there = || Ok(self.browser.run(script, [json!(words)])? == true);
        step_until(is_there, || self.press(&Key::Tab)).with_context(|| format!("to the button “{words}” by Tab"))
    }

    /// Presses Shift and Tab until the element of that id has the focus.
    pub(super) fn back_to(&self, id: &str) -> Result<()> {
        self.step_to(id, || self.browser.key_back()).with_context(|| format!("back to {id} by Shift and Tab"))
    }

    /// Presses Shift and Tab until the focus is on a link that leads there.
    pub(super) fn back_to_link(&self, fragment: &str) -> Result<()> {
        self.back_to(fragment)
    }

    /// Presses a key that leads to another page: the focus is then at its heading.
    pub(super) fn go(&self, key: &Key, title: &str) -> Result<()> {
        self.browser.key(key)?;
        waiting::until(&format!("the page {title}"), || Ok(self.browser.title()?.starts_with(title)))?;
        self.expect("page-heading")
    }

    /// Presses a key that leads to a question: the focus is then there.
    pub(super) fn go_to_question(&self, key: &Key, question: &str) -> Result<()> {
        self.browser.key(key)?;
        self.expect(question)
    }

    /// The focus comes to the element of that id.
    pub(super) fn expect(&self, id: &str) -> Result<()> {
        let mut last = Value::Null;
        let there = waiting::until(&format!("the focus at {id}"), || {
            last = self.browser.run("return document.activeElement.id", [])?;
            Ok(last == id)
        });
        there.with_context(|| format!("it is at {last}"))?;
        self.look().map(drop)
    }

    /// Goes to the next unanswered question, if there is one.
    pub(super) fn next_unanswered(&self) -> Result<Option<String>> {
        let before = self.look()?;
        self.browser.keys("n")?;
        let asked = waiting::until_some("the next question, or that all are answered", || {
            let all =
                self.browser.count(".rocu-notice")? > 0 && self.browser.text(".rocu-notice")?.contains("answered");
            let found = self.browser.run(
                "const it = document.activeElement; return it.matches('.rocu-question') ? it.id : ''",
                [json!(before)],
            )?;
            let asked = found.as_str().filter(|id| !id.is_empty() && *id != before).map(str::to_owned);
            Ok(if asked.is_some() { Some(asked) } else { all.then_some(None) })
        })?;
        let _ = self.look()?;
        Ok(asked)
    }
}

/// Takes a step again and again until one is there.
fn step_until(is_there: impl Fn() -> Result<bool>, step: impl Fn() -> Result<()>) -> Result<()> {
    for _ in 0..MOST {
        if is_there()? {
            return Ok(());
        }
        step()?;
    }
    anyhow::bail!("no key leads there")
}
