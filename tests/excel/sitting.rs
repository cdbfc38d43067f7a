//! In a sitting, what a plan brings back can be undone, and what was typed since stays.

use std::rc::Rc;

use jiff::civil::{Date, date};
use rocu_self_assessment::assessment::plan::{InCell, Plan, PlanRow};
use rocu_self_assessment::assessment::{Assessment, PlanChange, Progress, Replanned};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::session::{Deed, Event, Notice, Replan, Route, Session};

use crate::made::{TODAY, answer, blank, plan};

/// An assessment with one action.
fn planned(framework: &Framework) -> Assessment {
    let mut assessment = blank(framework);
    answer(framework, &mut assessment, "gain.provision", "not-in-place");
    plan(&mut assessment, "gain.provision", "Appoint one.", None, Progress::NotStarted);
    assessment
}

/// A plan in which that action has that owner and date.
fn edited(assessment: &Assessment, owner: &str, due: Option<Date>) -> Rc<Plan> {
    fn cell<T>(value: T) -> InCell<T> {
        InCell { at: String::from("A2"), value }
    }
    let action = &assessment.actions[0];
    let row = PlanRow {
        row: 2,
        question: cell(action.question.to_string()),
        action: cell(action.id.to_string()),
        owner: cell(owner.to_owned()),
        due: cell(due),
        status: cell(Some(action.progress)),
        text: None,
        resources: None,
    };
    Rc::new(Plan { assessment: Some(assessment.id.to_string()), rows: vec![row] })
}

#[test]
fn what_is_typed_while_a_plan_is_looked_at_is_what_it_is_compared_with() {
    let framework = Framework::built_in();
    let assessment = planned(&framework);
    let action = assessment.actions[0].id;
    let mut session = Session::new(framework, Route::Start, TODAY);
    // When the plan was read, it changed nothing.
    let plan = edited(&assessment, &assessment.actions[0].owner, None);
    session.update(Event::Began(assessment));
    session.update(Event::BroughtBack(plan.clone()));
    assert_eq!(session.notice, None);
    session.update(Event::Replanned(action, Replan::Due(Some(date(2027, 3, 31)))));
    let found = session.assessment.as_ref().unwrap().compare(&plan).expect("its own plan");
    let what = Replanned::Due { from: Some(date(2027, 3, 31)), to: None };
    assert_eq!(found.changes, [PlanChange { action, what }]);
    session.update(Event::BroughtBack(plan.clone()));
    assert_eq!(session.assessment.as_ref().unwrap().actions[0].due, None, "what is shown is what is taken");
    session.update(Event::Undid);
    assert_eq!(session.assessment.as_ref().unwrap().actions[0].due, Some(date(2027, 3, 31)));
    session.update(Event::DroppedAction(action));
    let before = session.clone();
    session.update(Event::BroughtBack(plan));
    assert_eq!(session, before, "there is nothing left that it could change");
}

#[test]
fn a_plan_that_was_brought_back_can_be_undone_without_losing_what_was_typed_since() {
    let framework = Framework::built_in();
    let assessment = planned(&framework);
    let action = assessment.actions[0].id;
    let plan = edited(&assessment, "Deputy", Some(date(2027, 3, 31)));
    let mut session = Session::new(framework, Route::Start, TODAY);
    session.update(Event::Began(assessment));
    session.update(Event::BroughtBack(plan));
    assert_eq!(session.notice, Some(Notice::Done(Deed::BroughtBack)));
    let now = |session: &Session| session.assessment.as_ref().unwrap().actions[0].clone();
    assert_eq!((now(&session).owner.as_str(), now(&session).due), ("Deputy", Some(date(2027, 3, 31))));

    session.update(Event::Replanned(action, Replan::Text(String::from("Appoint two."))));
    session.update(Event::Undid);
    let undone = now(&session);
    assert_eq!((undone.owner.as_str(), undone.due, undone.text.as_str()), ("Head of capability", None, "Appoint two."));
}
