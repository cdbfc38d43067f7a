//! The container: parts by name, each unpacked when it is asked for and counted while it is.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::xml::{Node, Xml};
use super::{LIMIT, PlanError, UNPACKED};

/// How many parts a file may have: ours has about thirty.
const MOST_PARTS: usize = 1_000;

/// How a container begins that holds a locked file, or a spreadsheet of the form before 2007.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// The container.
pub(super) struct Package<'a> {
    parts: ZipArchive<Cursor<&'a [u8]>>,
    left: usize,
}

/// A part that was unpacked.
pub(super) struct Part {
    name: String,
    /// What it holds.
    pub(super) text: String,
}

/// What a part says of another one.
pub(super) struct Relation {
    /// The last word of its kind: `worksheet`.
    pub(super) kind: String,
    /// The name of the part.
    pub(super) part: String,
}

impl Part {
    /// The error that says that this part is not as it should be.
    pub(super) fn damaged(&self) -> PlanError {
        damaged(&self.name)
    }
}

fn damaged(part: &str) -> PlanError {
    PlanError::Damaged { part: part.chars().take(80).collect() }
}

impl<'a> Package<'a> {
    /// The container in these bytes.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, PlanError> {
        if bytes.len() > LIMIT {
            return Err(PlanError::TooLarge { bytes: bytes.len() as u64 });
        }
        if bytes.starts_with(&COMPOUND) {
            return Err(PlanError::LockedOrOld);
        }
        if !bytes.starts_with(b"PK") {
            return Err(PlanError::NotZip);
        }
        // The list of parts is held in memory as a whole, and as long as the file says that it is where
        // it is of the form for files over 4 GiB.
        let listed = bytes.windows(4).filter(|four| four == b"PK\x01\x02").count();
        let end = &bytes[bytes.len().saturating_sub(0x1_0100)..];
        if listed > MOST_PARTS || end.windows(4).any(|four| four == b"PK\x06\x07") {
            return Err(PlanError::TooMuch);
        }
        let parts = ZipArchive::new(Cursor::new(bytes)).map_err(|_| PlanError::CutOff)?;
        Ok(Self { parts, left: UNPACKED })
    }

    /// The part of that name, where there is one.
    ///
    /// # Errors
    /// It cannot be unpacked, or is not text in UTF-8.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part>, PlanError> {
        let Some(at) = self.parts.index_for_name(name) else { return Ok(None) };
        let packed = self.parts.by_index(at).map_err(|_| damaged(name))?;
        let mut bytes = Vec::new();
        let read = packed.take(self.left as u64 + 1).read_to_end(&mut bytes).map_err(|_| damaged(name))?;
        self.left = self.left.checked_sub(read).ok_or(PlanError::TooMuch)?;
        let text = String::from_utf8(bytes).map_err(|_| damaged(name))?;
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        Ok(Some(Part { name: name.to_owned(), text }))
    }

    /// The part of that name.
    ///
    /// # Errors
    /// It is missing, cannot be unpacked, or is not text in UTF-8.
    pub(super) fn needed(&mut self, name: &str) -> Result<Part, PlanError> {
        self.part(name)?.ok_or_else(|| damaged(name))
    }

    /// What a part says of others, by the names it gives them; of no part, what the container says.
    pub(super) fn relations(&mut self, of: &str) -> Result<BTreeMap<String, Relation>, PlanError> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let Some(part) = self.part(&within(folder, &format!("_rels/{file}.rels")))? else { return Ok(BTreeMap::new()) };
        let mut xml = Xml::new(&part);
        let mut found = BTreeMap::new();
        while let Some(node) = xml.next()? {
            let Node::Start(tag) = node else { continue };
            let said = (xml.attribute(&tag, "Id")?, xml.attribute(&tag, "Type")?, xml.attribute(&tag, "Target")?);
            if let (Some(id), Some(kind), Some(target)) = said {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let _ = found.insert(id.into_owned(), Relation { kind, part: within(folder, &target) });
            }
        }
        Ok(found)
    }
}

/// The name of the part that a path leads to from a folder. It never leads out of the container,
/// because nothing but the names of its parts is looked through.
fn within(folder: &str, path: &str) -> String {
    let mut steps: Vec<&str> = match path.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn a_path_leads_from_a_folder_to_a_part() {
        for (folder, path, part) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/a", "../b/./c.xml", "xl/b/c.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("xl", "../../../../etc/passwd", "etc/passwd"),
        ] {
            assert_eq!(within(folder, path), part);
        }
    }
}
