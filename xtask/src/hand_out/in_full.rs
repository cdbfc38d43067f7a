//! The guides in full with their pictures, and what changed: as they lie in the workspace.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};

use crate::workspace::Workspace;

const CHANGES: &str = "CHANGELOG.md";
/// Where the guides are in the workspace, and where they are in the archive.
const FOLDERS: (&str, &str) = ("docs", "guides");
const GUIDES: [&str; 5] = ["guide-lead.md", "guide-colleagues.md", "guide-regions.md", "deployment.md", "method.md"];

/// The files by their names in the archive.
pub(super) fn files(workspace: &Workspace) -> Result<BTreeMap<String, Vec<u8>>> {
    let read = |path: &str| fs::read(workspace.root.join(path)).with_context(|| format!("{path} could not be read."));
    let (source, target) = FOLDERS;
    let mut files = BTreeMap::from([(CHANGES.to_owned(), read(CHANGES)?)]);
    for guide in GUIDES {
        let bytes = read(&format!("{source}/{guide}"))?;
        for link in links(&String::from_utf8_lossy(&bytes)) {
            let _ = files.insert(format!("{target}/{link}"), read(&format!("{source}/{link}"))?);
        }
        let _ = files.insert(format!("{target}/{guide}"), bytes);
    }
    Ok(files)
}

/// The files to which a text in Markdown leads.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    links.filter(|link| !link.is_empty() && !link.contains("://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_of_what_is_handed_out_leads_to_what_is_handed_out() {
        let files = files(&Workspace::find().unwrap()).unwrap();
        assert!(files.keys().filter(|name| name.starts_with("guides/pictures/")).count() > 9, "{:?}", files.keys());
        for (name, bytes) in &files {
            let Some((folder, _)) = name.strip_suffix(".md").and_then(|name| name.rsplit_once('/')) else { continue };
            for link in links(std::str::from_utf8(bytes).unwrap()) {
                assert!(files.contains_key(&format!("{folder}/{link}")), "{name} leads to {link}");
            }
        }
        let outside = files.keys().find(|name| name.contains(".."));
        assert_eq!(outside, None, "it would be unpacked elsewhere");
    }

    #[test]
    fn a_link_is_told_from_an_address_and_from_a_place_within_a_file() {
        let text = "![a](pictures/a.png) [b](https://b.example) [c](#here) [d](d.md#there)";
        assert_eq!(links(text).collect::<Vec<_>>(), ["pictures/a.png", "d.md"]);
    }
}
