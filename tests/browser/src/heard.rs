//! What a browser reports of a page: requests, complaints, questions to the user.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::browser::Browser;

/// What was reported since it was last asked.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The addresses that pages from the disk asked for, their own included. A `data:` address is not
    /// among them: it holds what it names, as the picture in the browser's own date field does.
    pub requests: Vec<String>,
    /// What the console says: errors, warnings, violations of the policy.
    pub console: Vec<String>,
    /// Whether the browser asked if the page may be left.
    pub asked_before_leaving: bool,
}

impl Heard {
    /// Asks a browser.
    ///
    /// # Errors
    /// It is gone.
    pub fn of(browser: &Browser) -> Result<Self> {
        let mut heard = Self { console: browser.log("browser")?, ..Self::default() };
        for entry in browser.log("performance")? {
            let entry: Value = serde_json::from_str(&entry).context("an entry of the log is JSON")?;
            let message = &entry["message"];
            let parameters = &message["params"];
            match message["method"].as_str().unwrap_or_default() {
                // The browser's own first page makes requests as well, of parts of the browser.
                "Network.requestWillBeSent" if of_a_file(&parameters["documentURL"]) => {
                    heard.requests.extend(address(&parameters["request"]["url"]));
                }
                "Network.webSocketCreated" | "Network.webTransportCreated" => {
                    heard.requests.extend(address(&parameters["url"]));
                }
                "Page.javascriptDialogOpening" if parameters["type"] == "beforeunload" => {
                    heard.asked_before_leaving = true;
                }
                _ => {}
            }
        }
        Ok(heard)
    }
}

fn address(value: &Value) -> Option<String> {
    value.as_str().filter(|address| !address.starts_with("data:")).map(str::to_owned)
}

fn of_a_file(address: &Value) -> bool {
    address.as_str().is_some_and(|address| address.starts_with("file:") || address.starts_with("blob:"))
}
