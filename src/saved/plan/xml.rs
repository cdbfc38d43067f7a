//! The XML of one part, one piece after another.

use std::borrow::Cow;

use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion, escape};

use super::PlanError;
use super::package::Part;

/// How many elements may stand one in another: a sheet needs about ten.
const DEEPEST: usize = 100;

/// The XML of one part.
pub(super) struct Xml<'a> {
    part: &'a Part,
    reader: Reader<&'a [u8]>,
    depth: usize,
}

/// A piece of it.
pub(super) enum Node<'a> {
    /// An element begins.
    Start(Tag<'a>),
    /// An element ends.
    End(End<'a>),
    /// Some of the text of an element; the next piece may go on with it.
    Text(Cow<'a, str>),
}

/// The beginning of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

/// The end of an element.
pub(super) struct End<'a>(BytesEnd<'a>);

impl<'a> Xml<'a> {
    /// The pieces of that part.
    pub(super) fn new(part: &'a Part) -> Self {
        let mut reader = Reader::from_str(&part.text);
        reader.config_mut().expand_empty_elements = true;
        Self { part, reader, depth: 0 }
    }

    /// The next piece, or nothing at the end.
    ///
    /// # Errors
    /// The part is not well-formed, has a document type or an entity of its own, or goes too deep.
    pub(super) fn next(&mut self) -> Result<Option<Node<'a>>, PlanError> {
        loop {
            return Ok(Some(match self.reader.read_event().map_err(|_| self.part.damaged())? {
                Event::Start(tag) if self.depth < DEEPEST => {
                    self.depth += 1;
                    Node::Start(Tag(tag))
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::End(End(end))
                }
                Event::Text(text) => Node::Text(text.xml10_content()),
                Event::CData(text) => Node::Text(text.xml10_content()),
                Event::GeneralRef(reference) => Node::Text(self.resolved(&reference)?),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
                Event::Eof if self.depth == 0 => return Ok(None),
                Event::Start(_) | Event::Empty(_) | Event::DocType(_) | Event::Eof => return Err(self.part.damaged()),
            }));
        }
    }

    /// What an attribute says, by its name without a prefix; of a tag of this part.
    ///
    /// # Errors
    /// The attributes are not well-formed.
    pub(super) fn attribute<'t>(&self, tag: &'t Tag<'_>, name: &str) -> Result<Option<Cow<'t, str>>, PlanError> {
        // Looking for one that is there twice takes time that grows with the square of their number.
        for attribute in tag.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| self.part.damaged())?;
            if attribute.key.local_name().as_ref() == name {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                return value.map(Some).map_err(|_| self.part.damaged());
            }
        }
        Ok(None)
    }

    /// The error that says that this part is not as it should be.
    pub(super) fn damaged(&self) -> PlanError {
        self.part.damaged()
    }

    fn resolved(&self, reference: &BytesRef<'_>) -> Result<Cow<'a, str>, PlanError> {
        match reference.resolve_char_ref() {
            Ok(Some(character)) => Ok(Cow::Owned(character.to_string())),
            Ok(None) => escape::resolve_xml_entity(reference).map(Cow::Borrowed).ok_or_else(|| self.part.damaged()),
            Err(_) => Err(self.part.damaged()),
        }
    }
}

impl Tag<'_> {
    /// Whether it is an element of that name, whatever its prefix.
    pub(super) fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name
    }
}

impl End<'_> {
    /// Whether an element of that name ends, whatever its prefix.
    pub(super) fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name
    }
}
