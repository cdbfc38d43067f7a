//! Colleagues' views: their copies opened together and compared.

use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert_eq, proptest};
use rocu_self_assessment::assessment::Assessment;
use rocu_self_assessment::assessment::copy::Start;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::comparison::views::{Agreement, Copy, Noted, Spread, Unsuitable, Viewed, Views};
use rocu_self_assessment::framework::{Framework, Standing};
use rocu_self_assessment::saved;
use rocu_self_assessment::session::{Event, Session};

use crate::sitting::{after, begun, begun_as, chose, closed, committed, forces, id, open, set_aside, wrote};

/// A colleague's copy, filled in.
pub(crate) fn filled<const N: usize>(lead: &Session, role: &str, events: [Event; N]) -> Assessment {
    let topics = ["gain", "undercover"].map(id).into();
    let mut session = closed();
    session.update(Event::Began(open(lead).copy_for(role, &topics, Start::Blank)));
    after(&mut session, events);
    let text = saved::save(open(&session));
    saved::open(text.as_bytes(), session.framework()).expect("our own file").assessment
}

pub(crate) fn views(lead: &Session, copies: &[(&str, &Assessment)]) -> Views {
    let copies: Vec<Copy<'_>> = copies.iter().map(|(name, assessment)| Copy { name, assessment }).collect();
    Views::of(lead.framework(), open(lead), &copies)
}

pub(crate) fn viewed<'a>(views: &'a Views, question: &str) -> &'a Viewed {
    views.questions.iter().find(|viewed| viewed.question.as_str() == question).expect("a question that is shown")
}

/// A lead's sitting and two colleagues' copies.
pub(crate) fn led() -> (Session, Assessment, Assessment) {
    let lead = begun();
    let cyber = filled(
        &lead,
        "Cyber lead",
        [
            chose("gain.provision", "in-place"),
            wrote("gain.provision", Field::Evidence, "Terms of reference"),
            wrote("gain.provision", Field::Note, "Agreed in May"),
            chose("undercover.provision", "in-place"),
        ],
    );
    let deputy = filled(
        &lead,
        "Deputy",
        [chose("gain.provision", "not-in-place"), wrote("gain.provision", Field::Evidence, "The board’s minutes")],
    );
    (lead, cyber, deputy)
}

#[test]
fn each_question_shows_who_said_what_and_whether_they_agree() {
    let (lead, cyber, deputy) = led();
    let both = views(&lead, &[("b.json", &deputy), ("a.json", &cyber)]);
    assert_eq!((both.refused.as_slice(), both.noted.as_slice()), ([].as_slice(), [].as_slice()));
    let provision = viewed(&both, "gain.provision");
    let said: Vec<_> = provision
        .views
        .iter()
        .map(|view| (view.role.as_str(), view.answer.level(), view.answer.evidence.as_str()))
        .collect();
    let (yes, no) = (id("in-place"), id("not-in-place"));
    assert_eq!(said, [("Cyber lead", Some(&yes), "Terms of reference"), ("Deputy", Some(&no), "The board’s minutes")]);
    let spread = Spread { standings: Some((Standing::Meets, Standing::Short)), is_set_aside: false };
    assert_eq!(provision.agreement, Agreement::Differ(spread));
    assert_eq!(viewed(&both, "undercover.provision").agreement, Agreement::One);
    assert_eq!(viewed(&both, "undercover.commitment").agreement, Agreement::Nobody);
    assert!(both.questions.iter().all(|viewed| ["gain", "undercover"].contains(&viewed.question.topic())));
    let same = filled(&lead, "Analyst", [chose("gain.provision", "in-place")]);
    assert_eq!(viewed(&views(&lead, &[("a", &cyber), ("b", &same)]), "gain.provision").agreement, Agreement::All);
    let aside = filled(&lead, "Analyst", [set_aside("gain.provision")]);
    let with = views(&lead, &[("a", &cyber), ("b", &aside)]);
    let spread = Spread { standings: Some((Standing::Meets, Standing::Meets)), is_set_aside: true };
    assert_eq!(viewed(&with, "gain.provision").agreement, Agreement::Differ(spread));
}

#[test]
fn words_without_a_choice_are_shown_and_are_no_answer() {
    let lead = begun();
    let copy = filled(&lead, "Analyst", [wrote("gain.provision", Field::Note, "To be asked")]);
    let views = views(&lead, &[("a", &copy)]);
    let provision = viewed(&views, "gain.provision");
    assert_eq!((provision.agreement, provision.views[0].answer.note.as_str()), (Agreement::Nobody, "To be asked"));
}

