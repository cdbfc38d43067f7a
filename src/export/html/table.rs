//! Tables: labels with values, and rows with columns.

use std::ops::Range;

use super::markup::Markup;
use crate::report::matrix;
use crate::report::{Cell, Fact, Table};

/// The longest text of a column that needs little room: `S118`, `A7`.
const NARROW: usize = 5;

/// Labels and values, one under the other. A value that is empty leaves room for a pen.
pub(super) fn facts<'a>(page: &mut Markup, facts: impl IntoIterator<Item = (&'a str, &'a str)>) {
    page.element("table", &[("class", "facts")], |page| {
        for (label, value) in facts {
            page.element("tr", &[("class", if value.is_empty() { "pen" } else { "" })], |page| {
                page.leaf("th", &[("scope", "row")], label);
                page.leaf("td", &[], value);
            });
        }
    });
}

/// Labels and values of a report.
pub(super) fn of_facts(page: &mut Markup, values: &[Fact]) {
    facts(page, values.iter().map(|fact| (fact.label.as_str(), fact.value.as_str())));
}

/// Rows and columns. A matrix with more columns than fit becomes several tables.
pub(super) fn table(page: &mut Markup, table: &Table, is_matrix: bool) {
    for shown in matrix::parts(table, is_matrix) {
        part(page, table, &shown.caption, shown.columns, is_matrix);
    }
}

fn part(page: &mut Markup, table: &Table, caption: &str, columns: Range<usize>, is_matrix: bool) {
    if is_matrix {
        // What may be wider than the screen can be scrolled from the keyboard as well.
        let scroll = [("class", "scroll"), ("role", "region"), ("aria-label", caption), ("tabindex", "0")];
        page.element("div", &scroll, |page| grid(page, table, caption, columns, "matrix"));
    } else {
        grid(page, table, caption, columns, "rows");
    }
}

fn grid(page: &mut Markup, table: &Table, caption: &str, columns: Range<usize>, class: &str) {
    page.element("table", &[("class", class)], |page| {
        page.leaf("caption", &[], caption);
        page.element("thead", &[], |page| {
            page.element("tr", &[], |page| {
                let heads = table.columns.iter().take(1).chain(table.columns.get(columns.clone()).unwrap_or_default());
                for (at, head) in heads.enumerate() {
                    let at = if at == 0 { 0 } else { columns.start + at - 1 };
                    page.leaf("th", &[("scope", "col"), ("class", of_column(table, at))], head);
                }
            });
        });
        page.element("tbody", &[], |page| {
            for row in &table.rows {
                page.element("tr", &[], |page| {
                    row.iter().take(1).for_each(|head| page.leaf("th", &[("scope", "row")], &head.text));
                    row.get(columns.clone()).unwrap_or_default().iter().for_each(|value| cell(page, value));
                });
            }
        });
    });
}

/// The class of a column's head: it stands over its numbers, and texts get no less than a word's room.
fn of_column(table: &Table, at: usize) -> &'static str {
    let mut cells = table.rows.iter().filter_map(|row| row.get(at)).peekable();
    if cells.peek().is_some_and(|cell| cell.number.is_some()) {
        "number"
    } else if cells.all(|cell| cell.text.chars().count() <= NARROW) {
        "narrow"
    } else {
        ""
    }
}

fn cell(page: &mut Markup, cell: &Cell) {
    let class = match (cell.number, cell.standing) {
        (Some(_), _) => "number",
        (None, Some(standing)) => standing.key(),
        (None, None) => "",
    };
    page.leaf("td", &[("class", class)], &cell.drawn());
}
