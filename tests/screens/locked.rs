//! What is locked: asking for the passphrase, and the sentence for each thing that can be wrong.

use std::collections::BTreeSet;

use rocu_self_assessment::saved::{Unfit, UnlockError};
use rocu_self_assessment::session::{Event, Filing, Keeping, LockedFile, Locking, Notice};
use rocu_self_assessment::ui::words::locks;

use crate::dom::{Page, attribute, within};
use crate::drawn::{all_seen, seen};
use crate::given::{at, framework, half, nothing_open, page};

/// Whether a button of that id is there.
fn has(page: &Page, id: &str) -> bool {
    page.all("button").iter().any(|it| attribute(it, "id").as_deref() == Some(id))
}

#[test]
fn a_locked_file_is_named_and_its_passphrase_asked_for_before_anything_else() {
    let mut session = nothing_open("start");
    let name = String::from("<b>Unit</b>.rocu.json.age");
    session.update(Event::AskedPassphrase(LockedFile { name, content: b"".as_slice().into() }));
    let page = page(&session);
    assert_eq!(all_seen(&page, "h1"), ["Unlock the assessment file"]);
    assert!(page.body().contains("“<b>Unit</b>.rocu.json.age” is locked with a passphrase"), "{}", page.body());
    assert_eq!(seen(&page.by_id("unlock-do")), "Unlock");
    assert_eq!(seen(&page.by_id("unlock-cancel")), "Cancel");
}

#[test]
fn the_documents_offer_a_locked_file_and_say_that_a_lost_passphrase_is_lost() {
    let page = page(&at("documents", half(&framework())));
    assert!(all_seen(&page, "h2").contains(&String::from("Locked assessment file")));
    assert_eq!(seen(&page.by_id("lock-do")), "Lock and save");
    assert!(page.body().contains("Nobody can recover a lost passphrase"), "{}", page.body());
}

#[test]
fn a_locked_page_shows_nothing_of_the_assessment_and_leads_nowhere() {
    let mut session = at("tasks", half(&framework()));
    session.update(Event::Locking(Locking::Closed));
    let page = page(&session);
    assert_eq!(all_seen(&page, "h1"), ["This page is locked"]);
    assert!(page.all("a").is_empty(), "{}", page.body());
    assert_eq!(seen(&page.by_id("open-copies-do")), "Unlock");
    assert_eq!(seen(&page.by_id("pass-by")), "Work without them");
    assert_eq!(seen(&page.by_id("wipe-locked")), "Wipe the locked working copies");
}

#[test]
fn where_the_lock_is_damaged_no_passphrase_is_asked_for_and_it_is_said_what_to_do() {
    let mut session = at("tasks", half(&framework()));
    session.update(Event::Locking(Locking::Damaged));
    let page = page(&session);
    assert_eq!(all_seen(&page, "h1"), ["This page is locked"]);
    assert!(page.all("a").is_empty() && page.all("input").is_empty(), "{}", page.body());
    for words in
        ["is damaged. Open the file that you saved last", "wipe the damaged ones. Until then nothing is kept here"]
    {
        assert!(page.body().contains(words), "{words}: {}", page.body());
    }
    assert!(!page.body().contains("Nobody can recover it"), "{}", page.body());
    assert!(attribute(&page.by_id("forgotten"), "open").is_some(), "what is left to do is folded away");
    assert_eq!(seen(&page.by_id("pass-by")), "Work without them");
    assert_eq!(seen(&page.by_id("wipe-locked")), "Wipe the locked working copies");
}

