//! Calls other programs and says in one sentence what went wrong.

use std::env;
use std::io::{self, ErrorKind};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, anyhow, bail};

/// Runs a program that talks to the user itself.
///
/// # Errors
/// `failed` when it ends with an error: the sentence says what failed and what to do.
pub(crate) fn run(command: &mut Command, failed: &str) -> Result<()> {
    let status = command.status().map_err(|error| absent(command, &error))?;
    if !status.success() {
        bail!("{failed}");
    }
    Ok(())
}

/// Runs a program that prepares the machine; what it says goes where progress goes.
///
/// # Errors
/// `failed` when it ends with an error: the sentence says what failed and what to do.
pub(crate) fn prepare(command: &mut Command, failed: &str) -> Result<()> {
    run(command.stdout(io::stderr()), failed)
}

/// Runs a program and hands back what it printed.
///
/// # Errors
/// `failed` when it ends with an error, after its own message.
pub(crate) fn read(command: &mut Command, failed: &str) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| absent(command, &error))?;
    if !output.status.success() {
        bail!("{failed}");
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed something that is not text.", name(command)))
}

/// What a program printed, or nothing where it is absent or fails: for questions that may go unanswered.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    match command.stderr(Stdio::null()).output() {
        Ok(Output { status, stdout, .. }) if status.success() => String::from_utf8(stdout).ok(),
        _ => None,
    }
}

/// Whether a program of this name is on the path.
pub(crate) fn is_installed(name: &str) -> bool {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(&file).is_file()))
}

fn absent(command: &Command, error: &io::Error) -> anyhow::Error {
    let name = name(command);
    if error.kind() == ErrorKind::NotFound {
        anyhow!("`{name}` is not installed, or not on the path; install it and try again.")
    } else {
        anyhow!("`{name}` could not be started: {error}.")
    }
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program-here"), "unused").unwrap_err();
        assert!(error.to_string().contains("`no-such-program-here` is not installed"));
    }

    #[test]
    fn a_question_to_a_missing_program_goes_unanswered() {
        assert_eq!(ask(&mut Command::new("no-such-program-here")), None);
        assert!(!is_installed("no-such-program-here"));
    }
}
