//! More than two assessments over time, as tables.

use super::super::{Block, Cell, Layout, Section, Table};
use super::known_by;
use crate::analysis::Tally;
use crate::comparison::{Line, Side, Trend};

/// How many assessments stand side by side in one table.
const SIDE_BY_SIDE: usize = 6;

/// The chapter.
pub(super) fn section(trend: &Trend<'_>) -> Section {
    let label = |side: &Side<'_>| known_by(&side.assessment.particulars).unwrap_or_else(|| String::from("No date"));
    let labels: Vec<String> = trend.sides.iter().map(label).collect();
    let mut blocks = vec![
        Block::Paragraph(format!(
            "{} assessments in the order of their dates; one without a date stands last. Later versions ask more \
             questions, so compare the counts with how many were asked.",
            trend.sides.len()
        )),
        Block::Table(parts(trend, &labels)),
    ];
    let tables = labels.len().div_ceil(SIDE_BY_SIDE);
    for at in 0..tables {
        let shown = at * labels.len() / tables..(at + 1) * labels.len() / tables;
        let of = if tables > 1 { format!(" ({} of {tables})", at + 1) } else { String::new() };
        let columns = std::iter::once(String::from("Topic")).chain(labels[shown.clone()].iter().cloned());
        let row = |line: &Line<'_>| {
            let cells = line.tallies[shown.clone()].iter().map(|tally| tally.as_ref().map_or_else(not_asked, cell));
            Some(std::iter::once(Cell::text(&line.topic?.name)).chain(cells).collect())
        };
        blocks.push(Block::Table(Table {
            caption: format!("Answers that fall short, of those asked, by topic over time{of}"),
            columns: columns.collect(),
            rows: trend.lines.iter().filter_map(row).collect(),
        }));
    }
    Section { id: super::IDS[1].into(), title: "Over time".into(), layout: Layout::Flow, blocks }
}

fn parts(trend: &Trend<'_>, labels: &[String]) -> Table {
    let columns =
        ["Part", "Assessment", "Meets", "Elsewhere", "Partly short", "Falls short", "Not applicable", "Not assessed"];
    let of_parts = trend.lines.iter().filter(|line| line.topic.is_none());
    let rows = of_parts.flat_map(|line| {
        line.tallies.iter().zip(labels).filter_map(|(tally, label)| {
            let Tally { meets, elsewhere, partly_short, short, not_applicable, not_assessed } = (*tally)?;
            let counts = [meets, elsewhere, partly_short, short, not_applicable, not_assessed].map(Cell::number);
            Some([Cell::text(&line.part.name), Cell::text(label)].into_iter().chain(counts).collect())
        })
    });
    Table {
        caption: String::from("Outcomes by part over time"),
        columns: columns.map(str::to_owned).into(),
        rows: rows.collect(),
    }
}

fn not_asked() -> Cell {
    Cell::text("Not asked")
}

fn cell(tally: &Tally) -> Cell {
    let open = match tally.not_assessed {
        0 => String::new(),
        open => format!(", {open} not assessed"),
    };
    Cell::text(format!("{} of {}{open}", tally.gaps(), tally.asked()))
}
