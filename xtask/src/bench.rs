//! What the core and the finished page cost, beside what they are measured against.

use std::fs;

use anyhow::{Context, Result};

use crate::dist;
use crate::process;
use crate::setup;
use crate::workspace::{BROWSER_TESTS, Workspace};

/// The packages of the pages that ours is measured against.
const PEERS: &str = "benches/peers";
/// Where the figures are kept.
const TABLES: &str = "docs/performance.md";
const FAILED: &str = "A measurement failed; the message above says why.";

/// Measures each case of the core and each move in the page, and writes the tables down.
///
/// Nothing else should be running.
pub(crate) fn all(workspace: &Workspace) -> Result<()> {
    setup::npm_packages(workspace)?;
    setup::browser(workspace)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    process::prepare(
        workspace.command(npm).args(["ci", "--prefix", PEERS]),
        "The packages to measure against could not be installed; npm's message above says why.",
    )?;
    let core = process::read(workspace.cargo().args(["bench", "--bench", "costs"]), FAILED)?;
    println!("{core}");
    let page = dist::write(workspace, false)?;
    let mut command = workspace.cargo();
    let _ = command
        // What is measured runs in the browser, where how this is compiled makes no difference.
        .args(["bench", "--profile", "dev", "--package", BROWSER_TESTS, "--bench", "page"])
        .env("ROCU_PAGE", page)
        .env("ROCU_FLOOR", dist::write_floor(workspace)?);
    let in_page = process::read(&mut command, FAILED)?;
    println!("{in_page}");
    let path = workspace.root.join(TABLES);
    let text = fs::read_to_string(&path).with_context(|| format!("{TABLES} could not be read."))?;
    let text = with_table(&text, "page", &in_page)?;
    let text = with_table(&text, "core", &core)?;
    fs::write(&path, text).with_context(|| format!("{TABLES} could not be written."))
}

/// The text with the lines of a table that were printed in place of the one that it names.
fn with_table(text: &str, name: &str, printed: &str) -> Result<String> {
    let (begin, end) =
        (format!("<!-- {name}: written by `cargo xtask bench` -->\n"), format!("<!-- end of {name} -->"));
    let missing = || format!("{TABLES} has no place for the table of the {name}.");
    let (before, rest) = text.split_once(&begin).with_context(missing)?;
    let (_, after) = rest.split_once(&end).with_context(missing)?;
    let rows: Vec<&str> = printed.lines().filter(|line| line.starts_with('|')).collect();
    Ok(format!("{before}{begin}{}\n{end}{after}", rows.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_takes_the_place_of_the_one_before() {
        let text = "Page:\n<!-- page: written by `cargo xtask bench` -->\n| old |\n<!-- end of page -->\nThe end.";
        let text = with_table(text, "page", "Compiling\n| new |\n| row |\n").unwrap();
        assert_eq!(
            text,
            "Page:\n<!-- page: written by `cargo xtask bench` -->\n| new |\n| row |\n<!-- end of page -->\nThe end."
        );
        assert!(with_table(&text, "core", "| new |").is_err());
    }
}
