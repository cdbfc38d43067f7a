//! Saving to the same file, and the page on which both versions are put together.

use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::history::Place;
use rocu_self_assessment::assessment::merge::{Side, Spot};
use rocu_self_assessment::saved;
use rocu_self_assessment::session::{Event, File, Filing, Notice, Other, Particular, Session, Unsaved};

use crate::drawn::{all_seen, radios, seen};
use crate::given::{at, framework, half, html_of, page};
use crate::made::id;

fn tied(page: &str) -> Session {
    let mut session = at(page, half(&framework()));
    let of = session.assessment.as_ref().expect("it is open").kept_as();
    let held = session.assessment.clone();
    session.update(Event::Filing(Filing::Offered));
    session.update(Event::Filing(Filing::Tied(File { of, name: String::from("<ours>.rocu.json"), asks: true }, held)));
    session
}

/// Both sides changed the evidence of one question, and theirs the unit.
fn found(is_known: bool) -> Session {
    let mut session = tied("merge");
    let base = session.assessment.clone();
    let mut theirs = session.clone();
    for (side, role, text) in [(&mut session, "Head of unit", "A <record>"), (&mut theirs, "Deputy", "Two records")] {
        side.update(Event::TookOver(String::from(role)));
        side.update(Event::Wrote(id("gain.provision"), Field::Evidence, String::from(text)));
    }
    theirs.update(Event::Described(Particular::Unit, String::from("Another unit")));
    let theirs = theirs.assessment.expect("it is open");
    let text = saved::save(&theirs).into();
    let (file, settled) = (String::from("<ours>.rocu.json"), std::collections::BTreeMap::new());
    let base = base.filter(|_| is_known);
    session.update(Event::Filing(Filing::FoundOther(Box::new(Other { file, text, base, theirs, settled }))));
    session
}

/// Pages on which something is saved in place.
pub(crate) fn all() -> Vec<(String, String)> {
    let mut settled = found(true);
    let spot = Spot::Place(Place::Text(id("gain.provision"), Field::Evidence));
    settled.update(Event::Filing(Filing::Settled(spot, Side::Both)));
    let mut signed_off = found(true);
    signed_off.update(Event::Finalised { role: String::from("Head of unit") });
    let of =
        ["merge", "merge settled", "merge without base", "merge signed off", "documents in place", "start in place"];
    let sessions = [found(true), settled, found(false), signed_off, tied("documents"), tied("start")];
    of.into_iter().zip(&sessions).map(|(name, session)| (name.to_owned(), html_of(session))).collect()
}

#[test]
fn both_versions_are_shown_with_who_changed_what_and_what_is_taken_by_itself() {
    let page = page(&found(true));
    let said = page.body();
    for words in [
        "“<ours>.rocu.json” differs from what is open here",
        "A <record>",
        "Two records",
        "changed by Head of unit on 31 March 2026",
        "changed by Deputy on 31 March 2026",
        "Another unit",
    ] {
        assert!(said.contains(words), "{words} is not in {said}");
    }
    assert_eq!(radios(&page, "conflict-0"), (["ours", "theirs", "both"].map(String::from).into(), None));
    assert!(!said.contains("does not know how both were"), "{said}");
}

#[test]
fn where_the_last_common_state_is_not_known_the_page_says_so() {
    let page = page(&found(false));
    assert!(page.body().contains("does not know how both were when they were last the same"));
    assert!(radios(&page, "conflict-1").0.len() > 1, "the unit is asked too");
}

#[test]
fn a_file_that_can_only_be_read_is_put_together_with_what_is_open_and_not_saved_to() {
    let mut session = found(false);
    session.update(Event::Filing(Filing::Untied));
    session.on_disk.is_offered = false;
    let buttons = all_seen(&page(&session), "button");
    assert_eq!(buttons, ["Put both together", "Open what is in the file"]);
}

#[test]
fn what_was_signed_off_is_opened_or_left_and_never_put_together() {
    let mut session = found(true);
    session.update(Event::Finalised { role: String::from("Head of unit") });
    let page = page(&session);
    assert!(page.body().contains("One of the two was signed off"));
    let buttons = all_seen(&page, "button");
    assert!(!buttons.contains(&String::from("Put both together and save")), "{buttons:?}");
    assert!(buttons.contains(&String::from("Open what is in the file")), "{buttons:?}");
}

#[test]
fn the_page_of_documents_says_where_it_is_saved_and_whether_all_is_in_it() {
    let mut session = tied("documents");
    let said = seen(&page(&session).by_id("saved-to"));
    assert!(said.starts_with("It is saved to “<ours>.rocu.json”, and all changes are in it."), "{said}");
    assert!(said.contains("The browser may ask once"), "{said}");
    session.update(Event::Described(Particular::Unit, String::from("Another unit")));
    assert!(seen(&page(&session).by_id("saved-to")).contains("The latest changes are not in it yet."));
    let buttons = all_seen(&page(&session), "button");
    for words in ["Save", "Save as another file…", "Download a copy"] {
        assert!(buttons.contains(&words.to_owned()), "{words} is not in {buttons:?}");
    }
}

#[test]
fn a_browser_that_can_not_write_files_offers_nothing_of_this() {
    for name in ["documents", "start"] {
        let session = at(name, half(&framework()));
        let buttons = all_seen(&page(&session), "button");
        assert!(!buttons.iter().any(|it| it.starts_with("Save as") || it.contains("save back")), "{buttons:?}");
    }
}

#[test]
fn whatever_goes_wrong_the_page_says_what_and_that_nothing_is_lost() {
    let of = |why: Unsaved| {
        let mut session = tied("documents");
        session.update(Event::Told(Notice::NotSaved(String::from("<ours>.rocu.json"), why)));
        page(&session)
    };
    for (why, words) in [
        (Unsaved::NotAllowed, "did not let this page write there"),
        (Unsaved::Gone, "moved, renamed or deleted"),
        (Unsaved::Full, "no room left"),
        (Unsaved::Locked, "may only be read"),
        (Unsaved::Failed, "did not say why"),
        (Unsaved::NotWhole, "Do not rely on that file"),
        (Unsaved::Unreadable(saved::OpenError::Empty), "The file is empty."),
        (Unsaved::OtherAssessment, "holds another assessment"),
    ] {
        let page = of(why);
        let said = page.body();
        for words in
            ["There is a problem", "“<ours>.rocu.json” was not saved.", words, "Nothing that you typed is lost."]
        {
            assert!(said.contains(words), "{words} is not in {said}");
        }
        assert!(all_seen(&page, "a").contains(&String::from("Save as another file")));
    }
}

#[test]
fn without_another_version_the_page_leads_back() {
    let page = page(&at("merge", half(&framework())));
    assert!(page.body().contains("No file is known here that holds something else."));
}
