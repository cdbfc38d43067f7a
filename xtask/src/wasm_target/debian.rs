//! The way round: Debian's compiler for browsers, and its standard library built here from source.
//!
//! Debian packages no standard library for `wasm32-unknown-unknown`, but its source. It is built
//! once into a folder of its own; after that a call differs by the compiler and one flag.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::{TARGET, WasmToolchain, has_standard_library};
use crate::process;
use crate::setup;
use crate::workspace::Workspace;

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const CLIPPY: &str = "/usr/bin/cargo-clippy";
const SOURCES: &str = "/usr/lib/rustlib/src/rust";
const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];
const CLIPPY_PACKAGE: &str = "rust-web-clippy";

/// A package must exist for cargo to build the standard library along with it.
const EMPTY_PACKAGE: &str = "[package]\nname = \"empty\"\nedition = \"2024\"\n[workspace]\n\
    [profile.release]\npanic = \"abort\"\n";

/// The toolchain, where an earlier call has set it up for the compiler that is there now.
pub(super) fn already_set_up(workspace: &Workspace) -> Option<WasmToolchain> {
    let built_for = fs::read_to_string(stamp(workspace)).ok()?;
    (version()? == built_for && has_standard_library(&libraries(workspace))).then(|| toolchain(workspace))
}

/// Installs Debian's compiler where that is possible and builds the standard library.
pub(super) fn set_up(workspace: &Workspace) -> Result<WasmToolchain> {
    if !Path::new(RUSTC).exists() || !Path::new(SOURCES).exists() {
        ensure!(
            setup::can_install_from_debian(workspace),
            "The target {TARGET} is missing; install it with `rustup target add {TARGET}` and try again.",
        );
        setup::from_debian(workspace, &PACKAGES)?;
    }
    let version = version().context("Debian's compiler was installed but does not answer.")?;
    build_standard_library(workspace)?;
    collect_libraries(workspace)?;
    fs::write(stamp(workspace), version).context("The standard library could not be kept")?;
    Ok(toolchain(workspace))
}

/// Debian's clippy, which reads the same standard library.
pub(super) fn clippy(workspace: &Workspace) -> Result<Command> {
    if !Path::new(CLIPPY).exists() {
        if !setup::can_install_from_debian(workspace) {
            bail!("Clippy for Debian's compiler is missing; install {CLIPPY_PACKAGE} and try again.");
        }
        setup::from_debian(workspace, &[CLIPPY_PACKAGE])?;
    }
    Ok(workspace.command(CLIPPY))
}

fn toolchain(workspace: &Workspace) -> WasmToolchain {
    WasmToolchain { rustc: Some(RUSTC.into()), rustflags: vec![format!("--sysroot={}", sysroot(workspace).display())] }
}

fn build_standard_library(workspace: &Workspace) -> Result<()> {
    eprintln!("Building the standard library for the browser");
    let package = folder(workspace).join("empty");
    fs::create_dir_all(package.join("src"))
        .and_then(|()| fs::write(package.join("Cargo.toml"), EMPTY_PACKAGE))
        .and_then(|()| fs::write(package.join("src").join("lib.rs"), ""))
        .context("The folder for the standard library could not be written")?;
    let (sources, name) = toolchain(workspace).library_sources()?;
    let rename = format!("--remap-path-prefix={}={name}", sources.display());
    process::prepare(
        workspace
            .command(CARGO)
            .current_dir(package)
            .args(["build", "--release", "-Zbuild-std=std,panic_abort", "--target", TARGET])
            // Building the standard library is an unstable feature of cargo; only this call uses it.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTC", RUSTC)
            .env("CARGO_TARGET_DIR", built(workspace))
            .env("CARGO_ENCODED_RUSTFLAGS", rename),
        "The standard library for the browser could not be built; the compiler's message above says why.",
    )
}

/// Lays the libraries out as the compiler expects them.
fn collect_libraries(workspace: &Workspace) -> Result<()> {
    let libraries = libraries(workspace);
    let compiled = built(workspace).join(TARGET).join("release").join("deps");
    // An older compiler's libraries beside the new ones would be ambiguous.
    let _ = fs::remove_dir_all(&libraries);
    let collect = || {
        fs::create_dir_all(&libraries)?;
        for file in fs::read_dir(&compiled)? {
            let file = file?.path();
            let is_library = file.extension().is_some_and(|extension| extension == "rlib" || extension == "rmeta");
            if let (true, Some(name)) = (is_library, file.file_name()) {
                let _ = fs::copy(&file, libraries.join(name))?;
            }
        }
        std::io::Result::Ok(())
    };
    collect().context("The standard library was built but could not be collected")
}

fn version() -> Option<String> {
    process::ask(Command::new(RUSTC).arg("-vV"))
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("wasm-target")
}

fn built(workspace: &Workspace) -> PathBuf {
    folder(workspace).join("built")
}

fn sysroot(workspace: &Workspace) -> PathBuf {
    folder(workspace).join("sysroot")
}

fn libraries(workspace: &Workspace) -> PathBuf {
    sysroot(workspace).join("lib/rustlib").join(TARGET).join("lib")
}

fn stamp(workspace: &Workspace) -> PathBuf {
    folder(workspace).join("built-for")
}
