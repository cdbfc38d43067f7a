//! What the page looks like: the pictures of the guides, and those of the main screens that were reviewed.
//!
//! `cargo xtask pictures` draws all of them anew. Look at what changed before you commit it.

mod guides;
mod screens;

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use browser_tests::finished;
use browser_tests::picture::Picture;

/// Draws it anew, or says how it differs from the file; both are shrunk by that much.
fn keep_or_compare(picture: &Picture, path: &Path, shrunk: usize) -> Result<Option<String>> {
    let picture = picture.in_few_colours();
    if is_blessed() {
        picture.write(path)?;
        return Ok(None);
    }
    if !path.is_file() {
        return Ok(Some(format!("{}: nobody has looked at it yet", path.display())));
    }
    let difference = picture.difference(&Picture::read(path)?, shrunk);
    Ok(difference.map(|difference| format!("{}: {difference}", path.display())))
}

/// Whether the files are to be written anew.
fn is_blessed() -> bool {
    env::var_os("BLESS").is_some()
}

fn folder(name: &str) -> PathBuf {
    finished::workspace().join(name)
}

fn expect_none(differences: &[String]) -> Result<()> {
    ensure!(
        differences.is_empty(),
        "{}\nIf that is right, run `cargo xtask pictures`, look at the pictures and commit them.",
        differences.join("\n")
    );
    Ok(())
}
