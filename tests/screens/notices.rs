//! What the user is told, with the way back where there is one.

use std::rc::Rc;

use rocu_self_assessment::saved::{Listed, NoRoom, OpenError, Opened, Remark};
use rocu_self_assessment::session::{Beside, Deed, Event, Files, Notice, Purpose, Session};

use crate::dom::within;
use crate::drawn::{all_seen, seen};
use crate::given::{at, framework, half, html_of, nothing_open, page};
use crate::made::{blank, id};

fn with(event: Event) -> Session {
    let mut session = at("tasks", half(&framework()));
    session.update(event);
    session
}

fn remarks() -> Vec<Remark> {
    let found = String::from("2031.7");
    vec![
        Remark::OtherFrameworkVersion { found, current: String::from("2026.1") },
        Remark::UnknownQuestion { question: String::from("gain.of-the-future") },
        Remark::UnknownLevel { question: id("gain.provision"), level: String::from("splendid") },
        Remark::UnknownForce { question: id("gain.commitment"), force: String::from("atlantis") },
        Remark::Unreadable { key: String::from("actions[3].due") },
        Remark::AlteredSinceSignOff,
        Remark::AlteredMilestone { name: String::from("Version 1 as signed off") },
        Remark::ChangedSinceSaved,
    ]
}

fn opened(remarks: Vec<Remark>) -> Event {
    Event::Opened(Box::new(Opened { assessment: blank(&framework()), remarks }))
}

fn refused() -> Vec<OpenError> {
    vec![
        OpenError::TooLarge { bytes: 100_000_000 },
        OpenError::NotText,
        OpenError::Locked,
        OpenError::Empty,
        OpenError::Truncated { line: 77 },
        OpenError::NotJson { line: 77, column: 3 },
        OpenError::TooDeep,
        OpenError::NotOurs,
        OpenError::LaterVersion { found: 9 },
        OpenError::OtherFramework { found: String::from("another") },
        OpenError::Malformed { key: String::from("particulars.forces[2].id"), line: 77 },
        OpenError::TooMany { of: Listed::Milestones, found: 2_001 },
    ]
}

/// Pages with notices, for what holds on every page.
pub(crate) fn all() -> Vec<(String, String)> {
    let sessions = [
        ("done", with(Event::Withdrew(id("gain.provision")))),
        ("opened", with(opened(remarks()))),
        ("refused", with(Event::Refused(OpenError::NotOurs))),
    ];
    sessions.map(|(name, session)| (name.to_owned(), html_of(&session))).into()
}

#[test]
fn what_was_done_is_said_and_can_be_undone() {
    let mut session = with(Event::Withdrew(id("gain.provision")));
    let before = page(&session);
    let notice = &before.all(".rocu-notice")[0];
    assert!(seen(notice).starts_with("The answer was cleared. What you wrote beside it is still there."));
    assert_eq!(seen(&before.by_id("undo")), "Undo");
    session.update(Event::Undid);
    let after = page(&session);
    assert!(all_seen(&after, ".rocu-notice")[0].starts_with("It was undone."));
    assert!(!all_seen(&after, "button").contains(&String::from("Undo")), "what is undone is not undone again");
}

#[test]
fn every_deed_has_a_sentence_of_its_own() {
    let deeds = [
        Deed::Withdrew,
        Deed::SetAside,
        Deed::RemovedForce,
        Deed::ChoseRegion,
        Deed::DroppedAction,
        Deed::Reopened,
        Deed::Opened,
        Deed::LeftToRule,
        Deed::TookTargetBack,
        Deed::RemovedMilestone,
        Deed::TookViews,
        Deed::Agreed,
        Deed::ChoseFramework,
    ];
    let sentences =
        deeds.map(|deed| all_seen(&page(&with(Event::Told(Notice::Done(deed)))), ".rocu-notice__line").concat());
    let different: std::collections::BTreeSet<&String> = sentences.iter().collect();
    assert_eq!(different.len(), deeds.len());
    assert!(sentences.iter().all(|sentence| sentence.ends_with('.')));
}

#[test]
fn a_refused_file_is_a_problem_that_says_what_was_wrong_and_what_to_do_and_that_nothing_was_lost() {
    for error in refused() {
        let page = page(&with(Event::Refused(error.clone())));
        let problem = all_seen(&page, ".govuk-error-summary");
        assert!(problem[0].starts_with("There is a problem"), "{problem:?}");
        assert_eq!(all_seen(&page, ".govuk-error-summary__title"), ["There is a problem"]);
        let sentences = all_seen(&page, ".rocu-notice__line");
        let first = sentences[0].to_lowercase();
        let told = ["choose", "get", "unlock", "open"].iter().any(|deed| first.contains(deed));
        assert!(told, "{error:?}: {sentences:?} says what to do");
        assert!(problem[0].contains("What was open is as it was."));
        assert!(!all_seen(&page, "button").contains(&String::from("Undo")));
        assert_eq!(all_seen(&page, "h1"), ["Tasks"], "the page is still there");
    }
}

#[test]
fn a_problem_names_the_line_the_key_and_the_sizes() {
    let said = |error| all_seen(&page(&with(Event::Refused(error))), ".rocu-notice__line").concat();
    assert!(said(OpenError::Truncated { line: 77 }).contains("line 77"));
    assert!(said(OpenError::NotJson { line: 78, column: 3 }).contains("line 78"));
    let malformed = said(OpenError::Malformed { key: String::from("particulars.forces[2].id"), line: 79 });
    assert!(malformed.contains("line 79") && malformed.contains("particulars.forces[2].id"));
    let large = said(OpenError::TooLarge { bytes: 100_000_000 });
    assert!(large.contains("100 MB") && large.contains("20 MB"), "{large}");
    let many = said(OpenError::TooMany { of: Listed::Actions, found: 75_000 });
    assert!(many.contains("75,000 actions") && many.contains("at most 2,000"), "{many}");
    let forces = said(OpenError::TooMany { of: Listed::Forces, found: 201 });
    assert!(forces.contains("201 forces") && forces.contains("at most 200"), "{forces}");
}

