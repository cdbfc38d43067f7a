//! Laws of the way out and back, for all assessments.

use std::collections::BTreeSet;
use std::rc::Rc;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::Index;
use rocu_self_assessment::assessment::plan::{in_cell, rest};
use rocu_self_assessment::assessment::{Action, ActionId, Assessment, Plan, Progress, Replanned, Unknown};
use rocu_self_assessment::export;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::spreadsheet::Spreadsheet;
use rocu_self_assessment::saved;

use crate::any::known_assessment;
use crate::made::TODAY;
use crate::small::framework;
use crate::written::{sheets, text};

/// Texts that spreadsheets are apt to take for something else, or that are too long for a cell.
fn nasty() -> impl Strategy<Value = String> {
    let some = vec![
        String::from("=cmd|' /C calc'!A0"),
        String::from("<r><t>x</t></r>"),
        String::from("_x000D__x005F_"),
        String::from("שלום 12 \u{202e}"),
        String::from("'=1"),
        "long ".repeat(8_000),
        "🚓".repeat(20_000),
    ];
    prop_oneof![2 => prop::sample::select(some), 3 => crate::any::text()]
}

/// An assessment in which every gap may have an action with such texts.
fn planned() -> impl Strategy<Value = (Framework, Assessment)> {
    let day = proptest::option::of((-3000i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| date(y, m, d)));
    let action = (any::<Index>(), nasty(), nasty(), nasty(), day, prop::sample::select(Progress::ALL.as_slice()));
    (known_assessment(), proptest::collection::vec(action, 0..6), nasty()).prop_map(
        |(mut assessment, actions, name)| {
            let framework = framework();
            let questions: Vec<_> = framework.questions().map(|asked| asked.question.id.clone()).collect();
            assessment.accepted.clear();
            assessment.actions.clear();
            assessment.particulars.forces[0].name = name;
            for (at, (question, text, owner, resources, due, progress)) in (1..).zip(actions) {
                let question = question.get(&questions).clone();
                let (id, unknown) = (ActionId(at), Unknown::new());
                assessment.actions.push(Rc::new(Action {
                    id,
                    question,
                    text,
                    owner,
                    resources,
                    due,
                    progress,
                    unknown,
                }));
            }
            (framework, assessment)
        },
    )
}

fn back(framework: &Framework, assessment: &Assessment) -> Result<Plan, TestCaseError> {
    let bytes = export::excel(&Spreadsheet::of(framework, assessment, TODAY));
    saved::plan::read(&bytes).map_err(|error| TestCaseError::fail(error.to_string()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn a_plan_that_nobody_edited_changes_nothing((framework, assessment) in planned()) {
        let plan = back(&framework, &assessment)?;
        let found = assessment.compare(&plan).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&found.changes, &[]);
        let listed: BTreeSet<&str> = plan.rows.iter().map(|row| row.action.value.as_str()).collect();
        prop_assert!(found.remarks.len() + listed.iter().filter(|id| !id.is_empty()).count() == assessment.actions.len());
    }

    #[test]
    fn one_edited_cell_is_one_change_wherever_its_row_stands(
        (framework, assessment) in planned(), at in any::<Index>(), which in 0..3, turn in any::<usize>(),
    ) {
        let mut plan = back(&framework, &assessment)?;
        plan.rows.retain(|row| !row.action.value.is_empty());
        prop_assume!(!plan.rows.is_empty());
        let row = at.index(plan.rows.len());
        let edited = &mut plan.rows[row];
        let id = ActionId::from_text(&edited.action.value).expect("an id that was written");
        let own = assessment.actions.iter().find(|action| action.id == id).expect("an action").clone();
        prop_assume!(which != 0 || rest(&own.owner).is_empty());
        let wanted = match which {
            0 => {
                edited.owner.value = format!("{}!", own.owner.trim());
                Replanned::Owner { from: own.owner.clone(), to: edited.owner.value.clone() }
            }
            1 => {
                let to: Option<Date> = if own.due.is_some() { None } else { Some(TODAY) };
                edited.due.value = to;
                Replanned::Due { from: own.due, to }
            }
            _ => {
                let to = if own.progress == Progress::Done { Progress::UnderWay } else { Progress::Done };
                edited.status.value = Some(to);
                Replanned::Status { from: own.progress, to }
            }
        };
        let turn = turn % plan.rows.len();
        plan.rows.rotate_left(turn);
        let found = assessment.compare(&plan).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(found.changes.len(), 1);
        prop_assert_eq!((found.changes[0].action, &found.changes[0].what), (id, &wanted));
        let mut changed = assessment.clone();
        changed.apply(&found.changes);
        let again = changed.compare(&plan).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(again.changes, vec![]);
    }

    #[test]
    fn any_assessment_makes_a_file_whose_cells_say_what_the_report_says((framework, assessment) in planned()) {
        let spreadsheet = Spreadsheet::of(&framework, &assessment, TODAY);
        let read = sheets(&export::excel(&spreadsheet));
        for sheet in &spreadsheet.sheets {
            for (read, row) in read[&*sheet.name][1..].iter().zip(&sheet.table.rows) {
                for (read, cell) in read.iter().zip(row).filter(|(_, cell)| cell.date.is_none()) {
                    let wanted = in_cell(&cell.text);
                    let read = text(read);
                    prop_assert_eq!(read.trim_end(), wanted.trim_end());
                }
            }
        }
    }
}
