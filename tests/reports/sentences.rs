//! What stands out: one row for each rule, the sentence exactly as it is printed.

use jiff::civil::date;
use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, Progress};
use rocu_self_assessment::comparison::Side;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::sheet::answers;
use rocu_self_assessment::report::{Block, Report};

use crate::gaps::section;
use crate::made::{TODAY, answer, blank, full, id, plan};

/// The sentences of what stands out.
fn sentences(framework: &Framework, assessment: &Assessment) -> Vec<String> {
    let report = Report::of(framework, assessment, TODAY);
    match section(&report, "stands-out").blocks.as_slice() {
        [Block::List(sentences)] => sentences.clone(),
        other => panic!("one list is expected, not {other:?}"),
    }
}

/// What was answered, and the sentences that follow, beside the first, which tells how much was.
type Row = (&'static [(&'static str, &'static str)], &'static [&'static str]);

const ANSWERS: [Row; 9] = [
    // Only what meets: nothing to tell but that, and no gap.
    (
        &[("gain.provision", "in-place")],
        &["Of 13 specialist capabilities, 1 is in place and 12 are not assessed.", "No open gap is recorded."],
    ),
    // Every kind of provision, and what is missing by name.
    (
        &[
            ("regional-intelligence.provision", "in-place"),
            ("sensitive-intelligence.provision", "in-place"),
            ("gain.provision", "partly-in-place"),
            ("undercover.provision", "not-in-place"),
            ("surveillance.provision", "not-in-place"),
            ("protected-persons.provision", "elsewhere"),
        ],
        &[
            "Of 13 specialist capabilities, 2 are in place, 1 is partly in place, 2 are not in place, \
             1 is provided by another body and 7 are not assessed.",
            "Not in place: Undercover policing and Specialist surveillance.",
            "Provided by another body: Protected persons.",
            "3 gaps are open, 2 of high concern; none has an action yet.",
        ],
    ),
    // Forces that do not commit fully, each with its number, and none that duplicates.
    (
        &[
            ("gain.provision", "in-place"),
            ("gain.commitment", "partly-committed"),
            ("undercover.provision", "in-place"),
            ("undercover.commitment", "not-committed"),
        ],
        &[
            "Of 13 specialist capabilities, 2 are in place and 11 are not assessed.",
            "2 gaps are open, 1 of high concern; none has an action yet.",
            "Forces that do not commit fully, with the number of capabilities: Cleveland (2), Durham (2) and \
             Northumbria (2).",
        ],
    ),
    // Forces that commit.
    (
        &[("gain.provision", "in-place"), ("gain.commitment", "committed")],
        &[
            "Of 13 specialist capabilities, 1 is in place and 12 are not assessed.",
            "No open gap is recorded.",
            "No force falls short in its commitment where it was assessed.",
        ],
    ),
    // What exists twice.
    (
        &[("gain.provision", "in-place"), ("gain.commitment", "keeps-own")],
        &[
            "Of 13 specialist capabilities, 1 is in place and 12 are not assessed.",
            "1 gap is open, 0 of high concern; none has an action yet.",
            "Forces that do not commit fully, with the number of capabilities: Cleveland (1), Durham (1) and \
             Northumbria (1).",
            "Forces keep a capability of their own beside the region's in: Government Agency Intelligence Network \
             co-ordination.",
        ],
    ),
    // Threats with gaps.
    (
        &[("cyber-crime.pursue", "not-achieved"), ("cyber-crime.prevent", "partly-achieved")],
        &[
            "2 gaps are open, 1 of high concern; none has an action yet.",
            "Threats with gaps, and how many of the questions: Cyber-crime (2 of 8).",
        ],
    ),
    // A topic without a gap and without a hole.
    (
        &[
            ("training.skills", "achieved"),
            ("training.lead-officers", "achieved"),
            ("training.quality", "achieved"),
            ("training.learning", "achieved"),
        ],
        &["No open gap is recorded.", "Assessed in full and without a gap: Training."],
    ),
    // The same with a hole is no strength.
    (&[("training.skills", "achieved"), ("training.quality", "achieved")], &["No open gap is recorded."]),
    // A level that this framework does not know is nothing.
    (&[("training.skills", "unheard-of")], &[]),
];

#[test]
fn each_rule_has_its_sentence_and_no_other() {
    let framework = Framework::built_in();
    for (answers, expected) in ANSWERS {
        let mut assessment = blank(&framework);
        for (question, level) in answers {
            answer(&framework, &mut assessment, question, level);
        }
        assert_eq!(sentences(&framework, &assessment)[1..], *expected, "{answers:?}");
    }
}

#[test]
fn a_plan_is_told_with_its_date_as_long_as_it_has_one() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    answer(&framework, &mut assessment, "gain.provision", "not-in-place");
    let name = "Government Agency Intelligence Network co-ordination";
    for (level, told) in [
        ("agreed", format!("Not in place: {name} (plan: agreed, with a date: 1 April 2027).")),
        ("drafted", format!("Not in place: {name} (plan: drafted, or without a date).")),
        ("none", format!("Not in place: {name} (no plan).")),
    ] {
        answer(&framework, &mut assessment, "gain.plan", level);
        assessment.write(&id("gain.plan"), Field::Detail, String::from("1 April 2027"));
        assert_eq!(sentences(&framework, &assessment)[2], told);
        let sheet = answers(&framework, &assessment);
        let has_date = sheet.rows.iter().flatten().any(|cell| cell.text == "1 April 2027");
        assert_eq!(has_date, level == "agreed");
    }
}

#[test]
fn the_first_sentence_tells_how_much_was_assessed() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    assert_eq!(sentences(&framework, &assessment), ["Nothing has been assessed yet."]);
    answer(&framework, &mut assessment, "training.skills", "achieved");
    let first = |assessment: &_| sentences(&framework, assessment)[0].clone();
    let asked = framework.topics().filter(|(_, topic)| !topic.optional).flat_map(|(_, topic)| &topic.questions);
    let asked = asked.filter(|question| question.shown_when.is_none()).count();
    assert_eq!(
        first(&assessment),
        format!("1 of {asked} questions is answered in full; {} are not, so gaps may be missing here.", asked - 1)
    );
    answer(&framework, &mut assessment, "training.quality", "achieved");
    assert!(first(&assessment).starts_with(&format!("2 of {asked} questions are answered in full; ")));
    let mut full = full(&framework, 3);
    assert!(first(&full).starts_with("All ") && first(&full).contains(" questions are answered."));
    full.withdraw(&id("training.skills"));
    assert!(first(&full).contains("; 1 is not, so gaps may be missing here."));
}

