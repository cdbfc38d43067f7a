//! A browser that is driven: one window, with the finished file or any other in it.

mod typing;
mod windows;

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::{By, Capabilities, WebDriver, WebElement};
use tokio::runtime::{self, Runtime};

use crate::driver::{self, Driver};
use crate::engine::Engine;
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
        let engine = Engine::CHOSEN;
        let driver = Driver::start(engine, profile.folders())?;
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let server = format!("http://127.0.0.1:{}", driver.port());
        let wanted = Capabilities::from(engine.capabilities(profile.folders(), profile.settings()));
        let starting = async { WebDriver::builder(server, wanted).request_timeout(LONGEST_CALL).await };
        let session = runtime.block_on(starting).context("the browser did not start")?;
        let process = session.capabilities().get(engine.process()).and_then(Value::as_u64);
        let process = process.map_or_else(|| driver.child(), |process| Ok(process.try_into()?))?;
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
        waiting::until(&format!("the title “{title}” at {fragment}"), || self.is_at(title))
    }

    /// Whether the page of that title is shown, with an error on it or without.
    ///
    /// # Errors
    /// The browser is gone.
    pub fn is_at(&self, title: &str) -> Result<bool> {
        Ok(self.title()?.trim_start_matches("Error: ").starts_with(title))
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

    /// Prints the page, each sheet of the size that the page asks for where the browser can.
    ///
    /// # Errors
    /// The browser does not print.
    pub(crate) fn print(&self) -> Result<Vec<u8>> {
        if cfg!(lacks = "protocol") {
            let page = PrintPage { width: 21.0, height: 29.7 };
            let margin = PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 };
            return self.call(self.session.print_page(PrintParameters { page, margin, ..PrintParameters::default() }));
        }
        let printed =
            self.protocol("Page.printToPDF", &json!({ "preferCSSPageSize": true, "generateTaggedPDF": true }))?;
        let pdf = printed["data"].as_str().context("the browser hands over a PDF")?;
        Ok(thirtyfour::support::base64_decode(pdf)?)
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
        .with_context(|| self.shown())
    }

    /// Where the window is and what can be read in it, for whoever looks into a failure.
    fn shown(&self) -> String {
        let script = "return `${location.href} (${document.readyState}): ${document.body?.innerText}`";
        match self.run(script, []) {
            Ok(shown) => shown.to_string(),
            Err(error) => format!("the window can't be asked what it shows: {error}"),
        }
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
        // One driver takes what lies below the window for something that can't be clicked.
        let covered = |error: &WebDriverError| {
            use WebDriverErrorInner::{ElementClickIntercepted, ElementNotInteractable};
            matches!(**error, ElementClickIntercepted(_) | ElementNotInteractable(_))
        };
        if !clicked.as_ref().is_err_and(covered) {
            return clicked;
        }
        // What can be chosen from a closed list has no place of its own on the page.
        let script = "(arguments[0].closest('select') ?? arguments[0]).scrollIntoView({ block: 'center' })";
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
        // By the page's own account: one driver runs the lines together.
        let text = self.with(&By::Css(selector), async |element| element.prop("innerText").await)?;
        Ok(text.unwrap_or_default().trim().to_owned())
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
