//! Where this workspace and its build folder are, and which state of the source it is.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

/// The app's package; its program has the same name.
pub(crate) const APP: &str = "rocu-self-assessment";
/// The app's second program, which is opened when it is first needed.
pub(crate) const DOCUMENTS: &str = "rocu-documents";
/// The app's third program, which is opened when it is first needed.
pub(crate) const LOCKS: &str = "rocu-locks";
/// The package of the program that unpacks the others, with the same name.
pub(crate) const UNPACK: &str = "rocu-unpack";
/// The package of the program that starting is measured against, with the same name.
pub(crate) const FLOOR: &str = "floor";
/// The package whose tests drive the finished page in a real browser.
pub(crate) const BROWSER_TESTS: &str = "browser-tests";

/// The folders of one checkout.
#[derive(Debug)]
pub(crate) struct Workspace {
    /// The folder of the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, wherever the environment or a configuration puts it.
    pub(crate) target: PathBuf,
}

impl Workspace {
    /// Asks cargo, so that `CARGO_TARGET_DIR` and configuration files count here as they do there.
    pub(crate) fn find() -> Result<Self> {
        let mut command = Command::new(cargo());
        let _ = command.args(["metadata", "--no-deps", "--format-version", "1"]);
        // Set by `cargo run`: the workspace is found from any folder.
        if let Some(package) = env::var_os("CARGO_MANIFEST_DIR") {
            let _ = command.current_dir(package);
        }
        let metadata = process::read(&mut command, "Cargo could not read the workspace; its message above says why.")?;
        let metadata: Value = serde_json::from_str(&metadata).context("Cargo described the workspace unreadably.")?;
        let folder = |key: &str| {
            metadata[key]
                .as_str()
                .map(PathBuf::from)
                .with_context(|| format!("Cargo did not say where the workspace has its `{key}`."))
        };
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")? })
    }

    /// A cargo call in this workspace.
    pub(crate) fn cargo(&self) -> Command {
        self.command(cargo())
    }

    /// A call of any program in this workspace's folder.
    pub(crate) fn command(&self, program: impl Into<OsString>) -> Command {
        let mut command = Command::new(program.into());
        let _ = command.current_dir(&self.root);
        command
    }

    /// The commit that the page is built from, with `+` where something differs from it.
    pub(crate) fn commit(&self) -> String {
        // Git itself shortens to a length that grows with the repository: the same commit
        // would read differently from one day to the next.
        let head = process::ask(self.command("git").args(["rev-parse", "HEAD"]));
        let Some(short) = head.as_deref().and_then(|head| head.get(..10)) else {
            return "unknown".to_owned();
        };
        let changes = process::ask(self.command("git").args(["status", "--porcelain"]));
        let mark = if changes.is_some_and(|changes| changes.is_empty()) { "" } else { "+" };
        format!("{short}{mark}")
    }
}

fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
