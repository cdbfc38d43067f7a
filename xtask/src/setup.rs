//! What the machine needs beside Rust: packages from npm, and for the tests an office suite and browsers.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

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

/// A program that tests call, and the Debian packages that have it.
type Program = (&'static str, &'static [&'static str]);

/// What opens Word and Excel files for the tests of documents, and reads what they print.
const OFFICE: [Program; 3] = [
    ("soffice", &["libreoffice-writer-nogui", "libreoffice-calc-nogui"]),
    ("pdftotext", &["poppler-utils"]),
    ("python3", &["python3", "python3-venv"]),
];

/// What opens locked files, and asks for the passphrase at a terminal that Python makes.
const LOCKS: [Program; 2] = [("age", &["age"]), ("python3", &["python3"])];

/// What the tests in a browser call. The font is only recommended by the browser, but without one
/// its pages and PDFs are blank.
const BROWSER: [Program; 2] = [("chromium", &["chromium", "fonts-liberation"]), ("chromedriver", &["chromium-driver"])];

/// What the tests in the other browsers call, beside the driver of Firefox, which Debian does not have.
const OTHERS: [Program; 3] =
    [("firefox-esr", &["firefox-esr"]), ("WebKitWebDriver", &["webkit2gtk-driver"]), ("Xvfb", &["xvfb"])];

/// The driver of Firefox, in the version that was tried.
const GECKODRIVER: [&str; 4] = ["geckodriver", "--version", "0.37.1", "--locked"];

/// Installs what reads documents and locked files where that is possible, or says what to install.
pub(crate) fn office(workspace: &Workspace) -> Result<()> {
    programs(workspace, &OFFICE, "The tests of documents need")?;
    programs(workspace, &LOCKS, "The tests of locked files need")
}

/// Installs the browser and its driver where that is possible, or says what to install.
pub(crate) fn browser(workspace: &Workspace) -> Result<()> {
    programs(workspace, &BROWSER, "With `--fast` these tests are left out: the browser tests need")
}

/// Installs the other browsers and their drivers where that is possible, or says what to install.
pub(crate) fn other_browsers(workspace: &Workspace) -> Result<()> {
    programs(
        workspace,
        &OTHERS,
        "With `--engines chromium` these tests are left out: the tests in other browsers need",
    )?;
    let tools = tools(workspace);
    if process::is_installed("geckodriver") || tools.join("bin/geckodriver").is_file() {
        return Ok(());
    }
    eprintln!("Compiling geckodriver, which takes some minutes once");
    process::prepare(
        // It runs for seconds: little optimising is enough.
        workspace
            .cargo()
            .args(["install", "--quiet", "--root"])
            .arg(&tools)
            .args(GECKODRIVER)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        "The driver of Firefox could not be installed; cargo's message above says why.",
    )
}

fn tools(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools")
}

/// The path on which programs are looked for, with those that were installed for the tests.
pub(crate) fn path_with_tools(workspace: &Workspace) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain([tools(workspace).join("bin")]);
    env::join_paths(folders).context("A folder on the path has a name that can't stand there")
}

fn programs(workspace: &Workspace, programs: &[Program], need: &str) -> Result<()> {
    let missing = programs.iter().filter(|(program, _)| !process::is_installed(program));
    let packages: Vec<&str> = missing.flat_map(|(_, packages)| *packages).copied().collect();
    if packages.is_empty() {
        return Ok(());
    }
    if !can_install_from_debian(workspace) {
        bail!("{need} {}; install them and try again.", packages.join(", "));
    }
    from_debian(workspace, &packages)
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
