//! Two states of one assessment made one: laws for whatever happened to each.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use rocu_self_assessment::assessment::history::{ActionField, Difference, Place, between};
use rocu_self_assessment::assessment::merge::{Conflict, Merged, NotMerged, Settled, Side, Spot, merge};
use rocu_self_assessment::assessment::{ActionId, Assessment};
use rocu_self_assessment::saved;
use rocu_self_assessment::session::{Event, Session};

use crate::laws::{Happening, happening};
use crate::sitting::{blank, closed, open};

/// What comes out of happenings, one after the other.
fn after(session: &Session, happenings: &[Happening]) -> Session {
    let mut session = session.clone();
    for happening in happenings {
        session.now = happening.when(session.now);
        let event = happening.event(session.framework(), &session);
        if !matches!(event, Event::Opened(_)) {
            session.update(event);
        }
    }
    session
}

/// A conflict without what was settled, seen from the other side.
fn mirrored(conflict: &Conflict) -> (Spot, Option<String>, Option<String>) {
    (conflict.spot.clone(), conflict.theirs.clone(), conflict.ours.clone())
}

fn seen(conflict: &Conflict) -> (Spot, Option<String>, Option<String>) {
    (conflict.spot.clone(), conflict.ours.clone(), conflict.theirs.clone())
}

/// The spot that decides about that place, where a whole entry is a conflict.
fn above(place: &Place) -> Place {
    match place {
        Place::Action(id, _) => Place::Action(*id, ActionField::Question),
        Place::ConcernReason(question) => Place::Concern(question.clone()),
        Place::AimReason(topic) => Place::Aim(topic.clone()),
        Place::AgreedReason(question) => Place::Agreed(question.clone()),
        Place::Commitment(question, _) => Place::Choice(question.clone()),
        other => other.clone(),
    }
}

/// What of a side's changes is neither in what came out nor a conflict.
fn lost(from: &Assessment, side: &Assessment, merged: &Merged, ids: &BTreeMap<ActionId, ActionId>) -> Vec<Difference> {
    let came_out = between(from, &merged.assessment);
    let spots: BTreeSet<&Spot> = merged.conflicts.iter().map(|conflict| &conflict.spot).collect();
    let renamed = |place: &Place| match place {
        Place::Action(id, field) => Place::Action(ids.get(id).copied().unwrap_or(*id), *field),
        other => other.clone(),
    };
    let is_kept = |it: &Difference| {
        let place = renamed(&it.place);
        let is_conflict = [&it.place, &above(&it.place)].into_iter().any(|it| spots.contains(&Spot::Place(it.clone())));
        // A name or a reason that is blank says nothing, so what the other side wrote there stands.
        let stands = |out: &Difference| out.place == place && (out.to == it.to || it.to.as_deref() == Some(""));
        is_conflict || came_out.iter().any(stands)
    };
    between(from, side).into_iter().filter(|it| !is_kept(it)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn nothing_that_either_side_wrote_is_lost_and_both_sides_are_treated_alike(
        common in vec(happening(), 0..20), here in vec(happening(), 0..20), there in vec(happening(), 0..20),
        is_known: bool,
    ) {
        let mut session = closed();
        session.update(Event::Began(blank(&session, "law-abiding")));
        let session = after(&session, &common);
        let (here, there) = (after(&session, &here), after(&session, &there));
        let (common, ours, theirs) = (open(&session), open(&here), open(&there));
        let base = is_known.then_some(common);
        let none = Settled::new();
        for one in [ours, theirs] {
            prop_assert_eq!(&merge(base, one, one, &none).expect("the same").assessment, one);
            prop_assert_eq!(&merge(Some(common), common, one, &none).expect("one side").assessment, one);
            prop_assert_eq!(&merge(Some(common), one, common, &none).expect("one side").assessment, one);
        }
        let merged = match merge(base, ours, theirs, &none) {
            Ok(merged) => merged,
            Err(why) => {
                prop_assert_eq!(why, NotMerged::SignedOff);
                prop_assert!(ours.is_final() || theirs.is_final() || common.is_final());
                return Ok(());
            }
        };
        let swapped = merge(base, theirs, ours, &none).expect("as the other way round");
        let (sides, others): (BTreeSet<_>, BTreeSet<_>) =
            (merged.conflicts.iter().map(seen).collect(), swapped.conflicts.iter().map(mirrored).collect());
        prop_assert_eq!(&sides, &others);
        prop_assert_eq!(sides.len(), merged.conflicts.len(), "each spot is asked about once");
        let nothing = blank(&session, "law-abiding");
        let from = base.unwrap_or(&nothing);
        let as_it_was = BTreeMap::new();
        prop_assert_eq!(lost(from, ours, &merged, &as_it_was), []);
        prop_assert_eq!(lost(from, theirs, &merged, &merged.renumbered), []);
        for milestone in ours.milestones.iter().chain(&theirs.milestones) {
            let is_removed = common.milestones.contains(milestone);
            prop_assert!(is_removed || merged.assessment.milestones.contains(milestone));
        }
        let opened = saved::open(saved::save(&merged.assessment).as_bytes(), session.framework()).expect("our own file");
        prop_assert_eq!(&opened.assessment, &merged.assessment);

        // Whoever's side is taken throughout, all that this side changed stands in the end.
        for (side, of, ids) in [(Side::Ours, ours, &as_it_was), (Side::Theirs, theirs, &merged.renumbered)] {
            let settled = merged.conflicts.iter().map(|conflict| (conflict.spot.clone(), side)).collect();
            let Ok(done) = merge(base, ours, theirs, &settled) else { continue };
            prop_assert_eq!(done.open(), 0);
            prop_assert_eq!(lost(from, of, &Merged { conflicts: Vec::new(), ..done }, ids), []);
        }
    }
}
