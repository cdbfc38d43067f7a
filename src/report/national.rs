//! The national summary: the assessments of several regions side by side.

mod capabilities;
mod files;
mod questions;
mod sentences;

use jiff::civil::Date;

use super::{Block, Cell, Fact, Layout, Report, Section, Table, count, long_date};
use crate::comparison::Regions;

/// How many columns beside the heads of the rows a table has at most.
const MOST_COLUMNS: usize = 12;

/// How many regions are named in one place; of more, the number is told.
const MOST_NAMES: usize = 12;

/// The report.
pub(super) fn of(regions: &Regions<'_>, today: Date) -> Report {
    let common = questions::by_frequency(regions);
    Report {
        title: String::from("National summary"),
        marking: regions.marking.words().into(),
        example: regions.example,
        unit: count(regions.units.len(), "region"),
        edition: long_date(today),
        front: front(regions, today),
        sections: vec![
            sentences::section(regions, &common),
            capabilities::matrix(regions),
            capabilities::provision(regions),
            capabilities::forces(regions),
            questions::common_gaps(regions, &common),
            questions::best_practice(regions),
            questions::spread(regions),
            files::compared(regions),
            files::left_out(regions),
            method(),
        ],
    }
}

fn front(regions: &Regions<'_>, today: Date) -> Vec<Fact> {
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    let frameworks = regions
        .frameworks
        .iter()
        .map(|(framework, number)| format!("{}, version {} ({number})", framework.name, framework.version));
    vec![
        fact("Security classification", format!("{} (the highest among the files)", regions.marking.words())),
        fact("Regions compared", regions.units.len().to_string()),
        fact("Files opened", (regions.units.len() + regions.left_out.len()).to_string()),
        fact("Dates of the assessments", dates(regions).unwrap_or_else(|| String::from("Not given"))),
        fact("Printed", long_date(today)),
        fact("Framework", frameworks.collect::<Vec<_>>().join("; ")),
    ]
}

/// The first and the last date of the assessments that are compared.
fn dates(regions: &Regions<'_>) -> Option<String> {
    let dates = || regions.units.iter().filter_map(|unit| unit.side.assessment.particulars.date);
    let (first, last) = (dates().min()?, dates().max()?);
    Some(if first == last { long_date(first) } else { format!("{} to {}", long_date(first), long_date(last)) })
}

/// The names of units, or as many as can be read and how many more there are. Without an "and", which
/// is part of some names.
fn names(regions: &Regions<'_>, units: impl Iterator<Item = usize>) -> String {
    let mut names: Vec<&str> = units.map(|unit| regions.units[unit].name.as_str()).collect();
    let more = names.len().saturating_sub(MOST_NAMES);
    if more < 2 {
        return names.join(", ");
    }
    names.truncate(MOST_NAMES);
    format!("{}, {more} more", names.join(", "))
}

fn table(caption: impl Into<String>, columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table { caption: caption.into(), columns: columns.iter().map(|&column| column.to_owned()).collect(), rows }
}

/// A chapter with one table, or with a sentence where the table would be empty.
fn chapter(id: &'static str, title: &'static str, about: &str, table: Table, without: &str) -> Section {
    let blocks = if table.rows.is_empty() {
        vec![Block::Paragraph(without.to_owned())]
    } else {
        vec![Block::Paragraph(about.to_owned()), Block::Table(table)]
    };
    Section { id: id.into(), title: title.into(), layout: Layout::Flow, blocks }
}

fn method() -> Section {
    let sentences = [
        "Each region assessed itself. Nobody has checked one region’s answers against another’s, so the same level may \
         stand for different things.",
        "One file stands for each region: the latest by date. A file without a date is used only where the region has \
         no other.",
        "Questions are matched by their ids. Where files use different versions of the questions, a question is \
         counted for the regions that were asked it.",
        "Where forces answer one by one, a question counts as its weakest force. Not assessed is never counted as \
         falling short. Counts are never added up to a score, and regions are not ranked.",
        "Concern is how grave a gap is by the published rule, or as the region set it with a reason.",
    ];
    Section {
        id: "method".into(),
        title: "Method and caveats".into(),
        layout: Layout::Flow,
        blocks: vec![Block::List(sentences.map(str::to_owned).into())],
    }
}
