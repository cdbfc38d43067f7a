//! The licences of all parts as one text, each wording once.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};

use crate::hand_out::VERSION;
use crate::parts::Part;
use crate::workspace::Workspace;

/// How the names of files begin that hold a licence.
const NAMES: [&str; 5] = ["licen", "copying", "copyright", "unlicense", "notice"];
/// Where a part offers several licences, it is used under the first of these that is among them.
const PREFERRED: [&str; 2] = ["MIT", "Apache-2.0"];
/// How what the MIT licence permits begins, and what it asks to be repeated stands before it.
const MIT: &str = "Permission is hereby granted, free of charge, to any person obtaining a copy of this software ";
/// Behind this the Apache licence only says how to use it.
const APACHE_END: &str = "END OF TERMS AND CONDITIONS";

/// The text: under each licence the parts that are used under it, and its wording.
///
/// # Errors
/// A part is without the text of its licence, and it is not one of those that others carry.
pub(crate) fn text(workspace: &Workspace, parts: &[Part]) -> Result<String> {
    let own = fs::read_to_string(workspace.root.join("LICENSE")).context("LICENSE could not be read.")?;
    let (copyright, permission) = halves(&own).context("LICENSE is not the MIT licence.")?;
    let mut under_mit = BTreeMap::from([(copyright.join("; "), vec![format!("ROCU self-assessment {VERSION}")])]);
    let mut under_apache = Vec::new();
    let mut apache = None;
    let mut others: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in parts {
        let name = format!("{} {}", part.name, part.version);
        let texts = texts(part)?;
        for licence in chosen(&part.licence) {
            match licence {
                "MIT" => {
                    let found = texts.iter().find_map(|text| halves(text));
                    let copyright = found.as_ref().map(|(copyright, _)| copyright.join("; ")).unwrap_or_default();
                    let holders = if copyright.is_empty() { authors(part) } else { copyright };
                    under_mit.entry(holders).or_default().push(name.clone());
                    // Where the permission is worded otherwise, it counts as they worded it.
                    if let Some((_, other)) = found.filter(|(_, other)| words(other) != words(permission)) {
                        others.entry(paragraphs(other)).or_default().push(name.clone());
                    }
                }
                "Apache-2.0" => {
                    under_apache.push(name.clone());
                    apache = apache.or_else(|| texts.iter().find_map(|text| terms_of_apache(text)).map(str::to_owned));
                }
                _ => {
                    let text = texts.iter().find(|text| halves(text).is_none() && terms_of_apache(text).is_none());
                    let text = text.with_context(|| format!("{name} is without the text of {licence}."))?;
                    others.entry(paragraphs(text)).or_default().push(name.clone());
                }
            }
        }
    }
    let apache = apache.context("No part carries the text of the Apache licence, to which others refer.")?;

    let mut all = format!(
        "ROCU self-assessment {VERSION} is under the MIT licence. Others wrote parts of it. Where a part offers several \
         licences, it is used under the first of these that it offers: {}.\n\n",
        PREFERRED.join(", ")
    );
    let under_mit: Vec<String> =
        under_mit.iter().map(|(holders, of)| format!("{}: {holders}", of.join(", "))).collect();
    writeln!(all, "MIT licence\n\n{}\n\n{}", under_mit.join("\n"), paragraphs(permission))?;
    writeln!(all, "\nApache licence, version 2.0\n\n{}\n\n{}", under_apache.join(", "), paragraphs(&apache))?;
    for (text, of) in others {
        writeln!(all, "\n{}\n\n{text}", of.join(", "))?;
    }
    Ok(all)
}

/// The licences of an expression under which a part is used.
fn chosen(expression: &str) -> Vec<&str> {
    let all = expression.split(" AND ").map(|it| it.trim_matches(['(', ')']));
    all.map(|it| {
        let offered: Vec<&str> = it.split(" OR ").collect();
        PREFERRED.into_iter().find(|it| offered.contains(it)).unwrap_or(offered[0])
    })
    .collect()
}

/// The lines of copyright and the permission of a text of the MIT licence.
fn halves(text: &str) -> Option<(Vec<&str>, &str)> {
    let at = text.find("Permission is hereby granted").filter(|at| words(&text[*at..]).starts_with(MIT))?;
    let lines = text[..at].lines().map(str::trim);
    Some((lines.filter(|line| line.to_lowercase().starts_with("copyright")).collect(), &text[at..]))
}

fn terms_of_apache(text: &str) -> Option<&str> {
    let end = text.find(APACHE_END)? + APACHE_END.len();
    text.contains("Apache License").then(|| &text[..end])
}

/// A text whose lines break where it is shown.
fn paragraphs(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(words).filter(|it| !it.is_empty());
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// What tells wordings apart: not where their lines break.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without addresses: the text goes to strangers.
fn authors(part: &Part) -> String {
    let names: Vec<&str> = part.authors.iter().filter_map(|it| it.split(" <").next()).collect();
    if names.is_empty() {
        format!("Copyright (c) the authors of {}", part.name)
    } else {
        format!("Copyright (c) {}", names.join(", "))
    }
}

fn texts(part: &Part) -> Result<Vec<String>> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts;

    #[test]
    fn every_part_stands_under_a_licence_whose_text_is_there_once() {
        let workspace = Workspace::find().unwrap();
        let parts = parts::all(&workspace).unwrap();
        let text = text(&workspace, &parts).unwrap();
        for part in &parts {
            assert!(text.contains(&format!("{} {}", part.name, part.version)), "{}", part.name);
        }
        for (wording, times) in [
            ("Apache License Version 2.0, January 2004", 1),
            ("This software is provided 'as-is'", 2),
            ("UNICODE LICENSE V3", 2),
            ("rust_xlsxwriter 0.102.0: Copyright 2022-2026 John McNamara", 1),
            ("lzma-rust2 0.25.0", 1),
        ] {
            assert_eq!(text.matches(wording).count(), times, "{wording}");
        }
        assert!(text.contains(MIT));
    }

    #[test]
    fn of_several_licences_one_is_chosen_and_of_those_that_all_count_each_is() {
        assert_eq!(chosen("Apache-2.0 OR BSL-1.0 OR MIT"), ["MIT"]);
        assert_eq!(chosen("Apache-2.0 OR GPL-2.0-only"), ["Apache-2.0"]);
        assert_eq!(chosen("(MIT OR Apache-2.0) AND Unicode-3.0"), ["MIT", "Unicode-3.0"]);
        assert_eq!(chosen("Zlib"), ["Zlib"]);
    }
}
