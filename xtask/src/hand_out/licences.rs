//! The licences of all parts as one text, each wording once.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result, ensure};

use crate::parts::Part;
use crate::workspace::Workspace;

/// How the names of files begin that hold a licence.
const NAMES: [&str; 5] = ["licen", "copying", "copyright", "unlicense", "notice"];

const LINE: &str = "================================================================================";

/// The text: every part by name, then every wording with the parts that carry it.
pub(super) fn text(workspace: &Workspace, parts: &[Part], version: &str) -> Result<String> {
    let own = fs::read_to_string(workspace.root.join("LICENSE")).context("LICENSE could not be read.")?;
    let mut wordings: BTreeMap<String, Wording> = BTreeMap::new();
    let mut without = Vec::new();
    for part in parts {
        let files = files(part)?;
        if files.is_empty() {
            without.push(part);
        }
        for text in files {
            let wording = wordings.entry(words(&text)).or_insert_with(|| Wording { text, of: Vec::new() });
            wording.of.push(format!("{} {}", part.name, part.version));
        }
    }
    let apache = wordings.values().find(|it| it.text.contains("Apache License") && it.text.contains("APPENDIX"));
    ensure!(apache.is_some(), "No part carries the text of the Apache licence, to which others refer.");

    let mut all = format!(
        "Licences of the parts of ROCU self-assessment {version}\n\n\
         The program itself is under the MIT licence. Parts of it were written by others. Where a part offers several \
         licences, any of them may be chosen.\n\n"
    );
    for part in parts {
        writeln!(all, "{} {}: {}\n    {}", part.name, part.version, part.licence, part.source)?;
    }
    write!(all, "\n{LINE}\nROCU self-assessment {version}\n{LINE}\n\n{}\n", own.trim())?;
    for wording in wordings.values() {
        write!(all, "\n{LINE}\n{}\n{LINE}\n\n{}\n", wording.of.join("\n"), wording.text.trim())?;
    }
    write!(
        all,
        "\n{LINE}\nParts whose packages carry no text of their licence\n{LINE}\n\n\
         Under “MIT” they are under the text that follows, and under “Apache-2.0” under that of the Apache License, \
         Version 2.0, which stands above.\n\n"
    )?;
    for part in without {
        writeln!(all, "{} {}: {}. Copyright (c) {}", part.name, part.version, part.licence, authors(part))?;
    }
    let (_, mit) = own.split_once("Permission is hereby").context("LICENSE is not the MIT licence.")?;
    write!(all, "\nPermission is hereby{mit}")?;
    Ok(all)
}

struct Wording {
    text: String,
    of: Vec<String>,
}

/// What tells wordings apart: not where their lines break.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without addresses: the text goes to strangers.
fn authors(part: &Part) -> String {
    let names: Vec<&str> = part.authors.iter().filter_map(|it| it.split(" <").next()).collect();
    if names.is_empty() { format!("the authors of {}", part.name) } else { names.join(", ") }
}

fn files(part: &Part) -> Result<Vec<String>> {
    let Some(folder) = &part.folder else { return Ok(Vec::new()) };
    let entries = fs::read_dir(folder).with_context(|| format!("The source of {} is missing.", part.name))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        path.is_file() && NAMES.iter().any(|it| name.starts_with(it))
    });
    let read = |path| fs::read_to_string(path).with_context(|| format!("A licence of {} is unreadable.", part.name));
    paths.iter().map(read).map(|text| text.map(|text| text.replace("\r\n", "\n"))).collect()
}
