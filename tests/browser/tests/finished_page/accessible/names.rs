//! What a screen reader is given, as a file for each page: a change of it is seen in review.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use browser_tests::accessible::{SCREEN, tree};
use browser_tests::still::on_that_day;
use browser_tests::{Profile, finished};

use super::{Filled, visit};

/// Says that the files are to be written anew.
const BLESS: &str = "BLESS";

fn golden(state: Filled, page: &str) -> PathBuf {
    let name = format!("{state:?}-{}.txt", page.replace('/', "-")).to_lowercase();
    finished::workspace().join("tests/golden/accessibility").join(name)
}

#[test]
#[cfg_attr(lacks = "protocol", ignore = "reads the tree for screen readers")]
fn the_roles_and_names_of_every_page_are_those_that_were_reviewed() -> Result<()> {
    let mut changed = Vec::new();
    for state in [Filled::Nothing, Filled::Blank, Filled::Example, Filled::Unlocking, Filled::Locked] {
        let profile = Profile::new()?;
        let browser = on_that_day(&profile, SCREEN)?;
        state.fill(&browser, &profile)?;
        for page in state.pages() {
            visit(&browser, page)?;
            let (found, path) = (tree(&browser)?, golden(state, page.0));
            if env::var_os(BLESS).is_some() {
                fs::create_dir_all(path.parent().context("a folder")?)?;
                fs::write(&path, found)?;
            } else if fs::read_to_string(&path).unwrap_or_default() != found {
                changed.push(format!("{} is now:\n{found}", path.display()));
            }
        }
    }
    ensure!(changed.is_empty(), "{}\nIf that is right, run the test with {BLESS}=1 and commit.", changed.join("\n"));
    Ok(())
}
