//! Colleagues' views: taken into the lead's assessment, and agreed one by one.

use std::collections::BTreeSet;

use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::comparison::views::Views;
use rocu_self_assessment::saved;
use rocu_self_assessment::session::{Deed, Event, Notice};

use crate::sitting::{after, answer, begun, chose, committed, forces, id, open, wrote};
use crate::views::{filled, led, viewed, views};

#[test]
fn views_are_taken_in_without_touching_an_answer_and_are_saved() {
    let (mut lead, cyber, deputy) = led();
    lead.update(chose("gain.provision", "in-place"));
    let before = open(&lead).clone();
    let views = views(&lead, &[("a", &cyber), ("b", &deputy)]);
    lead.update(Event::TookViews(views.taken.clone()));
    let roles = vec![String::from("Cyber lead"), String::from("Deputy")];
    assert_eq!(lead.notice, Some(Notice::TookViews { roles, replaced: BTreeSet::new() }));
    assert_eq!(open(&lead).answers, before.answers);
    let text = saved::save(open(&lead));
    let opened = saved::open(text.as_bytes(), lead.framework()).expect("our own file");
    assert_eq!((&opened.assessment, opened.remarks.as_slice()), (open(&lead), [].as_slice()));
    let kept = Views::taken_into(lead.framework(), &opened.assessment);
    assert_eq!(viewed(&kept, "gain.provision").views, viewed(&views, "gain.provision").views);
    assert_eq!(viewed(&kept, "gain.provision").agreement, viewed(&views, "gain.provision").agreement);
    lead.update(Event::Undid);
    assert_eq!(open(&lead).without_history(), before.without_history());
}

#[test]
fn later_views_of_a_role_replace_the_earlier_ones_and_that_is_said_and_can_be_undone() {
    let (mut lead, cyber, deputy) = led();
    let first = views(&lead, &[("a", &cyber), ("b", &deputy)]).taken;
    lead.update(Event::TookViews(first.clone()));
    let before = open(&lead).clone();
    let again = filled(&lead, "Deputy", [chose("undercover.provision", "in-place")]);
    lead.update(Event::TookViews(views(&lead, &[("c", &again), ("a", &cyber)]).taken));
    let roles = vec![String::from("Cyber lead"), String::from("Deputy")];
    assert_eq!(lead.notice, Some(Notice::TookViews { roles, replaced: [String::from("Deputy")].into() }));
    assert!(open(&lead).view(&id("gain.provision"), "Deputy").is_none());
    assert!(open(&lead).view(&id("gain.provision"), "Cyber lead").is_some());
    assert_eq!(lead.undoable(), Some(Deed::TookViews));
    lead.update(Event::Undid);
    assert_eq!(open(&lead).without_history(), before.without_history());
}

fn agreed(from: Option<&str>, reason: &str) -> Event {
    Event::Agreed { question: id("gain.provision"), from: from.map(str::to_owned), reason: reason.to_owned() }
}

#[test]
fn a_view_that_is_agreed_becomes_the_answer_and_nothing_that_was_written_is_lost() {
    let (mut lead, cyber, deputy) = led();
    let taken = views(&lead, &[("a", &cyber), ("b", &deputy)]).taken;
    after(
        &mut lead,
        [
            chose("gain.provision", "not-in-place"),
            wrote("gain.provision", Field::Evidence, "What the lead wrote"),
            Event::TookViews(taken),
        ],
    );
    let before = open(&lead).clone();
    lead.update(agreed(Some("Cyber lead"), ""));
    assert_eq!(lead.notice, Some(Notice::Done(Deed::Agreed)));
    let now = answer(&lead, "gain.provision");
    assert_eq!(now.level(), Some(&id("in-place")));
    assert_eq!(now.evidence, "What the lead wrote\n\nTerms of reference");
    assert_eq!(now.note, "Agreed in May");
    assert!(open(&lead).is_agreed(&id("gain.provision")));
    assert_eq!(open(&lead).agreed["gain.provision"].from.as_deref(), Some("Cyber lead"));
    let mut undone = lead.clone();
    undone.update(Event::Undid);
    assert_eq!(open(&undone).without_history(), before.without_history());
    // Letter by letter, the reason is typed; the words of the view are not added again.
    after(&mut lead, [wrote("gain.provision", Field::Evidence, "Rewritten"), agreed(Some("Cyber lead"), "She knows")]);
    assert_eq!(answer(&lead, "gain.provision").evidence, "Rewritten");
    assert_eq!(open(&lead).agreed["gain.provision"].reason, "She knows");
    let text = saved::save(open(&lead));
    let opened = saved::open(text.as_bytes(), lead.framework()).expect("our own file");
    assert_eq!((&opened.assessment, opened.remarks.as_slice()), (open(&lead), [].as_slice()));
}

