//! A compiler that can build for the browser: rustup's, or Debian's where rustup can't add the target.

mod debian;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::workspace::Workspace;

/// What the app is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// A compiler with a standard library for [`TARGET`].
#[derive(Debug)]
pub(crate) struct WasmToolchain {
    /// Named only where it is not the one that cargo would choose.
    rustc: Option<PathBuf>,
    /// What the compiler must be told in order to find that library.
    pub(crate) rustflags: Vec<String>,
}

impl WasmToolchain {
    fn of_rustup() -> Self {
        Self { rustc: None, rustflags: Vec::new() }
    }

    /// A cargo call that uses this compiler.
    pub(crate) fn cargo(&self, workspace: &Workspace) -> Command {
        self.with_compiler(workspace.cargo())
    }

    /// A call of the clippy that belongs to this compiler; its arguments follow.
    pub(crate) fn clippy(&self, workspace: &Workspace) -> Result<Command> {
        let mut command =
            if self.rustc.is_some() { self.with_compiler(debian::clippy(workspace)?) } else { workspace.cargo() };
        let _ = command.arg("clippy");
        Ok(command)
    }

    fn with_compiler(&self, mut command: Command) -> Command {
        if let Some(rustc) = &self.rustc {
            let _ = command.env("RUSTC", rustc);
        }
        command
    }

    /// The folder of the standard library's source, and the name that it has in programs
    /// where the source is not installed.
    pub(crate) fn library_sources(&self) -> Result<(PathBuf, String)> {
        let rustc = self.rustc.clone().map_or_else(default_rustc, PathBuf::into_os_string);
        let failed = "The compiler does not answer; check that `rustc --version --verbose` works.";
        let sysroot = process::read(Command::new(&rustc).args(["--print", "sysroot"]), failed)?;
        let version = process::read(Command::new(&rustc).arg("-vV"), failed)?;
        let commit = version
            .lines()
            .find_map(|line| line.strip_prefix("commit-hash: "))
            .context("The compiler does not name its commit; install one with rustup.")?;
        let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
        Ok((sources, format!("/rustc/{commit}")))
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

/// Prints, for a shell to evaluate, what other tools need in order to use the same compiler:
/// nothing where rustup has the target.
pub(crate) fn print_environment(workspace: &Workspace) -> Result<()> {
    let toolchain = set_up(workspace)?;
    if let Some(rustc) = &toolchain.rustc {
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
