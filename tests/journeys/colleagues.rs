//! Colleagues: each fills a copy for their part, and the lead agrees the answers.

use std::collections::BTreeSet;

use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::copy::Start;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, guide};
use rocu_self_assessment::framework::TopicId;
use rocu_self_assessment::report::Report;
use rocu_self_assessment::saved::{self, Opened, Remark};
use rocu_self_assessment::session::{Event, Session};

use crate::sitting::{TODAY, after, begun, chose, id, open, wrote};

fn topics(names: &[&str]) -> BTreeSet<TopicId> {
    names.iter().map(|name| id(name)).collect()
}

/// The lead's sitting, with answers to two topics and much that is no colleague's business.
fn led() -> Session {
    let mut session = begun();
    after(
        &mut session,
        [
            chose("gain.provision", "not-in-place"),
            wrote("gain.provision", Field::Evidence, "The board’s minutes"),
            chose("undercover.provision", "in-place"),
            Event::Planned(id("gain.provision")),
            Event::Accepted(id("gain.provision"), String::from("Low demand")),
            Event::Froze(String::from("Draft")),
        ],
    );
    session
}

/// A colleague's sitting with a copy that came as a file.
fn received(copy: &Assessment, session: &Session) -> Session {
    let opened = saved::open(saved::save(copy).as_bytes(), session.framework()).expect("our own file");
    assert_eq!((&opened.assessment, opened.remarks.as_slice()), (copy, [].as_slice()));
    let mut theirs = crate::sitting::closed();
    theirs.update(Event::Opened(Box::new(opened)));
    theirs
}

#[test]
fn a_copy_asks_the_chosen_topics_and_no_others() {
    let lead = led();
    let chosen = topics(&["gain", "fraud"]);
    let copy = open(&lead).copy_for(" GAIN co-ordinator ", &chosen, Start::Blank);
    let theirs = received(&copy, &lead);
    let asked: BTreeSet<TopicId> =
        guide::topics(theirs.framework(), open(&theirs)).map(|(_, topic)| topic.id.clone()).collect();
    assert_eq!(asked, chosen, "also one that the lead has not switched on");
    assert_eq!(theirs.role(), "GAIN co-ordinator");
    let coverage = Analysis::of(theirs.framework(), open(&theirs)).coverage();
    assert!(coverage.asked > 0 && coverage.asked < Analysis::of(lead.framework(), open(&lead)).coverage().asked);
    let report = Report::of(theirs.framework(), open(&theirs), TODAY);
    assert!(report.front.iter().any(|fact| fact.label == "Copy for (role)" && fact.value == "GAIN co-ordinator"));
}

#[test]
fn a_blank_copy_carries_the_particulars_and_nothing_that_the_lead_wrote() {
    let lead = led();
    let copy = open(&lead).copy_for("Deputy", &topics(&["gain"]), Start::Blank);
    assert_eq!((&copy.id, &copy.particulars), (&open(&lead).id, &open(&lead).particulars));
    let text = saved::save(&copy);
    for secret in ["minutes", "not-in-place", "Low demand", "Draft", "in-place", "A1", "changes"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn a_copy_may_start_with_the_answers_of_its_topics() {
    let lead = led();
    let copy = open(&lead).copy_for("Deputy", &topics(&["gain"]), Start::WithAnswers);
    let answers: Vec<&str> = copy.answers.keys().map(rocu_self_assessment::framework::QuestionId::as_str).collect();
    assert_eq!(answers, ["gain.provision"]);
    assert_eq!(copy.answer(&id("gain.provision")).evidence, "The board’s minutes");
    assert!(copy.actions.is_empty() && copy.accepted.is_empty() && copy.milestones.is_empty());
}

#[test]
fn a_browser_keeps_a_copy_beside_the_assessment_and_beside_other_copies() {
    let lead = led();
    let kept = |role: &str| open(&lead).copy_for(role, &topics(&["gain"]), Start::Blank).kept_as();
    let names = BTreeSet::from([open(&lead).kept_as(), kept("Deputy"), kept("GAIN co-ordinator")]);
    assert_eq!(names.len(), 3);
    assert_eq!(open(&lead).kept_as(), open(&lead).id.as_str());
}

#[test]
fn a_copy_that_cannot_be_read_as_one_says_so_and_keeps_what_it_says() {
    let lead = led();
    let text = saved::save(&open(&lead).copy_for("Deputy", &topics(&["gain"]), Start::Blank));
    let odd = text.replace("\"gain\"", "\"Not An Id\"");
    let Opened { assessment, remarks } = saved::open(odd.as_bytes(), lead.framework()).expect("it can be opened");
    assert_eq!(remarks, [Remark::ChangedSinceSaved, Remark::Unreadable { key: String::from("copy") }]);
    assert!(saved::save(&assessment).contains("Not An Id"));
    let other = text.replace("\"gain\"", "\"of-the-future\"");
    let opened = saved::open(other.as_bytes(), lead.framework()).expect("it can be opened");
    let unknown = Remark::UnknownTopic { topic: String::from("of-the-future") };
    assert_eq!(opened.remarks, [Remark::ChangedSinceSaved, unknown]);
}
