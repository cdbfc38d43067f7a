//! The program between a test and its browser.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail};

const PROGRAM: &str = "chromedriver";

/// How it says on which port it listens.
const STARTED: &str = "was started successfully on port ";

/// A driver on a free port, ended with this value.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
    // Kept open: the driver would end at the first line that it cannot write.
    _says: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts it.
    ///
    /// # Errors
    /// It is not installed, or ends at once.
    pub fn start() -> Result<Self> {
        let mut process = Command::new(PROGRAM)
            .args(["--port=0", "--log-level=SEVERE"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("`chromedriver` cannot be started: install the Debian package chromium-driver and try again")?;
        let out = process.stdout.take().context("the driver's output is piped")?;
        let mut says = BufReader::new(out);
        match port(&mut says) {
            Ok(port) => Ok(Self { process, port, _says: says }),
            Err(error) => {
                let _ = process.kill();
                let _ = process.wait();
                Err(error)
            }
        }
    }

    /// The port on which it listens.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }
}

fn port(says: &mut impl BufRead) -> Result<u16> {
    for line in says.lines() {
        if let Some((_, port)) = line?.split_once(STARTED) {
            return port.trim_end_matches('.').parse().context("the driver names its port");
        }
    }
    bail!("`chromedriver` ended before it listened")
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Ends a process at once, as a crash does.
///
/// # Errors
/// It was not there.
pub fn kill(process: u32) -> Result<()> {
    let killed = Command::new("kill").args(["-KILL", &process.to_string()]).stderr(Stdio::null()).status()?;
    if killed.success() { Ok(()) } else { bail!("there is no process {process}") }
}

/// Whether a process still runs. One that has ended and whose end nobody has asked about does not.
#[must_use]
pub fn runs(process: u32) -> bool {
    let state = Command::new("ps").args(["-o", "state=", "-p", &process.to_string()]).output();
    state.is_ok_and(|state| state.stdout.first().is_some_and(|state| *state != b'Z'))
}
