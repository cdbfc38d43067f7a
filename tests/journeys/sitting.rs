//! A sitting, and what a user does in it.

use std::fmt::Debug;
use std::rc::Rc;

use jiff::civil::{Date, date};
use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::analysis::Coverage;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Answer, Assessment, AssessmentId};
use rocu_self_assessment::framework::{ForceId, Framework, QuestionId};
use rocu_self_assessment::session::{Event, Route, Session};

/// The day on which it all happens.
pub(crate) const TODAY: Date = date(2026, 3, 31);

/// An id.
pub(crate) fn id<'a, T: TryFrom<&'a str>>(text: &'a str) -> T
where
    T::Error: Debug,
{
    T::try_from(text).expect("an id")
}

/// A sitting in which nothing is open.
pub(crate) fn closed() -> Session {
    thread_local! {
        static FRAMEWORK: Rc<Framework> = Framework::built_in();
    }
    Session::new(FRAMEWORK.with(Rc::clone), Route::Start, TODAY)
}

/// A sitting in which an assessment of that name was begun and a region of three forces chosen.
pub(crate) fn begun_as(name: &str) -> Session {
    let mut session = closed();
    session.update(Event::Began(blank(&session, name)));
    let region = session.framework().regions.iter().find(|region| region.forces.len() == 3);
    let region = region.expect("a region of three forces").id.clone();
    session.update(Event::ChoseRegion(Some(region)));
    session.update(Event::Dismissed);
    session
}

/// A sitting in which an assessment was begun and a region of three forces chosen.
pub(crate) fn begun() -> Session {
    begun_as("journey-1")
}

/// An assessment in which nothing is answered.
pub(crate) fn blank(session: &Session, name: &str) -> Assessment {
    Assessment::new(AssessmentId::new(name).expect("an id"), session.framework())
}

/// Lets something happen in a sitting.
pub(crate) fn after<const N: usize>(session: &mut Session, events: [Event; N]) {
    for event in events {
        session.update(event);
    }
}

/// The assessment that is open.
pub(crate) fn open(session: &Session) -> &Assessment {
    session.assessment.as_deref().expect("an assessment is open")
}

/// How far the open assessment has come.
pub(crate) fn coverage(session: &Session) -> Coverage {
    Analysis::of(session.framework(), open(session)).coverage()
}

/// The answer to a question.
pub(crate) fn answer(session: &Session, question: &str) -> Answer {
    Answer::clone(&open(session).answer(&id(question)))
}

/// The forces of the open assessment.
pub(crate) fn forces(session: &Session) -> Vec<ForceId> {
    open(session).forces().iter().map(|force| force.id.clone()).collect()
}

/// The open gaps, gravest first: those that are neither planned for nor accepted included.
pub(crate) fn gaps(session: &Session) -> Vec<QuestionId> {
    let analysis = Analysis::of(session.framework(), open(session));
    let open = analysis.gaps.iter().filter(|gap| !gap.is_accepted());
    open.map(|gap| gap.asked.question.id.clone()).collect()
}

/// Chooses a level.
pub(crate) fn chose(question: &str, level: &str) -> Event {
    Event::Chose(id(question), id(level))
}

/// Chooses the level of a force.
pub(crate) fn committed(question: &str, force: &ForceId, level: &str) -> Event {
    Event::Committed(id(question), force.clone(), id(level))
}

/// Types a text beside an answer.
pub(crate) fn wrote(question: &str, field: Field, text: &str) -> Event {
    Event::Wrote(id(question), field, text.to_owned())
}

/// Sets a question aside.
pub(crate) fn set_aside(question: &str) -> Event {
    Event::SetAside(id(question), id("no-demand"))
}
