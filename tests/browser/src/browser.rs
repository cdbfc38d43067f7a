//! A browser that is driven: one window, with the finished file or any other in it.

mod windows;

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::{By, Capabilities, Key, WebDriver, WebElement};
use tokio::runtime::{self, Runtime};

use crate::driver::{self, Driver};
use crate::profile::Profile;
use crate::{finished, waiting};

/// No call of a driver takes so long unless its browser hangs.
const LONGEST_CALL: Duration = Duration::from_mins(1);

/// A browser. It is ended with this value, also when a test fails.
#[derive(Debug)]
pub struct Browser {
    session: WebDriver,
    runtime: Runtime,
    process: u32,
    // Dropped last: the session ends through it.
    _driver: Driver,
}

/// The selector of the element with that id, which may have full stops in it.
#[must_use]
pub fn id(id: &str) -> String {
    format!("[id=\"{id}\"]")
}

impl Browser {
    /// Starts a browser for a profile.
    ///
    /// # Errors
    /// Browser or driver is not installed, or does not start.
    pub fn start(profile: &Profile) -> Result<Self> {
        let driver = Driver::start()?;
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let server = format!("http://127.0.0.1:{}", driver.port());
        let wanted = Capabilities::from(profile.capabilities());
        let starting = async { WebDriver::builder(server, wanted).request_timeout(LONGEST_CALL).await };
        let session = runtime.block_on(starting).context("the browser did not start")?;
        let process = session.capabilities().get("goog:processID").and_then(Value::as_u64);
        let process = process.and_then(|process| process.try_into().ok()).context("the driver names no process")?;
        Ok(Self { session, runtime, process, _driver: driver })
    }

    /// Starts a browser with the finished file in it, and waits until the app has started.
    ///
    /// # Errors
    /// It does not start.
    pub fn with_page(profile: &Profile) -> Result<Self> {
        let browser = Self::start(profile)?;
        browser.open(&finished::page()?)?;
        browser.wait_for("#page-heading")?;
        Ok(browser)
    }

    fn call<T>(&self, call: impl Future<Output = WebDriverResult<T>>) -> Result<T> {
        Ok(self.runtime.block_on(call)?)
    }

    /// Opens a file from the disk.
    ///
    /// # Errors
    /// The browser refuses.
    pub fn open(&self, file: &Path) -> Result<()> {
        self.go(&finished::address(file))
    }

    /// Loads the page again, as F5 does.
    ///
    /// # Errors
    /// The browser refuses.
    pub fn reload(&self) -> Result<()> {
        self.call(self.session.refresh())
    }

    /// Goes to an address of the page as a link does, and waits until the window bears that title.
    ///
    /// # Errors
    /// It never does.
    pub fn visit(&self, fragment: &str, title: &str) -> Result<()> {
        let _ = self.run("location.hash = arguments[0]", [json!(fragment)])?;
        waiting::until(&format!("the title “{title}” at {fragment}"), || Ok(self.title()?.starts_with(title)))
    }

    /// The title of the window.
    ///
    /// # Errors
    /// The browser is gone.
    pub fn title(&self) -> Result<String> {
        self.call(self.session.title())
    }

    /// Runs a script in the page and hands back what it returns.
    ///
    /// # Errors
    /// The script fails.
    pub fn run(&self, script: &str, arguments: impl Into<Vec<Value>>) -> Result<Value> {
        let returned = self.call(self.session.execute(script, arguments.into()))?;
        Ok(returned.json().clone())
    }

    /// Runs a script whose last argument takes its result.
    ///
    /// # Errors
    /// The script fails.
    pub fn run_until_done(&self, script: &str) -> Result<Value> {
        self.run_until_done_with(script, [])
    }

    /// As [`Self::run_until_done`], with arguments before the last.
    ///
    /// # Errors
    /// The script fails.
    pub fn run_until_done_with(&self, script: &str, arguments: impl Into<Vec<Value>>) -> Result<Value> {
        let returned = self.call(self.session.execute_async(script, arguments.into()))?;
        Ok(returned.json().clone())
    }

    /// Calls Chrome's own protocol.
    ///
    /// # Errors
    /// The browser refuses.
    pub fn protocol(&self, method: &str, parameters: &Value) -> Result<Value> {
        self.call(self.session.cdp().send_raw(method, parameters))
    }

