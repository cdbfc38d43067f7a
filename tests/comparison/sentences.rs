//! What changed and what stands out: one row for each rule, the sentences exactly as they are printed.

use jiff::civil::date;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, Progress};
use rocu_self_assessment::comparison::{Regions, Side};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::Report;

use crate::given::{Answers, TODAY, assessment, id, of_2015, of_region, plan, rows, section, sentences, sides, tables};

fn said(framework: &Framework, earlier: &Assessment, later: &Assessment) -> Vec<String> {
    let report = Report::with_earlier(framework, later, &[Side::new(framework, earlier)], TODAY);
    sentences(section(&report, "changes")).into_iter().map(str::to_owned).collect()
}

/// What was answered before and now, and the sentences that follow.
type Row = (Answers<'static>, Answers<'static>, &'static [&'static str]);

const CHANGES: [Row; 8] = [
    (&[("nca.tasking", "achieved")], &[("nca.tasking", "achieved")], &["No answer, gap or action has changed."]),
    (
        &[("nca.tasking", "not-achieved"), ("nca.liaison", "partly-achieved")],
        &[("nca.tasking", "achieved"), ("nca.liaison", "partly-achieved")],
        &[
            "1 answer has improved, 0 have worsened and 1 is the same.",
            "Improved in, with the number of questions: National Crime Agency (1).",
            "Of 2 earlier gaps, 1 is closed and 1 is still open.",
        ],
    ),
    (
        &[("nca.tasking", "achieved"), ("nca.liaison", "achieved"), ("training.skills", "achieved")],
        &[("nca.tasking", "not-achieved"), ("nca.liaison", "partly-achieved"), ("training.skills", "partly-achieved")],
        &[
            "0 answers have improved, 3 have worsened and 0 are the same.",
            "Worsened in, with the number of questions: National Crime Agency (2) and Training (1).",
            "3 gaps are new, 0 of high concern.",
        ],
    ),
    (
        &[("nca.liaison", "achieved")],
        &[("nca.tasking", "achieved")],
        &["1 question is newly assessed and 1 is asked and no longer assessed."],
    ),
    (
        &[("nca.tasking", "not-achieved"), ("nca.liaison", "n/a")],
        &[("nca.tasking", "n/a")],
        &[
            "1 question is set aside now and 1 is no longer set aside. One of them was a gap.",
            "Of 1 earlier gap, 1 is set aside now.",
        ],
    ),
    (
        &[("gain.provision", "in-place")],
        &[("gain.provision", "elsewhere")],
        &[
            "1 question is newly asked and 5 are no longer asked; that depends on other answers or on an optional topic.",
            "In 1 question what another body provided is met by the region now, or the other way round, which is \
             neither better nor worse.",
        ],
    ),
    (
        &[("nca.tasking", "achieved")],
        &[("gain.provision", "not-in-place")],
        &[
            "1 question is newly asked and 0 are no longer asked; that depends on other answers or on an optional topic.",
            "1 question is newly assessed and 1 is asked and no longer assessed.",
            "1 gap is new, 1 of high concern.",
        ],
    ),
    (
        &[("cyber-crime.pursue", "not-achieved"), ("nca.tasking", "not-achieved")],
        &[("cyber-crime.pursue", "partly-achieved")],
        &[
            "1 answer has improved, 0 have worsened and 0 are the same.",
            "Improved in, with the number of questions: Cyber-crime (1).",
            "1 question is asked and no longer assessed.",
            "Of 2 earlier gaps, 1 is still open and 1 is not assessed now.",
        ],
    ),
];

#[test]
fn each_change_has_its_sentence_and_no_other() {
    let framework = Framework::built_in();
    for (before, now, expected) in CHANGES {
        let [earlier, later] = [before, now].map(|answers| assessment(&framework, answers));
        assert_eq!(said(&framework, &earlier, &later), expected, "{before:?} {now:?}");
    }
}

#[test]
fn what_became_of_actions_is_told_and_who_joined_or_left() {
    let framework = Framework::built_in();
    let mut before = assessment(&framework, &[("nca.tasking", "not-achieved"), ("nca.liaison", "not-achieved")]);
    plan(&mut before, "nca.tasking", "Agree terms.", Some(date(2026, 1, 1)), Progress::UnderWay);
    plan(&mut before, "nca.liaison", "Second an officer.", None, Progress::NotStarted);
    let mut after = before.clone();
    after.drop_action(after.actions[1].id);
    plan(&mut after, "nca.liaison", "Meet each month.", None, Progress::NotStarted);
    let _ = after.particulars.forces.remove(0);
    assert_eq!(
        said(&framework, &before, &after),
        [
            "Cleveland has left since the earlier assessment.",
            "Of 2 earlier actions, 1 is overdue and 1 is gone while the gap is still open; 1 action is new.",
            "Dropped without a reason while the gap is still open: A2.",
        ]
    );
}

