//! The way round: Debian's compiler for browsers, and its standard library built here from source.
//!
//! Debian packages no standard library for `wasm32-unknown-unknown`, but its source. It is built
//! once into a folder of its own; after that a call differs by the compiler and one flag.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::{TARGET, WasmToolchain, has_standard_library, renamed};
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
/// With bitcode, which the app's link-time optimising works on.
const FLAG: &str = "-Cembed-bitcode=yes";

/// The toolchain, where an earlier call has set it up for the compiler that is there now.
pub(super) fn already_set_up(workspace: &Workspace) -> Option<WasmToolchain> {
    let sysroot = sysroot(workspace)?;
    has_standard_library(&libraries(&sysroot)).then(|| toolchain(&sysroot))
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
    let sysroot = sysroot(workspace).context("Debian's compiler was installed but does not answer.")?;
    let toolchain = toolchain(&sysroot);
    let compiled = build_standard_library(workspace, &toolchain)?;
    collect_libraries(&compiled, &libraries(&sysroot))
        .context("The standard library was built but could not be collected")?;
    Ok(toolchain)
}

/// Debian's clippy, which reads the same standard library.
pub(super) fn clippy(workspace: &Workspace) -> Result<Command> {
    if !Path::new(CLIPPY).exists() {
        ensure!(
            setup::can_install_from_debian(workspace),
            "Clippy for Debian's compiler is missing; install {CLIPPY_PACKAGE} and try again.",
        );
        setup::from_debian(workspace, &[CLIPPY_PACKAGE])?;
    }
    Ok(workspace.command(CLIPPY))
}

fn toolchain(sysroot: &Path) -> WasmToolchain {
    WasmToolchain { debian: Some(RUSTC.into()), rustflags: vec![format!("--sysroot={}", sysroot.display())] }
}

/// Builds the library along with an empty package and says where it came out.
fn build_standard_library(workspace: &Workspace, toolchain: &WasmToolchain) -> Result<PathBuf> {
    eprintln!("Building the standard library for the browser");
    let package = folder(workspace).join("empty");
    fs::create_dir_all(package.join("src"))
        .and_then(|()| fs::write(package.join("Cargo.toml"), EMPTY_PACKAGE))
        .and_then(|()| fs::write(package.join("src").join("lib.rs"), ""))
        .context("The folder for the standard library could not be written")?;
    let built = folder(workspace).join("built");
    // What another compiler left would be collected along with the new library.
    let _ = fs::remove_dir_all(&built);
    let mut flags = renamed::flags(workspace, &toolchain.rustc())?;
    flags.push(FLAG.to_owned());
    process::prepare(
        workspace
            .command(CARGO)
            .current_dir(package)
            .args(["build", "--release", "-Zbuild-std=std,panic_abort", "--target", TARGET])
            // Building the standard library is an unstable feature of cargo; only this call uses it.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTC", RUSTC)
            .env("CARGO_TARGET_DIR", &built)
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")),
        "The standard library for the browser could not be built; the compiler's message above says why.",
    )?;
    Ok(built.join(TARGET).join("release").join("deps"))
}

/// Lays the libraries out as the compiler expects them; all of them or none.
fn collect_libraries(compiled: &Path, libraries: &Path) -> io::Result<()> {
    let unfinished = libraries.with_extension("unfinished");
    let _ = fs::remove_dir_all(&unfinished);
    fs::create_dir_all(&unfinished)?;
    for file in fs::read_dir(compiled)? {
        let file = file?.path();
        let is_library = file.extension().is_some_and(|extension| extension == "rlib" || extension == "rmeta");
        if let (true, Some(name)) = (is_library, file.file_name()) {
            let _ = fs::copy(&file, unfinished.join(name))?;
        }
    }
    fs::rename(unfinished, libraries)
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("wasm-target")
}

/// A folder per compiler and way of building: its name is part of every later call, so that cargo
/// compiles anew what was compiled with another library.
fn sysroot(workspace: &Workspace) -> Option<PathBuf> {
    let version = process::ask(Command::new(RUSTC).arg("-vV"))?;
    let identity = Sha256::digest([&version, EMPTY_PACKAGE, FLAG].concat());
    let name = format!("sysroot-{:02x}{:02x}{:02x}{:02x}", identity[0], identity[1], identity[2], identity[3]);
    Some(folder(workspace).join(name))
}

fn libraries(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}
