//! A locked file waits for its passphrase, and until then nothing changes.

use rocu_self_assessment::saved::Opened;
use rocu_self_assessment::session::{Event, LockedFile, Route};

use crate::sitting::{after, begun, blank, closed};

fn file() -> LockedFile {
    LockedFile { name: String::from("unit.rocu.json.age"), content: b"age-encryption.org/v1\n".as_slice().into() }
}

#[test]
fn a_locked_file_is_asked_about_and_what_is_open_stays_open() {
    let mut session = begun();
    let before = session.assessment.clone();
    after(&mut session, [Event::Went(Route::Start), Event::AskedPassphrase(file())]);
    assert_eq!(session.locked, Some(file()));
    assert_eq!(session.assessment, before);
    session.update(Event::PutAway);
    assert_eq!((session.locked, session.assessment), (None, before));
}

#[test]
fn whoever_goes_on_to_something_else_is_no_longer_asked() {
    let assessment = blank(&closed(), "another-1");
    let opened = || Box::new(Opened { assessment: assessment.clone(), remarks: Vec::new() });
    for event in
        [Event::Went(Route::Help), Event::Began(assessment.clone()), Event::Opened(opened()), Event::Resumed(opened())]
    {
        let mut session = closed();
        after(&mut session, [Event::AskedPassphrase(file()), event.clone()]);
        assert_eq!(session.locked, None, "{event:?}");
    }
}

#[test]
fn what_a_developer_prints_of_a_locked_file_is_its_name_and_length() {
    assert_eq!(format!("{:?}", file()), "LockedFile(\"unit.rocu.json.age\", 22 bytes)");
}
