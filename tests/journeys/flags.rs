//! Flags: what is to be discussed, and what the filters of the task list let through.

use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::{Filter, guide};
use rocu_self_assessment::session::{Event, Session};

use crate::sitting::{after, answer, begun, chose, committed, coverage, forces, id, open, set_aside};

/// The questions that a filter lets through.
fn filtered(session: &Session, filter: Filter) -> Vec<String> {
    let analysis = Analysis::of(session.framework(), open(session));
    analysis.filtered(filter).map(|finding| finding.asked.question.id.to_string()).collect()
}

#[test]
fn a_flagged_question_stays_flagged_until_its_flag_is_taken_away() {
    let mut session = begun();
    assert!(filtered(&session, Filter::Flagged).is_empty());
    after(
        &mut session,
        [
            Event::Flagged(id("gain.provision"), true),
            chose("gain.provision", "in-place"),
            Event::Withdrew(id("gain.provision")),
            Event::Flagged(id("undercover.provision"), true),
        ],
    );
    assert_eq!(filtered(&session, Filter::Flagged), ["gain.provision", "undercover.provision"]);
    session.update(Event::Flagged(id("gain.provision"), false));
    assert_eq!(filtered(&session, Filter::Flagged), ["undercover.provision"]);
}

#[test]
fn a_flag_is_no_answer_and_changes_none() {
    let mut session = begun();
    session.update(chose("gain.provision", "in-place"));
    let before = (answer(&session, "gain.provision"), coverage(&session));
    after(&mut session, [Event::Flagged(id("gain.provision"), true), Event::Flagged(id("undercover.provision"), true)]);
    assert_eq!((answer(&session, "gain.provision"), coverage(&session)), before);
}

#[test]
fn undoing_a_deed_leaves_the_flags_that_were_set_since() {
    let mut session = begun();
    after(&mut session, [set_aside("gain.provision"), Event::Flagged(id("gain.provision"), true), Event::Undid]);
    assert_eq!(filtered(&session, Filter::Flagged), ["gain.provision"]);
}

#[test]
fn a_flagged_question_that_is_not_asked_keeps_its_flag_and_is_not_listed() {
    let mut session = begun();
    after(
        &mut session,
        [
            chose("gain.provision", "in-place"),
            Event::Flagged(id("gain.tasking"), true),
            chose("gain.provision", "elsewhere"),
        ],
    );
    assert!(filtered(&session, Filter::Flagged).is_empty());
    session.update(chose("gain.provision", "in-place"));
    assert_eq!(filtered(&session, Filter::Flagged), ["gain.tasking"]);
}

#[test]
fn each_filter_lets_through_what_its_name_says() {
    let mut session = begun();
    let all: Vec<String> = {
        let asked = guide::questions(session.framework(), open(&session));
        asked.map(|asked| asked.question.id.to_string()).collect()
    };
    assert_eq!(filtered(&session, Filter::NotAssessed), all);
    after(&mut session, [chose("undercover.provision", "elsewhere"), chose("gain.provision", "not-in-place")]);
    assert_eq!(filtered(&session, Filter::Gaps), ["gain.provision"]);
    let open = filtered(&session, Filter::NotAssessed);
    assert!(!open.contains(&String::from("gain.provision")) && open.contains(&String::from("gain.plan")));
}

#[test]
fn a_commitment_counts_as_not_assessed_until_every_force_has_answered() {
    let mut session = begun();
    session.update(chose("gain.provision", "in-place"));
    for force in forces(&session) {
        assert!(filtered(&session, Filter::NotAssessed).contains(&String::from("gain.commitment")));
        session.update(committed("gain.commitment", &force, "committed"));
    }
    assert!(!filtered(&session, Filter::NotAssessed).contains(&String::from("gain.commitment")));
}
