//! What stands at the top and at the bottom of every sheet: the marking, the unit, the edition and
//! the number of the page.

use super::package::{Kind, Part};
use super::sheet::Sheet;
use super::text::{field, paragraph, run};
use super::xml::{Attribute, Xml};
use crate::export::shown::margins;
use crate::report::Report;
use crate::report::paper::Margins;

/// The languages of the elements.
const SPACES: [Attribute<'static>; 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// The top, which is the same on every sheet, and the bottoms, each as wide as its sheet.
pub(super) fn parts(report: &Report) -> [Part; 3] {
    let margins = margins(report);
    let footer = |sheet: Sheet| {
        let path = format!("word/{}.xml", sheet.footer());
        Part::new(path, Kind::Footer, bottom(&margins, sheet))
    };
    [Part::new("word/header.xml", Kind::Header, top(&margins)), footer(Sheet::Upright), footer(Sheet::OnItsSide)]
}

fn top(margins: &Margins) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("w:hdr", &SPACES, |xml| paragraph(xml, "Header", &margins.top()));
    xml.finish()
}

fn bottom(margins: &Margins, sheet: Sheet) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("w:ftr", &SPACES, |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", "SheetNumber");
                let width = sheet.width().to_string();
                xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &width)]));
            });
            // A line or a tab in a name would push the number of the page off its place.
            run(xml, &margins.foot().replace(['\r', '\n', '\t'], " "));
            run(xml, "\tPage ");
            field(xml, "PAGE", "1");
            run(xml, " of ");
            field(xml, "NUMPAGES", "1");
        });
        paragraph(xml, "Footer", &margins.bottom());
    });
    xml.finish()
}
