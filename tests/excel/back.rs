//! A plan that was edited in a spreadsheet program comes back as exactly what was edited.

use std::collections::BTreeSet;

use jiff::civil::date;
use rocu_self_assessment::assessment::plan::Column;
use rocu_self_assessment::assessment::{Assessment, Comparison, Plan, PlanChange, PlanRemark, Progress, Replanned};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::plan::{self, CellFlaw, PlanError, Wrong};
use serde_json::{Value, json};

use crate::made::{answer, blank, full, plan as planned};
use crate::readers::{office_to, python};
use crate::written::{file, on_disk};

/// An assessment with three gaps and an action for each.
pub(crate) fn three_actions(framework: &Framework) -> Assessment {
    let mut assessment = blank(framework);
    for (question, text) in [
        ("gain.provision", "Appoint one."),
        ("nca.tasking", "=Agree & <sign>"),
        ("training.skills", "  Train\r\nall staff "),
    ] {
        let level = if question == "gain.provision" { "not-in-place" } else { "not-achieved" };
        answer(framework, &mut assessment, question, level);
        planned(&mut assessment, question, text, Some(date(2026, 9, 30)), Progress::NotStarted);
    }
    assessment
}

/// The plan as openpyxl saves it after these edits.
pub(crate) fn edited(name: &str, framework: &Framework, assessment: &Assessment, edits: &Value) -> Vec<u8> {
    let source = on_disk(&format!("{name}.xlsx"), &file(framework, assessment));
    let target = source.with_extension("edited.xlsx");
    let (from, to) = (source.to_str().unwrap(), target.to_str().unwrap());
    let _ = python("edit_plan.py", &[from, to, &edits.to_string()]);
    std::fs::read(target).unwrap()
}

fn compared(assessment: &Assessment, bytes: &[u8]) -> Comparison {
    let plan = plan::read(bytes).unwrap_or_else(|error| panic!("{error}"));
    let crossed: Plan = serde_json::from_str(&serde_json::to_string(&plan).unwrap()).unwrap();
    assert_eq!(crossed, plan, "a plan crosses as JSON");
    assessment.compare(&plan).unwrap()
}

fn change(assessment: &Assessment, at: usize, what: Replanned) -> PlanChange {
    PlanChange { action: assessment.actions[at].id, what }
}

fn owner(to: &str) -> Replanned {
    Replanned::Owner { from: String::from("Head of capability"), to: to.to_owned() }
}

pub(crate) fn edits() -> Value {
    json!({
        "A1": { "Owner (role)": "Head of GAIN", "Due": "date:2027-03-31", "Status": "Done" },
        "A2": { "Due": "1 September 2027", "Status": " under WAY " },
        "A3": { "Owner (role)": "=not a formula", "Due": null },
    })
}

fn expected(assessment: &Assessment) -> Vec<PlanChange> {
    let from = Some(date(2026, 9, 30));
    vec![
        change(assessment, 0, owner("Head of GAIN")),
        change(assessment, 0, Replanned::Due { from, to: Some(date(2027, 3, 31)) }),
        change(assessment, 0, Replanned::Status { from: Progress::NotStarted, to: Progress::Done }),
        change(assessment, 1, Replanned::Due { from, to: Some(date(2027, 9, 1)) }),
        change(assessment, 1, Replanned::Status { from: Progress::NotStarted, to: Progress::UnderWay }),
        change(assessment, 2, owner("=not a formula")),
        change(assessment, 2, Replanned::Due { from, to: None }),
    ]
}

#[test]
fn owners_dates_and_status_that_were_edited_come_back_and_nothing_else() {
    let framework = Framework::built_in();
    let assessment = three_actions(&framework);
    let bytes = edited("edits", &framework, &assessment, &json!({ "cells": edits() }));
    let found = compared(&assessment, &bytes);
    let wanted = expected(&assessment);
    assert_eq!(found, Comparison { changes: wanted.clone(), remarks: Vec::new() });

    let mut changed = assessment.clone();
    changed.apply(&wanted);
    assert_eq!(changed.actions[0].owner, "Head of GAIN");
    assert_eq!(changed.actions[1].due, Some(date(2027, 9, 1)));
    assert_eq!(
        (&changed.actions[1].owner, &changed.actions[1].text),
        (&assessment.actions[1].owner, &assessment.actions[1].text)
    );
    assert_eq!(changed.compare(&plan::read(&bytes).unwrap()).unwrap().changes, [], "all of it was taken");
}

