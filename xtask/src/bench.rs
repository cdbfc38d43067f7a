//! What the core and the finished page cost, beside what they are measured against.

use anyhow::Result;

use crate::dist;
use crate::process;
use crate::setup;
use crate::workspace::{BROWSER_TESTS, Workspace};

/// The packages of the pages that ours is measured against.
const PEERS: &str = "benches/peers";
const FAILED: &str = "A measurement failed; the message above says why.";

/// Prints what each case of the core and each move in the page takes. Nothing else should be running.
pub(crate) fn all(workspace: &Workspace) -> Result<()> {
    setup::npm_packages(workspace)?;
    setup::browser(workspace)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    process::prepare(
        workspace.command(npm).args(["ci", "--prefix", PEERS]),
        "The packages to measure against could not be installed; npm's message above says why.",
    )?;
    process::run(workspace.cargo().args(["bench", "--bench", "costs"]), FAILED)?;
    let page = dist::write(workspace, false)?;
    let mut command = workspace.cargo();
    let _ = command
        // What is measured runs in the browser, where how this is compiled makes no difference.
        .args(["bench", "--profile", "dev", "--package", BROWSER_TESTS, "--bench", "page"])
        .env("ROCU_PAGE", page)
        .env("ROCU_FLOOR", dist::write_floor(workspace)?);
    process::run(&mut command, FAILED)
}
