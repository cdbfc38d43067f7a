//! A gap as a card: what was answered, why it ranks where it does, and what is done about it.

use super::table::{self, Frame};
use super::text::paragraph;
use super::xml::Xml;
use crate::export::card;
use crate::framework::Concern;
use crate::report::{GapEntry, matrix};

/// The card, under its heading.
pub(super) fn card(xml: &mut Xml, gap: &GapEntry, width: usize) {
    paragraph(xml, "Asked", &gap.asked);
    let label = width / 5;
    let widths = [label, width - label];
    let (number, topic) = card::heading(gap);
    let title = format!("{number}{topic}");
    let actions = card::actions(gap);
    // The card stays on one sheet with the head of its actions.
    let after = if actions.is_some() { "AfterCard" } else { table::AFTER };
    let frame = Frame { style: style(gap.concern), title: &title, widths: &widths, has_heads: false, after };
    table::table(xml, &frame, |xml| {
        for row in card::rows(gap) {
            table::line(xml, |xml| {
                table::cell(xml, widths[0], "KeptRowHead", row.label);
                table::filled(xml, widths[1], row.standing, "KeptText", &row.texts);
            });
        }
    });
    if let Some(actions) = actions {
        for part in matrix::parts(&actions, false) {
            paragraph(xml, "TableName", &part.caption);
            table::grid(xml, &actions, &part, width, false);
        }
    }
}

/// The edge of a card tells its concern a second time: thick, double, thin.
const fn style(concern: Concern) -> &'static str {
    match concern {
        Concern::High => "GapHigh",
        Concern::Medium => "GapMedium",
        Concern::Low => "GapLow",
    }
}
