//! The page's style, compiled from `static/style` by sass.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::setup;
use crate::workspace::Workspace;

const SOURCE: &str = "static/style/app.scss";
/// Trunk finds the style by this path in `index.html`, so it stays in the checkout
/// even where cargo's target folder is elsewhere.
const FOR_TRUNK: &str = "target/style/app.css";

/// Compiles the style; nothing in it can load anything.
pub(crate) fn compile(workspace: &Workspace) -> Result<String> {
    setup::npm_packages(workspace)?;
    eprintln!("Compiling the style");
    let css = process::read(
        workspace.command("node").arg("node_modules/sass/sass.js").args([
            "--no-source-map",
            // It would begin with a mark of its encoding, which inside a page breaks the first rule.
            "--no-charset",
            "--style=compressed",
            "--load-path=node_modules",
            "--quiet-deps",
            SOURCE,
        ]),
        "The style could not be compiled; correct what sass names above.",
    )?;
    refuse_loading(&css)?;
    Ok(css)
}

/// Compiles the style to where Trunk looks for it.
pub(crate) fn write(workspace: &Workspace) -> Result<()> {
    let file = workspace.root.join(FOR_TRUNK);
    let css = compile(workspace)?;
    file.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(&file, css))
        .with_context(|| format!("The style could not be written to {FOR_TRUNK}."))
}

/// The page makes no request; a style that asks for one would only log a refusal.
fn refuse_loading(css: &str) -> Result<()> {
    for word in ["url(", "@import", "@font-face"] {
        ensure!(
            !css.to_ascii_lowercase().contains(word),
            "The compiled style contains `{word}`, which loads something; take it out of {SOURCE}.",
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
