//! Questions across the regions: the most common gaps, what some meet and others lack, and the spread.

use std::cmp::Reverse;

use super::super::{Block, Cell, Layout, Section};
use super::{chapter, names, table};
use crate::comparison::{Regions, Spread};

/// How many questions are listed as the most common gaps, and how many as good practice.
const LISTED: usize = 25;

/// The gaps that several regions have, the most common first.
pub(super) fn by_frequency<'s, 'a>(regions: &'s Regions<'a>) -> Vec<&'s Spread<'a>> {
    let mut common: Vec<_> = regions.questions.iter().filter(|spread| spread.gaps.len() > 1).collect();
    common.sort_by_cached_key(|spread| (Reverse(spread.gaps.len()), spread.highest_concern()));
    common
}

/// The most common gaps.
pub(super) fn common_gaps(regions: &Regions<'_>, common: &[&Spread<'_>]) -> Section {
    let rows = common.iter().take(LISTED).map(|spread| {
        let asked = spread.outcomes.len();
        vec![
            Cell::text(&spread.asked.topic.name),
            Cell::text(&spread.asked.question.text),
            Cell::text(format!("{} of {asked}", spread.gaps.len())),
            Cell::text(spread.highest_concern().map_or("", |concern| concern.word())),
            Cell::number(spread.gaps.iter().filter(|gap| gap.accepted).count()),
            Cell::text(names(regions, spread.gaps.iter().map(|gap| gap.unit))),
        ]
    });
    let columns = ["Topic", "Question", "Regions with the gap", "Highest concern", "Accepted in", "Where"];
    chapter(
        "common-gaps",
        "The most common gaps",
        &format!(
            "{} of {} that more than one region has, the most common first. The chapter on the spread of answers counts every \
             question.",
            common.len().min(LISTED),
            super::count(common.len(), "gap")
        ),
        table("Gaps that more than one region has", &columns, rows.collect()),
        "No gap is found in more than one region.",
    )
}

/// What some region meets and others lack, the rarest first.
pub(super) fn best_practice(regions: &Regions<'_>) -> Section {
    let mut found: Vec<_> =
        regions.questions.iter().filter(|spread| spread.tally.meets > 0 && !spread.gaps.is_empty()).collect();
    found.sort_by_key(|spread| (Reverse(spread.gaps.len()), spread.tally.meets));
    let all = found.len();
    let rows = found.into_iter().take(LISTED).map(|spread| {
        vec![
            Cell::text(&spread.asked.topic.name),
            Cell::text(&spread.asked.question.text),
            Cell::text(names(regions, spread.met_by())),
            Cell::text(names(regions, spread.gaps.iter().map(|gap| gap.unit))),
        ]
    });
    let columns = ["Topic", "Question", "Met in", "A gap in"];
    chapter(
        "good-practice",
        "Who meets what others lack",
        &format!(
            "{} of {} that some region meets and another does not, those that most regions lack first.",
            all.min(LISTED),
            super::count(all, "question")
        ),
        table("Where to look for good practice", &columns, rows.collect()),
        "No question is met in one region and a gap in another.",
    )
}

/// Every question and how many regions answered it how, a table for each part.
pub(super) fn spread(regions: &Regions<'_>) -> Section {
    let columns = [
        "Question",
        "Meets",
        "Elsewhere",
        "Partly short",
        "Falls short",
        "Not applicable",
        "Not assessed",
        "From best to worst",
    ];
    let mut parts: Vec<(&str, &str, Vec<Vec<Cell>>)> = Vec::new();
    for spread in &regions.questions {
        let part = spread.asked.part;
        let at = parts.iter().position(|(id, ..)| *id == part.id.as_str()).unwrap_or_else(|| {
            parts.push((part.id.as_str(), &part.name, Vec::new()));
            parts.len() - 1
        });
        parts[at].2.push(row(spread));
    }
    let mut blocks = vec![Block::Paragraph(String::from(
        "The numbers count the regions that were asked the question; answers to other questions may have led past it.",
    ))];
    blocks.extend(parts.into_iter().map(|(_, name, rows)| Block::Table(table(name, &columns, rows))));
    Section { id: "spread".into(), title: "How the answers spread".into(), layout: Layout::Flow, blocks }
}

fn row(spread: &Spread<'_>) -> Vec<Cell> {
    let tally = spread.tally;
    let range = match spread.range() {
        None => String::new(),
        Some((best, worst)) if best == worst => best.marked().to_owned(),
        Some((best, worst)) => [best.marked(), " to ", worst.marked()].concat(),
    };
    vec![
        Cell::text(spread.asked.title()),
        Cell::number(tally.meets),
        Cell::number(tally.elsewhere),
        Cell::number(tally.partly_short),
        Cell::number(tally.short),
        Cell::number(tally.not_applicable),
        Cell::number(tally.not_assessed),
        Cell::text(range),
    ]
}
