//! A Word file taken apart: its parts, and each of them as a tree.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::{DateTime, ZipArchive};

/// The parts of a file by their paths.
pub(crate) struct Package(pub(crate) BTreeMap<String, Element>);

/// An element of a part.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    /// Its name, with the letters that stand for its language.
    pub(crate) name: String,
    /// Its attributes.
    pub(crate) attributes: Vec<(String, String)>,
    /// What stands in it.
    pub(crate) children: Vec<Element>,
    /// The text in it, where it holds no elements.
    pub(crate) text: String,
}

/// Takes a file apart. Fails where it is not a sound container of sound XML.
pub(crate) fn read(file: &[u8]) -> Package {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        assert_eq!(part.last_modified(), Some(DateTime::DEFAULT), "no time is told");
        let path = part.name().unwrap().into_owned();
        let mut text = String::new();
        let _ = part.read_to_string(&mut text).unwrap();
        assert!(!parts.contains_key(&path), "{path} is there twice");
        let _ = parts.insert(path, tree(&text));
    }
    Package(parts)
}

impl Package {
    /// The text of the document.
    pub(crate) fn document(&self) -> &Element {
        &self.0["word/document.xml"]
    }
}

impl Element {
    /// An attribute.
    pub(crate) fn attribute(&self, wanted: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
    }

    /// What stands directly in it under that name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Everything in it of that name, itself included, in the order of the document.
    pub(crate) fn all<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let mut found = Vec::new();
        self.visit(&mut |element| {
            if element.name == name {
                found.push(element);
            }
        });
        found
    }

    /// Looks at it and at everything in it.
    pub(crate) fn visit<'a>(&'a self, look: &mut impl FnMut(&'a Self)) {
        look(self);
        self.children.iter().for_each(|child| child.visit(look));
    }

    /// The text of a paragraph as a reader sees it.
    pub(crate) fn said(&self) -> String {
        let mut said = String::new();
        self.visit(&mut |element| match element.name.as_str() {
            "w:t" => said.push_str(&element.text),
            "w:br" => said.push('\n'),
            "w:tab" => said.push('\t'),
            _ => {}
        });
        said
    }

    /// The style of a paragraph or a table.
    pub(crate) fn style(&self) -> &str {
        let properties = self.child("w:pPr").or_else(|| self.child("w:tblPr")).unwrap();
        let style = properties.child("w:pStyle").or_else(|| properties.child("w:tblStyle"));
        style.and_then(|style| style.attribute("w:val")).unwrap()
    }
}

fn tree(text: &str) -> Element {
    let allowed =
        |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}') || c > '\u{ffff}';
    assert!(text.chars().all(allowed), "XML has no place for such a character");
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => open.last_mut().unwrap().children.push(element(&start)),
            Event::End(_) => {
                let closed = open.pop().unwrap();
                open.last_mut().unwrap().children.push(closed);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let c = match &*name.xml10_content() {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("&{other}; is not known in XML"),
                };
                open.last_mut().unwrap().text.push(c);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let [all] = &mut open[..] else { panic!("an element is not closed") };
    let [part] = &mut all.children[..] else { panic!("a part is one element") };
    std::mem::take(part)
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap();
        (attribute.key.into_inner().to_owned(), value.into_owned())
    });
    let name = start.name().into_inner().to_owned();
    Element { name, attributes: attributes.collect(), ..Element::default() }
}