#[test]
fn columns_and_rows_may_be_moved_and_hidden_and_days_counted_from_1904() {
    let framework = Framework::built_in();
    let assessment = three_actions(&framework);
    let cells = json!({ "A2": { "Owner (role)": "Deputy", "Due": "date:2028-02-29" } });
    let from = Some(date(2026, 9, 30));
    let wanted = [
        change(&assessment, 1, owner("Deputy")),
        change(&assessment, 1, Replanned::Due { from, to: Some(date(2028, 2, 29)) }),
    ];
    for (name, more) in [
        ("moved", json!({ "move": true })),
        ("sorted", json!({ "sort": true })),
        ("both", json!({ "move": true, "sort": true, "hide": [2, 3] })),
        ("mac", json!({ "from_1904": true })),
        ("bare", json!({ "without_properties": true })),
        ("plan-only", json!({ "remove": ["All answers", "Commitment", "Heat map"] })),
    ] {
        let mut all = more;
        all["cells"] = cells.clone();
        let found = compared(&assessment, &edited(name, &framework, &assessment, &all));
        assert_eq!((&found.changes[..], &found.remarks[..]), (&wanted[..], &[][..]), "{name}");
    }
}

#[test]
fn a_file_that_libreoffice_saved_again_is_read_as_before() {
    let framework = Framework::built_in();
    for (name, assessment) in [("office-three", three_actions(&framework)), ("office-full", full(&framework, 4))] {
        let path = on_disk(&format!("{name}.xlsx"), &file(&framework, &assessment));
        let found = compared(&assessment, &std::fs::read(&office_to("xlsx", std::slice::from_ref(&path))[0]).unwrap());
        assert_eq!(found.changes, [], "{name}");
        assert!(found.remarks.iter().all(|remark| matches!(remark, PlanRemark::NoRow { .. })), "{:?}", found.remarks);
    }
    let assessment = three_actions(&framework);
    let _ = edited(
        "office-edited",
        &framework,
        &assessment,
        &json!({ "cells": { "A1": { "Owner (role)": "Deputy", "Due": "date:2027-03-31" } } }),
    );
    let path = on_disk("unused", b"").with_file_name("office-edited.edited.xlsx");
    let found = compared(&assessment, &std::fs::read(&office_to("xlsx", std::slice::from_ref(&path))[0]).unwrap());
    let due = Replanned::Due { from: Some(date(2026, 9, 30)), to: Some(date(2027, 3, 31)) };
    assert_eq!(found.changes, [change(&assessment, 0, owner("Deputy")), change(&assessment, 0, due)]);
}

#[test]
fn what_is_not_taken_is_told() {
    let framework = Framework::built_in();
    let assessment = three_actions(&framework);
    let cells = json!({
        "A1": { "Action": "Appoint two.", "Resources": "Three posts" },
        "A2": { "Action id": "A77" },
        "A3": { "Question id": "gain.provision", "Owner (role)": "Somebody" },
    });
    let found = compared(&assessment, &edited("not-taken", &framework, &assessment, &json!({ "cells": cells })));
    assert_eq!(found.changes, []);
    let ids: Vec<_> = assessment.actions.iter().map(|action| action.id).collect();
    let kinds: BTreeSet<String> =
        found.remarks.iter().map(|remark| format!("{remark:?}").replace(char::is_numeric, "")).collect();
    assert_eq!(kinds.len(), 5, "{:?}", found.remarks);
    for wanted in [
        |remark: &PlanRemark| matches!(remark, PlanRemark::NotTaken { column: Column::Text, .. }),
        |remark: &PlanRemark| matches!(remark, PlanRemark::NotTaken { column: Column::Resources, .. }),
        |remark: &PlanRemark| matches!(remark, PlanRemark::UnknownAction { action, .. } if action == "A77"),
        |remark: &PlanRemark| matches!(remark, PlanRemark::OtherQuestion { question, .. } if question == "gain.provision"),
    ] {
        assert_eq!(found.remarks.iter().filter(|remark| wanted(remark)).count(), 1, "{:?}", found.remarks);
    }
    assert!(found.remarks.contains(&PlanRemark::NoRow { action: ids[1] }));
}