#[test]
fn the_overall_view_is_not_among_what_was_assessed() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    assessment.switch(id("overall-view"), true);
    answer(&framework, &mut assessment, "overall-view.tackling", "good");
    assert_eq!(sentences(&framework, &assessment), ["Nothing has been assessed yet."]);
}

#[test]
fn questions_that_are_not_counted_here_are_told_wherever_questions_are_counted() {
    let framework = Framework::built_in();
    let mut assessment = full(&framework, 3);
    let told = |assessment: &_| {
        let report = Report::of(&framework, assessment, TODAY);
        let [Block::Paragraph(open), ..] = section(&report, "not-assessed").blocks.as_slice() else {
            panic!("it begins with how much was answered")
        };
        [sentences(&framework, assessment)[0].clone(), open.clone()]
    };
    let aside = " 3 more under “Overall view” are the assessors’ own judgment and not counted here.";
    assert!(told(&assessment).iter().all(|said| said.ends_with(aside)), "{:?}", told(&assessment));
    let all = Analysis::of(&framework, &assessment).coverage().asked;
    assert!(told(&assessment)[0].starts_with(&format!("All {} questions are answered.", all - 3)));
    assessment.switch(id("overall-view"), false);
    assert!(told(&assessment).iter().all(|said| !said.contains("not counted here")), "{:?}", told(&assessment));
}

