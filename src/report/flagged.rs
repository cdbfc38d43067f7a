//! The questions that the assessors want to discuss.

use super::{Block, Cell, Layout, Section, Table, count};
use crate::analysis::{Analysis, Finding, Outcome};
use crate::assessment::Filter;

/// The chapter, where a question is flagged.
pub(super) fn section(analysis: &Analysis<'_>) -> Option<Section> {
    let rows: Vec<_> = analysis.filtered(Filter::Flagged).map(|finding| row(analysis, finding)).collect();
    if rows.is_empty() {
        return None;
    }
    let are = if rows.len() == 1 { "is" } else { "are" };
    let sentence = format!("{} {are} to be discussed before the answers are final.", count(rows.len(), "question"));
    let table = Table {
        caption: String::from("Flagged for discussion"),
        columns: ["Topic", "Question", "Answer so far", "Note"].map(str::to_owned).into(),
        rows,
    };
    Some(Section {
        id: "flagged".into(),
        title: "Flagged for discussion".into(),
        layout: Layout::Flow,
        blocks: vec![Block::Paragraph(sentence), Block::Table(table)],
    })
}

fn row(analysis: &Analysis<'_>, finding: &Finding<'_>) -> Vec<Cell> {
    let asked = finding.asked;
    let answer = analysis.assessment.answer(&asked.question.id);
    let level = answer.level().and_then(|level| asked.scale.level(level));
    let word = match (finding.outcome, level) {
        (Outcome::Assessed(_), Some(level)) if asked.part.judgment => Cell::text(&level.name),
        (Outcome::Assessed(standing), Some(level)) => {
            Cell::standing(standing, format!("{} {}", standing.symbol(), level.name))
        }
        (Outcome::Assessed(standing), None) => {
            Cell::standing(standing, format!("{} {} (force by force)", standing.symbol(), standing.word()))
        }
        (Outcome::NotApplicable, _) => Cell::text("Not applicable"),
        (Outcome::NotAssessed, _) => Cell::text("– Not assessed"),
    };
    vec![Cell::text(&asked.topic.name), Cell::text(&asked.question.text), word, Cell::text(answer.note.trim())]
}