#[test]
fn who_unlocks_a_file_is_told_that_the_working_copy_is_not_locked_and_can_lock_it_there() {
    let asked = |keeping, locking| {
        let mut session = nothing_open("start");
        session.update(Event::Keeping(keeping));
        session.update(Event::Locking(locking));
        let name = String::from("unit.rocu.json.age");
        session.update(Event::AskedPassphrase(LockedFile { name, content: b"".as_slice().into() }));
        page(&session)
    };
    let page = asked(Keeping::Kept, Locking::Off);
    let said = seen(&page.by_id("kept-openly"));
    assert!(said.contains("this browser then keeps is not locked"), "{said}");
    assert_eq!(seen(&page.by_id("lock-copies-do")), "Lock the working copies");
    for (keeping, locking) in [
        (Keeping::Kept, Locking::On { minutes: 0 }),
        (Keeping::Nothing, Locking::Off),
        (Keeping::Nothing, Locking::PassedBy),
        (Keeping::Refused, Locking::Off),
    ] {
        let page = asked(keeping, locking);
        assert!(!page.body().contains("not locked") && !has(&page, "lock-copies-do"), "{keeping:?} {locking:?}");
    }
}

#[test]
fn what_came_from_a_locked_file_is_offered_as_a_locked_file_before_any_other_way() {
    let mut session = at("documents", half(&framework()));
    let headings = |session: &_| {
        let all = all_seen(&page(session), "h2");
        let at = |words: &str| all.iter().position(|it| it == words).expect("a heading");
        (at("Locked assessment file"), at("Save the assessment"))
    };
    let (locked, open) = headings(&session);
    assert!(open < locked);
    session.update(Event::Filing(Filing::Locked));
    let (locked, open) = headings(&session);
    assert!(locked < open);
    let buttons = all_seen(&page(&session), "button");
    assert_eq!(buttons.iter().filter(|it| *it == "Lock and save").count(), 1);
    assert!(page(&session).body().contains("This was opened from a locked file."), "{}", page(&session).body());
    assert!(!Notice::WasLocked.is_problem());
}

#[test]
fn where_the_file_must_be_picked_again_save_is_offered_and_says_that_it_compares() {
    let mut session = at("documents", half(&framework()));
    session.update(Event::Filing(Filing::Offered));
    assert!(!has(&page(&session), "save-in-place"));
    let name = session.assessment.as_ref().expect("it is open").kept_as();
    session.update(Event::Filing(Filing::Lost(name)));
    let page = page(&session);
    assert_eq!(seen(&page.by_id("save-in-place")), "Save");
    assert!(page.body().contains("compares before it writes"), "{}", page.body());
}

#[test]
fn the_start_offers_to_lock_the_working_copies_and_then_says_when_the_page_locks_itself() {
    let mut session = nothing_open("start");
    session.update(Event::Keeping(Keeping::Kept));
    assert_eq!(seen(&page(&session).by_id("lock-copies-do")), "Lock the working copies");
    session.update(Event::Locking(Locking::On { minutes: 15 }));
    let page = page(&session);
    let options = within(&page.by_id("lock-after"), "option");
    let chosen = options.iter().filter(|it| attribute(it, "selected").is_some()).map(seen);
    assert_eq!(chosen.collect::<Vec<_>>(), ["After 15 minutes"]);
    assert_eq!(seen(&page.by_id("unlock-copies")), "Turn the lock off");
}

#[test]
fn whatever_is_wrong_has_a_sentence_of_its_own_that_says_what_to_do() {
    let errors = [
        UnlockError::Passphrase,
        UnlockError::Key,
        UnlockError::Work { found: 30 },
        UnlockError::CutShort,
        UnlockError::Damaged,
        UnlockError::LaterForm,
    ];
    let unfit = [Unfit::Missing, Unfit::Short, Unfit::Monotonous, Unfit::SpaceAround, Unfit::Differs];
    let sentences: Vec<String> =
        errors.map(|it| locks::not_unlocked(it).to_owned()).into_iter().chain(unfit.map(locks::unfit)).collect();
    assert_eq!(sentences.iter().collect::<BTreeSet<_>>().len(), sentences.len());
    for sentence in sentences {
        assert!(
            ["try again", "Get ", "nlock it with", "Use ", "Enter ", "Take "].iter().any(|it| sentence.contains(it)),
            "{sentence}"
        );
    }
}
