//! Pages, their addresses, and how long a notice stands.

use rocu_self_assessment::saved::{OpenError, Remark};
use rocu_self_assessment::session::{Deed, Event, Notice, Route};

use crate::sitting::{after, begun, blank, closed, id, open, set_aside};

const PAGES: [&str; 8] = [
    "#/particulars",
    "#/tasks",
    "#/topic/gain",
    "#/topic/gain/gain.provision",
    "#/check",
    "#/gaps",
    "#/actions",
    "#/documents",
];

#[test]
fn a_page_of_an_assessment_shows_the_start_until_one_is_open() {
    for page in PAGES {
        let mut session = closed();
        session.update(Event::Went(Route::read(page)));
        assert_eq!(session.page(), &Route::Start, "{page}");
        session.update(Event::Began(blank(&session, "begun-now")));
        assert_eq!(session.page().fragment(), page, "the address still leads there");
    }
}

#[test]
fn start_workbook_and_help_are_shown_whether_or_not_something_is_open() {
    for mut session in [closed(), begun()] {
        for page in ["#/start", "#/workbook", "#/help"] {
            session.update(Event::Went(Route::read(page)));
            assert_eq!(session.page().fragment(), page);
        }
    }
}

#[test]
fn every_question_has_an_address_on_the_page_of_its_topic() {
    let session = begun();
    for asked in session.framework().questions() {
        let address = format!("#/topic/{}/{}", asked.topic.id, asked.question.id);
        let route = Route::read(&address);
        assert_eq!(route.fragment(), address);
        assert_eq!(route.question(), Some(&asked.question.id));
        assert!(route.same_page(&Route::Topic(asked.topic.id.clone(), None)));
    }
}

#[test]
fn going_somewhere_changes_nothing_that_was_typed() {
    let mut session = begun();
    let before = open(&session).clone();
    for page in PAGES.into_iter().chain(["#/start", "#/workbook", "#/help", "#/nowhere"]) {
        session.update(Event::Went(Route::read(page)));
        assert_eq!(open(&session), &before);
    }
}

#[test]
fn a_notice_vanishes_with_the_next_page_and_not_before() {
    let notices = [
        Notice::Done(Deed::Withdrew),
        Notice::Undone(Deed::Withdrew),
        Notice::Opened(vec![Remark::UnknownQuestion { question: String::from("x.y") }]),
        Notice::Refused(OpenError::Empty),
        Notice::NotRead,
        Notice::Copied,
        Notice::Wiped,
    ];
    for notice in notices {
        let mut session = begun();
        after(&mut session, [Event::Went(Route::Tasks), Event::Told(notice.clone()), Event::Went(Route::Tasks)]);
        assert_eq!(session.notice.as_ref(), Some(&notice), "the same page is no next page");
        session.update(Event::Went(Route::Gaps));
        assert_eq!(session.notice, None);
    }
}

#[test]
fn a_notice_vanishes_when_it_was_read_and_gives_way_to_the_next() {
    let mut session = begun();
    session.update(set_aside("gain.provision"));
    assert_eq!(session.notice, Some(Notice::Done(Deed::SetAside)));
    session.update(Event::Withdrew(id("gain.provision")));
    assert_eq!(session.notice, Some(Notice::Done(Deed::Withdrew)));
    session.update(Event::Dismissed);
    assert_eq!(session.notice, None);
    assert_eq!(session.undoable(), Some(Deed::Withdrew), "and can still be undone");
}
