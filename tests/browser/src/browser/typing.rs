//! Typing: into a field, or to whatever has the focus.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{By, Key};

use super::Browser;
use crate::engine::{Days, Engine};
use crate::waiting;

impl Browser {
    /// Types into a field, key by key, after what stands in it.
    ///
    /// # Errors
    /// It is not there.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        // What is there takes no key before it is shown, and may be drawn anew until then.
        let typed = waiting::until_some(&format!("{selector} to be shown"), || {
            let typed = self.type_now(selector, text);
            let error = typed.as_ref().err().and_then(|error| error.downcast_ref::<WebDriverError>());
            let is_early = error.is_some_and(|error| {
                use WebDriverErrorInner::{ElementNotInteractable, StaleElementReference};
                matches!(**error, ElementNotInteractable(_) | StaleElementReference(_))
            });
            if is_early { typed.map(|()| None) } else { Ok(Some(typed)) }
        })?;
        typed.with_context(|| format!("typing into {selector}"))
    }

    fn type_now(&self, selector: &str, text: &str) -> Result<()> {
        let field = self.with(&By::Css(selector), async |element| Ok(element))?;
        // One driver knows no line ends, but the key; in a field for files they part the names.
        let kind = self.call(field.prop("type"))?;
        let has_keys = cfg!(engine = "webkit") && kind.is_none_or(|kind| kind != "file");
        let text = if has_keys { text.replace('\n', &Key::Enter.value().to_string()) } else { text.to_owned() };
        self.call(field.send_keys(text))
    }

    /// Types keys to whatever has the focus.
    ///
    /// # Errors
    /// The browser is gone.
    pub fn keys(&self, keys: impl Into<String>) -> Result<()> {
        self.call(self.session.action_chain().send_keys(keys.into()).perform())
    }

    /// Presses a key, to whatever has the focus.
    ///
    /// # Errors
    /// The browser is gone.
    pub fn key(&self, key: &Key) -> Result<()> {
        self.keys(key.value())
    }

    /// Presses Tab with Shift, to whatever has the focus.
    ///
    /// # Errors
    /// The browser is gone.
    pub fn key_back(&self) -> Result<()> {
        let chain = self.session.action_chain().key_down(Key::Shift).send_keys(Key::Tab.value().to_string());
        self.call(chain.key_up(Key::Shift).perform())
    }

    /// Presses a key with Ctrl, to whatever has the focus.
    ///
    /// # Errors
    /// The browser is gone.
    pub fn key_with_control(&self, key: char) -> Result<()> {
        let chain = self.session.action_chain().key_down(Key::Control).send_keys(key.to_string());
        self.call(chain.key_up(Key::Control).perform())
    }

    /// Types a day into a date field, in the order in which this browser asks for it.
    ///
    /// # Errors
    /// The field does not take it.
    pub fn type_day(&self, selector: &str, [year, month, day]: [&str; 3]) -> Result<()> {
        let whole = format!("{year}-{month}-{day}");
        match Engine::CHOSEN.days() {
            Days::InParts => {}
            Days::Whole => return self.type_into(selector, &whole),
            Days::ByScript => {
                let script = "const field = document.querySelector(arguments[0]);
                    field.value = arguments[1];
                    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }))";
                return self.run(script, [json!(selector), json!(whole)]).map(drop);
            }
        }
        let parts = "return new Intl.DateTimeFormat().formatToParts(new Date()).map(part => part.type)";
        let typed: String = (self.run(parts, [])?.as_array().context("a list of parts")?.iter())
            .filter_map(|part| match part.as_str()? {
                "year" => Some(year),
                "month" => Some(month),
                "day" => Some(day),
                _ => None,
            })
            .collect();
        self.type_into(selector, &typed)?;
        let found = self.value(selector)?;
        ensure!(found == format!("{year}-{month}-{day}"), "{selector} took {typed} for {found}");
        Ok(())
    }
}