#[test]
fn a_capability_that_was_set_aside_is_told_from_one_that_was_not_assessed() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    assessment.set_aside(&id("gain.provision"), framework.not_applicable[0].id.clone());
    assert_eq!(
        sentences(&framework, &assessment)[1..],
        ["Of 13 specialist capabilities, 1 is set aside and 12 are not assessed."]
    );
}

#[test]
fn the_sentence_on_gaps_tells_how_many_have_no_action() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    let gaps = |assessment: &_| sentences(&framework, assessment)[1].clone();
    answer(&framework, &mut assessment, "training.skills", "partly-achieved");
    plan(&mut assessment, "training.skills", "Train.", None, Progress::NotStarted);
    assert_eq!(gaps(&assessment), "1 gap is open, 0 of high concern; each has an action.");
    answer(&framework, &mut assessment, "training.quality", "partly-achieved");
    assert_eq!(gaps(&assessment), "2 gaps are open, 0 of high concern; 1 of them has no action yet.");
    answer(&framework, &mut assessment, "training.learning", "not-achieved");
    assert_eq!(gaps(&assessment), "3 gaps are open, 0 of high concern; 2 of them have no action yet.");
    for question in ["training.skills", "training.quality", "training.learning"] {
        assessment.accept(&id(question), String::from("Low demand."));
    }
    assert_eq!(gaps(&assessment), "No open gap is recorded.");
}

#[test]
fn actions_are_overdue_from_the_day_after() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    answer(&framework, &mut assessment, "training.skills", "partly-achieved");
    let last = |assessment: &_| sentences(&framework, assessment).pop().unwrap();
    for (day, expected) in [(31, "1 gap is open, 0 of high concern; each has an action."), (30, "1 action is overdue.")]
    {
        plan(&mut assessment, "training.skills", "Train.", Some(date(2026, 3, day)), Progress::UnderWay);
        assert_eq!(last(&assessment), expected);
    }
    plan(&mut assessment, "training.skills", "Done.", Some(date(2026, 1, 1)), Progress::Done);
    plan(&mut assessment, "training.skills", "Train again.", Some(date(2026, 1, 1)), Progress::NotStarted);
    assert_eq!(last(&assessment), "2 actions are overdue.");
}

#[test]
fn actions_are_overdue_wherever_they_are_listed_which_those_of_accepted_gaps_are_not() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    let due = Some(date(2026, 1, 1));
    for question in ["training.skills", "training.quality"] {
        answer(&framework, &mut assessment, question, "partly-achieved");
        plan(&mut assessment, question, "Train.", due, Progress::NotStarted);
    }
    let last = |assessment: &_| sentences(&framework, assessment).pop().unwrap();
    assert_eq!(last(&assessment), "2 actions are overdue.");
    assessment.accept(&id("training.skills"), String::from("Low demand."));
    assert_eq!(last(&assessment), "1 action is overdue.", "a gap was accepted");
    answer(&framework, &mut assessment, "training.quality", "achieved");
    assert_eq!(last(&assessment), "1 action is overdue.", "the other was closed");
    let action = assessment.actions[1].id;
    assessment.replan(action, |action| action.progress = Progress::Done);
    assert_eq!(last(&assessment), "No open gap is recorded.", "its action was set to done");
}

#[test]
fn an_overdue_action_whose_gap_has_closed_is_overdue_beside_an_earlier_assessment_too() {
    let framework = Framework::built_in();
    let mut earlier = blank(&framework);
    answer(&framework, &mut earlier, "training.skills", "partly-achieved");
    plan(&mut earlier, "training.skills", "Train.", Some(date(2026, 1, 1)), Progress::UnderWay);
    let mut now = earlier.clone();
    answer(&framework, &mut now, "training.skills", "achieved");
    let report = Report::with_earlier(&framework, &now, &[Side::new(&framework, &earlier)], TODAY);
    let said = |chapter, sentence: &str| {
        let blocks = section(&report, chapter).blocks.iter();
        let lists = blocks.filter_map(|block| if let Block::List(said) = block { Some(said) } else { None });
        lists.flatten().any(|it| it == sentence)
    };
    assert!(said("stands-out", "1 action is overdue."));
    assert!(said("changes", "Of 1 earlier action, 1 is overdue."));
}
