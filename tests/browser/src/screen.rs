//! A screen that nobody sees, for a browser that needs one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// A screen, gone with this value.
#[derive(Debug)]
pub struct Screen {
    process: Child,
    number: u32,
}

impl Screen {
    /// Starts one.
    ///
    /// # Errors
    /// `Xvfb` is not installed.
    pub fn start() -> Result<Self> {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("`Xvfb` cannot be started: install the Debian package xvfb and try again")?;
        let mut line = String::new();
        let out = process.stdout.take().context("its output is piped")?;
        // It takes the first number that is free, and says which.
        let _ = BufReader::new(out).read_line(&mut line)?;
        let number = line.trim().parse().context("the screen names its number")?;
        Ok(Self { process, number })
    }

    /// Its name, as programs are told it.
    #[must_use]
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
