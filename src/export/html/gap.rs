//! A gap as a card: what was answered, why it ranks where it does, and what is done about it.

use super::markup::Markup;
use super::table;
use crate::export::card::{self, Row};
use crate::report::GapEntry;

/// The card, under a heading of that level.
pub(super) fn card(page: &mut Markup, gap: &GapEntry, heading: &'static str) {
    let id = format!("gap-{}", gap.number);
    let title = format!("{id}-title");
    let class = format!("gap {}", gap.concern.key());
    page.element("article", &[("class", &class), ("id", &id), ("aria-labelledby", &title)], |page| {
        page.element(heading, &[("id", &title)], |page| {
            let (number, topic) = card::heading(gap);
            page.text(&number);
            page.text(topic);
        });
        page.leaf("p", &[("class", "asked")], &gap.asked);
        page.element("table", &[("class", "facts")], |page| {
            for line in card::rows(gap) {
                row(page, &line);
            }
        });
        if let Some(actions) = card::actions(gap) {
            table::table(page, &actions, false);
        }
    });
}

fn row(page: &mut Markup, row: &Row<'_>) {
    let class = row.standing.map_or("", |standing| standing.key());
    page.element("tr", &[], |page| {
        page.leaf("th", &[("scope", "row")], row.label);
        page.element("td", &[("class", class)], |page| match &row.texts[..] {
            [text] => page.text(text),
            texts => texts.iter().for_each(|text| page.leaf("p", &[], text)),
        });
    });
}
