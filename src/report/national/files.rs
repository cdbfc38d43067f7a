//! The files that are compared, and those that are left out.

use super::super::{Block, Cell, Layout, Section, count, long_date};
use super::table;
use crate::comparison::{Regions, Side, WhyLeftOut};

/// The files that are compared.
pub(super) fn compared(regions: &Regions<'_>) -> Section {
    let rows = regions.units.iter().map(|unit| {
        let particulars = &unit.side.assessment.particulars;
        let coverage = unit.coverage;
        vec![
            Cell::text(&unit.name),
            Cell::text(particulars.unit.trim()),
            Cell::date(particulars.date),
            Cell::text(particulars.version.trim()),
            Cell::text(particulars.marking.words()),
            Cell::text(&unit.side.framework.version),
            Cell::text(format!("{} of {}", coverage.answered, coverage.asked)),
        ]
    });
    let columns = ["Region", "Unit", "Date", "Version", "Marking", "Questions", "Answered in full"];
    Section {
        id: "files".into(),
        title: "The assessments that are compared".into(),
        layout: Layout::Flow,
        blocks: vec![Block::Table(table("One assessment for each region", &columns, rows.collect()))],
    }
}

/// The files that are left out and why, and the versions of the questions.
pub(super) fn left_out(regions: &Regions<'_>) -> Section {
    let mut sentences: Vec<String> = regions
        .left_out
        .iter()
        .map(|it| match it.why {
            WhyLeftOut::Example => format!("{}: an invented example, not counted.", it.name),
            WhyLeftOut::Superseded(later) => format!(
                "{}: two or more files. The one {} is left out, and the one {} is taken.",
                it.name,
                dated(&it.side),
                dated(&later)
            ),
        })
        .collect();
    if sentences.is_empty() {
        sentences.push(String::from("No file is left out."));
    }
    if let [(latest, _), others @ ..] = regions.frameworks.as_slice()
        && !others.is_empty()
    {
        let versions = regions.frameworks.iter().map(|(it, number)| {
            let name = if it.id == latest.id { it.version.clone() } else { format!("{} {}", it.id, it.version) };
            format!("{name} ({})", count(*number, "region"))
        });
        let versions: Vec<String> = versions.collect();
        sentences.push(format!(
            "The files use different versions of the questions: {}. A question is counted where it was asked.",
            super::super::listed(&versions)
        ));
    }
    Section {
        id: "left-out".into(),
        title: "What is left out".into(),
        layout: Layout::Flow,
        blocks: vec![Block::List(sentences)],
    }
}

fn dated(side: &Side<'_>) -> String {
    let particulars = &side.assessment.particulars;
    let version = match particulars.version.trim() {
        "" => String::new(),
        version => format!(", version {version}"),
    };
    particulars.date.map_or_else(|| String::from("without a date"), |date| format!("of {}", long_date(date))) + &version
}