#[test]
fn another_version_and_another_region_are_said_first() {
    let (now, then) = (Framework::built_in(), of_2015());
    let before = of_region(&then, "eastern", Some(date(2015, 11, 30)), &[("gain.provision", "in-place")]);
    let after = assessment(&now, &[("gain.provision", "in-place")]);
    let report = Report::with_earlier(&now, &after, &[Side::new(&then, &before)], TODAY);
    let chapter = section(&report, "changes");
    assert_eq!(chapter.title, "Changes since 30 November 2015");
    let said = sentences(chapter);
    assert_eq!(
        said[0],
        "The earlier assessment is of another region or unit: Eastern Region Special Operations Unit (ERSOU)."
    );
    assert!(said[1].starts_with(
        "The earlier assessment was made against version 2015.1 of the questions, this one against version 2026.1: "
    ));
    assert!(said[2].ends_with("have left since the earlier assessment."), "{}", said[2]);
}

#[test]
fn the_chapter_is_named_after_what_the_earlier_assessment_is_known_by() {
    let framework = Framework::built_in();
    let mut earlier = assessment(&framework, &[]);
    let later = earlier.clone();
    let title = |earlier: &Assessment| {
        let report = Report::with_earlier(&framework, &later, &[Side::new(&framework, earlier)], TODAY);
        section(&report, "changes").title.to_string()
    };
    assert_eq!(title(&earlier), "Changes since the earlier assessment");
    earlier.particulars.version = String::from(" 0.2 ");
    assert_eq!(title(&earlier), "Changes since version 0.2");
    earlier.particulars.date = Some(date(2025, 3, 1));
    assert_eq!(title(&earlier), "Changes since 1 March 2025");
}

#[test]
fn what_stands_out_in_the_country_is_told_in_sentences() {
    let framework = Framework::built_in();
    let mut country = vec![
        of_region(
            &framework,
            "eastern",
            Some(date(2026, 3, 1)),
            &[
                ("undercover.provision", "in-place"),
                ("gain.provision", "in-place"),
                ("gain.commitment", "keeps-own"),
                ("fraud-investigation.provision", "partly-in-place"),
                ("cyber-crime.pursue", "not-achieved"),
            ],
        ),
        of_region(
            &framework,
            "north-east",
            Some(date(2025, 12, 31)),
            &[
                ("undercover.provision", "not-in-place"),
                ("gain.provision", "in-place"),
                ("fraud-investigation.provision", "not-in-place"),
                ("cyber-crime.pursue", "partly-achieved"),
            ],
        ),
        of_region(
            &framework,
            "london",
            Some(date(2026, 2, 1)),
            &[
                ("fraud-investigation.provision", "not-in-place"),
                ("undercover.provision", "not-in-place"),
                ("gain.provision", "in-place"),
                ("protected-persons.provision", "elsewhere"),
                ("confiscation-enforcement.provision", "not-in-place"),
            ],
        ),
    ];
    country[2].write(&id("protected-persons.provision"), Field::Detail, String::from("The NCA"));
    country.push(of_region(&framework, "london", Some(date(2020, 1, 1)), &[]));
    let report = Report::national(&Regions::of(&sides(&framework, &country)), TODAY);
    assert_eq!(
        sentences(section(&report, "stands-out")),
        [
            "3 regions are compared, assessed from 31 December 2025 to 1 March 2026.",
            "Not every question is answered, so gaps may be missing: Eastern, London, North East.",
            "In place in every region: Government Agency Intelligence Network co-ordination.",
            "In place in some regions and missing in others, with the number of regions: Undercover policing (in place in \
             1, missing in 2).",
            "Fully in place in no region, and missing in some: Regional fraud team.",
            "Provided by another body, with the number of regions: Protected persons (1).",
            "The most common gaps of high concern: “Does your region have a regional fraud team?” (Regional fraud team, in 3 of 3); “Does your region have a regional undercover unit?” (Undercover \
             policing, in 2 of 3); “Pursue: does your region investigate and disrupt the cyber-crime that its \
             assessment ranks as gravest?” (Cyber-crime, in 2 of 3).",
            "Capabilities to which forces do not commit fully, with the number of forces: Government Agency \
             Intelligence Network co-ordination (7).",
            "Forces keep a capability of their own beside the region’s in: Government Agency Intelligence Network \
             co-ordination.",
            "1 file is left out; a chapter below says which and why.",
        ]
    );
    let left_out = sentences(section(&report, "left-out"));
    assert_eq!(
        left_out,
        ["London: two or more files. The one of 1 January 2020 is left out, and the one of 1 February 2026 is taken."]
    );
    let provision = rows(tables(section(&report, "provision"))[0]);
    let protected = provision.iter().find(|row| row[0] == "Protected persons").unwrap();
    assert_eq!(protected[5], "London (The NCA)");
    let undercover = provision.iter().find(|row| row[0] == "Undercover policing").unwrap();
    assert_eq!(undercover[1..5], ["1", "0", "2", "London, North East"]);
    let forces = rows(tables(section(&report, "forces"))[0]);
    assert_eq!((forces.len(), forces[0][1], forces[0][2]), (1, "Keeps its own", "7"));
    assert!(forces[0][3].starts_with("Bedfordshire, ") && forces[0][3].ends_with(" (Eastern)"), "{}", forces[0][3]);
    let practice = rows(tables(section(&report, "good-practice"))[0]);
    assert_eq!(
        (practice[0][0], practice[0][2], practice[0][3]),
        ("Undercover policing", "Eastern", "London, North East")
    );
}
