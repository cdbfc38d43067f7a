//! Capabilities across the regions: who has them, who lacks them, whose forces do not commit.

use std::collections::BTreeMap;

use super::super::{Block, Cell, Layout, Section, Table};
use super::{MOST_COLUMNS, chapter, names, table};
use crate::analysis::Outcome;
use crate::comparison::{Capability, NotFully, Provided, Regions};
use crate::framework::Standing;

/// Capabilities by region; with many regions, regions by capability.
pub(super) fn matrix(regions: &Regions<'_>) -> Section {
    let mut blocks = vec![Block::Paragraph(String::from(
        "Each cell shows first whether the region has the capability, then the weakest of the other answers about it. \
         ● in place or meets, ◇ provided elsewhere, ◐ partly, ○ not in place or falls short, – not assessed.",
    ))];
    let tables = if regions.units.len() <= MOST_COLUMNS {
        vec![capabilities_by_region(regions)]
    } else {
        regions_by_capability(regions)
    };
    blocks.extend(tables.into_iter().map(Block::Table));
    Section { id: "matrix".into(), title: "Which region has what".into(), layout: Layout::Wide, blocks }
}

fn capabilities_by_region(regions: &Regions<'_>) -> Table {
    let names = regions.units.iter().map(|unit| unit.name.clone());
    let row = |capability: &Capability<'_>| {
        let cells = capability.provided.iter().map(|provided| cell(*provided));
        std::iter::once(Cell::text(&capability.asked.topic.name)).chain(cells).collect()
    };
    Table {
        caption: String::from("Capabilities by region"),
        columns: std::iter::once(String::from("Capability")).chain(names).collect(),
        rows: regions.capabilities.iter().map(row).collect(),
    }
}

fn regions_by_capability(regions: &Regions<'_>) -> Vec<Table> {
    let all = &regions.capabilities;
    let tables = all.len().div_ceil(MOST_COLUMNS);
    let part = |at: usize| {
        let shown = &all[at * all.len() / tables..(at + 1) * all.len() / tables];
        let topics = shown.iter().map(|capability| capability.asked.topic.name.clone());
        let row = |(unit, name): (usize, &String)| {
            let cells = shown.iter().map(|capability| cell(capability.provided[unit]));
            std::iter::once(Cell::text(name)).chain(cells).collect()
        };
        let of = if tables > 1 { format!(" ({} of {tables})", at + 1) } else { String::new() };
        Table {
            caption: format!("Regions by capability{of}"),
            columns: std::iter::once(String::from("Region")).chain(topics).collect(),
            rows: regions.units.iter().map(|unit| &unit.name).enumerate().map(row).collect(),
        }
    };
    (0..tables).map(part).collect()
}

fn cell(provided: Option<Provided>) -> Cell {
    let Some(Provided { provision, rest }) = provided else { return Cell::text("Not asked") };
    let rest = match rest.worst() {
        Some(worst) if worst.is_gap() || rest.not_assessed == 0 => {
            format!("; weakest {} {}", worst.symbol(), worst.word().to_lowercase())
        }
        _ if rest.not_assessed > 0 => String::from("; some – not assessed"),
        _ => String::new(),
    };
    let has = |standing: Standing| match standing {
        Standing::Meets => "In place",
        Standing::PartlyShort => "Partly in place",
        Standing::Short => "Not in place",
        Standing::Elsewhere => standing.word(),
    };
    match provision {
        Outcome::NotAssessed => Cell::text("– Not assessed"),
        Outcome::NotApplicable => Cell::text("Not applicable"),
        Outcome::Assessed(standing) => {
            Cell::standing(standing, format!("{} {}{rest}", standing.symbol(), has(standing)))
        }
    }
}

/// What is missing, provided elsewhere and kept twice, by capability.
pub(super) fn provision(regions: &Regions<'_>) -> Section {
    let rows = regions.capabilities.iter().map(|capability| {
        let tally = capability.tally();
        let with = |standing| names(regions, capability.with(Outcome::Assessed(standing)));
        let elsewhere = capability.with(Outcome::Assessed(Standing::Elsewhere)).map(|unit| {
            let answer = regions.units[unit].side.assessment.answer(&capability.asked.question.id);
            let body = Some(answer.detail.trim()).filter(|body| !body.is_empty());
            let name = &regions.units[unit].name;
            body.map_or_else(|| name.clone(), |body| format!("{name} ({body})"))
        });
        vec![
            Cell::text(&capability.asked.topic.name),
            Cell::number(tally.meets),
            Cell::number(tally.partly_short),
            Cell::number(tally.short),
            Cell::text(with(Standing::Short)),
            Cell::text(elsewhere.collect::<Vec<_>>().join(", ")),
            Cell::number(tally.not_applicable + tally.not_assessed),
        ]
    });
    let columns = [
        "Capability",
        "In place",
        "Partly in place",
        "Not in place",
        "Not in place in",
        "Provided by another body in",
        "Not assessed or set aside",
    ];
    chapter(
        "provision",
        "What is missing and what another body provides",
        "The numbers count regions.",
        table("Provision by capability", &columns, rows.collect()),
        "No capability was asked about.",
    )
}

/// The forces that do not commit fully or keep a capability of their own, by capability and answer.
pub(super) fn forces(regions: &Regions<'_>) -> Section {
    let rows = regions.capabilities.iter().flat_map(|capability| {
        let mut by_level: BTreeMap<_, (&str, Vec<&NotFully<'_>>)> = BTreeMap::new();
        for found in &capability.forces {
            let level = found.level;
            let key = (std::cmp::Reverse(level.standing), level.duplication, &level.id);
            by_level.entry(key).or_insert((&level.name, Vec::new())).1.push(found);
        }
        by_level.into_values().map(|(level, found)| {
            vec![
                Cell::text(&capability.asked.topic.name),
                Cell::text(level),
                Cell::number(found.len()),
                Cell::text(by_region(regions, &found)),
            ]
        })
    });
    chapter(
        "forces",
        "Forces that do not commit fully",
        "A force is asked about each capability that its region has in place, fully or in part. A force that keeps its \
         own capability beside the region’s is a duplication.",
        table("Forces by capability and answer", &["Capability", "Answer", "How many", "Forces"], rows.collect()),
        "No force falls short in its commitment where it was assessed.",
    )
}

/// "Kent, Essex (Eastern); Gwent (Southern Wales)".
fn by_region(regions: &Regions<'_>, found: &[&NotFully<'_>]) -> String {
    let said = found.chunk_by(|one, next| one.unit == next.unit).map(|found| {
        let forces: Vec<&str> = found.iter().map(|it| it.force.name.as_str()).collect();
        [&forces.join(", "), " (", &regions.units[found[0].unit].name, ")"].concat()
    });
    said.collect::<Vec<_>>().join("; ")
}
