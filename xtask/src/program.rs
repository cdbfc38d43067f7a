//! The programs for the browser, the app, its other parts and what unpacks them, and the scripts that join them to the page.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::parts::{self, Part};
use crate::process;
use crate::wasm_target::{self, TARGET};
use crate::workspace::{APP, DOCUMENTS, FLOOR, LOCKS, UNPACK, Workspace};

/// What the page needs in order to run a program.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    /// The script that loads the program, defining `wasm_bindgen`.
    pub(crate) glue: String,
    /// The program.
    pub(crate) wasm: Vec<u8>,
}

/// The programs of the page.
#[derive(Clone, Debug)]
pub(crate) struct Programs {
    /// The app.
    pub(crate) app: Program,
    /// The second program, which the app opens when it is first needed.
    pub(crate) documents: Program,
    /// The third one, likewise.
    pub(crate) locks: Program,
    /// What opens these.
    pub(crate) unpack: Program,
}

/// Builds the programs of these parts; `names` keeps the names of their functions.
pub(crate) fn build(workspace: &Workspace, parts: &[Part], names: bool) -> Result<Programs> {
    eprintln!("Building the app");
    compile(workspace, &["--package", APP, "--bin", APP, "--bin", DOCUMENTS, "--bin", LOCKS])?;
    compile(workspace, &["--package", UNPACK])?;
    let bound = |name: &str| -> Result<Program> {
        let program = bind(&built(workspace, name), names)?;
        refuse_machine_paths(workspace, &program.wasm)?;
        parts::refuse_others(parts, &program.wasm)?;
        Ok(program)
    };
    Ok(Programs { app: bound(APP)?, documents: bound(DOCUMENTS)?, locks: bound(LOCKS)?, unpack: bound(UNPACK)? })
}

/// Builds the program that starting is measured against, in the place of the app; the others are never opened.
pub(crate) fn floor(workspace: &Workspace) -> Result<Programs> {
    compile(workspace, &["--package", FLOOR])?;
    compile(workspace, &["--package", UNPACK])?;
    let bound = |name: &str| bind(&built(workspace, name), false);
    let unpack = bound(UNPACK)?;
    Ok(Programs { app: bound(FLOOR)?, documents: unpack.clone(), locks: unpack.clone(), unpack })
}

/// Compiles programs of one package. What unpacks goes without the standard library and takes the packages that
/// it shares with the others without it too: so each package has a call of its own.
fn compile(workspace: &Workspace, programs: &[&str]) -> Result<()> {
    let mut command = wasm_target::set_up(workspace)?.cargo(workspace)?;
    let _ = command.env("ROCU_COMMIT", workspace.commit()).args(["build", "--locked", "--release", "--target", TARGET]);
    process::run(command.args(programs), "A program could not be built; correct what the compiler names above.")
}

/// Where a program is once it is built.
fn built(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.target.join(TARGET).join("release").join(name).with_extension("wasm")
}

fn bind(file: &Path, names: bool) -> Result<Program> {
    let mut output = Bindgen::new()
        .input_path(file)
        .no_modules(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                // Nothing lies beside the page that could be loaded by a path.
                .omit_default_module_path(true)
                .remove_name_section(!names)
                .remove_producers_section(true)
                .generate_output()
        })
        .context("The app was built but could not be joined to the page")?;
    ensure!(
        output.snippets().values().all(Vec::is_empty)
            && output.local_modules().is_empty()
            && output.npm_dependencies().is_empty(),
        "A dependency brings a script of its own, which the single file can't hold; use another.",
    );
    Ok(Program { glue: output.js().to_owned(), wasm: output.wasm_mut().emit_wasm() })
}

/// The file goes to strangers: it must not say where it was built, and differ for it.
fn refuse_machine_paths(workspace: &Workspace, wasm: &[u8]) -> Result<()> {
    for folder in [workspace.root.clone(), workspace.target.clone(), wasm_target::cargo_home()?] {
        let name = folder.to_string_lossy().into_owned();
        ensure!(
            !wasm.windows(name.len()).any(|bytes| bytes == name.as_bytes()),
            "A program names the folder {name} of this machine; find out which dependency records it.",
        );
    }
    Ok(())
}
