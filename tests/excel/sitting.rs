//! In a sitting, what a plan brings back can be undone, and what was typed since stays.

use jiff::civil::date;
use rocu_self_assessment::assessment::{PlanChange, Progress, Replanned};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::session::{Deed, Event, Notice, Replan, Route, Session};

use crate::made::{TODAY, answer, blank, plan};

#[test]
fn a_plan_that_was_brought_back_can_be_undone_without_losing_what_was_typed_since() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    answer(&framework, &mut assessment, "gain.provision", "not-in-place");
    plan(&mut assessment, "gain.provision", "Appoint one.", None, Progress::NotStarted);
    let action = assessment.actions[0].id;
    let mut session = Session::new(framework, Route::Start, TODAY);
    session.update(Event::Began(assessment));
    let owner = Replanned::Owner { from: String::from("Head of capability"), to: String::from("Deputy") };
    let due = Replanned::Due { from: None, to: Some(date(2027, 3, 31)) };
    session.update(Event::BroughtBack([owner, due].map(|what| PlanChange { action, what }).into()));
    assert_eq!(session.notice, Some(Notice::Done(Deed::BroughtBack)));
    let now = |session: &Session| session.assessment.as_ref().unwrap().actions[0].clone();
    assert_eq!((now(&session).owner.as_str(), now(&session).due), ("Deputy", Some(date(2027, 3, 31))));

    session.update(Event::Replanned(action, Replan::Text(String::from("Appoint two."))));
    session.update(Event::Undid);
    let undone = now(&session);
    assert_eq!((undone.owner.as_str(), undone.due, undone.text.as_str()), ("Head of capability", None, "Appoint two."));
}
