//! The two pictures of the whole: bars by part, and topics by theme.

use super::{Bar, Block, Cell, Layout, Section, Table};
use crate::analysis::{Analysis, Tally};
use crate::framework::Standing;

/// Counts by part, as bars and as a table.
pub(super) fn tallies(analysis: &Analysis<'_>) -> Section {
    let mut bars: Vec<Bar> = analysis
        .parts()
        .iter()
        .filter(|(part, _)| !part.judgment)
        .map(|(part, _)| Bar { label: part.name.clone(), tally: analysis.tally_of_part(part) })
        .collect();
    bars.push(Bar { label: String::from("All parts"), tally: analysis.tally() });
    let columns =
        ["Part", "Meets", "Elsewhere", "Partly short", "Falls short", "Not applicable", "Not assessed", "Asked"];
    let rows = bars.iter().map(|bar| {
        let Tally { meets, elsewhere, partly_short, short, not_applicable, not_assessed } = bar.tally;
        let counts = [meets, elsewhere, partly_short, short, not_applicable, not_assessed, bar.tally.asked()];
        std::iter::once(Cell::text(&bar.label)).chain(counts.map(Cell::number)).collect()
    });
    let table = Table {
        caption: String::from("Questions by part and outcome"),
        columns: columns.map(str::to_owned).into(),
        rows: rows.collect(),
    };
    Section {
        id: "tallies".into(),
        title: "Outcomes by part".into(),
        layout: Layout::Flow,
        blocks: vec![
            Block::Paragraph(String::from(
                "Each question counts once. Where forces answer one by one, the question counts as its weakest force. \
                 Counts are never added up to a score.",
            )),
            Block::Bars(bars),
            Block::Table(table),
        ],
    }
}

/// Topics by theme, one table a part.
pub(super) fn heat_map(analysis: &Analysis<'_>) -> Section {
    let mut blocks = vec![Block::Paragraph(String::from(
        "Each cell shows the weakest answer under that theme and, where more than one question was asked, how many of \
         them have it. \
         ● meets, ◇ provided elsewhere, ◐ partly short, ○ falls short, – not assessed.",
    ))];
    for (part, topics) in analysis.parts() {
        if part.judgment {
            continue;
        }
        let themes = analysis.themes_of(part);
        let head = std::iter::once(String::from("Topic")).chain(themes.iter().map(|theme| theme.name.clone()));
        let rows = topics.iter().map(|topic| {
            let cells = themes.iter().map(|theme| cell(analysis.tally_of_cell(topic, &theme.id)));
            std::iter::once(Cell::text(&topic.name)).chain(cells).collect()
        });
        blocks.push(Block::Table(Table { caption: part.name.clone(), columns: head.collect(), rows: rows.collect() }));
    }
    Section { id: "heat-map".into(), title: "Heat map".into(), layout: Layout::Wide, blocks }
}

fn cell(tally: Tally) -> Cell {
    let of = |number: usize| if tally.asked() > 1 { format!(" {number} of {}", tally.asked()) } else { String::new() };
    match tally.worst() {
        _ if tally.asked() == 0 => Cell::text("Not asked"),
        Some(Standing::Meets | Standing::Elsewhere) if tally.not_assessed > 0 => {
            Cell::text(format!("– Not assessed{}", of(tally.not_assessed)))
        }
        Some(worst) => Cell::standing(worst, format!("{}{}", worst.marked(), of(tally.count(worst)))),
        None if tally.not_assessed == 0 => Cell::text("Not applicable"),
        None => Cell::text(format!("– Not assessed{}", of(tally.not_assessed))),
    }
}
