//! The pages that ours is measured against, made from the same questions and the same report.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use browser_tests::finished;
use jiff::civil::date;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::Report;
use rocu_self_assessment::report::spreadsheet::Spreadsheet;
use rocu_self_assessment::{export, saved};

use super::{TIMES, enlarged};

/// Where the pages are.
pub(super) struct Peers(PathBuf);

impl Peers {
    /// One of them.
    pub(super) fn page(&self, name: &str) -> PathBuf {
        self.0.join(name).with_extension("html")
    }
}

/// Makes them with the script beside their packages.
pub(super) fn make() -> Result<Peers> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("peers");
    fs::create_dir_all(&folder)?;
    let framework = Framework::built_in();
    let example = fs::read(finished::workspace().join("static/framework/example.rocu.json"))?;
    let example = saved::open(&example, &framework).ok().context("the example does not open")?.assessment;
    let today = date(2026, 3, 31);
    write(&folder, "framework.json", &enlarged::framework(1))?;
    write(&folder, "enlarged.json", &enlarged::framework(TIMES))?;
    write(&folder, "report.json", &export::json(&Report::of(&framework, &example, today)))?;
    write(&folder, "sheets.json", &serde_json::to_string(&Spreadsheet::of(&framework, &example, today))?)?;
    let made = Command::new("node")
        .arg(finished::workspace().join("benches/peers/make.mjs"))
        .args([&folder, &folder])
        .status()
        .context("Node makes the pages that ours is measured against, and is missing")?;
    ensure!(made.success(), "the pages that ours is measured against could not be made");
    Ok(Peers(folder))
}

fn write(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(folder.join(name), text).with_context(|| format!("{name} could not be written"))
}
