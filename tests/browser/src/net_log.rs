//! What Chromium itself writes down of all that it asked of any network, the names of machines included.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::engine::chromium::OWN;

/// The events of its log that lead out of the browser: requests, names that are looked up, connections.
const LEADS_OUT: [&str; 4] =
    ["URL_REQUEST_START_JOB", "HOST_RESOLVER_MANAGER_REQUEST", "TCP_CONNECT_ATTEMPT", "UDP_BYTES_SENT"];

/// In the log, where an event begins or is all over at once.
const BEGINS: [u64; 2] = [0, 1];

/// What is not looked up: the browser was told that these machines are not there.
const NOWHERE: &str = "~notfound";

/// What a browser that has ended asked for, one entry for each event. What is in an address itself or on the
/// disk leads nowhere.
///
/// # Errors
/// There is no such log, or it is not whole.
pub fn asked(log: &Path) -> Result<Vec<String>> {
    let text = fs::read(log).with_context(|| format!("{} cannot be read", log.display()))?;
    let log: Value = serde_json::from_slice(&text).context("the log is whole")?;
    let names: BTreeMap<i64, &str> =
        (log["constants"]["logEventTypes"].as_object().context("the log names its events")?)
            .iter()
            .filter_map(|(name, number)| Some((number.as_i64()?, name.as_str())))
            .collect();
    let known = LEADS_OUT.iter().filter(|name| names.values().any(|other| other == *name)).count();
    ensure!(known == LEADS_OUT.len(), "the log calls its events by other names now: {:?}", names.values());
    let mut asked = Vec::new();
    for event in log["events"].as_array().context("the log lists events")? {
        let Some(name) = event["type"].as_i64().and_then(|number| names.get(&number)) else { continue };
        let address = event["params"]["url"].as_str().unwrap_or_default();
        let inside =
            ["data:", "file:", "blob:", "chrome:", "chrome-extension:"].iter().any(|it| address.starts_with(it));
        let told = event["params"].to_string();
        let begins = event["phase"].as_u64().is_some_and(|phase| BEGINS.contains(&phase));
        let own = OWN.iter().chain([&NOWHERE]).any(|own| told.contains(own));
        if LEADS_OUT.contains(name) && begins && !inside && !own {
            asked.push(format!("{name} {told}"));
        }
    }
    Ok(asked)
}
