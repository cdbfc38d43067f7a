//! The archive to hand out: the page, its checksums, a guide on one sheet and the guides in full, what changed, the
//! licences of all parts, a bill of materials, the schemas of the two kinds of JSON file and a text for the share.

mod archive;
mod guide;
mod in_full;
mod materials;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::licences;
use crate::parts;
use crate::workspace::{APP, Workspace};

/// The version of everything here.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The text for the share, with places for version and checksum.
const README: &str = include_str!("hand_out/readme.txt");
const SUMS: &str = "SHA256SUMS";
/// What programs that read our files can check them against.
const SCHEMAS: [&str; 2] = ["assessment.schema.json", "report.schema.json"];

/// Packs what is handed out beside the finished page and says where it is, or what is missing here.
pub(crate) fn write(workspace: &Workspace, page: &Path) -> Result<()> {
    let archive = page.with_file_name(format!("{APP}-{VERSION}.zip"));
    let Some(browser) = guide::browser() else {
        // One of an earlier page would be taken for that of this one.
        let _ = fs::remove_file(&archive);
        println!(
            "Left out: the ZIP file to hand out. Its guide is printed by Chromium, Chrome or Edge, and none is here."
        );
        return Ok(());
    };
    let bytes = packed(workspace, page, browser)?;
    fs::write(&archive, &bytes).with_context(|| format!("{} could not be written.", archive.display()))?;
    println!("{}\n{} KB to hand out", archive.display(), bytes.len().div_ceil(1000));
    Ok(())
}

fn packed(workspace: &Workspace, page: &Path, browser: &str) -> Result<Vec<u8>> {
    let name = PathBuf::from(page.file_name().unwrap_or_default());
    let html = fs::read(page).with_context(|| format!("{} could not be read.", page.display()))?;
    let sum = sum(&html);
    let parts = parts::all(workspace)?;
    let readme = README.replace("{{version}}", VERSION).replace("{{sum}}", &sum);
    let guide = format!("how-to-use-{VERSION}.pdf");
    let page = name.to_string_lossy().into_owned();
    let mut files = vec![
        (page.as_str(), html),
        (guide.as_str(), guide::print(workspace, browser, VERSION, &sum)?),
        // Windows' own editor shows it as it is meant either way; older ones need both marks.
        ("README.txt", readme.replace('\n', "\r\n").into_bytes()),
        ("licences.txt", licences::text(workspace, &parts)?.into_bytes()),
        ("bill-of-materials.json", materials::bill(&parts, VERSION, &sum).into_bytes()),
    ];
    for name in SCHEMAS {
        let path = workspace.root.join("static/framework").join(name);
        files.push((name, fs::read(&path).with_context(|| format!("{} could not be read.", path.display()))?));
    }
    let (names, texts): (Vec<String>, Vec<Vec<u8>>) = in_full::files(workspace)?.into_iter().unzip();
    files.extend(names.iter().map(String::as_str).zip(texts));
    let sums: Vec<String> = files.iter().map(|(name, bytes)| sums_line(name, bytes)).collect();
    files.push((SUMS, sums.concat().into_bytes()));
    archive::pack(&format!("{APP}-{VERSION}"), files)
}

/// The SHA-256 of a file, as people compare it.
pub(crate) fn sum(bytes: &[u8]) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(bytes) {
        write!(hex, "{byte:02x}").expect("a String takes everything that is written to it");
    }
    hex
}

/// A line in the form that `sha256sum --check` reads.
pub(crate) fn sums_line(name: &str, bytes: &[u8]) -> String {
    format!("{}  {name}\n", sum(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_written_as_sha256sum_writes_it() {
        let expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sums_line("a.html", b""), format!("{expected}  a.html\n"));
    }

    #[test]
    fn the_text_for_the_share_has_a_place_for_version_and_checksum_and_short_lines() {
        let readme = README.replace("{{version}}", VERSION).replace("{{sum}}", &sum(b""));
        assert!(readme.contains(&sum(b"")) && readme.contains(VERSION) && !readme.contains("{{"), "{readme}");
        assert!(readme.is_ascii(), "Windows' older programs show other letters wrongly");
        assert!(readme.lines().all(|line| line.len() <= 115));
    }
}
