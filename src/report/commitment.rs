//! Who commits to what, force by force, and what exists twice.

use super::{Block, Cell, Layout, Section, Table, listed};
use crate::analysis::{Analysis, Row};
use crate::framework::Level;

/// The chapter.
pub(super) fn section(analysis: &Analysis<'_>) -> Section {
    let table = table(analysis);
    let mut blocks = vec![Block::Paragraph(String::from(
        "A force is asked about each capability that the region has in place, fully or in part. \
         A force that keeps its own capability beside the region's is a duplication.",
    ))];
    if table.rows.is_empty() {
        blocks.push(Block::Paragraph(String::from(
            "No capability has been assessed as in place, so no force is asked for its commitment.",
        )));
    } else if analysis.commitment.forces.is_empty() {
        blocks.push(Block::Paragraph(String::from("No force is named in the particulars.")));
    } else {
        blocks.push(Block::Table(table));
        blocks.push(Block::List(duplications(analysis)));
    }
    Section { id: "commitment".into(), title: "Commitment of forces".into(), layout: Layout::Wide, blocks }
}

/// Capabilities by force.
pub(super) fn table(analysis: &Analysis<'_>) -> Table {
    let commitment = &analysis.commitment;
    let head =
        std::iter::once(String::from("Capability")).chain(commitment.forces.iter().map(|force| force.name.clone()));
    let row = |row: &Row<'_>| {
        let cells = row.levels.iter().map(|level| match level {
            _ if row.not_applicable => Cell::text("Not applicable"),
            None => Cell::text("– Not assessed"),
            Some(level) => cell(level),
        });
        std::iter::once(Cell::text(&row.asked.topic.name)).chain(cells).collect()
    };
    Table {
        caption: String::from("Commitment by capability and force"),
        columns: head.collect(),
        rows: commitment.rows.iter().map(row).collect(),
    }
}

fn cell(level: &Level) -> Cell {
    let double = if level.duplication { " (duplication)" } else { "" };
    Cell::standing(level.standing, format!("{} {}{double}", level.standing.symbol(), level.name))
}

fn duplications(analysis: &Analysis<'_>) -> Vec<String> {
    let commitment = &analysis.commitment;
    let sentence = |row: &Row<'_>| {
        let twice = |level: Option<&Level>| level.is_some_and(|level| level.duplication);
        let forces = commitment.forces.iter().zip(&row.levels).filter(|(_, level)| twice(**level));
        let forces: Vec<&str> = forces.map(|(force, _)| force.name.as_str()).collect();
        (!forces.is_empty()).then(|| {
            let keep = if forces.len() == 1 { "keeps its own" } else { "keep their own" };
            format!("{}: {} {keep}.", row.asked.topic.name, listed(&forces))
        })
    };
    let found: Vec<String> = commitment.rows.iter().filter_map(sentence).collect();
    if found.is_empty() { vec![String::from("No duplication is recorded.")] } else { found }
}
