//! A table of the report.

use std::ops::Range;

use yew::prelude::*;

use super::ScrollFrame;
use crate::report::{Cell, Table, matrix};

/// The table.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its caption, heads and rows.
    pub table: Table,
    /// Whether its sheets lie on their side, where one with too many columns is printed in parts.
    #[prop_or_default]
    pub is_matrix: bool,
}

/// The table. What is wider than the page scrolls inside its own frame; what is wider than a sheet is
/// printed as several tables.
#[component]
pub fn ReportTable(props: &Props) -> Html {
    let table = &props.table;
    let parts = matrix::parts(table, props.is_matrix);
    let is_parted = parts.len() > 1;
    html! {
        <>
            <ScrollFrame label={format!("Table: {}", table.caption)} class={is_parted.then_some("rocu-screen-only")}>
                { grid(table, &table.caption, 1..table.columns.len()) }
            </ScrollFrame>
            if is_parted {
                <div class="rocu-table rocu-paper-only">
                    { for parts.into_iter().map(|part| grid(table, &part.caption, part.columns)) }
                </div>
            }
        </>
    }
}

/// The heads of the rows, and some of the columns.
fn grid(table: &Table, caption: &str, columns: Range<usize>) -> Html {
    let shown = |at: &usize| *at == 0 || columns.contains(at);
    html! {
        <table class="govuk-table">
            <caption class="govuk-table__caption govuk-table__caption--s">{ caption.to_owned() }</caption>
            <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                    { for table.columns.iter().enumerate().filter(|(at, _)| shown(at)).map(|(_, column)| html! {
                        <th scope="col" class="govuk-table__header"><bdi>{ column }</bdi></th>
                    }) }
                </tr>
            </thead>
            <tbody class="govuk-table__body">
                { for table.rows.iter().map(|row| html! {
                    <tr class="govuk-table__row">
                        { for row.iter().enumerate().filter(|(at, _)| shown(at)).map(|(at, cell)| one(at, cell)) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn one(at: usize, cell: &Cell) -> Html {
    let standing = cell.standing.map(|standing| format!("rocu-cell--{}", standing.key()));
    let number = cell.number.map(|_| "govuk-table__cell--numeric");
    if at == 0 {
        html! { <th scope="row" class="govuk-table__header"><bdi>{ &cell.text }</bdi></th> }
    } else {
        html! { <td class={classes!("govuk-table__cell", standing, number)}><bdi>{ cell.drawn().into_owned() }</bdi></td> }
    }
}
