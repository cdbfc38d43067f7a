//! Sheets of A4: how large they are, which margins they have, and what stands there.
//!
//! Word measures in twentieths of a point.

use super::xml::Xml;

/// The long side of A4.
const LONG: usize = 16838;

/// The short side of A4.
const SHORT: usize = 11906;

/// The margin at the left and at the right: 18 mm.
const SIDE: usize = 1021;

/// The margins above and below, which hold the marking: 24 mm.
const ABOVE: &str = "1361";

/// How far what stands in the margins keeps from the edge: 10 mm.
const EDGE: &str = "567";

/// How a sheet lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    /// Its long side upright.
    Upright,
    /// Its long side across.
    OnItsSide,
}

impl Sheet {
    /// How wide the text is.
    pub(super) const fn width(self) -> usize {
        match self {
            Self::Upright => SHORT - 2 * SIDE,
            Self::OnItsSide => LONG - 2 * SIDE,
        }
    }

    /// The name of the part that stands at its bottom, which is as wide as the text.
    pub(super) const fn footer(self) -> &'static str {
        match self {
            Self::Upright => "footer",
            Self::OnItsSide => "footer-wide",
        }
    }

    /// Says how the sheets up to here lie.
    pub(super) fn write(self, xml: &mut Xml) {
        let (long, short, side) = (LONG.to_string(), SHORT.to_string(), SIDE.to_string());
        xml.element("w:sectPr", &[], |xml| {
            xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "header")]);
            xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", self.footer())]);
            xml.value("w:type", "nextPage");
            match self {
                Self::Upright => xml.empty("w:pgSz", &[("w:w", &short), ("w:h", &long)]),
                Self::OnItsSide => {
                    xml.empty("w:pgSz", &[("w:w", &long), ("w:h", &short), ("w:orient", "landscape")]);
                }
            }
            xml.empty(
                "w:pgMar",
                &[
                    ("w:top", ABOVE),
                    ("w:right", &side),
                    ("w:bottom", ABOVE),
                    ("w:left", &side),
                    ("w:header", EDGE),
                    ("w:footer", EDGE),
                    ("w:gutter", "0"),
                ],
            );
            xml.empty("w:cols", &[("w:space", "708")]);
        });
    }
}
