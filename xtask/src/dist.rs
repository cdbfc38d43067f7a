//! The finished file on disk, with its checksum.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::hand_out;
use crate::licences;
use crate::page::{self, Page, Parts};
use crate::parts;
use crate::program::{self, Programs};
use crate::style;
use crate::workspace::Workspace;

const FOLDER: &str = "dist";
const PAGE: &str = "rocu-self-assessment.html";
const SUMS: &str = "SHA256SUMS";
/// More bytes than that would be felt on a slow share: so many were agreed.
const MOST_BYTES: usize = 1_100_000;

/// Builds the page, writes it with its checksum and says where it is.
pub(crate) fn write(workspace: &Workspace, names: bool) -> Result<PathBuf> {
    let parts = parts::all(workspace)?;
    let licences = licences::text(workspace, &parts)?;
    let page = packed(workspace, program::build(workspace, &parts, names)?, licences)?;
    let bytes = page.bytes();
    // Names of functions are for whoever looks for what is large.
    ensure!(
        names || bytes.len() <= MOST_BYTES,
        "The page has {} bytes, and {MOST_BYTES} at most were agreed; find what grew with `--names`.",
        bytes.len()
    );

    let folder = workspace.root.join(FOLDER);
    let file = folder.join(PAGE);
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, &bytes))
        .and_then(|()| fs::write(folder.join(SUMS), hand_out::sums_line(PAGE, &bytes)))
        .with_context(|| format!("The page could not be written to {}", folder.display()))?;
    print!("{}", report(&file, &page));
    Ok(file)
}

/// Writes the page that starting is measured against, which nobody is handed.
pub(crate) fn write_floor(workspace: &Workspace) -> Result<PathBuf> {
    let file = workspace.target.join("floor.html");
    fs::write(&file, packed(workspace, program::floor(workspace)?, String::new())?.bytes())
        .with_context(|| format!("The page could not be written to {}", file.display()))?;
    Ok(file)
}

fn packed(workspace: &Workspace, programs: Programs, licences: String) -> Result<Page> {
    let style = style::compile(workspace)?;
    let template = fs::read_to_string(workspace.root.join("index.html")).context("index.html could not be read")?;
    page::pack(&Parts { template, style, programs, licences })
}

/// Where the page is, how large it is and how much of it each packed file takes.
fn report(file: &Path, page: &Page) -> String {
    let kilobytes = |bytes: usize| bytes.div_ceil(1000);
    let mut text = format!("{}\n{} KB in all\n", file.display(), kilobytes(page.bytes().len()));
    for packed in &page.packed {
        let (inside, bytes) = (kilobytes(packed.text.encode_utf16().count() * 2), kilobytes(packed.bytes));
        writeln!(text, "{inside:>6} KB {:<18} {bytes} KB unpacked", packed.id)
            .expect("a String takes everything that is written to it");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Packed;

    #[test]
    fn the_size_of_the_page_and_of_all_that_is_packed_in_it_is_told() {
        let packed = vec![Packed { id: "app", bytes: 1_917_500, text: "!".repeat(349_501) }];
        let told = report(Path::new("a.html"), &Page { html: "!".repeat(424_999), packed });
        assert_eq!(told, "a.html\n850 KB in all\n   700 KB app                1918 KB unpacked\n");
    }
}
