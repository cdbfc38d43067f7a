//! Counts as a chart of Word's own: stacked bars, told apart by pattern and number rather than by
//! colour.

use super::sheet::Sheet;
use super::text::{Shape, shaped};
use super::xml::{Attribute, Xml};
use crate::analysis::Tally;
use crate::report::outcomes::{counted, said};
use crate::report::{Bar, count};

/// The language of charts.
pub(super) const SPACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/// The language of shapes, fills and letters.
const SHAPES: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// Pictures are measured in units of which so many make a twentieth of a point.
const UNITS: usize = 635;

/// The height of a bar with the room around it: 8 mm.
const BAR: usize = 288_000;

/// The height of the key above the bars: 10 mm.
const KEY: usize = 360_000;

/// The greatest height that has room on an upright sheet: 220 mm.
const TALLEST: usize = 7_920_000;

const INK: &str = "0B0C0C";

/// The colour of each outcome's ground and its pattern, in the order of the counts.
///
/// Patterns are named as Office names them; each is drawn in ink.
const FILLS: [(&str, Option<&str>); 6] = [
    ("1D70B8", None),
    ("FFFFFF", Some("pct25")),
    ("FFFFFF", Some("ltUpDiag")),
    ("FFFFFF", Some("trellis")),
    ("FFFFFF", Some("ltHorz")),
    ("FFFFFF", None),
];

/// A paragraph with the chart of that name in it.
pub(super) fn place(xml: &mut Xml, name: &str, number: usize, title: &str, bars: &[Bar]) {
    let (width, height) = (Sheet::Upright.width() * UNITS, (KEY + bars.len() * BAR).min(TALLEST));
    let words = |bar: &Bar| format!("{}: {}. {}.", bar.label, count(bar.tally.asked(), "question"), said(&bar.tally));
    let words: Vec<String> = bars.iter().map(words).collect();
    let (number, words) = (number.to_string(), words.join(" "));
    shaped(xml, "Figure", Shape::default(), |xml| {
        xml.open("w:r", &[]);
        xml.open("w:drawing", &[]);
        xml.element("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")], |xml| {
            xml.empty("wp:extent", &[("cx", &width.to_string()), ("cy", &height.to_string())]);
            xml.empty("wp:docPr", &[("id", &*number), ("name", name), ("descr", &words), ("title", title)]);
            xml.empty("wp:cNvGraphicFramePr", &[]);
            xml.element("a:graphic", &[], |xml| {
                xml.element("a:graphicData", &[("uri", SPACE)], |xml| xml.empty("c:chart", &[("r:id", name)]));
            });
        });
        xml.close("w:drawing");
        xml.close("w:r");
    });
}

/// The chart itself. Its numbers stand in it: there is no workbook behind it.
pub(super) fn chart(bars: &[Bar]) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("c:chartSpace", &[("xmlns:c", SPACE), ("xmlns:a", SHAPES)], |xml| {
        value(xml, "c:date1904", "0");
        value(xml, "c:lang", "en-GB");
        value(xml, "c:roundedCorners", "0");
        xml.element("c:chart", &[], |xml| {
            value(xml, "c:autoTitleDeleted", "1");
            xml.element("c:plotArea", &[], |xml| {
                xml.empty("c:layout", &[]);
                plot(xml, bars);
            });
            xml.element("c:legend", &[], |xml| {
                value(xml, "c:legendPos", "t");
                value(xml, "c:overlay", "0");
            });
            value(xml, "c:plotVisOnly", "1");
            value(xml, "c:dispBlanksAs", "gap");
        });
        xml.element("c:spPr", &[], |xml| {
            xml.empty("a:noFill", &[]);
            xml.element("a:ln", &[], |xml| xml.empty("a:noFill", &[]));
        });
        letters(xml, "900");
    });
    xml.finish()
}

fn plot(xml: &mut Xml, bars: &[Bar]) {
    xml.element("c:barChart", &[], |xml| {
        value(xml, "c:barDir", "bar");
        value(xml, "c:grouping", "percentStacked");
        value(xml, "c:varyColors", "0");
        (0..FILLS.len()).for_each(|at| series(xml, at, bars));
        value(xml, "c:gapWidth", "40");
        value(xml, "c:overlap", "100");
        value(xml, "c:axId", "1");
        value(xml, "c:axId", "2");
    });
    xml.element("c:catAx", &[], |xml| {
        value(xml, "c:axId", "1");
        // The first bar stands on top.
        xml.element("c:scaling", &[], |xml| value(xml, "c:orientation", "maxMin"));
        value(xml, "c:delete", "0");
        value(xml, "c:axPos", "l");
        value(xml, "c:majorTickMark", "none");
        value(xml, "c:minorTickMark", "none");
        value(xml, "c:tickLblPos", "low");
        xml.element("c:spPr", &[], |xml| xml.element("a:ln", &[], |xml| xml.empty("a:noFill", &[])));
        value(xml, "c:crossAx", "2");
        value(xml, "c:crosses", "autoZero");
        value(xml, "c:auto", "0");
        value(xml, "c:lblAlgn", "ctr");
        value(xml, "c:lblOffset", "100");
        value(xml, "c:noMultiLvlLbl", "1");
    });
    // Shares are drawn, and counts are written: an axis would be a second number.
    xml.element("c:valAx", &[], |xml| {
        value(xml, "c:axId", "2");
        xml.element("c:scaling", &[], |xml| value(xml, "c:orientation", "minMax"));
        value(xml, "c:delete", "1");
        value(xml, "c:axPos", "t");
        value(xml, "c:majorTickMark", "none");
        value(xml, "c:minorTickMark", "none");
        value(xml, "c:tickLblPos", "none");
        value(xml, "c:crossAx", "1");
        value(xml, "c:crosses", "autoZero");
        value(xml, "c:crossBetween", "between");
    });
}

