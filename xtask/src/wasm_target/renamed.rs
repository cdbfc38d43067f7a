//! Folders of this machine get neutral names in the program, so that it is the same from every machine.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::workspace::Workspace;

const FAILED: &str = "The compiler does not answer; check that `rustc --version --verbose` works.";

/// What the compiler must be told; of several names that fit it takes the last.
pub(super) fn flags(workspace: &Workspace, rustc: &OsStr) -> Result<Vec<String>> {
    let sources = cargo_home()?.join("registry").join("src");
    let mut renamed = vec![(workspace.target.clone(), "/target".to_owned()), (sources.clone(), "/crates".to_owned())];
    // Absent before the first download and where dependencies lie elsewhere.
    let mut registries: Vec<_> = fs::read_dir(sources).into_iter().flatten().flatten().collect();
    registries.sort_by_key(fs::DirEntry::path);
    renamed.extend(registries.iter().map(|registry| (registry.path(), "/crates".to_owned())));
    renamed.push(standard_library(rustc)?);
    Ok(renamed.iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display())).collect())
}

/// Where cargo keeps what it downloads.
pub(crate) fn cargo_home() -> Result<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("Neither CARGO_HOME nor a home folder is set; set CARGO_HOME and try again.")
}

/// The folder of the standard library's source, and the name that it has where the source is not installed.
fn standard_library(rustc: &OsStr) -> Result<(PathBuf, String)> {
    let sysroot = process::read(Command::new(rustc).args(["--print", "sysroot"]), FAILED)?;
    let version = process::read(Command::new(rustc).arg("-vV"), FAILED)?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .context("The compiler does not name its commit; install one with rustup.")?;
    Ok((Path::new(sysroot.trim()).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}
