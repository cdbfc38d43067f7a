//! The program between a test and its browser.

use std::io::{self, BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::engine::{Engine, Folders, Started};
use crate::screen::Screen;
use crate::waiting;

/// How often a driver is started before its end is taken for its answer.
const TRIES: u32 = 3;

/// A driver on a free port, ended with this value.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
    // Dropped last: the browser is shown on it.
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts it.
    ///
    /// # Errors
    /// It is not installed, or ends at once every time.
    pub(crate) fn start(engine: Engine, folders: Folders<'_>) -> Result<Self> {
        // The port that it finds free in one family of addresses may be taken in the other; then it ends.
        (1..TRIES).find_map(|_| Self::once(engine, folders).ok()).map_or_else(|| Self::once(engine, folders), Ok)
    }

    fn once(engine: Engine, folders: Folders<'_>) -> Result<Self> {
        let screen = engine.needs_screen().then(Screen::start).transpose()?;
        engine.prepare(folders)?;
        let free = free_port()?;
        let Started { mut command, says, install } = engine.driver(free, folders);
        if let Some(screen) = &screen {
            let _ = command.env("DISPLAY", screen.name());
        }
        let program = command.get_program().to_string_lossy().into_owned();
        let mut process = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("`{program}` cannot be started: install {install} and try again"))?;
        let out = process.stdout.take().context("the driver's output is piped")?;
        // From here on it is ended whatever happens.
        let mut driver = Self { process, port: free, _screen: screen };
        if let Some(says) = says {
            driver.port = named(BufReader::new(out), says)?;
        } else {
            listen_to(BufReader::new(out));
            waiting::until(&program, || Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, free)).is_ok()))?;
        }
        Ok(driver)
    }

    /// The port on which it listens.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The process that it started last: where it does not tell, that is its browser.
    ///
    /// # Errors
    /// It has started none.
    pub(crate) fn child(&self) -> Result<u32> {
        let children = Command::new("ps").args(["-o", "pid=", "--ppid", &self.process.id().to_string()]).output()?;
        let children = String::from_utf8(children.stdout)?;
        children.lines().last().context("the driver has started no browser")?.trim().parse().context("a number")
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// The port that a driver names after these words.
fn named(mut says: BufReader<ChildStdout>, words: &str) -> Result<u16> {
    let mut said = String::new();
    let mut from = 0;
    while says.read_line(&mut said)? > 0 {
        if let Some((_, port)) = said[from..].split_once(words) {
            let digits = port.chars().take_while(char::is_ascii_digit).collect::<String>();
            listen_to(says);
            return digits.parse().context("the driver names its port");
        }
        from = said.len();
    }
    bail!("the driver ended before it listened; it said: {said}")
}

/// Takes whatever it says from now on: it would end at the first line that it can't write, and hang at the
/// first for which there is no room.
fn listen_to(mut says: BufReader<ChildStdout>) {
    let _ = thread::spawn(move || io::copy(&mut says, &mut io::sink()));
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
