//! Open gaps by concern, the gaps that the region lives with, and what is left of those that have closed.

use std::rc::Rc;

use jiff::civil::Date;

use super::{ActionLine, Block, Cell, GapEntry, Layout, Section, Table, count, targets};
use crate::analysis::{Analysis, Gap, Handling};
use crate::assessment::plan::Column;
use crate::assessment::{Action, Assessment};
use crate::framework::Concern;

/// The chapters: open gaps, accepted gaps and, where there are any, the actions whose gap has closed.
pub(super) fn sections(analysis: &Analysis<'_>, today: Date) -> Vec<Section> {
    let entries = entries(analysis, today);
    let mut open = Vec::new();
    for concern in Concern::ALL {
        let of_concern: Vec<_> =
            entries.iter().filter(|entry| entry.concern == concern && entry.accepted.is_none()).cloned().collect();
        open.push(Block::Heading(format!("{} concern: {}", concern.word(), count(of_concern.len(), "gap"))));
        if of_concern.is_empty() {
            open.push(Block::Paragraph(String::from("None.")));
        }
        open.extend(of_concern.into_iter().map(|entry| Block::Gap(Box::new(entry))));
    }
    let accepted: Vec<Block> =
        entries.into_iter().filter(|entry| entry.accepted.is_some()).map(|entry| Block::Gap(Box::new(entry))).collect();
    let mut sections = vec![
        Section { id: "gaps".into(), title: "Open gaps by concern".into(), layout: Layout::Flow, blocks: open },
        Section {
            id: "accepted".into(),
            title: "Accepted gaps".into(),
            layout: Layout::Flow,
            blocks: if accepted.is_empty() {
                vec![Block::Paragraph(String::from("No gap has been accepted."))]
            } else {
                accepted
            },
        },
    ];
    sections.extend(closed(analysis, today));
    sections
}

/// The actions whose gap has closed: each is listed until somebody removes it.
fn closed(analysis: &Analysis<'_>, today: Date) -> Option<Section> {
    let row = |action: &Rc<Action>| {
        let line = line(action, today);
        let progress = line.progress_words();
        vec![
            Cell::text(line.id),
            Cell::text(analysis.framework.title(&action.question)),
            Cell::text(line.text),
            Cell::text(line.owner),
            Cell::date(line.due),
            Cell::text(progress),
        ]
    };
    let rows: Vec<_> = analysis.actions_of_closed_gaps().map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let sentence = "The gaps that these actions were for have closed: the answers no longer fall short, or the \
                    questions are no longer answered or asked.";
    let columns =
        [Column::Action.head(), "Question", Column::Text.head(), Column::Owner.head(), Column::Due.head(), "Progress"];
    let table = Table {
        caption: String::from("Actions whose gap has closed"),
        columns: columns.map(str::to_owned).into(),
        rows,
    };
    Some(Section {
        id: "closed".into(),
        title: "Actions whose gap has closed".into(),
        layout: Layout::Flow,
        blocks: vec![Block::Paragraph(String::from(sentence)), Block::Table(table)],
    })
}

/// Every gap, in the order of the report: the open ones, then those that the region lives with.
#[must_use]
pub fn entries(analysis: &Analysis<'_>, today: Date) -> Vec<GapEntry> {
    let open = analysis.gaps.iter().filter(|gap| !gap.is_accepted());
    let all = open.chain(analysis.gaps.iter().filter(|gap| gap.is_accepted()));
    all.enumerate().map(|(at, gap)| entry(analysis.assessment, gap, at + 1, today)).collect()
}

fn entry(assessment: &Assessment, gap: &Gap<'_>, number: usize, today: Date) -> GapEntry {
    let question = &gap.asked.question;
    let answer = assessment.answer(&question.id);
    let because = match gap.overruled {
        None => gap.rule.because.clone(),
        Some(reason) => format!(
            "Set by the assessors in place of {}: {}",
            gap.rule.concern.word().to_lowercase(),
            if reason.trim().is_empty() { "no reason given" } else { reason.trim() }
        ),
    };
    let because = [Some(because.as_str()), targets::remark(gap)];
    let because = because.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let (actions, accepted) = match &gap.handling {
        Handling::Open => (Vec::new(), None),
        Handling::Planned(actions) => (actions.iter().map(|action| line(action, today)).collect(), None),
        Handling::Accepted(reason) => {
            (Vec::new(), Some(if reason.trim().is_empty() { "No reason given" } else { reason.trim() }.to_owned()))
        }
    };
    GapEntry {
        number,
        question: question.id.clone(),
        topic: gap.asked.topic.name.clone(),
        asked: question.text.clone(),
        standing: gap.standing,
        answered: gap.answered(),
        statements: gap.statements().into_iter().map(str::to_owned).collect(),
        concern: gap.concern,
        because,
        evidence: answer.evidence.trim().to_owned(),
        note: answer.note.trim().to_owned(),
        actions,
        accepted,
    }
}

/// An action as a line of a report.
pub(super) fn line(action: &Action, today: Date) -> ActionLine {
    ActionLine {
        id: action.id.to_string(),
        text: action.text.trim().to_owned(),
        owner: action.owner.trim().to_owned(),
        due: action.due,
        resources: action.resources.trim().to_owned(),
        progress: action.progress.word().into(),
        overdue: action.is_overdue(today),
    }
}
