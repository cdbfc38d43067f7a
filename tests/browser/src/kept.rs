//! What a browser keeps for pages from the disk.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::browser::Browser;
use crate::waiting;

/// Hands back every value in every store of every database, and all of the smaller stores, as text.
///
/// It knows no names, so that nothing can hide. A database is read after all that is being written
/// to it is on the disk.
const READ: &str = r#"
const done = arguments[arguments.length - 1];
const answer = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
});
(async () => {
    const kept = [...Object.values({ ...localStorage }), ...Object.values({ ...sessionStorage })];
    if (document.cookie) kept.push(document.cookie);
    for (const { name } of await indexedDB.databases()) {
        const database = await answer(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
            kept.push(...await answer(database.transaction(store).objectStore(store).getAll()));
        }
        database.close();
    }
    return kept.map(value => typeof value === "string" ? value : JSON.stringify(value));
})().then(done, error => done(String(error)));
"#;

/// What an assessment file says it is.
const FORMAT: &str = "rocu-self-assessment";

/// All texts that the browser keeps.
///
/// # Errors
/// They cannot be read.
pub fn texts(browser: &Browser) -> Result<Vec<String>> {
    let kept = browser.run_until_done(READ)?;
    ensure!(kept.is_array(), "what is kept cannot be read: {kept}");
    Ok(serde_json::from_value(kept)?)
}

/// The one assessment among them in its latest generation, as JSON. A line with the number of the
/// generation stands before each.
///
/// # Errors
/// There is none, or more than one.
pub fn working_copy(browser: &Browser) -> Result<Value> {
    let mut copies = working_copies(browser)?;
    ensure!(copies.len() <= 1, "there are {} working copies", copies.len());
    copies.pop().context("there is no working copy")
}

/// All assessments among them, each in its latest generation.
///
/// # Errors
/// They cannot be read.
pub fn working_copies(browser: &Browser) -> Result<Vec<Value>> {
    let mut copies: BTreeMap<String, (u64, Value)> = BTreeMap::new();
    for text in texts(browser)? {
        let Some((head, json)) = text.split_once('\n') else { continue };
        let number = head.split(' ').next().and_then(|number| number.parse().ok());
        let (Some(number), Ok(copy)) = (number, serde_json::from_str::<Value>(json)) else { continue };
        // A colleague's copy has the id of the assessment that it is a copy of.
        let name = format!("{} {}", copy["id"], copy["copy"]["role"]);
        if copy["format"] == FORMAT && copies.get(&name).is_none_or(|(other, _)| *other < number) {
            let _ = copies.insert(name, (number, copy));
        }
    }
    Ok(copies.into_values().map(|(_, copy)| copy).collect())
}

/// Waits until what is kept holds that text.
///
/// # Errors
/// It never does.
pub fn wait_for(browser: &Browser, text: &str) -> Result<()> {
    waiting::until(&format!("“{text}” to be kept"), || Ok(texts(browser)?.iter().any(|kept| kept.contains(text))))
}

/// Waits until the working copy says that at that place, a JSON pointer, however it is written down.
///
/// # Errors
/// It never does.
pub fn wait_for_value(browser: &Browser, place: &str, value: &str) -> Result<()> {
    waiting::until(&format!("“{value}” to be kept at {place}"), || {
        Ok(working_copy(browser)?.pointer(place).is_some_and(|kept| kept == value))
    })
}
