//! The guide on one sheet, printed to PDF by Chromium.

use std::env;
use std::fs;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::process;
use crate::workspace::Workspace;

const TEMPLATE: &str = include_str!("guide.html");
const PICTURE: &str = "docs/pictures/gap.png";
/// Browsers that can print it, as they are called on different machines.
const BROWSERS: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

/// A browser that can print the guide, if there is one here.
pub(super) fn browser() -> Option<&'static str> {
    BROWSERS.into_iter().find(|name| process::is_installed(name))
}

/// The guide to the page of that version and SHA-256, as PDF.
pub(super) fn print(workspace: &Workspace, browser: &str, version: &str, sum: &str) -> Result<Vec<u8>> {
    let picture = fs::read(workspace.root.join(PICTURE)).with_context(|| format!("{PICTURE} could not be read."))?;
    let html = TEMPLATE
        .replace("{{version}}", version)
        .replace("{{sum}}", sum)
        .replace("{{picture}}", &format!("data:image/png;base64,{}", BASE64.encode(picture)));
    ensure!(!html.contains("{{"), "The template of the guide has a place that nothing fills.");
    let folder = workspace.target.join("guide");
    let (page, paper) = (folder.join("guide.html"), folder.join("guide.pdf"));
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&page, html))
        .with_context(|| format!("The guide could not be written to {}.", folder.display()))?;
    // An earlier one would hide that nothing was printed.
    let _ = fs::remove_file(&paper);
    let mut command = workspace.command(browser);
    let _ = command
        .args(["--headless", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"])
        .args(["--no-pdf-header-footer", "--export-tagged-pdf"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("--print-to-pdf={}", paper.display()));
    if is_root(workspace) {
        let _ = command.arg("--no-sandbox");
    }
    let _ = process::ask(command.arg(&page));
    let printed = fs::read(&paper).with_context(|| format!("`{browser}` did not print the guide."))?;
    Ok(undated(printed))
}

/// Chromium does not start as root with its sandbox.
fn is_root(workspace: &Workspace) -> bool {
    env::consts::FAMILY == "unix"
        && process::ask(workspace.command("id").arg("-u")).is_some_and(|user| user.trim() == "0")
}

/// Puts one day for the time of printing, so that the same guide has the same bytes.
fn undated(mut pdf: Vec<u8>) -> Vec<u8> {
    const TIME: &[u8] = b"20000101000000";
    for key in [b"/CreationDate (D:".as_slice(), b"/ModDate (D:"] {
        let found: Vec<usize> =
            pdf.windows(key.len()).enumerate().filter(|(_, it)| *it == key).map(|(at, _)| at).collect();
        for at in found {
            let from = at + key.len();
            if let Some(time) = pdf.get_mut(from..from + TIME.len()) {
                time.copy_from_slice(TIME);
            }
        }
    }
    pdf
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_printing_is_not_told() {
        let printed = b"<</CreationDate (D:20261124031415+00'00')\n/ModDate (D:20261124031415+00'00')>>".to_vec();
        let expected = b"<</CreationDate (D:20000101000000+00'00')\n/ModDate (D:20000101000000+00'00')>>".to_vec();
        assert_eq!(undated(printed), expected);
    }
}
