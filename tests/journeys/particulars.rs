//! From the start to who is assessed.

use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::Marking;
use rocu_self_assessment::session::{Event, Filed, Particular};

use crate::sitting::{after, begun, blank, closed, coverage, forces, gaps, id, open};

#[test]
fn a_new_assessment_asks_much_and_has_no_answer_and_no_gap() {
    let mut session = closed();
    session.update(Event::Began(blank(&session, "new-one-1")));
    let (coverage, analysis) = (coverage(&session), Analysis::of(session.framework(), open(&session)));
    assert!(coverage.asked > 50, "{coverage:?}");
    assert_eq!((coverage.answered, coverage.begun), (0, 0));
    assert_eq!(analysis.tally().not_assessed, coverage.asked);
    assert!(gaps(&session).is_empty());
    assert_eq!(session.filed, Filed::Nothing, "there is nothing to lose yet");
}

#[test]
fn a_new_assessment_is_marked_with_the_safe_marking_until_the_user_chooses_another() {
    let mut session = begun();
    assert_eq!(open(&session).particulars.marking, Marking::OfficialSensitive);
    session.update(Event::Marked(Marking::Official));
    assert_eq!(open(&session).particulars.marking, Marking::Official);
}

#[test]
fn choosing_a_region_fills_in_its_unit_and_forces() {
    let mut session = begun();
    let framework = session.framework().clone();
    for region in &framework.regions {
        session.update(Event::ChoseRegion(Some(region.id.clone())));
        let particulars = &open(&session).particulars;
        assert_eq!(particulars.region.as_ref(), Some(&region.id));
        assert_eq!((&particulars.region_name, &particulars.unit), (&region.name, &region.unit));
        assert_eq!(particulars.forces, region.forces);
    }
}

#[test]
fn a_region_of_ones_own_leaves_what_was_written() {
    let mut session = begun();
    let before = open(&session).clone();
    session.update(Event::ChoseRegion(None));
    let mut expected = before;
    expected.particulars.region = None;
    assert_eq!(open(&session).without_history(), expected.without_history());
}

#[test]
fn what_is_typed_is_kept_as_typed() {
    let mut session = begun();
    for particular in Particular::ALL.into_iter().filter(|particular| !particular.is_date()) {
        for text in ["a", " a", " a  b\t", "", "=1+1 <b>\u{202e}Ω"] {
            session.update(Event::Described(particular, text.to_owned()));
            assert_eq!(particular.read(&open(&session).particulars), text, "{particular:?}");
        }
    }
}

#[test]
fn particulars_do_not_run_into_each_other() {
    let mut session = begun();
    let text = |particular: Particular| {
        if particular.is_date() {
            format!("2026-03-{:02}", particular.key().len())
        } else {
            particular.key().to_owned()
        }
    };
    for particular in Particular::ALL {
        session.update(Event::Described(particular, text(particular)));
    }
    for particular in Particular::ALL {
        assert_eq!(particular.read(&open(&session).particulars), text(particular));
    }
}

#[test]
fn a_date_is_none_until_it_is_whole() {
    let mut session = begun();
    for (typed, kept) in [("2026", ""), ("2026-02-30", ""), ("2026-02-28", "2026-02-28"), ("", "")] {
        for date in [Particular::Date, Particular::Review] {
            session.update(Event::Described(date, typed.to_owned()));
            assert_eq!(date.read(&open(&session).particulars), kept, "{typed:?}");
        }
    }
}

#[test]
fn a_force_can_be_added_named_and_removed() {
    let mut session = begun();
    let three = forces(&session);
    after(&mut session, [Event::AddedForce(id("force-a")), Event::AddedForce(id("force-b"))]);
    let five = forces(&session);
    assert_eq!(five[..3], three);
    session.update(Event::RenamedForce(five[3].clone(), String::from("Port police")));
    let names: Vec<&str> = open(&session).forces().iter().map(|force| force.name.as_str()).collect();
    assert_eq!(names[3..], ["Port police", ""]);
    session.update(Event::RemovedForce(five[4].clone()));
    assert_eq!(forces(&session), five[..4]);
}

#[test]
fn a_force_that_is_there_is_not_added_again() {
    let mut session = begun();
    let three = forces(&session);
    session.update(Event::AddedForce(three[0].clone()));
    assert_eq!(forces(&session), three);
}
