//! Where the finished file is.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// Names the file that is tested.
const PAGE: &str = "ROCU_PAGE";

/// The finished file: the one that `ROCU_PAGE` names, else the one in `dist`.
///
/// # Errors
/// There is none.
pub fn page() -> Result<PathBuf> {
    let page = env::var_os(PAGE).map_or_else(|| workspace().join("dist/rocu-self-assessment.html"), PathBuf::from);
    ensure!(
        page.is_file(),
        "There is no page to test at {}: run `cargo xtask dist`, or name the finished file in {PAGE}.",
        page.display()
    );
    page.canonicalize().with_context(|| format!("{} cannot be reached", page.display()))
}

/// The address of a file.
#[must_use]
pub fn address(file: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let text: String = file
        .to_string_lossy()
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    format!("file://{text}")
}

/// The folder of the whole workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
