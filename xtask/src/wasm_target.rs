//! A compiler that can build for the browser: rustup's, or Debian's where rustup can't add the target.

mod debian;
mod renamed;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

pub(crate) use self::renamed::cargo_home;
use crate::process;
use crate::workspace::Workspace;

/// What the app is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// A compiler with a standard library for [`TARGET`].
#[derive(Debug)]
pub(crate) struct WasmToolchain {
    /// Debian's compiler, where it is not the one that cargo would choose.
    debian: Option<PathBuf>,
    /// What the compiler must be told in order to find that library.
    rustflags: Vec<String>,
}

impl WasmToolchain {
    fn of_rustup() -> Self {
        Self { debian: None, rustflags: Vec::new() }
    }

    /// A cargo call that uses this compiler and gives the same bytes on every machine.
    pub(crate) fn cargo(&self, workspace: &Workspace) -> Result<Command> {
        let mut flags = self.rustflags.clone();
        flags.extend(renamed::flags(workspace, &self.rustc())?);
        Ok(self.prepare(workspace.cargo(), &flags))
    }

    /// A call of the clippy that belongs to this compiler; its arguments follow.
    pub(crate) fn clippy(&self, workspace: &Workspace) -> Result<Command> {
        let mut command = if self.debian.is_some() {
            self.prepare(debian::clippy(workspace)?, &self.rustflags)
        } else {
            workspace.cargo()
        };
        let _ = command.arg("clippy");
        Ok(command)
    }

    fn prepare(&self, mut command: Command, flags: &[String]) -> Command {
        // The separator that cargo reads in this variable: folders may have spaces in their names.
        let _ = command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
        if let Some(rustc) = &self.debian {
            let _ = command.env("RUSTC", rustc);
        }
        command
    }

    fn rustc(&self) -> OsString {
        self.debian.clone().map_or_else(default_rustc, PathBuf::into_os_string)
    }
}

/// Finds such a compiler, and sets it up where there is none.
pub(crate) fn set_up(workspace: &Workspace) -> Result<WasmToolchain> {
    if rustup_has_target() {
        return Ok(WasmToolchain::of_rustup());
    }
    if let Some(toolchain) = debian::already_set_up(workspace) {
        return Ok(toolchain);
    }
    eprintln!("Adding the target {TARGET}");
    // Its failure is no error yet: the next lines look at what there is.
    let _ = Command::new("rustup").args(["target", "add", TARGET]).stdout(io::stderr()).status();
    if rustup_has_target() {
        return Ok(WasmToolchain::of_rustup());
    }
    eprintln!("rustup could not add it; trying the compiler of Debian");
    debian::set_up(workspace)
}

/// The compiler that builds for the browser, as far as it is set up.
pub(crate) fn compiler(workspace: &Workspace) -> OsString {
    let debian = if rustup_has_target() { None } else { debian::already_set_up(workspace) };
    debian.map_or_else(default_rustc, |toolchain| toolchain.rustc())
}

/// Prints, for a shell to evaluate, what other tools need in order to use the same compiler:
/// nothing where rustup has the target.
pub(crate) fn print_environment(workspace: &Workspace) -> Result<()> {
    let toolchain = set_up(workspace)?;
    if let Some(rustc) = &toolchain.debian {
        println!("export RUSTC='{}'", rustc.display());
        println!("export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='{}'", toolchain.rustflags.join(" "));
    }
    Ok(())
}

fn rustup_has_target() -> bool {
    let folder = process::ask(Command::new(default_rustc()).args(["--print", "target-libdir", "--target", TARGET]));
    folder.is_some_and(|folder| has_standard_library(Path::new(folder.trim())))
}

fn has_standard_library(folder: &Path) -> bool {
    fs::read_dir(folder)
        .is_ok_and(|files| files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-")))
}

fn default_rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}
