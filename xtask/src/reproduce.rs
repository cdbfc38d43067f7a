//! Builds the page once more somewhere else, and looks whether it is the same to the last bit.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::dist;
use crate::hand_out;
use crate::process;
use crate::workspace::Workspace;

const FAILED: &str = "The second build failed; the message above says why.";

/// Builds the page here, and from a copy of the last commit in another folder with nothing compiled, and compares.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    ensure!(
        !workspace.commit().ends_with('+'),
        "A copy is made of the last commit: commit what you changed, and try again."
    );
    let here = dist::write(workspace, false)?;
    let folder = workspace.target.join("elsewhere");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} could not be emptied.", folder.display()))?;
    }
    let source = folder.join("source");
    process::prepare(workspace.command("git").args(["clone", "--quiet", "."]).arg(&source), FAILED)?;
    let mut command = workspace.cargo();
    let _ = command.current_dir(&source).env("CARGO_TARGET_DIR", folder.join("target"));
    process::prepare(command.args(["xtask", "run", "--no-serve"]), FAILED)?;
    let there = source.join(here.strip_prefix(&workspace.root).context("the page is within the workspace")?);
    let read = |path| fs::read(path).context("A page that was built could not be read.");
    let (here, there) = (read(here)?, read(there)?);
    print!("{}{}", hand_out::sums_line("here", &here), hand_out::sums_line("elsewhere", &there));
    ensure!(here == there, "The two pages differ: something of this machine or its folders is in them.");
    Ok(())
}
