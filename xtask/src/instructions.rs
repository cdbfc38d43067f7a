//! Counts the instructions of each case of the core: unlike times they repeat, on a busy machine too.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::process;
use crate::workspace::{APP, Workspace};

/// The program of the cases.
const CASES: &str = "costs";
/// What was counted last, as `cargo xtask count` writes it.
const COUNTED: &str = "benches/instructions.txt";
/// In hundredths: what another compiler or another processor may change.
const LEEWAY: u64 = 10;

/// Instructions by the name of a case.
type Counts = BTreeMap<String, u64>;

/// Counts, and fails where a case takes more than it took before, or so much less that it should be noted.
///
/// Left out, saying so, where there is no valgrind to count with.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    if !process::is_installed("valgrind") {
        eprintln!("The instructions of the core are not counted: valgrind is not installed.");
        return Ok(());
    }
    eprintln!("Instructions of the core");
    let known = known(workspace)?;
    let differences = differences(&known, &counts(workspace, &known)?);
    if differences.is_empty() {
        return Ok(());
    }
    bail!(
        "The core takes other numbers of instructions than {COUNTED} has; if that is meant, run `cargo xtask count` \
         and read what it changes.\n{}",
        differences.join("\n")
    )
}

/// Counts, and writes down what [`check`] compares with.
pub(crate) fn write(workspace: &Workspace) -> Result<()> {
    let counts = counts(workspace, &known(workspace)?)?;
    fs::write(workspace.root.join(COUNTED), written(&counts))
        .with_context(|| format!("{COUNTED} could not be written."))
}

fn known(workspace: &Workspace) -> Result<Counts> {
    let text = fs::read_to_string(workspace.root.join(COUNTED));
    Ok(read(&text.with_context(|| format!("{COUNTED} could not be read."))?))
}

/// Of the cases of which some number is known: the others take too long to count.
fn counts(workspace: &Workspace, known: &Counts) -> Result<Counts> {
    let program = compile(workspace)?;
    known.keys().map(|name| Ok((name.clone(), count(workspace, &program, name)?))).collect()
}

fn compile(workspace: &Workspace) -> Result<PathBuf> {
    let mut command = workspace.cargo();
    let _ = command.args(["bench", "--no-run", "--profile", "dev", "--package", APP, "--bench", CASES]);
    let messages = process::read(
        command.args(["--message-format", "json-render-diagnostics"]),
        "What is counted does not compile; the message above says why.",
    )?;
    let mut programs = messages.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        // The app's own programs are compiled beside it.
        message["executable"].as_str().filter(|_| message["target"]["name"] == CASES).map(PathBuf::from)
    });
    programs.next().context("Cargo did not say where it put what is counted.")
}

fn count(workspace: &Workspace, program: &Path, name: &str) -> Result<u64> {
    let mut command = workspace.command("valgrind");
    let _ = command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-fd=1"]);
    let _ = command.args(["--collect-atstart=no", "--toggle-collect=*measured*"]).arg(program).arg(name);
    let log = process::read(&mut command, "Valgrind could not count; its message above says why.")?;
    collected(&log).with_context(|| format!("Valgrind counted nothing of \"{name}\":\n{log}"))
}

/// The number after "Collected :" in what callgrind says at its end, unless that is nought.
fn collected(log: &str) -> Option<u64> {
    let (_, after) = log.split_once("Collected :")?;
    after.split_whitespace().next()?.parse().ok().filter(|counted| *counted > 0)
}

fn read(text: &str) -> Counts {
    let lines = text.lines().filter_map(|line| line.rsplit_once(": "));
    lines.filter_map(|(name, counted)| Some((name.to_owned(), counted.parse().ok()?))).collect()
}

fn written(counts: &Counts) -> String {
    counts.iter().fold(String::new(), |mut text, (name, counted)| {
        let _ = writeln!(text, "{name}: {counted}");
        text
    })
}

fn differences(known: &Counts, counts: &Counts) -> Vec<String> {
    let pairs = known.iter().filter_map(|(name, before)| Some((name, *before, *counts.get(name)?)));
    pairs
        .filter(|(_, before, now)| now.abs_diff(*before) * 100 > before * LEEWAY)
        .map(|(name, before, now)| format!("{name}: {before} before, {now} now"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let counts = Counts::from([("choose a level, 1,561 questions".to_owned(), 12), ("open".to_owned(), 3_000_000)]);
        assert_eq!(read(&written(&counts)), counts);
    }

    #[test]
    fn what_callgrind_counted_stands_in_its_log() {
        assert_eq!(collected("==7== Events    : Ir\n==7== Collected : 372914\n==7==\n"), Some(372_914));
        assert_eq!(collected("==7== Collected : 0\n"), None);
        assert_eq!(collected("==7== Command: costs\n"), None);
    }

    #[test]
    fn more_or_less_than_a_tenth_is_told_and_nothing_below_that() {
        let known = Counts::from([("open".to_owned(), 1000)]);
        let told = |now| differences(&known, &Counts::from([("open".to_owned(), now)])).len();
        assert_eq!([told(1000), told(1100), told(1101), told(900), told(899)], [0, 0, 1, 0, 1]);
    }
}
