//! The text of the document: front block, contents, chapters.

use super::chart;
use super::package::{Kind, Part};
use super::sheet::Sheet;
use super::text::{Shape, Top, caption, is_from_right, paragraph, run, shaped};
use super::xml::{Attribute, Xml};
use super::{card, form, table};
use crate::export::card as words;
use crate::report::{Bar, Block, Layout, Report, Section, matrix};

/// The words that say that nothing here is real.
const EXAMPLE: &str = "EXAMPLE: an invented region";

/// The languages of the elements.
const SPACES: [Attribute<'static>; 5] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:c", chart::SPACE),
];

/// The document, and the charts in it.
pub(super) fn document(report: &Report) -> (Vec<u8>, Vec<Part>) {
    let mut body = Body { xml: Xml::part(), sheet: Sheet::Upright, tables: 0, charts: Vec::new() };
    body.xml.open("w:document", &SPACES);
    body.xml.open("w:body", &[]);
    front(&mut body.xml, report);
    contents(&mut body.xml, &report.sections);
    report.sections.iter().enumerate().for_each(|(at, section)| body.chapter(section, at + 1));
    body.sheet.write(&mut body.xml);
    body.xml.close("w:body");
    body.xml.close("w:document");
    (body.xml.finish(), body.charts)
}

fn front(xml: &mut Xml, report: &Report) {
    paragraph(xml, "UnitName", &report.unit);
    paragraph(xml, "Title", &report.title);
    paragraph(xml, "Subtitle", &report.edition);
    if report.example {
        paragraph(xml, "Example", EXAMPLE);
    }
    table::facts(xml, &report.title, &report.front, Sheet::Upright.width());
}

/// The chapters, each a link to its heading.
///
/// Where a page begins is known to Word alone, which would ask before it filled in the numbers of
/// the pages; so the list stands there without them until the reader has it updated.
fn contents(xml: &mut Xml, sections: &[Section]) {
    let Some(last) = sections.len().checked_sub(1) else { return };
    xml.element("w:sdt", &[], |xml| {
        xml.element("w:sdtPr", &[], |xml| {
            xml.element("w:docPartObj", &[], |xml| {
                xml.value("w:docPartGallery", "Table of Contents");
                xml.empty("w:docPartUnique", &[]);
            });
        });
        xml.element("w:sdtContent", &[], |xml| {
            paragraph(xml, "TOCHeading", "Contents");
            for (at, section) in sections.iter().enumerate() {
                shaped(xml, "TOC1", Shape::default(), |xml| {
                    if at == 0 {
                        mark(xml, "begin");
                        let instruction = [("xml:space", "preserve")];
                        xml.element("w:r", &[], |xml| {
                            xml.leaf("w:instrText", &instruction, " TOC \\o \"1-1\" \\h \\z \\u ");
                        });
                        mark(xml, "separate");
                    }
                    let link = [("w:anchor", &*bookmark(at + 1)), ("w:history", "1")];
                    xml.element("w:hyperlink", &link, |xml| run(xml, &title(section, at + 1)));
                    if at == last {
                        mark(xml, "end");
                    }
                });
            }
        });
    });
}

/// The beginning, the middle or the end of what Word works out by itself.
fn mark(xml: &mut Xml, kind: &str) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
}

fn title(section: &Section, number: usize) -> String {
    format!("{number}. {}", section.title)
}

/// The name of the place where a chapter begins, as Word names those that its contents point to.
fn bookmark(chapter: usize) -> String {
    format!("_Toc{chapter:09}")
}

/// A growing text.
struct Body {
    xml: Xml,
    /// How the sheets lie that are being written on.
    sheet: Sheet,
    /// How many tables have a number.
    tables: usize,
    charts: Vec<Part>,
}

impl Body {
    fn chapter(&mut self, section: &Section, number: usize) {
        let sheet = if section.lies_on_its_side() { Sheet::OnItsSide } else { Sheet::Upright };
        let turned = sheet != self.sheet;
        if turned {
            let before = std::mem::replace(&mut self.sheet, sheet);
            end_of_sheets(&mut self.xml, before);
        }
        let title = title(section, number);
        let on_top = match section.layout {
            _ if turned => Some(Top::Turned),
            _ if number == 1 => Some(Top::Begins),
            Layout::OwnSheet => Some(Top::Begins),
            Layout::Flow | Layout::Wide => None,
        };
        let shape = Shape { on_top, from_right: is_from_right(&title) };
        shaped(&mut self.xml, "Heading1", shape, |xml| {
            let id = number.to_string();
            xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &bookmark(number))]);
            run(xml, &title);
            xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        });
        section.blocks.iter().for_each(|block| self.block(section, block));
    }

    fn block(&mut self, section: &Section, block: &Block) {
        let width = self.sheet.width();
        match block {
            Block::Heading(text) => paragraph(&mut self.xml, "Heading2", text),
            Block::Paragraph(text) => paragraph(&mut self.xml, "BodyText", text),
            Block::List(points) => points.iter().for_each(|point| paragraph(&mut self.xml, "ListBullet", point)),
            Block::Facts(facts) => table::facts(&mut self.xml, &section.title, facts, width),
            Block::Bars(bars) => self.bars(section, bars),
            Block::Table(table) => {
                let is_matrix = section.layout == Layout::Wide;
                for part in matrix::parts(table, is_matrix) {
                    self.tables += 1;
                    caption(&mut self.xml, "Table", self.tables, &part.caption);
                    table::grid(&mut self.xml, table, &part, width, is_matrix);
                }
            }
            Block::Gap(gap) => {
                let (number, topic) = words::heading(gap);
                let style = if section.has_headings() { "Heading3" } else { "Heading2" };
                paragraph(&mut self.xml, style, &format!("{number}{topic}"));
                card::card(&mut self.xml, gap, width);
            }
            Block::Form(form) => {
                paragraph(&mut self.xml, "Heading2", &format!("{} ({})", form.asked, form.question));
                form::form(&mut self.xml, form, width);
            }
        }
    }

    fn bars(&mut self, section: &Section, bars: &[Bar]) {
        if bars.is_empty() {
            return;
        }
        let number = self.charts.len() + 1;
        let name = format!("chart{number}");
        let title = format!("{}, number of questions", section.title);
        caption(&mut self.xml, "Figure", number, &title);
        chart::place(&mut self.xml, &name, number, &title, bars);
        self.charts.push(Part::new(format!("word/charts/{name}.xml"), Kind::Chart, chart::chart(bars)));
    }
}

/// Says how the sheets up to here lie, in a paragraph that takes no room.
fn end_of_sheets(xml: &mut Xml, sheet: Sheet) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "EndOfSheets");
            sheet.write(xml);
        });
    });
}