#[test]
fn of_very_many_points_the_first_hundred_are_listed_and_the_others_counted() {
    let unknown = |at: usize| Remark::UnknownQuestion { question: format!("gain.question-{at}") };
    let points = |number: usize| {
        let page = page(&with(opened((0..number).map(unknown).collect())));
        within(&page.all(".rocu-notice")[0], "li").iter().map(seen).collect::<Vec<_>>()
    };
    let all = points(100);
    assert_eq!((all.len(), all[99].ends_with("gain.question-99.")), (100, true));
    let first = points(30_000);
    assert_eq!((first.len(), first[100].as_str()), (101, "And 29,900 more."));
    assert_eq!(first[..100], all);
    assert_eq!(points(101)[100], "And 1 more.");
}

#[test]
fn a_file_that_was_opened_lists_what_is_not_used_of_it_and_can_be_closed_again_with_undo() {
    let page = page(&with(opened(remarks())));
    let notice = &page.all(".rocu-notice")[0];
    assert!(seen(notice).contains("Nothing in the file was dropped"));
    let points = within(notice, "li");
    assert_eq!(points.len(), remarks().len());
    for word in [
        "2031.7",
        "gain.of-the-future",
        "splendid",
        "atlantis",
        "actions[3].due",
        "altered the file since",
        "“Version 1 as signed off”",
        "by another program or by damage",
    ] {
        assert_eq!(points.iter().filter(|point| seen(point).contains(word)).count(), 1, "{word}");
    }
    assert_eq!(seen(&page.by_id("undo")), "Undo");
}

#[test]
fn other_notices_say_whether_something_went_wrong() {
    for (notice, problem, words) in [
        (Notice::Froze(String::from("Draft")), false, "is kept as “Draft”"),
        (Notice::NoRoom(NoRoom::ManyMilestones), true, "There are 20 milestones"),
        (Notice::NoRoom(NoRoom::Full(Listed::Forces)), true, "at most 200 forces. Remove one first"),
        (Notice::NoRoom(NoRoom::Full(Listed::Actions)), true, "at most 2,000 actions. Remove one first"),
        (Notice::NoRoom(NoRoom::TooLarge { bytes: 11_000_000 }), true, "would have 11 MB"),
        (Notice::NoRoom(NoRoom::TooDeep), true, "can’t be kept once more"),
        (Notice::SignedOff, false, "is signed off"),
        (Notice::Finalised, true, "Open it again under Record first"),
        (Notice::Revised, false, "next version is open"),
        (Notice::NotRead, true, "could not be read"),
        (Notice::NotBegun, true, "could not begin"),
        (Notice::NotPrinted, true, "did not print"),
        (Notice::Copied, false, "It was copied"),
        (Notice::NotCopied, true, "did not allow copying"),
        (Notice::WasLocked, false, "Save a locked file below"),
        (Notice::Removed, false, "was removed from this browser"),
        (Notice::NotRemoved, true, "is still here: it is open in another window"),
        (Notice::Wiped, false, "were wiped"),
        (Notice::NotWiped, true, "nothing was wiped. Working copies that it kept earlier may still be there: clear"),
        (Notice::DamagedCopy, true, "the one before it was taken up"),
        (Notice::LostCopy, true, "Open the file that you saved last"),
        (Notice::Parted, true, "Nothing was overwritten"),
    ] {
        let page = page(&with(Event::Told(notice)));
        assert_eq!(page.all(".govuk-error-summary").len(), usize::from(problem), "{words}");
        assert!(all_seen(&page, ".rocu-notice__line").concat().contains(words), "{words}");
        assert!(all_seen(&page, "button").contains(&String::from("Close this message")));
    }
}

#[test]
fn a_region_of_ones_own_is_not_said_to_fill_anything_in() {
    let said = all_seen(&page(&with(Event::ChoseRegion(None))), ".rocu-notice__line").concat();
    assert!(!said.contains("filled in"), "{said}");
}

#[test]
fn views_that_gave_way_are_named_with_the_way_back() {
    let replaced = [String::from("Deputy")].into();
    let roles = vec![String::from("Cyber lead"), String::from("Deputy")];
    let page = page(&with(Event::Told(Notice::TookViews { roles, replaced })));
    let said = all_seen(&page, ".rocu-notice").concat();
    assert!(said.contains("The views of 2 colleagues") && said.contains("“Deputy” gave way"), "{said}");
}

#[test]
fn a_file_that_was_changed_since_it_was_saved_is_named_where_files_are_compared() {
    let mut session = nothing_open("compare");
    let file = |name: &str| Beside::new(format!("{name}.rocu.json"), framework(), blank(&framework()));
    let opened = Rc::new(vec![file("sound"), Beside { is_changed: true, ..file("damaged") }]);
    session.update(Event::OpenedBeside(Purpose::Regions, Files { opened, ..Files::default() }));
    let lines: Vec<String> = within(&page(&session).by_id("regions-files"), "li").iter().map(seen).collect();
    let changed = |line: &&String| line.ends_with("changed since this tool saved it, by another program or by damage");
    let changed: Vec<_> = lines.iter().filter(changed).collect();
    assert!(changed.len() == 1 && changed[0].starts_with("damaged"), "{lines:?}");
}
