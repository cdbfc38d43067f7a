//! Paragraphs and the words in them.

use super::xml::Xml;
use crate::export::shown::{is_right_to_left, shown};

/// How a paragraph differs from its style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    /// Whether it begins a sheet, by itself or because the sheets before lie otherwise.
    pub(super) on_top: Option<Top>,
    /// Whether it is read from right to left.
    pub(super) from_right: bool,
}

/// Why a paragraph stands at the top of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Top {
    /// It is to begin a sheet.
    Begins,
    /// The sheets before lie otherwise.
    Turned,
}

/// A paragraph of one text.
pub(super) fn paragraph(xml: &mut Xml, style: &str, text: &str) {
    let shape = Shape { from_right: is_from_right(text), ..Shape::default() };
    shaped(xml, style, shape, |xml| run(xml, text));
}

/// A paragraph of several runs.
pub(super) fn shaped(xml: &mut Xml, style: &str, shape: Shape, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", style);
            if shape.on_top == Some(Top::Begins) {
                xml.empty("w:pageBreakBefore", &[]);
            }
            if shape.from_right {
                xml.empty("w:bidi", &[]);
            }
            if shape.on_top.is_some() {
                xml.empty("w:spacing", &[("w:before", "0")]);
            }
        });
        inside(xml);
    });
}

/// A run of text; its lines and tabs stay lines and tabs.
pub(super) fn run(xml: &mut Xml, text: &str) {
    if text.is_empty() {
        return;
    }
    xml.element("w:r", &[], |xml| {
        if is_from_right(text) {
            xml.element("w:rPr", &[], |xml| xml.empty("w:rtl", &[]));
        }
        for (at, line) in shown(text).split('\n').enumerate() {
            if at > 0 {
                xml.empty("w:br", &[]);
            }
            for (at, piece) in line.split('\t').enumerate() {
                if at > 0 {
                    xml.empty("w:tab", &[]);
                }
                if !piece.is_empty() {
                    xml.leaf("w:t", &[("xml:space", "preserve")], piece);
                }
            }
        }
    });
}

/// What Word works out by itself, with what it says until then.
pub(super) fn field(xml: &mut Xml, instruction: &str, until_then: &str) {
    xml.element("w:fldSimple", &[("w:instr", &format!(" {instruction} "))], |xml| run(xml, until_then));
}

/// The name over a table or a figure, with its number among those of its kind.
pub(super) fn caption(xml: &mut Xml, kind: &str, number: usize, text: &str) {
    shaped(xml, "Caption", Shape::default(), |xml| {
        run(xml, &format!("{kind} "));
        field(xml, &format!("SEQ {kind} \\* ARABIC"), &number.to_string());
        run(xml, &format!(": {text}"));
    });
}

/// Whether the first letter of the text belongs to a script that is written from right to left.
pub(super) fn is_from_right(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(is_right_to_left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut xml = Xml::part();
        paragraph(&mut xml, "Normal", text);
        String::from_utf8(xml.finish()).unwrap()
    }

    #[test]
    fn lines_and_tabs_stay_lines_and_tabs() {
        let written = written("one\r\n two\tthree\n\n");
        let lines = "<w:r><w:t xml:space=\"preserve\">one</w:t><w:br/><w:t xml:space=\"preserve\"> two</w:t><w:tab/>\
            <w:t xml:space=\"preserve\">three</w:t><w:br/><w:br/></w:r>";
        assert!(written.contains(lines), "{written}");
    }

    #[test]
    fn the_first_letter_decides_the_direction() {
        for text in ["شرطة 12", "12: שלום, Kent"] {
            assert!(written(text).contains("<w:pPr><w:pStyle w:val=\"Normal\"/><w:bidi/></w:pPr>"), "{text}");
            assert!(written(text).contains("<w:rPr><w:rtl/></w:rPr>"), "{text}");
        }
        for text in ["", "12", "Kent, שלום"] {
            assert!(!written(text).contains("bidi") && !written(text).contains("rtl"), "{text}");
        }
    }
}
