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

/// Writes the report as a Word file (`.docx`).
#[must_use]
pub fn word(report: &Report) -> Vec<u8> {
    let (document, charts) = body::document(report);
    let mut parts = vec![
        Part::new("word/document.xml", Kind::Document, document),
        Part::new("word/styles.xml", Kind::Styles, include_bytes!("word/styles.xml").to_vec()),
        Part::new("word/numbering.xml", Kind::Numbering, include_bytes!("word/numbering.xml").to_vec()),
        Part::new("word/settings.xml", Kind::Settings, include_bytes!("word/settings.xml").to_vec()),
    ];
    parts.extend(margins::parts(report));
    parts.extend(charts);
    parts.extend(properties::parts(report));
    package::packed(&parts)
}