#[test]
fn force_by_force_each_force_is_compared_by_itself() {
    let lead = begun();
    let [one, two, three] = forces(&lead).try_into().expect("three forces");
    let commitment = "undercover.commitment";
    let provided = || chose("undercover.provision", "in-place");
    let first = filled(
        &lead,
        "Cyber lead",
        [provided(), committed(commitment, &one, "committed"), committed(commitment, &two, "keeps-own")],
    );
    let second = filled(&lead, "Deputy", [provided(), committed(commitment, &one, "committed")]);
    let agreed = views(&lead, &[("a", &first), ("b", &second)]);
    assert_eq!(viewed(&agreed, commitment).agreement, Agreement::All, "where both say something they say the same");
    let of_force: Vec<_> = viewed(&agreed, commitment).forces.iter().map(|it| (&it.force, it.agreement)).collect();
    assert_eq!(of_force, [(&one, Agreement::All), (&two, Agreement::One), (&three, Agreement::Nobody)]);
    let third = filled(&lead, "Analyst", [provided(), committed(commitment, &two, "committed")]);
    let differing = views(&lead, &[("a", &first), ("b", &second), ("c", &third)]);
    assert!(viewed(&differing, commitment).agreement.differs());
    assert!(viewed(&differing, commitment).forces[1].agreement.differs());
    let levels: Vec<&str> = viewed(&differing, commitment).forces[1].levels.iter().map(|(role, _)| &**role).collect();
    assert_eq!(levels, ["Analyst", "Cyber lead"]);
}

#[test]
fn a_copy_that_cannot_be_used_is_refused_with_the_reason_and_the_rest_go_on() {
    let (lead, cyber, _) = led();
    let mut other_region = cyber.clone();
    other_region.particulars.region = Some(id("london"));
    let mut other_framework = cyber.clone();
    other_framework.framework.0 = id("fire-service");
    let other = begun_as("another-1");
    let of_other = filled(&other, "Deputy", []);
    let mut earlier = filled(&lead, "Analyst", [chose("gain.provision", "in-place")]);
    earlier.framework.1 = String::from("2025.9");
    let views = views(
        &lead,
        &[
            ("own", open(&lead)),
            ("region", &other_region),
            ("framework", &other_framework),
            ("other", &of_other),
            ("good", &cyber),
            ("earlier", &earlier),
        ],
    );
    let expected = [
        ("framework", Unsuitable::OtherFramework),
        ("other", Unsuitable::OtherAssessment),
        ("own", Unsuitable::NotACopy),
        ("region", Unsuitable::OtherRegion),
    ];
    assert_eq!(views.refused, expected.map(|(name, why)| (String::from(name), why)));
    assert_eq!(views.noted, [(String::from("earlier"), Noted::OtherVersion { found: String::from("2025.9") })]);
    assert_eq!(views.taken.keys().collect::<Vec<_>>(), ["Analyst", "Cyber lead"]);
}

#[test]
fn one_copy_opened_twice_counts_once_and_two_that_differ_are_both_kept() {
    let (lead, cyber, _) = led();
    let twice = views(&lead, &[("a", &cyber), ("b", &cyber)]);
    assert_eq!(twice.refused, [(String::from("b"), Unsuitable::Repeated)]);
    assert_eq!(viewed(&twice, "gain.provision").agreement, Agreement::One);
    let other = filled(&lead, "Cyber lead", [chose("gain.provision", "not-in-place")]);
    let both = views(&lead, &[("a", &cyber), ("b", &other)]);
    assert_eq!(both.refused, []);
    assert_eq!(both.taken.keys().collect::<Vec<_>>(), ["Cyber lead", "Cyber lead (2)"]);
    let listed_as = String::from("Cyber lead (2)");
    assert!(matches!(&*both.noted, [(_, Noted::SameRole { listed_as: named })] if *named == listed_as));
    assert!(viewed(&both, "gain.provision").agreement.differs());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn in_which_order_copies_are_opened_makes_no_difference(order in Just([0, 1, 2, 3, 4, 5]).prop_map(Vec::from).prop_shuffle()) {
        let (lead, cyber, deputy) = led();
        let other = filled(&lead, "Cyber lead", [chose("gain.provision", "not-in-place")]);
        let numbered = filled(&lead, "Cyber lead (2)", [chose("gain.provision", "in-place")]);
        let all =
            [("a", &cyber), ("b", &deputy), ("c", &other), ("d", &cyber), ("e", &numbered), ("f", open(&lead))];
        let shuffled: Vec<_> = order.into_iter().map(|at: usize| all[at]).collect();
        let expected = views(&lead, &all);
        prop_assert_eq!(expected.taken.len(), 4);
        let (mut one, mut two) = (lead.clone(), lead.clone());
        one.update(Event::TookViews(views(&lead, &shuffled).taken));
        two.update(Event::TookViews(expected.taken.clone()));
        prop_assert_eq!(open(&one), open(&two));
        prop_assert_eq!(views(&lead, &shuffled), expected);
    }
}

#[test]
fn copies_of_the_first_edition_are_read_against_it() {
    let mut lead = begun();
    lead.update(Event::ChoseFramework(Framework::built_ins().pop().expect("a built-in framework")));
    let copy = open(&lead).copy_for("Deputy", &["gain"].map(id).into(), Start::Blank);
    let views = views(&lead, &[("a", &copy)]);
    assert_eq!((views.refused.as_slice(), views.noted.as_slice()), ([].as_slice(), [].as_slice()));
    assert!(!views.questions.is_empty());
}
