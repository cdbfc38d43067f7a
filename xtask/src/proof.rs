//! The tests and the lints.

use anyhow::Result;

use crate::dist;
use crate::hand_out;
use crate::process;
use crate::setup;
use crate::wasm_target::{self, TARGET};
use crate::workspace::{APP, BROWSER_TESTS, UNPACK, Workspace};

const TESTS_FAILED: &str = "Tests failed; they are listed above.";

/// Runs every test, the quick ones first; `fast` leaves the browser out.
pub(crate) fn test(workspace: &Workspace, fast: bool) -> Result<()> {
    setup::npm_packages(workspace)?;
    setup::office(workspace)?;
    if !fast {
        setup::browser(workspace)?;
    }
    process::run(
        workspace.cargo().args(["test", "--no-fail-fast", "--workspace", "--exclude", BROWSER_TESTS]),
        TESTS_FAILED,
    )?;
    if fast {
        return Ok(());
    }
    let page = dist::write(workspace, false)?;
    hand_out::write(workspace, &page)?;
    process::run(
        // Without its documentation: the last line is then that of tests which ran.
        workspace
            .cargo()
            .args(["test", "--no-fail-fast", "--package", BROWSER_TESTS, "--tests"])
            .env("ROCU_PAGE", page),
        TESTS_FAILED,
    )
}

/// Draws the pictures of the guides and of the main screens anew.
pub(crate) fn pictures(workspace: &Workspace) -> Result<()> {
    setup::browser(workspace)?;
    let page = dist::write(workspace, false)?;
    process::run(
        workspace
            .cargo()
            .args(["test", "--package", BROWSER_TESTS, "--test", "finished_page", "pictures::"])
            .env("ROCU_PAGE", page)
            .env("BLESS", "1"),
        "The pictures could not be drawn; what failed is listed above.",
    )
}

/// Formatting, lints on this machine and for the browser, and the documentation, warnings denied.
pub(crate) fn lint(workspace: &Workspace) -> Result<()> {
    eprintln!("Formatting");
    process::run(
        workspace.cargo().args(["fmt", "--all", "--check"]),
        "The formatting differs, or rustfmt is missing; `cargo fmt --all` corrects it, `rustup component add rustfmt` installs it.",
    )?;
    eprintln!("Lints for this machine");
    let clippy_failed =
        "Clippy found something, or is missing; correct what it names, `rustup component add clippy` installs it.";
    process::run(
        workspace.cargo().args(["clippy", "--workspace", "--all-targets", "--", "--deny=warnings"]),
        clippy_failed,
    )?;
    eprintln!("Lints for the browser");
    process::run(
        wasm_target::set_up(workspace)?.clippy(workspace)?.args([
            "--package",
            APP,
            "--package",
            UNPACK,
            "--target",
            TARGET,
            "--",
            "--deny=warnings",
        ]),
        clippy_failed,
    )?;
    eprintln!("Documentation");
    process::run(
        workspace.cargo().args(["doc", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "--deny=warnings"),
        "The documentation has faults; correct what rustdoc names above.",
    )
}
