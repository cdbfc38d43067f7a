//! What a browser reports of a page: requests, complaints, questions to the user.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::browser::Browser;

/// What was reported since it was last asked.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The addresses that pages from the disk asked for, their own included, where the browser tells. A
    /// `data:` address is not among them: it holds what it names, as the picture in the browser's own date
    /// field does.
    pub requests: Vec<String>,
    /// What the console says: errors, warnings, violations of the policy. Of browsers that don't tell,
    /// since [`listen`] was called in the page that is open.
    pub console: Vec<String>,
}

/// From now on a page writes down what a console would say of it, for browsers that don't tell.
const LISTEN: &str = "
    window.heard = [];
    const hear = text => window.heard.push(String(text));
    addEventListener('securitypolicyviolation', it => hear(`refused: ${it.violatedDirective} ${it.blockedURI}`));
    addEventListener('error', it => hear(it.message));
    addEventListener('unhandledrejection', it => hear(it.reason));
    for (const kind of ['error', 'warn']) {
        const say = console[kind];
        console[kind] = (...said) => { hear(said.join(' ')); say.apply(console, said); };
    }";

/// Hands back what it has written down, and begins anew.
const WRITTEN_DOWN: &str = "const heard = window.heard ?? []; window.heard = []; return heard";

/// Has the page that is open heard from now on, in browsers that tell nothing themselves.
///
/// # Errors
/// The browser is gone.
pub fn listen(browser: &Browser) -> Result<()> {
    if cfg!(lacks = "console") {
        let _ = browser.run(LISTEN, [])?;
    }
    Ok(())
}

/// Loads the page again, and tells whether the user was asked before it was left.
///
/// # Errors
/// The browser refuses.
pub fn asks_before_reload(browser: &Browser) -> Result<bool> {
    if cfg!(lacks = "protocol") {
        // These browsers ask nobody while they are driven; so the page is asked, as they would ask it.
        let asked = browser.run("return !dispatchEvent(new Event('beforeunload', { cancelable: true }))", [])?;
        browser.reload()?;
        return Ok(asked == true);
    }
    let _ = Heard::of(browser)?;
    browser.reload()?;
    Ok(of_log(browser)?.iter().any(|message| {
        message["method"] == "Page.javascriptDialogOpening" && message["params"]["type"] == "beforeunload"
    }))
}

fn of_log(browser: &Browser) -> Result<Vec<Value>> {
    let entries = browser.log("performance")?;
    let message = |entry: &String| -> Result<Value> {
        let mut entry: Value = serde_json::from_str(entry).context("an entry of the log is JSON")?;
        Ok(entry["message"].take())
    };
    entries.iter().map(message).collect()
}

impl Heard {
    /// Asks a browser.
    ///
    /// # Errors
    /// It is gone.
    pub fn of(browser: &Browser) -> Result<Self> {
        if cfg!(lacks = "console") {
            let console = serde_json::from_value(browser.run(WRITTEN_DOWN, [])?)?;
            return Ok(Self { console, ..Self::default() });
        }
        let mut heard = Self { console: browser.log("browser")?, ..Self::default() };
        for message in of_log(browser)? {
            let parameters = &message["params"];
            match message["method"].as_str().unwrap_or_default() {
                // The browser's own first page makes requests as well, of parts of the browser.
                "Network.requestWillBeSent" if of_a_file(&parameters["documentURL"]) => {
                    heard.requests.extend(address(&parameters["request"]["url"]));
                }
                "Network.webSocketCreated" | "Network.webTransportCreated" => {
                    heard.requests.extend(address(&parameters["url"]));
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