    /// The log of that kind since it was last read.
    ///
    /// # Errors
    /// There is none of that kind.
    pub(crate) fn log(&self, kind: &str) -> Result<Vec<String>> {
        let entries = self.call(self.session.get_log(kind))?;
        Ok(entries.into_iter().map(|entry| entry.message).collect())
    }

    /// Does something with an element as soon as it can be done.
    fn with<T>(&self, by: &By, deed: impl AsyncFn(WebElement) -> WebDriverResult<T>) -> Result<T> {
        waiting::until_some(&format!("{by:?}"), || {
            self.call(async { deed(self.session.find(by.clone()).await?).await }).map(Some)
        })
    }

    /// Waits until there is such an element.
    ///
    /// # Errors
    /// There never is.
    pub fn wait_for(&self, selector: &str) -> Result<()> {
        self.with(&By::Css(selector), async |_| Ok(()))
    }

    /// Clicks an element. One that something covers is first brought to the middle of the window, as
    /// a user does.
    async fn click_on(&self, element: &WebElement) -> WebDriverResult<()> {
        let clicked = element.click().await;
        let covered = |error: &WebDriverError| matches!(**error, WebDriverErrorInner::ElementClickIntercepted(_));
        if !clicked.as_ref().is_err_and(covered) {
            return clicked;
        }
        let script = "arguments[0].scrollIntoView({ block: 'center' })";
        let _ = self.session.execute(script, [element.to_json()?]).await?;
        element.click().await
    }

    /// Clicks an element.
    ///
    /// # Errors
    /// It is not there, or something covers it.
    pub fn click(&self, selector: &str) -> Result<()> {
        self.with(&By::Css(selector), async |element| self.click_on(&element).await)
    }

    /// Clicks what lies within the element of that id, is of that kind and begins with these words.
    ///
    /// # Errors
    /// It is not there, or something covers it.
    pub fn press(&self, within: &str, kind: &str, words: &str) -> Result<()> {
        let path = format!("//*[@id='{within}']//{kind}[starts-with(normalize-space(.), '{words}')]");
        self.with(&By::XPath(path), async |element| self.click_on(&element).await)
    }

    /// Types into a field, key by key, after what stands in it.
    ///
    /// # Errors
    /// It is not there.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let field = self.with(&By::Css(selector), async |element| Ok(element))?;
        self.call(field.send_keys(text)).with_context(|| format!("typing into {selector}"))
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

    /// Types a day into a date field, in the order in which this browser asks for it.
    ///
    /// # Errors
    /// The field does not take it.
    pub fn type_day(&self, selector: &str, [year, month, day]: [&str; 3]) -> Result<()> {
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

    /// What stands in a field.
    ///
    /// # Errors
    /// It is not there.
    pub fn value(&self, selector: &str) -> Result<String> {
        let value = self.with(&By::Css(selector), async |element| element.prop("value").await)?;
        value.with_context(|| format!("{selector} has no value"))
    }

    /// What can be read in an element.
    ///
    /// # Errors
    /// It is not there.
    pub fn text(&self, selector: &str) -> Result<String> {
        self.with(&By::Css(selector), async |element| element.text().await)
    }

    /// What an expression in the page makes of each such element; it calls the element `element`.
    ///
    /// # Errors
    /// The expression fails, or makes something that is not text.
    pub fn each(&self, selector: &str, expression: &str) -> Result<Vec<String>> {
        let script = format!("return [...document.querySelectorAll(arguments[0])].map(element => {expression})");
        Ok(serde_json::from_value(self.run(&script, [json!(selector)])?)?)
    }

    /// How many such elements there are.
    ///
    /// # Errors
    /// The browser is gone.
    pub fn count(&self, selector: &str) -> Result<usize> {
        Ok(self.each(selector, "''")?.len())
    }

    /// The number of its process.
    #[must_use]
    pub const fn process(&self) -> u32 {
        self.process
    }

    /// Ends the browser at once, as a crash or a cut in the power does, and waits until it is gone.
    ///
    /// # Errors
    /// It had gone before.
    pub fn kill(self) -> Result<()> {
        driver::kill(self.process)?;
        waiting::until("the end of the browser", || Ok(!driver::runs(self.process)))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if driver::runs(self.process) && self.runtime.block_on(self.session.clone().quit()).is_ok() {
            return;
        }
        // Else it would ask a driver again that no longer answers.
        let _ = self.session.clone().leak();
        let _ = driver::kill(self.process);
    }
}
