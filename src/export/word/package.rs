//! The container: parts, what each of them is, how they are tied together, in one ZIP file.

use std::borrow::Cow;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::Xml;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Where the relations of the document to its parts are kept.
const OF_DOCUMENT: &str = "word/_rels/document.xml.rels";

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The text.
    Document,
    /// How everything looks.
    Styles,
    /// The marks of lists.
    Numbering,
    /// How the document is to be opened.
    Settings,
    /// The fonts, and which may stand in for them.
    Fonts,
    /// The colours and fonts that Word offers to whoever goes on writing.
    Theme,
    /// What stands at the top of a sheet.
    Header,
    /// What stands at its bottom.
    Footer,
    /// A picture of numbers.
    Chart,
    /// The title and who made it.
    Core,
    /// The program that wrote it.
    Program,
    /// Properties that Office has no name for.
    Custom,
}

impl Kind {
    fn content_type(self) -> String {
        match self {
            Self::Document => format!("{WORD}.document.main+xml"),
            Self::Styles => format!("{WORD}.styles+xml"),
            Self::Numbering => format!("{WORD}.numbering+xml"),
            Self::Settings => format!("{WORD}.settings+xml"),
            Self::Fonts => format!("{WORD}.fontTable+xml"),
            Self::Theme => String::from("application/vnd.openxmlformats-officedocument.theme+xml"),
            Self::Header => format!("{WORD}.header+xml"),
            Self::Footer => format!("{WORD}.footer+xml"),
            Self::Chart => String::from("application/vnd.openxmlformats-officedocument.drawingml.chart+xml"),
            Self::Core => String::from("application/vnd.openxmlformats-package.core-properties+xml"),
            Self::Program => String::from("application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            Self::Custom => String::from("application/vnd.openxmlformats-officedocument.custom-properties+xml"),
        }
    }

    fn relation(self) -> String {
        let name = match self {
            Self::Document => "officeDocument",
            Self::Styles => "styles",
            Self::Numbering => "numbering",
            Self::Settings => "settings",
            Self::Fonts => "fontTable",
            Self::Theme => "theme",
            Self::Header => "header",
            Self::Footer => "footer",
            Self::Chart => "chart",
            Self::Core => return format!("{PACKAGE}/relationships/metadata/core-properties"),
            Self::Program => "extended-properties",
            Self::Custom => "custom-properties",
        };
        format!("{OFFICE}/{name}")
    }

    /// Whether it belongs to the document rather than to the file as a whole.
    fn is_of_document(self) -> bool {
        !matches!(self, Self::Document | Self::Core | Self::Program | Self::Custom)
    }
}

/// A file within the file.
pub(super) struct Part {
    path: Cow<'static, str>,
    kind: Kind,
    bytes: Vec<u8>,
}

impl Part {
    /// A part of that kind; parts of the document lie under `word/`.
    pub(super) fn new(path: impl Into<Cow<'static, str>>, kind: Kind, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), kind, bytes }
    }

    /// The name under which what refers to it knows it: the name of its file.
    fn id(&self) -> &str {
        let file = self.path.rsplit('/').next().unwrap_or_default();
        file.strip_suffix(".xml").unwrap_or(file)
    }
}

/// The parts as one file.
pub(super) fn packed(parts: &[Part]) -> Vec<u8> {
    let (inner, outer): (Vec<&Part>, Vec<&Part>) = parts.iter().partition(|part| part.kind.is_of_document());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The time is fixed: the same report gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::DEFAULT);
    let mut add = |path: &str, bytes: &[u8]| {
        zip.start_file(path, options).expect("no two parts have one name");
        zip.write_all(bytes).expect("memory takes whatever is written");
    };
    add("[Content_Types].xml", &types(parts));
    add("_rels/.rels", &relations(&outer, ""));
    add(OF_DOCUMENT, &relations(&inner, "word/"));
    for part in parts {
        add(&part.path, &part.bytes);
    }
    zip.finish().expect("memory takes whatever is written").into_inner()
}

fn types(parts: &[Part]) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        for part in parts {
            let path = format!("/{}", part.path);
            xml.empty("Override", &[("PartName", &path), ("ContentType", &part.kind.content_type())]);
        }
    });
    xml.finish()
}

fn relations(parts: &[&Part], folder: &str) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        for part in parts {
            let target = part.path.strip_prefix(folder).unwrap_or(&part.path);
            xml.empty("Relationship", &[("Id", part.id()), ("Type", &part.kind.relation()), ("Target", target)]);
        }
    });
    xml.finish()
}
