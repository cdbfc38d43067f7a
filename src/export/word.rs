//! The gap summary as a Word document.
//!
//! Written by a small writer of our own, since docx-rs can neither repeat the heads of a table, nor
//! describe a picture in words, nor say which language a document is in. Word refuses a file whose
//! elements stand in another order than the schema's, where other programs take it: each writer here
//! keeps that order, and the tests hold it. How everything looks is in `styles.xml`, so that whoever
//! gets the document can restyle it in Word.
//!
//! The same report gives the same bytes: there is no clock, and no chance, in it.

mod body;
mod card;
mod chart;
mod form;
mod margins;
mod package;
mod properties;
mod sheet;
mod table;
mod text;
mod xml;

use crate::report::Report;
use package::{Kind, Part};

/// The parts that are the same in every document.
const FIXED: [(&str, Kind, &str); 5] = [
    ("word/styles.xml", Kind::Styles, include_str!("word/styles.xml")),
    ("word/numbering.xml", Kind::Numbering, include_str!("word/numbering.xml")),
    ("word/settings.xml", Kind::Settings, include_str!("word/settings.xml")),
    ("word/fontTable.xml", Kind::Fonts, include_str!("word/fontTable.xml")),
    ("word/theme/theme.xml", Kind::Theme, include_str!("word/theme.xml")),
];

/// Writes the report as a Word file (`.docx`).
#[must_use]
pub fn word(report: &Report) -> Vec<u8> {
    let (document, charts) = body::document(report);
    let fixed = |(path, kind, text): (&'static str, Kind, &str)| Part::new(path, kind, text.as_bytes().to_vec());
    let mut parts = vec![Part::new("word/document.xml", Kind::Document, document)];
    parts.extend(FIXED.map(fixed));
    parts.extend(margins::parts(report));
    parts.extend(charts);
    parts.extend(properties::parts(report));
    package::packed(&parts)
}
