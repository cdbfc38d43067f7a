//! The archive that is handed out, read by programs that we did not write.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use browser_tests::finished;
use serde_json::Value;
use tempfile::TempDir;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Unpacks it, and names the one folder in it.
fn unpacked() -> Result<(TempDir, PathBuf)> {
    let archive = finished::page()?.with_file_name(format!("rocu-self-assessment-{VERSION}.zip"));
    ensure!(archive.is_file(), "There is no {}: run `cargo xtask dist`.", archive.display());
    let folder = tempfile::tempdir()?;
    let _ = said(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(&archive).arg(folder.path()))?;
    let inside: Vec<PathBuf> = fs::read_dir(folder.path())?.map(|it| Ok(it?.path())).collect::<Result<_>>()?;
    ensure!(inside == [folder.path().join(format!("rocu-self-assessment-{VERSION}"))], "it holds {inside:?}");
    let [inside] = <[PathBuf; 1]>::try_from(inside).ok().context("one folder")?;
    Ok((folder, inside))
}

/// What a program prints.
fn said(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{command:?} could not be started"))?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

fn text(folder: &Path, name: &str) -> Result<String> {
    fs::read_to_string(folder.join(name)).with_context(|| format!("{name} is missing"))
}

#[test]
fn the_archive_holds_the_page_and_every_checksum_is_right() -> Result<()> {
    let (_kept, folder) = unpacked()?;
    let checked = said(Command::new("sha256sum").args(["--check", "SHA256SUMS"]).current_dir(&folder))?;
    let mut names: Vec<&str> = checked.lines().filter_map(|line| line.strip_suffix(": OK")).collect();
    names.sort_unstable();
    let (guides, names): (Vec<&str>, Vec<&str>) = names.into_iter().partition(|name| name.starts_with("guides/"));
    let guide = format!("how-to-use-{VERSION}.pdf");
    let expected = [
        "CHANGELOG.md",
        "README.txt",
        "assessment.schema.json",
        "bill-of-materials.json",
        &guide,
        "licences.txt",
        "report.schema.json",
        "rocu-self-assessment.html",
    ];
    assert_eq!(names, expected);
    assert_eq!(fs::read_dir(&folder)?.count(), names.len() + 2, "nothing else is in it but checksums and guides");
    for name in ["guide-lead.md", "guide-colleagues.md", "guide-regions.md", "deployment.md", "method.md"] {
        ensure!(guides.contains(&format!("guides/{name}").as_str()), "{name} is not among {guides:?}");
    }
    let count = |path: &str| Ok::<_, std::io::Error>(fs::read_dir(folder.join(path))?.count());
    // The folder of the pictures is one of the things that lie beside the guides.
    assert_eq!(count("guides")? + count("guides/pictures")?, guides.len() + 1, "nothing else is among the guides");
    let same = fs::read(folder.join("rocu-self-assessment.html"))? == fs::read(finished::page()?)?;
    ensure!(same, "it holds another page: run `cargo xtask dist`");
    let sum = sum_of_page(&folder)?;
    ensure!(text(&folder, "README.txt")?.contains(&sum), "the text for the share names another checksum");
    Ok(())
}

fn sum_of_page(folder: &Path) -> Result<String> {
    let sum = said(Command::new("sha256sum").arg(folder.join("rocu-self-assessment.html")))?;
    Ok(sum.split(' ').next().context("a checksum")?.to_owned())
}

#[test]
fn the_guide_is_one_tagged_sheet_in_british_english_that_says_it_all() -> Result<()> {
    let (_kept, folder) = unpacked()?;
    let guide = folder.join(format!("how-to-use-{VERSION}.pdf"));
    let about = said(Command::new("pdfinfo").arg(&guide))?;
    let told = |key: &str| about.lines().find_map(|line| line.strip_prefix(key)).map(str::trim).unwrap_or_default();
    assert_eq!(told("Title:"), "How to use the ROCU self-assessment");
    assert_eq!((told("Pages:"), told("Tagged:")), ("1", "yes"), "{about}");
    ensure!(told("Page size:").contains("(A4)"), "{about}");
    let bytes = fs::read(&guide)?;
    ensure!(bytes.windows(12).any(|it| it == b"/Lang (en-GB"), "the language is not told");
    let said = said(Command::new("pdftotext").arg(&guide).arg("-"))?;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "How to use the ROCU self-assessment",
        "Three steps to start",
        "Where your data goes",
        &format!("Version {VERSION}."),
        "not endorsed by HMICFRS, the National Crime Agency, the National Police Chiefs’ Council or the Home Office.",
    ] {
        ensure!(said.contains(part), "“{part}” is not said in: {said}");
    }
    ensure!(said.replace(' ', "").contains(&sum_of_page(&folder)?), "the checksum is not told in: {said}");
    Ok(())
}

#[test]
fn every_part_stands_in_the_bill_of_materials_with_its_licence_in_full() -> Result<()> {
    let (_kept, folder) = unpacked()?;
    let bill: Value = serde_json::from_str(&text(&folder, "bill-of-materials.json")?)?;
    assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&Value::from("CycloneDX"), &Value::from("1.5")));
    assert_eq!(bill["metadata"]["component"]["hashes"][0]["content"], sum_of_page(&folder)?);
    let licences = text(&folder, "licences.txt")?;
    let (under_mit, under_others) =
        licences.split_once("\nApache licence, version 2.0\n").context("a part for each licence")?;
    let components = bill["components"].as_array().context("components")?;
    let mut names = Vec::new();
    for component in components {
        let (name, version) =
            (component["name"].as_str().context("a name")?, component["version"].as_str().context("a version")?);
        let licence = component["licenses"][0]["expression"].as_str().context("a licence")?;
        let under = if licence.contains("MIT") && !licence.contains("MIT-0") { under_mit } else { under_others };
        ensure!(under.contains(&format!("{name} {version}")), "{name} does not stand under {licence}");
        names.push(name);
    }
    for text in ["Apache License", "Permission is hereby granted", "UNICODE LICENSE V3", "2017 Crown Copyright"] {
        ensure!(licences.contains(text), "{text}");
    }
    for needed in needed()? {
        ensure!(names.contains(&needed.as_str()), "{needed} is compiled in and not in the bill");
    }
    Ok(())
}

/// What the manifest of the app names as needed.
fn needed() -> Result<Vec<String>> {
    let manifest = fs::read_to_string(finished::workspace().join("Cargo.toml"))?;
    let (_, needed) = manifest.split_once("\n[dependencies]\n").context("dependencies")?;
    let (needed, _) = needed.split_once("\n[").context("what follows")?;
    let lines = needed.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
    let names: Vec<String> = lines.filter_map(|line| line.split_once(" =")).map(|(name, _)| name.to_owned()).collect();
    ensure!(names.len() > 10, "only {names:?} are needed");
    Ok(names)
}
