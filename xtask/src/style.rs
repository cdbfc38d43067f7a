//! The page's styles, compiled from `static/style` by sass.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::setup;
use crate::workspace::Workspace;

const SOURCES: &str = "static/style";
/// Trunk finds the styles in this folder by their paths in `index.html`, so it stays in the checkout
/// even where cargo's target folder is elsewhere.
const FOR_TRUNK: &str = "target/style";

/// The compiled styles.
#[derive(Clone, Debug)]
pub(crate) struct Style {
    /// That of the message which the page shows before the app has started.
    pub(crate) opening: String,
    /// That of the app.
    pub(crate) app: String,
}

/// Compiles the styles; nothing in them can load anything.
pub(crate) fn compile(workspace: &Workspace) -> Result<Style> {
    setup::npm_packages(workspace)?;
    eprintln!("Compiling the styles");
    Ok(Style { opening: sheet(workspace, "opening")?, app: sheet(workspace, "app")? })
}

fn sheet(workspace: &Workspace, name: &str) -> Result<String> {
    let css = process::read(
        workspace
            .command("node")
            .arg("node_modules/sass/sass.js")
            .args([
                "--no-source-map",
                // It would begin with a mark of its encoding, which inside a page breaks the first rule.
                "--no-charset",
                "--style=compressed",
                "--load-path=node_modules",
                "--quiet-deps",
            ])
            .arg(format!("{SOURCES}/{name}.scss")),
        "The style could not be compiled; correct what sass names above.",
    )?;
    refuse_loading(&css)?;
    Ok(css)
}

/// Compiles the styles to where Trunk looks for them.
pub(crate) fn write(workspace: &Workspace) -> Result<()> {
    let folder = workspace.root.join(FOR_TRUNK);
    let Style { opening, app } = compile(workspace)?;
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("opening.css"), opening))
        .and_then(|()| fs::write(folder.join("app.css"), app))
        .with_context(|| format!("The styles could not be written to {FOR_TRUNK}."))
}

/// The page makes no request; a style that asks for one would only log a refusal.
fn refuse_loading(css: &str) -> Result<()> {
    for word in ["url(", "@import", "@font-face"] {
        ensure!(
            !css.to_ascii_lowercase().contains(word),
            "The compiled style contains `{word}`, which loads something; take it out of {SOURCES}.",
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_that_loads_something_is_refused() {
        assert!(refuse_loading("a{background:URL(x.png)}").is_err());
        assert!(refuse_loading("@import \"x.css\";").is_err());
        assert!(refuse_loading("@font-face{font-family:x}").is_err());
        assert!(refuse_loading("a{color:#000}").is_ok());
    }
}
