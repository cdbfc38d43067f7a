//! The topics that the region measures by a target of its own.

use super::{Block, Cell, Layout, Section, Table};
use crate::analysis::{Analysis, Gap};
use crate::assessment::{Aim, guide};

/// The chapter, where a target is set.
pub(super) fn section(analysis: &Analysis<'_>) -> Option<Section> {
    let assessment = analysis.assessment;
    let topics = guide::topics(analysis.framework, assessment).map(|(_, topic)| topic);
    let row = |topic: &crate::framework::Topic| {
        let target = assessment.targets.get(&topic.id)?;
        let reason = match target.reason.trim() {
            "" => "No reason given",
            reason => reason,
        };
        Some(vec![Cell::text(&topic.name), Cell::text(target.aim.words()), Cell::text(reason)])
    };
    let rows: Vec<_> = topics.filter_map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let mut blocks = vec![
        Block::Paragraph(String::from(
            "These topics are measured by one level above or below the minimum expectation, where there is one. The counts by part and the \
             heat map still show the answers as given.",
        )),
        Block::Table(Table {
            caption: String::from("Targets of the region’s own"),
            columns: ["Topic", "Target", "Reason"].map(str::to_owned).into(),
            rows,
        }),
    ];
    let tolerated: Vec<String> = analysis.tolerated().map(|finding| finding.asked.title()).collect();
    if !tolerated.is_empty() {
        blocks.push(Block::Heading(String::from("Below the minimum expectation and not counted as gaps")));
        blocks.push(Block::List(tolerated));
    }
    Some(Section { id: "targets".into(), title: "Targets of the region’s own".into(), layout: Layout::Flow, blocks })
}

/// What is added to why a gap ranks where it does, where it is measured by a target of the region's own.
pub(super) fn remark(gap: &Gap<'_>) -> Option<&'static str> {
    gap.aim.map(|aim| match aim {
        Aim::Higher => "It is measured by the region’s own target, above the minimum expectation.",
        Aim::Lower => "It falls short even of the region’s own target, below the minimum expectation.",
    })
}
