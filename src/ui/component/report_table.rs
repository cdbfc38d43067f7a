//! A table of the report.

use yew::prelude::*;

use super::ScrollFrame;
use crate::report::{Cell, Table};

/// The table.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its caption, heads and rows.
    pub table: Table,
}

/// The table. What is wider than the page scrolls inside its own frame.
#[component]
pub fn ReportTable(props: &Props) -> Html {
    let table = &props.table;
    html! {
        <ScrollFrame label={format!("Table: {}", table.caption)}>
            <table class="govuk-table">
                <caption class="govuk-table__caption govuk-table__caption--s">{ &table.caption }</caption>
                <thead class="govuk-table__head">
                    <tr class="govuk-table__row">
                        { for table.columns.iter().map(|column| html! {
                            <th scope="col" class="govuk-table__header"><bdi>{ column }</bdi></th>
                        }) }
                    </tr>
                </thead>
                <tbody class="govuk-table__body">
                    { for table.rows.iter().map(|row| html! {
                        <tr class="govuk-table__row">{ for row.iter().enumerate().map(|(at, cell)| one(at, cell)) }</tr>
                    }) }
                </tbody>
            </table>
        </ScrollFrame>
    }
}

fn one(at: usize, cell: &Cell) -> Html {
    let standing = cell.standing.map(|standing| format!("rocu-cell--{}", standing.key()));
    let number = cell.number.map(|_| "govuk-table__cell--numeric");
    if at == 0 {
        html! { <th scope="row" class="govuk-table__header"><bdi>{ &cell.text }</bdi></th> }
    } else {
        html! { <td class={classes!("govuk-table__cell", standing, number)}><bdi>{ &cell.text }</bdi></td> }
    }
}