#[test]
fn an_action_whose_gap_has_closed_comes_back_too() {
    let framework = Framework::built_in();
    let mut assessment = three_actions(&framework);
    answer(&framework, &mut assessment, "gain.provision", "in-place");
    let mut plan = plan::read(&file(&framework, &assessment)).unwrap();
    plan.rows.iter_mut().find(|row| row.action.value == "A1").unwrap().status.value = Some(Progress::Done);
    let done = Replanned::Status { from: Progress::NotStarted, to: Progress::Done };
    let wanted = Comparison { changes: vec![change(&assessment, 0, done)], remarks: Vec::new() };
    assert_eq!(assessment.compare(&plan).unwrap(), wanted);
}

#[test]
fn an_action_on_two_rows_is_not_taken_and_one_without_an_id_is_told() {
    let framework = Framework::built_in();
    let assessment = three_actions(&framework);
    let mut plan = plan::read(&file(&framework, &assessment)).unwrap();
    let mut second = plan.rows[0].clone();
    (second.row, second.owner.value) = (9, String::from("Somebody else"));
    let mut new = second.clone();
    (new.row, new.action.value) = (10, String::new());
    plan.rows.extend([second, new]);
    let found = assessment.compare(&plan).unwrap();
    assert_eq!(found.changes, []);
    let (action, first) = (
        assessment.actions.iter().find(|action| action.id.to_string() == plan.rows[0].action.value).unwrap().id,
        plan.rows[0].row,
    );
    let wanted = [PlanRemark::NewRow { row: 10 }, PlanRemark::Twice { action, rows: vec![first, 9] }];
    assert_eq!(found.remarks, wanted);
}

#[test]
fn the_plan_of_another_assessment_is_refused() {
    let framework = Framework::built_in();
    let assessment = three_actions(&framework);
    let mut other = assessment.clone();
    other.id = rocu_self_assessment::assessment::AssessmentId::new("other-0002").unwrap();
    let plan = plan::read(&file(&framework, &assessment)).unwrap();
    assert_eq!(other.compare(&plan).unwrap_err().found, "test-0001");
    let nameless = Plan { assessment: None, ..plan };
    assert_eq!(other.compare(&nameless).unwrap().remarks, [PlanRemark::NoReference]);
}

#[test]
fn every_cell_that_cannot_be_read_is_named() {
    let framework = Framework::built_in();
    let assessment = three_actions(&framework);
    let cells = json!({
        "A1": { "Due": "soon", "Status": "Nearly" },
        "A2": { "Due": 12, "Status": "" },
        "A3": { "Due": true, "Owner (role)": "#REF!" },
    });
    let error = plan::read(&edited("flawed", &framework, &assessment, &json!({ "cells": cells }))).unwrap_err();
    let PlanError::Flawed { flaws, more: 0 } = &error else { panic!("{error}") };
    let flaw = |found: &str, wrong| flaws.iter().filter(|flaw| flaw.found == found && flaw.wrong == wrong).count();
    for (found, wrong) in [
        ("soon", Wrong::NotADate),
        ("12", Wrong::NotADate),
        ("TRUE", Wrong::NotADate),
        ("Nearly", Wrong::NotAStatus),
        ("", Wrong::NotAStatus),
        ("#REF!", Wrong::AnError),
    ] {
        assert_eq!(flaw(found, wrong), 1, "{found:?} in {flaws:?}");
    }
    assert_eq!(flaws.len(), 6);
    assert!(flaws.iter().any(|CellFlaw { at, .. }| at.starts_with('O')), "the cell is named: {flaws:?}");
    assert!(error.to_string().contains("\"soon\" is no date such as 31/03/2027"), "{error}");
}

#[test]
fn a_file_without_the_sheet_or_its_heads_is_refused_and_says_what_is_missing() {
    let framework = Framework::built_in();
    let assessment = three_actions(&framework);
    let error = plan::read(&edited("no-sheet", &framework, &assessment, &json!({ "remove": ["Gaps and actions"] })));
    let Err(PlanError::NoSheet { found }) = error else { panic!("{error:?}") };
    assert_eq!(found[0], "Particulars");
}
