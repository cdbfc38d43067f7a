//! What the document says of itself: title, maker, marking and language.
//!
//! Days and hours are left out: the report knows none, and nothing here asks a clock.

use super::package::{Kind, Part};
use super::xml::Xml;
use crate::export::shown::margins;
use crate::report::Report;

/// The properties that every office file has, those of the program, and the marking as one of ours:
/// systems that keep records look for it there.
pub(super) fn parts(report: &Report) -> [Part; 3] {
    [
        Part::new("docProps/core.xml", Kind::Core, core(report)),
        Part::new("docProps/app.xml", Kind::Program, program()),
        Part::new("docProps/custom.xml", Kind::Custom, custom(report)),
    ]
}

fn core(report: &Report) -> Vec<u8> {
    let margins = margins(report);
    let mut xml = Xml::part();
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.leaf("dc:title", &[], &format!("{}: {} ({})", report.title, margins.unit, margins.marking));
        xml.leaf("dc:subject", &[], &margins.edition);
        xml.leaf("dc:creator", &[], &margins.unit);
        xml.leaf("cp:keywords", &[], &margins.top());
        xml.leaf("cp:category", &[], &report.title);
        xml.leaf("dc:language", &[], "en-GB");
    });
    xml.finish()
}

fn program() -> Vec<u8> {
    let mut xml = Xml::part();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", space)], |xml| {
        xml.leaf("Application", &[], env!("CARGO_PKG_NAME"));
    });
    xml.finish()
}

fn custom(report: &Report) -> Vec<u8> {
    let mut xml = Xml::part();
    let spaces = [
        ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
        ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
    ];
    xml.element("Properties", &spaces, |xml| {
        // The first number that the standard leaves free, and the class of properties of the user's own.
        let property =
            [("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"), ("pid", "2"), ("name", "Security classification")];
        xml.element("property", &property, |xml| xml.leaf("vt:lpwstr", &[], &report.marking));
    });
    xml.finish()
}
