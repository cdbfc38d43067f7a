//! What a plan says otherwise than the assessment.

use std::collections::BTreeMap;

use super::{
    Column, Comparison, InCell, OtherAssessment, Plan, PlanChange, PlanRemark, PlanRow, Replanned, clean, in_cell, rest,
};
use crate::assessment::{Action, ActionId, Assessment};

pub(super) fn compare(assessment: &Assessment, plan: &Plan) -> Result<Comparison, OtherAssessment> {
    let mut found = Comparison::default();
    match &plan.assessment {
        Some(id) if id != assessment.id.as_str() => return Err(OtherAssessment { found: id.clone() }),
        Some(_) => {}
        None => found.remarks.push(PlanRemark::NoReference),
    }
    let rows = rows_by_action(assessment, plan, &mut found.remarks);
    for action in &assessment.actions {
        match rows.get(&action.id).map(Vec::as_slice) {
            None => found.remarks.push(PlanRemark::NoRow { action: action.id }),
            Some([row]) => compare_row(action, row, &mut found),
            Some(rows) => found
                .remarks
                .push(PlanRemark::Twice { action: action.id, rows: rows.iter().map(|row| row.row).collect() }),
        }
    }
    Ok(found)
}

/// The rows of each action that the assessment has.
fn rows_by_action<'a>(
    assessment: &Assessment,
    plan: &'a Plan,
    remarks: &mut Vec<PlanRemark>,
) -> BTreeMap<ActionId, Vec<&'a PlanRow>> {
    let mut rows: BTreeMap<ActionId, Vec<&PlanRow>> = BTreeMap::new();
    for row in &plan.rows {
        let id = row.action.value.trim();
        let known = ActionId::from_text(id).filter(|id| assessment.actions.iter().any(|action| action.id == *id));
        match known {
            Some(known) => rows.entry(known).or_default().push(row),
            None if id.is_empty() => remarks.extend(is_written(row).then_some(PlanRemark::NewRow { row: row.row })),
            None => {
                remarks.push(PlanRemark::UnknownAction { at: row.action.at.clone(), action: row.action.value.clone() });
            }
        }
    }
    rows
}

/// Whether somebody has written an action into a row that has none.
fn is_written(row: &PlanRow) -> bool {
    let texts = [Some(&row.owner), row.text.as_ref(), row.resources.as_ref()];
    row.due.value.is_some()
        || row.status.value.is_some()
        || texts.into_iter().flatten().any(|cell| !cell.value.trim().is_empty())
}

fn compare_row(action: &Action, row: &PlanRow, found: &mut Comparison) {
    if row.question.value.trim() != action.question.as_str() {
        found.remarks.push(PlanRemark::OtherQuestion {
            at: row.question.at.clone(),
            action: action.id,
            question: row.question.value.clone(),
        });
        return;
    }
    // Of a text that no cell holds in full only the beginning could be taken.
    let fits = rest(&action.owner).is_empty();
    let owner = (fits && differs(&action.owner, &row.owner))
        .then(|| Replanned::Owner { from: action.owner.clone(), to: row.owner.value.clone() });
    let due = (action.due != row.due.value).then_some(Replanned::Due { from: action.due, to: row.due.value });
    let to = row.status.value.filter(|to| *to != action.progress);
    let status = to.map(|to| Replanned::Status { from: action.progress, to });
    let changes = [owner, due, status].into_iter().flatten();
    found.changes.extend(changes.map(|what| PlanChange { action: action.id, what }));
    for (column, own, cell) in [
        (Column::Owner, &action.owner, Some(&row.owner).filter(|_| !fits)),
        (Column::Text, &action.text, row.text.as_ref()),
        (Column::Resources, &action.resources, row.resources.as_ref()),
    ] {
        if let Some(cell) = cell.filter(|cell| differs(own, cell)) {
            found.remarks.push(PlanRemark::NotTaken { at: cell.at.clone(), action: action.id, column });
        }
    }
}

/// Whether a cell holds another text than the one that was written from this.
fn differs(own: &str, cell: &InCell<String>) -> bool {
    in_cell(own.trim()).trim() != clean(&cell.value).trim()
}
