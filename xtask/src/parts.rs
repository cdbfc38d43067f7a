//! What others wrote and the page carries: each with its version and its licence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process;
use crate::setup;
use crate::wasm_target::{self, TARGET};
use crate::workspace::{APP, UNPACK, Workspace};

/// Where the styles come from.
const STYLES: &str = "node_modules/govuk-frontend/package.json";

/// Where packages come from by the names of files that programs carry, on every machine.
const CRATES: &str = "/crates/";

/// Something that others wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its name.
    pub(crate) name: String,
    /// Its version.
    pub(crate) version: String,
    /// Its licence as an SPDX expression.
    pub(crate) licence: String,
    /// Who wrote it, where its package says so.
    pub(crate) authors: Vec<String>,
    /// The address of its source.
    pub(crate) source: String,
    /// Its address as a package, in the form that bills of materials use.
    pub(crate) package: String,
    /// The SHA-256 of the package as it was fetched, where the lock file has it.
    pub(crate) checksum: Option<String>,
    /// The names of the parts that it needs.
    pub(crate) needs: BTreeSet<String>,
    /// The folder that holds its licence files, where it has them.
    pub(crate) folder: Option<PathBuf>,
}

/// All parts: those that are compiled into the programs, the standard library and the styles.
///
/// # Errors
/// Cargo or npm does not know one of them, or one names no licence.
pub(crate) fn all(workspace: &Workspace) -> Result<Vec<Part>> {
    let mut parts = crates(workspace)?;
    parts.push(standard_library(workspace)?);
    parts.push(styles(workspace)?);
    parts.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(parts)
}

/// What a program is made of by its own account: its messages name the packages that they come from.
///
/// # Errors
/// It names one that is none of the parts.
pub(crate) fn refuse_others(parts: &[Part], program: &[u8]) -> Result<()> {
    let listed: BTreeSet<String> = parts.iter().map(|part| format!("{}-{}", part.name, part.version)).collect();
    let after = program.windows(CRATES.len()).enumerate().filter(|(_, it)| *it == CRATES.as_bytes());
    for rest in after.map(|(at, _)| &program[at + CRATES.len()..]) {
        let name = String::from_utf8_lossy(rest.split(|byte| *byte == b'/').next().unwrap_or_default());
        ensure!(
            listed.contains(&*name),
            "A program holds {name}, which is missing among the parts and their licences."
        );
    }
    Ok(())
}

