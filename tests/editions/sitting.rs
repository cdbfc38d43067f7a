//! A sitting, and what was answered in it.

use std::rc::Rc;

use jiff::civil::{Date, date};
use rocu_self_assessment::assessment::{Assessment, AssessmentId, CarriedOver};
use rocu_self_assessment::framework::{BUILT_INS, Framework, LevelId, QuestionId};
use rocu_self_assessment::saved;
use rocu_self_assessment::session::{Event, Notice, Route, Session};
use rocu_self_assessment::ui::words;

use crate::small::small;

pub(crate) const TODAY: Date = date(2026, 11, 20);
/// The question that was asked in 2015 and has been retired since.
pub(crate) const RETIRED: &str = "regional-intelligence.force-mapping";

pub(crate) fn sitting() -> Session {
    Session::new(Framework::built_in(), Route::Start, TODAY)
}

pub(crate) fn blank(name: &str, framework: &Framework) -> Assessment {
    Assessment::new(AssessmentId::new(name).expect("an id"), framework)
}

/// One answer that means the same today, one to a question that is worded otherwise, and one to a
/// question that is retired.
pub(crate) fn answered_in_2015() -> Assessment {
    let mut session = sitting();
    session.update(Event::ChoseFramework(BUILT_INS[1].framework()));
    session.update(Event::Began(blank("of-2015-", session.framework().as_ref())));
    session.update(Event::Chose(id("gain.provision"), level("in-place")));
    session.update(Event::Chose(id("undercover.provision"), level("in-place")));
    session.update(Event::Chose(id(RETIRED), level("achieved")));
    current(&session).clone()
}

/// Opens the text of a file, as the page does.
pub(crate) fn open(session: &mut Session, text: &str) {
    let opened =
        saved::open_with(text.as_bytes(), |id, version| session.library.to_open(session.framework(), id, version));
    session.update(Event::Opened(Box::new(opened.expect("our own file"))));
}

pub(crate) fn current(session: &Session) -> &Assessment {
    session.assessment.as_deref().expect("an assessment is open")
}

pub(crate) fn carried(session: &Session) -> &CarriedOver {
    let Some(Notice::CarriedOver(carried, _)) = &session.notice else { panic!("{:?}", session.notice) };
    carried
}

pub(crate) fn told(session: &Session) -> Vec<String> {
    words::notice(session.notice.as_ref().expect("a notice"), session.framework())
}

pub(crate) fn id(text: &str) -> QuestionId {
    text.try_into().expect("an id")
}

pub(crate) fn level(text: &str) -> LevelId {
    text.try_into().expect("an id")
}

/// A framework of the user's own.
pub(crate) fn own() -> Rc<Framework> {
    Rc::new(Framework::open(small().to_string().as_bytes()).expect("a sound framework"))
}
