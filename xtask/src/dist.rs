//! The finished file on disk, with its checksum.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::page::{self, Parts};
use crate::program;
use crate::style;
use crate::workspace::Workspace;

const FOLDER: &str = "dist";
const PAGE: &str = "rocu-self-assessment.html";
const SUMS: &str = "SHA256SUMS";

/// Builds the page, writes it with its checksum and says where it is.
pub(crate) fn write(workspace: &Workspace, names: bool) -> Result<PathBuf> {
    let style = style::compile(workspace)?;
    let program = program::build(workspace, names)?;
    let template = fs::read_to_string(workspace.root.join("index.html")).context("index.html could not be read")?;
    let page = page::pack(&Parts { template: &template, style: &style, glue: &program.glue, wasm: &program.wasm })?;

    let folder = workspace.root.join(FOLDER);
    let file = folder.join(PAGE);
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, &page))
        .and_then(|()| fs::write(folder.join(SUMS), sums(page.as_bytes())))
        .with_context(|| format!("The page could not be written to {}", folder.display()))?;
    report(&file, page.len(), program.wasm.len());
    Ok(file)
}

/// One line in the form that `sha256sum --check` reads.
fn sums(page: &[u8]) -> String {
    let mut line = String::new();
    for byte in Sha256::digest(page) {
        write!(line, "{byte:02x}").expect("a String takes everything that is written to it");
    }
    line + "  " + PAGE + "\n"
}

fn report(file: &Path, page: usize, program: usize) {
    println!(
        "{}\n{} KB, of which the program unpacks to {} KB",
        file.display(),
        page.div_ceil(1000),
        program.div_ceil(1000)
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_written_as_sha256sum_writes_it() {
        let expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sums(b""), format!("{expected}  rocu-self-assessment.html\n"));
    }
}