#[test]
fn taking_a_view_twice_adds_its_words_once() {
    let (mut lead, cyber, deputy) = led();
    let taken = views(&lead, &[("a", &cyber), ("b", &deputy)]).taken;
    lead.update(Event::TookViews(taken));
    after(&mut lead, [agreed(Some("Cyber lead"), ""), agreed(Some("Deputy"), ""), agreed(Some("Cyber lead"), "")]);
    assert_eq!(answer(&lead, "gain.provision").evidence, "Terms of reference\n\nThe board’s minutes");
    assert_eq!(answer(&lead, "gain.provision").level(), Some(&id("in-place")));
}

#[test]
fn the_lead_may_record_an_answer_of_their_own_with_a_reason() {
    let (mut lead, cyber, deputy) = led();
    let taken = views(&lead, &[("a", &cyber), ("b", &deputy)]).taken;
    let own = agreed(None, "Both saw a part");
    after(&mut lead, [Event::TookViews(taken), chose("gain.provision", "partly-in-place"), own]);
    assert_eq!(answer(&lead, "gain.provision").level(), Some(&id("partly-in-place")));
    assert!(open(&lead).is_agreed(&id("gain.provision")));
    assert_eq!(open(&lead).agreed["gain.provision"].from, None);
}

#[test]
fn what_was_agreed_from_a_view_does_not_stand_once_the_answer_is_another() {
    let (mut lead, cyber, _) = led();
    let taken = views(&lead, &[("a", &cyber)]).taken;
    after(&mut lead, [Event::TookViews(taken), agreed(Some("Cyber lead"), "")]);
    assert!(open(&lead).is_agreed(&id("gain.provision")));
    lead.update(chose("gain.provision", "not-in-place"));
    assert!(!open(&lead).is_agreed(&id("gain.provision")));
    lead.update(agreed(Some("Cyber lead"), ""));
    assert!(open(&lead).is_agreed(&id("gain.provision")), "one click takes it again");
}

#[test]
fn agreeing_with_a_role_that_gave_no_view_changes_nothing() {
    let mut lead = begun();
    let before = lead.clone();
    lead.update(agreed(Some("Nobody"), ""));
    assert_eq!(lead, before);
}

#[test]
fn of_forces_that_a_view_does_not_answer_for_the_lead_s_answer_stays() {
    let mut lead = begun();
    let [one, two, _] = forces(&lead).try_into().expect("three forces");
    let commitment = "undercover.commitment";
    let copy = filled(&lead, "Deputy", [committed(commitment, &one, "keeps-own")]);
    let taken = views(&lead, &[("a", &copy)]).taken;
    let question = id(commitment);
    after(
        &mut lead,
        [
            committed(commitment, &one, "committed"),
            committed(commitment, &two, "committed"),
            Event::TookViews(taken),
            Event::Agreed { question, from: Some(String::from("Deputy")), reason: String::new() },
        ],
    );
    let now = answer(&lead, commitment);
    assert_eq!((now.level_of(&one), now.level_of(&two)), (Some(&id("keeps-own")), Some(&id("committed"))));
}

#[test]
fn views_that_cannot_be_read_stay_in_the_file() {
    let (mut lead, cyber, _) = led();
    let taken = views(&lead, &[("a", &cyber)]).taken;
    lead.update(Event::TookViews(taken));
    let text = saved::save(open(&lead));
    let place = "\"views\": {";
    let hostile = "\"views\": { \"Not An Id\": [], \"gain.tasking\": 5, \"gain.resources\": [{ \"level\": \"x\" }, 7],";
    let opened = saved::open(text.replacen(place, hostile, 1).as_bytes(), lead.framework()).expect("it can be opened");
    assert_eq!(opened.remarks.len(), 5, "{:?}", opened.remarks);
    assert_eq!(opened.assessment.views, open(&lead).views);
    let again = saved::save(&opened.assessment);
    for kept in ["Not An Id", "gain.tasking", "\"level\": \"x\""] {
        assert!(again.contains(kept), "{kept}");
    }
    assert_eq!(saved::open(again.as_bytes(), lead.framework()).expect("our own file").assessment, opened.assessment);
}
