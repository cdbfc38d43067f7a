//! HTML that can't be broken out of: names are ours, and whatever else is written becomes text.

use crate::export::shown::{is_right_to_left, shown};

/// Elements after which a line is ended, for whoever reads the file's source.
const LINES: [&str; 23] = [
    "head", "meta", "title", "body", "div", "header", "nav", "main", "section", "article", "figure", "h1", "h2", "h3",
    "h4", "p", "ol", "ul", "li", "table", "caption", "thead", "tr",
];

/// An attribute: a name of ours and any value; one without a value is left out.
pub(super) type Attribute<'a> = (&'static str, &'a str);

/// A growing page.
///
/// There is no way to put a text into it but as text: names of elements and attributes are
/// constants, and values are escaped.
#[derive(Debug, Default)]
pub(super) struct Markup(String);

impl Markup {
    /// A page with nothing in it but its kind.
    pub(super) fn page() -> Self {
        Self(String::from("<!DOCTYPE html>\n"))
    }

    /// The page as text.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// An element and what stands in it.
    pub(super) fn element(&mut self, name: &'static str, attributes: &[Attribute<'_>], inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        inside(self);
        self.0.extend(["</", name, ">"]);
        self.end_of_line(name);
    }

    /// An element with a text in it.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.element(name, attributes, |page| page.text(text));
    }

    /// An element that has nothing in it and no end.
    pub(super) fn void(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.open(name, attributes);
        self.end_of_line(name);
    }

    /// A text, every character of it shown.
    ///
    /// One that holds letters written from right to left stands by itself, so that it can't change
    /// the order of what stands beside it.
    pub(super) fn text(&mut self, text: &str) {
        if text.chars().any(is_right_to_left) {
            self.0.push_str("<bdi>");
            self.escaped(text);
            self.0.push_str("</bdi>");
        } else {
            self.escaped(text);
        }
    }

    /// The one style of the page, which has seen to its own text.
    pub(super) fn style(&mut self, css: &str) {
        self.0.extend(["<style>", css, "</style>\n"]);
    }

    fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.0.extend(["<", name]);
        for (attribute, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.0.extend([" ", attribute, "=\""]);
            self.escaped(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    fn end_of_line(&mut self, name: &str) {
        if LINES.contains(&name) {
            self.0.push('\n');
        }
    }

    fn escaped(&mut self, text: &str) {
        for c in shown(text).chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                c => self.0.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Markup)) -> String {
        let mut page = Markup::default();
        write(&mut page);
        page.finish()
    }

    #[test]
    fn a_text_cannot_become_markup() {
        let written =
            written(|page| page.leaf("b", &[("title", "\"><script>")], "</b><script>alert('1')</script>&lt;"));
        assert_eq!(
            written,
            "<b title=\"&quot;&gt;&lt;script&gt;\">&lt;/b&gt;&lt;script&gt;alert('1')&lt;/script&gt;&amp;lt;</b>"
        );
    }

    #[test]
    fn letters_from_right_to_left_stand_by_themselves() {
        assert_eq!(written(|page| page.text("Kent")), "Kent");
        assert_eq!(written(|page| page.text("شرطة 12")), "<bdi>شرطة 12</bdi>");
    }
}
