//! Chapters that tell single parts in words: threats, recommendations, the overall view, and what
//! was not assessed.

use super::{Block, Cell, Layout, Section, Table, count, listed, sheet, stands_out};
use crate::analysis::{Analysis, Coverage, Finding, Outcome};
use crate::framework::{Part, Topic};

/// Emerging threats, recommendations, and the overall view where it was given.
pub(super) fn sections(analysis: &Analysis<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    for (part, topics) in analysis.parts() {
        let (id, title) = match part.id.as_str() {
            "threats" => ("threats", "New and emerging threats"),
            "recommendations" => ("recommendations", "Recommendations"),
            _ if part.judgment => ("overall", "Overall view"),
            _ => continue,
        };
        sections.push(Section {
            id: id.into(),
            title: title.into(),
            layout: Layout::Flow,
            blocks: blocks(analysis, part, &topics),
        });
    }
    sections
}

fn blocks(analysis: &Analysis<'_>, part: &Part, topics: &[&Topic]) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(part.summary.clone())];
    for topic in topics {
        let rows = analysis.of_topic(topic).map(|finding| row(analysis, finding));
        blocks.push(Block::Table(Table {
            caption: format!("{} ({})", topic.name, topic.basis.certainty.word().to_lowercase()),
            columns: ["Question", "Answer", "What that means"].map(str::to_owned).into(),
            rows: rows.collect(),
        }));
    }
    blocks
}

fn row(analysis: &Analysis<'_>, finding: &Finding<'_>) -> Vec<Cell> {
    let question = finding.asked.question;
    let answer = analysis.assessment.answer(&question.id);
    let means = if finding.asked.scale.force_by_force && finding.outcome != Outcome::NotApplicable {
        sheet::chosen(analysis, finding)
    } else {
        answer.level().and_then(|level| question.statements.get(level)).cloned().unwrap_or_default()
    };
    vec![Cell::text(&question.text), answered(analysis, finding), Cell::text(means)]
}

/// What was answered. The user's own judgment has no standing.
pub(super) fn answered(analysis: &Analysis<'_>, finding: &Finding<'_>) -> Cell {
    let asked = finding.asked;
    let answer = analysis.assessment.answer(&asked.question.id);
    let level = answer.level().and_then(|level| asked.scale.level(level)).map(|level| level.name.as_str());
    match (finding.outcome, level) {
        (Outcome::Assessed(_), level) if asked.part.judgment => Cell::text(level.unwrap_or("Force by force")),
        (Outcome::Assessed(standing), Some(level)) => {
            Cell::standing(standing, format!("{} {level}", standing.symbol()))
        }
        (Outcome::Assessed(standing), None) => {
            Cell::standing(standing, format!("{} (force by force)", standing.marked()))
        }
        (Outcome::NotApplicable, _) => Cell::text("Not applicable"),
        (Outcome::NotAssessed, _) => Cell::text("– Not assessed"),
    }
}

/// What was asked and not assessed, and what was set aside.
pub(super) fn not_assessed(analysis: &Analysis<'_>) -> Section {
    let mut blocks = Vec::new();
    let coverage = Coverage::of(analysis.counted());
    blocks.push(Block::Paragraph(format!(
        "{} of {} {} answered in full. Not assessed is never counted as falling short.{}",
        coverage.answered,
        count(coverage.asked, "question"),
        if coverage.answered == 1 { "is" } else { "are" },
        stands_out::not_counted(analysis)
    )));
    let mut rows = Vec::new();
    for finding in analysis.counted() {
        let asked = finding.asked;
        let answer = analysis.assessment.answer(&asked.question.id);
        let open = match finding.outcome {
            Outcome::NotApplicable => {
                let reason = answer.not_applicable().and_then(|reason| analysis.framework.reason(reason));
                let note =
                    if answer.note.trim().is_empty() { String::new() } else { format!(" ({})", answer.note.trim()) };
                format!("Not applicable: {}{note}", reason.map_or("reason unknown", |reason| &reason.text))
            }
            _ if finding.complete => continue,
            _ if asked.scale.force_by_force && answer.choice.is_some() => {
                let missing = |force: &&crate::framework::Force| answer.level_of(&force.id).is_none();
                let forces: Vec<&str> =
                    analysis.assessment.forces().iter().filter(missing).map(|force| force.name.as_str()).collect();
                if forces.is_empty() {
                    String::from("Not assessed")
                } else {
                    format!("Not assessed for {}", listed(&forces))
                }
            }
            _ => String::from("Not assessed"),
        };
        rows.push(vec![Cell::text(&asked.topic.name), Cell::text(&asked.question.text), Cell::text(open)]);
    }
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: String::from("Not assessed or set aside"),
            columns: ["Topic", "Question", "State"].map(str::to_owned).into(),
            rows,
        }));
    }
    Section { id: "not-assessed".into(), title: "What was not assessed".into(), layout: Layout::Flow, blocks }
}
