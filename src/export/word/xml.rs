//! XML that can't be broken out of: names are ours, and whatever else is written becomes text.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::export::shown::shown;

/// An attribute: a name of ours and any value.
pub(super) type Attribute<'a> = (&'static str, &'a str);

/// A growing part of the file.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A part with its declaration and nothing else.
    pub(super) fn part() -> Self {
        let mut part = Self(Writer::new(Vec::new()));
        part.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        part
    }

    /// The part as bytes.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }

    /// An element and what stands in it.
    pub(super) fn element(&mut self, name: &'static str, attributes: &[Attribute<'_>], inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        inside(self);
        self.close(name);
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        let start = start(name, attributes);
        self.write(Event::Empty(start));
    }

    /// An element whose only attribute is the value.
    pub(super) fn value(&mut self, name: &'static str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element with a text in it.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.element(name, attributes, |xml| xml.text(text));
    }

    /// The beginning of an element, which has to be closed.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        let start = start(name, attributes);
        self.write(Event::Start(start));
    }

    /// The end of an element.
    pub(super) fn close(&mut self, name: &'static str) {
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// A text, every character of it shown.
    fn text(&mut self, text: &str) {
        self.write(Event::Text(BytesText::new(&shown(text))));
    }

    fn write(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("memory takes whatever is written");
    }
}

fn start<'a>(name: &'static str, attributes: &[Attribute<'_>]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, &*shown(value)));
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_become_markup() {
        let mut xml = Xml::part();
        xml.leaf("w:t", &[("w:val", "\"/><w:p>\n&")], "</w:t><![CDATA[ &amp; \u{0}\u{ffff}");
        let written = String::from_utf8(xml.finish()).unwrap();
        assert!(
            written.ends_with(
                "<w:t w:val=\"&quot;/&gt;&lt;w:p&gt;&#10;&amp;\">&lt;/w:t&gt;&lt;![CDATA[ &amp;amp; ␀\u{fffd}</w:t>"
            ),
            "{written}"
        );
    }
}