/// The counts of one outcome in every bar.
fn series(xml: &mut Xml, at: usize, bars: &[Bar]) {
    let points = bars.len().to_string();
    xml.element("c:ser", &[], |xml| {
        value(xml, "c:idx", &at.to_string());
        value(xml, "c:order", &at.to_string());
        xml.element("c:tx", &[], |xml| xml.leaf("c:v", &[], counted(&Tally::default())[at].word));
        xml.element("c:spPr", &[], |xml| {
            fill(xml, FILLS[at]);
            xml.element("a:ln", &[("w", "12700")], |xml| solid(xml, INK));
        });
        value(xml, "c:invertIfNegative", "0");
        numbers(xml);
        xml.element("c:cat", &[], |xml| {
            xml.element("c:strLit", &[], |xml| {
                value(xml, "c:ptCount", &points);
                for (at, bar) in bars.iter().enumerate() {
                    point(xml, at, &format!("{}: {}", bar.label, count(bar.tally.asked(), "question")));
                }
            });
        });
        xml.element("c:val", &[], |xml| {
            xml.element("c:numLit", &[], |xml| {
                xml.leaf("c:formatCode", &[], "General");
                value(xml, "c:ptCount", &points);
                bars.iter()
                    .enumerate()
                    .for_each(|(bar, it)| point(xml, bar, &counted(&it.tally)[at].number.to_string()));
            });
        });
    });
}

fn point(xml: &mut Xml, at: usize, text: &str) {
    xml.element("c:pt", &[("idx", &at.to_string())], |xml| xml.leaf("c:v", &[], text));
}

/// The number on each piece of a bar, on a white plate, since it could not be read on a pattern;
/// none where nothing is counted.
fn numbers(xml: &mut Xml) {
    xml.element("c:dLbls", &[], |xml| {
        xml.empty("c:numFmt", &[("formatCode", "0;;"), ("sourceLinked", "0")]);
        xml.element("c:spPr", &[], |xml| {
            solid(xml, "FFFFFF");
            xml.element("a:ln", &[], |xml| xml.empty("a:noFill", &[]));
        });
        letters(xml, "900");
        value(xml, "c:dLblPos", "ctr");
        for (shown, is_shown) in [
            ("c:showLegendKey", "0"),
            ("c:showVal", "1"),
            ("c:showCatName", "0"),
            ("c:showSerName", "0"),
            ("c:showPercent", "0"),
            ("c:showBubbleSize", "0"),
        ] {
            value(xml, shown, is_shown);
        }
    });
}

/// The size of letters, in hundredths of a point.
fn letters(xml: &mut Xml, size: &str) {
    xml.element("c:txPr", &[], |xml| {
        xml.empty("a:bodyPr", &[]);
        xml.element("a:p", &[], |xml| {
            xml.element("a:pPr", &[], |xml| {
                xml.element("a:defRPr", &[("sz", size)], |xml| {
                    solid(xml, INK);
                    xml.empty("a:latin", &[("typeface", "Arial")]);
                    xml.empty("a:cs", &[("typeface", "Arial")]);
                });
            });
            xml.empty("a:endParaRPr", &[("lang", "en-GB")]);
        });
    });
}

fn fill(xml: &mut Xml, (ground, pattern): (&str, Option<&str>)) {
    let Some(pattern) = pattern else { return solid(xml, ground) };
    xml.element("a:pattFill", &[("prst", pattern)], |xml| {
        xml.element("a:fgClr", &[], |xml| colour(xml, INK));
        xml.element("a:bgClr", &[], |xml| colour(xml, ground));
    });
}

fn solid(xml: &mut Xml, colour: &str) {
    xml.element("a:solidFill", &[], |xml| self::colour(xml, colour));
}

fn colour(xml: &mut Xml, colour: &str) {
    value_of(xml, "a:srgbClr", ("val", colour));
}

fn value(xml: &mut Xml, name: &'static str, value: &str) {
    value_of(xml, name, ("val", value));
}

fn value_of(xml: &mut Xml, name: &'static str, value: Attribute<'_>) {
    xml.empty(name, &[value]);
}
