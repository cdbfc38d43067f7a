//! Waiting for a condition: asked again and again, given up after a while that no test relies on.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};

const BETWEEN: Duration = Duration::from_millis(20);

/// Long enough for a busy machine, short enough to be told of a failure.
const MOST: Duration = Duration::from_secs(20);

/// Tries until there is a value. An error on the way is a reason to try again.
///
/// # Errors
/// There never was one: says what was waited for, and the last error.
#[expect(clippy::disallowed_methods, reason = "a test has a clock; it is the page that has none")]
pub fn until_some<T>(what: &str, mut attempt: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let start = Instant::now();
    let mut last = None;
    while start.elapsed() < MOST {
        match attempt() {
            Ok(Some(value)) => return Ok(value),
            Ok(None) => last = None,
            Err(error) => last = Some(error),
        }
        thread::sleep(BETWEEN);
    }
    Err(last.unwrap_or_else(|| anyhow!("it never was so"))).with_context(|| format!("waited in vain for {what}"))
}

/// Tries until it is true.
///
/// # Errors
/// It never was.
pub fn until(what: &str, mut attempt: impl FnMut() -> Result<bool>) -> Result<()> {
    until_some(what, || Ok(attempt()?.then_some(())))
}
