//! What became of gaps and actions.

use jiff::civil::date;
use rocu_self_assessment::assessment::{Aim, Assessment, AssessmentId, Progress, Target, Unknown};
use rocu_self_assessment::comparison::{ActionFate, Changes, GapFate, Side};
use rocu_self_assessment::framework::{Concern, Framework};

use crate::given::{TODAY, answer, assessment, id, plan};

#[derive(Clone, Copy)]
struct State(&'static str, bool);

fn in_state(framework: &Framework, State(level, accepted): State) -> Assessment {
    let mut made = assessment(framework, &[]);
    if !level.is_empty() {
        answer(framework, &mut made, "gain.provision", level);
    }
    if accepted {
        made.accept(&id("gain.provision"), String::from("Low demand."));
    }
    made
}

#[test]
fn every_gap_has_its_fate() {
    let framework = Framework::built_in();
    let (open, accepted) = (State("not-in-place", false), State("not-in-place", true));
    let rows = [
        (open, State("in-place", false), Some(GapFate::Closed)),
        (accepted, State("in-place", true), Some(GapFate::Closed)),
        (open, State("elsewhere", false), Some(GapFate::ProvidedElsewhere)),
        (open, State("partly-in-place", false), Some(GapFate::StillOpen)),
        (accepted, accepted, Some(GapFate::StillAccepted)),
        (open, accepted, Some(GapFate::AcceptedSince)),
        (accepted, open, Some(GapFate::Reopened)),
        (open, State("n/a", false), Some(GapFate::SetAside)),
        (open, State("", false), Some(GapFate::NotAssessed)),
        (State("in-place", false), open, Some(GapFate::New)),
        (State("", false), accepted, Some(GapFate::NewAndAccepted)),
        (State("in-place", false), State("elsewhere", false), None),
    ];
    for (before, now, expected) in rows {
        let [earlier, later] = [before, now].map(|state| in_state(&framework, state));
        let changes = Changes::between(&Side::new(&framework, &earlier), &Side::new(&framework, &later));
        let fate = changes.gaps.iter().find(|gap| gap.asked.question.id.as_str() == "gain.provision");
        assert_eq!(fate.map(|gap| gap.fate), expected, "{:?} {:?}", before.0, now.0);
    }
}

#[test]
fn a_gap_whose_question_another_answer_leads_past_is_no_longer_asked() {
    let framework = Framework::built_in();
    let before = assessment(&framework, &[("gain.provision", "in-place"), ("gain.tasking", "not-achieved")]);
    let after = assessment(&framework, &[("gain.provision", "not-in-place")]);
    let changes = Changes::between(&Side::new(&framework, &before), &Side::new(&framework, &after));
    let told: Vec<_> = changes.gaps.iter().map(|gap| (gap.asked.question.id.as_str(), gap.fate)).collect();
    assert_eq!(told, [("gain.tasking", GapFate::NoLongerAsked), ("gain.provision", GapFate::New)]);
    assert_eq!((changes.gaps[0].before, changes.gaps[0].now), (Some(Concern::Medium), None));
}

#[test]
fn a_gap_that_ends_because_the_target_was_lowered_is_not_called_closed() {
    let framework = Framework::built_in();
    let before = assessment(&framework, &[("nca.tasking", "partly-achieved")]);
    let mut after = before.clone();
    after.aim(&id("nca"), Some(Target { aim: Aim::Lower, reason: String::new(), unknown: Unknown::new() }));
    let changes = Changes::between(&Side::new(&framework, &before), &Side::new(&framework, &after));
    assert_eq!(changes.gaps[0].fate, GapFate::WithinTarget);
}

/// An assessment with six gaps, each with an action.
fn planned(framework: &Framework) -> Assessment {
    let mut made = assessment(framework, &[]);
    for (at, question) in QUESTIONS.into_iter().enumerate() {
        answer(framework, &mut made, question, "partly-achieved");
        plan(&mut made, question, &format!("Do {at}."), Some(date(2026, 6, 30)), Progress::NotStarted);
    }
    made
}

const QUESTIONS: [&str; 7] = [
    "nca.tasking",
    "nca.intelligence",
    "nca.liaison",
    "nca.capability",
    "training.skills",
    "training.quality",
    "training.learning",
];

/// A year later: done, under way, overdue, dropped, gone with its gap, gone and not assessed, gone and accepted.
fn a_year_later(framework: &Framework, before: &Assessment) -> Assessment {
    let mut made = before.clone();
    let ids: Vec<_> = made.actions.iter().map(|action| action.id).collect();
    made.replan(ids[0], |action| action.progress = Progress::Done);
    made.replan(ids[1], |action| action.progress = Progress::UnderWay);
    made.replan(ids[2], |action| action.due = Some(date(2026, 3, 30)));
    ids[3..].iter().for_each(|id| made.drop_action(*id));
    answer(framework, &mut made, QUESTIONS[4], "achieved");
    made.withdraw(&id(QUESTIONS[5]));
    made.accept(&id(QUESTIONS[6]), String::new());
    plan(&mut made, QUESTIONS[3], "Something else.", None, Progress::NotStarted);
    made
}

const EXPECTED: [ActionFate; 8] = [
    ActionFate::Done,
    ActionFate::StillOpen,
    ActionFate::Overdue,
    ActionFate::Dropped,
    ActionFate::GoneWithGap,
    ActionFate::GoneUnknown,
    ActionFate::GoneWithGap,
    ActionFate::New,
];

fn fates(framework: &Framework, before: &Assessment, after: &Assessment) -> Vec<ActionFate> {
    let changes = Changes::between(&Side::new(framework, before), &Side::new(framework, after));
    changes.actions.iter().map(|action| action.fate(TODAY)).collect()
}

#[test]
fn every_action_has_its_fate() {
    let framework = Framework::built_in();
    let before = planned(&framework);
    let after = a_year_later(&framework, &before);
    assert_eq!(fates(&framework, &before, &after), EXPECTED);
    let mut done = before.clone();
    done.replan(done.actions[0].id, |action| action.progress = Progress::Done);
    assert_eq!(fates(&framework, &done, &done)[0], ActionFate::DoneBefore);
}

#[test]
fn in_a_new_assessment_an_action_is_known_by_its_words_whatever_its_number() {
    let framework = Framework::built_in();
    let before = planned(&framework);
    let mut after = a_year_later(&framework, &before);
    after.id = AssessmentId::new("test-0002").unwrap();
    for action in &mut after.actions {
        let action = std::rc::Rc::make_mut(action);
        action.id.0 += 100;
        action.text = format!("  {} ", action.text.to_uppercase());
    }
    assert_eq!(fates(&framework, &before, &after), EXPECTED);
    // The same words twice are two actions.
    let mut twice = before.clone();
    plan(&mut twice, QUESTIONS[0], "Do 0.", None, Progress::NotStarted);
    let mut once = before.clone();
    once.id = AssessmentId::new("test-0002").unwrap();
    let count = |fate| fates(&framework, &twice, &once).into_iter().filter(|it| *it == fate).count();
    assert_eq!((count(ActionFate::Dropped), count(ActionFate::StillOpen)), (1, QUESTIONS.len()));
}