/// What `cargo tree` says is compiled in, with what `cargo metadata` knows of it.
fn crates(workspace: &Workspace) -> Result<Vec<Part>> {
    let tree =
        process::read(
            workspace
                .cargo()
                .args(["tree", "--locked", "--package", APP, "--package", UNPACK, "--target", TARGET])
                .args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--no-dedupe", "--format", "{p}"]),
            "Cargo could not list what the programs are made of; its message above says why.",
        )?;
    let compiled: BTreeSet<(&str, &str)> = tree.lines().filter_map(name_and_version).collect();
    let metadata = process::read(
        workspace.cargo().args(["metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET]),
        "Cargo could not describe the packages; its message above says why.",
    )?;
    let metadata: Value = serde_json::from_str(&metadata).context("Cargo described the packages unreadably.")?;
    let lock = fs::read_to_string(workspace.root.join("Cargo.lock")).context("Cargo.lock could not be read.")?;
    let needs = needs(&metadata);
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let found: Vec<&Value> =
        packages.iter().filter(|it| compiled.contains(&(text(it, "name"), text(it, "version")))).collect();
    ensure!(found.len() == compiled.len(), "Cargo describes other packages than the programs are made of.");
    // What is in this workspace is our own.
    let others = found.into_iter().filter(|it| !it["source"].is_null());
    let parts: Vec<Part> = others.map(|it| described(it, &lock, &needs)).collect::<Result<_>>()?;
    let names: BTreeSet<String> = parts.iter().map(|it| it.name.clone()).collect();
    let within = |mut part: Part| {
        part.needs.retain(|need| names.contains(need));
        part
    };
    Ok(parts.into_iter().map(within).collect())
}

/// The first two words of a line of `cargo tree`: `serde v1.0.229 (…)`.
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split(' ');
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The names of the packages that each package needs while it runs, by its id.
fn needs(metadata: &Value) -> BTreeMap<&str, BTreeSet<String>> {
    let names: BTreeMap<&str, &str> =
        list(metadata, "packages").iter().map(|it| (text(it, "id"), text(it, "name"))).collect();
    let runs = |dependency: &&Value| list(dependency, "dep_kinds").iter().any(|it| it["kind"].is_null());
    let of = |node: &Value| {
        let needed = list(node, "deps").iter().filter(runs).filter_map(|it| names.get(text(it, "pkg")));
        needed.map(|name| (*name).to_owned()).collect()
    };
    list(&metadata["resolve"], "nodes").iter().map(|node| (text(node, "id"), of(node))).collect()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn described(package: &Value, lock: &str, needs: &BTreeMap<&str, BTreeSet<String>>) -> Result<Part> {
    let (name, version) = (text(package, "name"), text(package, "version"));
    let licence = text(package, "license");
    ensure!(!licence.is_empty(), "The package {name} names no licence; read what it says and use another.");
    Ok(Part {
        name: name.to_owned(),
        version: version.to_owned(),
        licence: expression(licence),
        authors: list(package, "authors").iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        source: text(package, "repository").to_owned(),
        package: format!("pkg:cargo/{name}@{version}"),
        checksum: checksum(lock, name, version),
        needs: needs.get(text(package, "id")).cloned().unwrap_or_default(),
        folder: PathBuf::from(text(package, "manifest_path")).parent().map(PathBuf::from),
    })
}

/// Older packages write a slash for "or".
fn expression(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

/// The checksum of a package in the lock file.
fn checksum(lock: &str, name: &str, version: &str) -> Option<String> {
    let entry = format!("name = \"{name}\"\nversion = \"{version}\"\n");
    let (_, after) = lock.split_once(&entry)?;
    let entry = after.split("\n[[package]]").next()?;
    let (_, checksum) = entry.split_once("checksum = \"")?;
    checksum.split('"').next().map(str::to_owned)
}

/// Every program has some of it.
fn standard_library(workspace: &Workspace) -> Result<Part> {
    let version = process::read(
        workspace.command(wasm_target::compiler(workspace)).arg("--version"),
        "The compiler could not be asked for its version; its message above says why.",
    )?;
    let version = version.split(' ').nth(1).context("The compiler did not say its version.")?.to_owned();
    Ok(Part {
        name: "rust-std".to_owned(),
        package: format!("pkg:generic/rust-std@{version}"),
        version,
        licence: "MIT OR Apache-2.0".to_owned(),
        authors: vec!["The Rust Project Developers".to_owned()],
        source: "https://github.com/rust-lang/rust".to_owned(),
        checksum: None,
        needs: BTreeSet::new(),
        folder: None,
    })
}

fn styles(workspace: &Workspace) -> Result<Part> {
    setup::npm_packages(workspace)?;
    let package = fs::read_to_string(workspace.root.join(STYLES)).with_context(|| format!("{STYLES} is missing."))?;
    let package: Value = serde_json::from_str(&package).with_context(|| format!("{STYLES} is not JSON."))?;
    let (name, version) = (text(&package, "name"), text(&package, "version"));
    Ok(Part {
        name: name.to_owned(),
        version: version.to_owned(),
        licence: text(&package, "license").to_owned(),
        authors: vec!["2017 Crown Copyright (Government Digital Service)".to_owned()],
        source: "https://github.com/alphagov/govuk-frontend".to_owned(),
        package: format!("pkg:npm/{name}@{version}"),
        checksum: None,
        needs: BTreeSet::new(),
        folder: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_names_a_licence_and_ours_are_none_of_them() {
        let parts = all(&Workspace::find().unwrap()).unwrap();
        let named = |name: &str| parts.iter().find(|it| it.name == name);
        for name in ["yew", "serde_json", "quick-xml", "rust_xlsxwriter", "lzma-rust2", "rust-std", "govuk-frontend"] {
            assert!(named(name).is_some_and(|it| !it.licence.is_empty()), "{name}");
        }
        for name in ["xtask", "proptest", "serde_derive", "thirtyfour", APP] {
            assert_eq!(named(name), None, "it is no part of the page");
        }
        let yew = named("yew").unwrap();
        assert!(yew.needs.contains("wasm-bindgen") && yew.checksum.as_ref().is_some_and(|it| it.len() == 64));
    }

    #[test]
    fn a_program_that_names_a_package_which_is_no_part_is_refused() {
        let parts = all(&Workspace::find().unwrap()).unwrap();
        let yew = parts.iter().find(|it| it.name == "yew").unwrap();
        let program = |name: &str| format!("\0asm … /crates/{name}/src/lib.rs …");
        refuse_others(&parts, program(&format!("yew-{}", yew.version)).as_bytes()).unwrap();
        assert!(refuse_others(&parts, program("stowaway-1.0.0").as_bytes()).is_err());
        assert!(refuse_others(&parts, program("yew-0.0.1").as_bytes()).is_err());
    }

    #[test]
    fn a_slash_between_licences_is_written_as_or() {
        assert_eq!(expression("Apache-2.0 / MIT"), "Apache-2.0 OR MIT");
        assert_eq!(expression("MIT/Apache-2.0"), "MIT OR Apache-2.0");
        assert_eq!(expression("(MIT OR Apache-2.0) AND Unicode-3.0"), "(MIT OR Apache-2.0) AND Unicode-3.0");
    }
}
