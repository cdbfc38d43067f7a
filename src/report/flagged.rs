//! The questions that the assessors want to discuss.

use super::{Block, Cell, Layout, Section, Table, count, judged};
use crate::analysis::{Analysis, Finding};
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
    let word = judged::answered(analysis, finding);
    vec![Cell::text(&asked.topic.name), Cell::text(&asked.question.text), word, Cell::text(answer.note.trim())]
}
