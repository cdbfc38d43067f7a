//! What the machine needs beside Rust: packages from npm, and a browser for the tests.

use std::fs;

use anyhow::{Context, Result, bail, ensure};

use crate::process;
use crate::workspace::Workspace;

/// Remembers inside `node_modules` which lock file it was installed from.
const INSTALLED: &str = "node_modules/.installed-package-lock.json";

/// Installs the npm packages of the lock file, unless they are there already.
pub(crate) fn npm_packages(workspace: &Workspace) -> Result<()> {
    let lock =
        fs::read_to_string(workspace.root.join("package-lock.json")).context("package-lock.json could not be read")?;
    let installed = workspace.root.join(INSTALLED);
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    ensure!(
        process::is_installed("node"),
        "Node is missing, which compiles the style; install Node 20.19 or later with npm and try again."
    );
    eprintln!("Installing the npm packages");
    process::prepare(
        workspace.command(npm).args(["ci", "--omit=optional"]),
        "The npm packages could not be installed; npm's message above says why.",
    )?;
    fs::write(installed, lock).context("The folder node_modules could not be written to")
}

/// What the browser tests call, and the Debian package that has it.
const BROWSER_PROGRAMS: [(&str, &str); 3] =
    [("chromium", "chromium"), ("chromedriver", "chromium-driver"), ("pdftotext", "poppler-utils")];

/// Installs the browser, its driver and a reader of PDF where that is possible, or says what to install.
pub(crate) fn browser(workspace: &Workspace) -> Result<()> {
    let mut missing: Vec<&str> = BROWSER_PROGRAMS
        .iter()
        .filter(|(program, _)| !process::is_installed(program))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if missing.contains(&"chromium") {
        // Only recommended by the browser, but without a font its pages and PDFs are blank.
        missing.push("fonts-liberation");
    }
    if !can_install_from_debian(workspace) {
        bail!(
            "The browser tests need {}; install them, or leave these tests out with `cargo xtask test --fast`.",
            missing.join(", ")
        );
    }
    from_debian(workspace, &missing)
}

/// Whether packages of Debian can be installed without asking anybody.
pub(crate) fn can_install_from_debian(workspace: &Workspace) -> bool {
    process::is_installed("apt-get")
        && process::ask(workspace.command("id").arg("-u")).is_some_and(|user| user.trim() == "0")
}

/// Installs packages of Debian.
pub(crate) fn from_debian(workspace: &Workspace, packages: &[&str]) -> Result<()> {
    eprintln!("Installing {}", packages.join(", "));
    process::prepare(
        workspace.command("apt-get").args(["update", "--quiet=2"]),
        "The list of Debian packages could not be fetched; apt-get's message above says why.",
    )?;
    process::prepare(
        workspace
            .command("apt-get")
            .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
        "Packages of Debian could not be installed; apt-get's message above says why.",
    )
}
