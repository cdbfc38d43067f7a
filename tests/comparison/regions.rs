//! Regions side by side, as a national co-ordinator would look at them.

use jiff::civil::date;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, AssessmentId, Marking};
use rocu_self_assessment::comparison::{Regions, Side, WhyLeftOut};
use rocu_self_assessment::framework::{Concern, Framework, Standing};

use crate::given::{Answers, answer, id, of_2015, of_region, sides};

/// Three regions: one that has all, one that lacks undercover policing, one that another body serves.
const COUNTRY: [(&str, Answers<'_>); 3] = [
    (
        "eastern",
        &[
            ("undercover.provision", "in-place"),
            ("undercover.tasking", "achieved"),
            ("undercover.commitment", "committed"),
            ("nca.tasking", "achieved"),
        ],
    ),
    ("north-east", &[("undercover.provision", "not-in-place"), ("nca.tasking", "not-achieved")]),
    (
        "south-east",
        &[
            ("undercover.provision", "partly-in-place"),
            ("undercover.commitment", "committed"),
            ("protected-persons.provision", "elsewhere"),
            ("nca.tasking", "partly-achieved"),
        ],
    ),
];

fn country(framework: &Framework) -> Vec<Assessment> {
    let mut country: Vec<_> =
        COUNTRY.iter().map(|(region, answers)| of_region(framework, region, Some(date(2026, 3, 1)), answers)).collect();
    country[2].commit(&id("undercover.commitment"), id("sussex"), id("keeps-own"));
    country[2].commit(&id("undercover.commitment"), id("surrey"), id("not-committed"));
    country
}

fn named(regions: &Regions<'_>, units: impl Iterator<Item = usize>) -> Vec<String> {
    units.map(|unit| regions.units[unit].name.clone()).collect()
}

#[test]
fn it_is_seen_who_has_a_capability_and_whose_forces_do_not_commit() {
    let framework = Framework::built_in();
    let country = country(&framework);
    let regions = Regions::of(&sides(&framework, &country));
    assert_eq!(
        regions.units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>(),
        ["Eastern", "North East", "South East"]
    );
    let undercover = regions.capabilities.iter().find(|it| it.asked.topic.id.as_str() == "undercover").unwrap();
    let provided: Vec<_> = undercover.provided.iter().map(|it| it.unwrap().provision.standing()).collect();
    assert_eq!(provided, [Some(Standing::Meets), Some(Standing::Short), Some(Standing::PartlyShort)]);
    let rest = undercover.provided[0].unwrap().rest;
    assert_eq!((rest.meets, rest.asked()), (2, 5), "the rest is counted without the provision");
    let forces: Vec<_> =
        undercover.forces.iter().map(|it| (it.unit, it.force.name.as_str(), it.level.name.as_str())).collect();
    assert_eq!(forces.len(), 2, "{forces:?}");
    assert!(forces.iter().all(|(unit, ..)| *unit == 2));
    assert_eq!(undercover.duplications().map(|it| it.force.name.as_str()).collect::<Vec<_>>(), ["Sussex"]);
    assert_eq!(regions.capabilities.len(), 13);
}

#[test]
fn a_question_tells_its_spread_its_gaps_and_who_meets_it() {
    let framework = Framework::built_in();
    let country = country(&framework);
    let regions = Regions::of(&sides(&framework, &country));
    let tasking = regions.questions.iter().find(|it| it.asked.question.id.as_str() == "nca.tasking").unwrap();
    assert_eq!(tasking.range(), Some((Standing::Meets, Standing::Short)));
    assert_eq!(named(&regions, tasking.met_by()), ["Eastern"]);
    assert_eq!(named(&regions, tasking.gaps.iter().map(|gap| gap.unit)), ["North East", "South East"]);
    assert_eq!(tasking.highest_concern(), Some(Concern::Medium));
    let nobody = regions.questions.iter().find(|it| it.asked.question.id.as_str() == "training.skills").unwrap();
    assert_eq!((nobody.range(), nobody.tally.not_assessed), (None, 3));
}

#[test]
fn of_two_files_of_a_region_the_later_is_taken_and_the_other_named() {
    let framework = Framework::built_in();
    let mut all = country(&framework);
    let mut earlier = of_region(&framework, "eastern", Some(date(2025, 3, 1)), &[("nca.tasking", "not-achieved")]);
    earlier.particulars.unit = String::from("The same unit by another name");
    let undated = of_region(&framework, "eastern", None, &[("nca.tasking", "not-achieved")]);
    all.insert(0, undated);
    all.push(earlier);
    let regions = Regions::of(&sides(&framework, &all));
    assert_eq!(regions.units.len(), 3);
    assert_eq!(regions.units[0].side.assessment.particulars.date, Some(date(2026, 3, 1)));
    let told: Vec<_> = regions
        .left_out
        .iter()
        .map(|it| match it.why {
            WhyLeftOut::Superseded(by) => {
                (it.name.as_str(), it.side.assessment.particulars.date, by.assessment.particulars.date)
            }
            WhyLeftOut::Example => panic!("none is an example"),
        })
        .collect();
    let taken = Some(date(2026, 3, 1));
    assert_eq!(told, [("Eastern", None, taken), ("Eastern", Some(date(2025, 3, 1)), taken)]);
}

#[test]
fn regions_of_the_users_own_are_known_by_their_names() {
    let framework = Framework::built_in();
    let own = |name: &str, number: u32| {
        let mut made = Assessment::new(AssessmentId::new(&format!("test-{number:04}")).unwrap(), &framework);
        name.clone_into(&mut made.particulars.region_name);
        made
    };
    let all = [own("Isles", 1), own(" isles  ", 2), own("", 3), own("", 4), own("Region not named (2)", 5)];
    let regions = Regions::of(&sides(&framework, &all));
    let names: Vec<&str> = regions.units.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(names, ["Isles", "Region not named", "Region not named (3)", "Region not named (2)"]);
    assert_eq!(regions.left_out.len(), 1);
}

#[test]
fn an_example_counts_only_among_examples() {
    let framework = Framework::built_in();
    let mut all = country(&framework);
    all[1].example = true;
    let regions = Regions::of(&sides(&framework, &all));
    assert_eq!((regions.units.len(), regions.example), (2, false));
    assert!(matches!(regions.left_out[0].why, WhyLeftOut::Example));
    for assessment in &mut all {
        assessment.example = true;
    }
    let regions = Regions::of(&sides(&framework, &all));
    assert_eq!((regions.units.len(), regions.example, regions.left_out.len()), (3, true, 0));
}

#[test]
fn the_marking_is_the_highest_of_all_files_also_of_one_that_is_left_out() {
    let framework = Framework::built_in();
    let mut all = country(&framework);
    for assessment in &mut all {
        assessment.particulars.marking = Marking::Official;
    }
    assert_eq!(Regions::of(&sides(&framework, &all)).marking, Marking::Official);
    let mut earlier = of_region(&framework, "eastern", None, &[]);
    earlier.particulars.marking = Marking::OfficialSensitive;
    all.push(earlier);
    assert_eq!(Regions::of(&sides(&framework, &all)).marking, Marking::OfficialSensitive);
}

#[test]
fn files_of_different_versions_are_compared_as_far_as_they_ask_the_same() {
    let (now, then) = (Framework::built_in(), of_2015());
    let mut old = of_region(&then, "north-west", Some(date(2015, 11, 1)), &[("gain.provision", "in-place")]);
    answer(&then, &mut old, "regional-intelligence.provision", "in-place");
    old.write(&id("gain.provision"), Field::Note, String::from("As inspected."));
    let new = country(&now);
    let mut all = sides(&now, &new);
    all.push(Side::new(&then, &old));
    let regions = Regions::of(&all);
    let versions: Vec<_> = regions.frameworks.iter().map(|(it, number)| (it.version.as_str(), *number)).collect();
    assert_eq!(versions, [("2026.1", 3), ("2015.1", 1)]);
    let asked = |question: &str| {
        let spread = regions.questions.iter().find(|it| it.asked.question.id.as_str() == question);
        spread.map(|spread| spread.outcomes.len())
    };
    assert_eq!(asked("gain.provision"), Some(4));
    assert_eq!(asked("nca.tasking"), Some(3));
    assert_eq!(asked("regional-intelligence.force-mapping"), Some(1));
    assert_eq!(asked("gain.tasking"), Some(1), "it is asked where the capability is in place");
    assert_eq!(asked("surveillance.tasking"), None);
}

#[test]
fn the_tenth_version_of_a_year_comes_after_the_ninth() {
    let given = ["2026.9", "2026.10", "2025.12", "draft", "2026.10.1"].map(|version| {
        let mut framework = (*Framework::built_in()).clone();
        version.clone_into(&mut framework.version);
        framework
    });
    let regions = given[0].regions.iter().map(|region| region.id.as_str());
    let files: Vec<_> = given.iter().zip(regions).map(|(it, region)| of_region(it, region, None, &[])).collect();
    let all: Vec<_> = given.iter().zip(&files).map(|(framework, file)| Side::new(framework, file)).collect();
    let regions = Regions::of(&all);
    let versions: Vec<_> = regions.frameworks.iter().map(|(it, _)| it.version.as_str()).collect();
    assert_eq!(versions, ["2026.10.1", "2026.10", "2026.9", "2025.12", "draft"]);
}

#[test]
fn without_a_file_there_is_nothing_and_nothing_breaks() {
    let regions = Regions::of(&[]);
    assert!(regions.units.is_empty() && regions.capabilities.is_empty() && regions.questions.is_empty());
    let report = rocu_self_assessment::report::Report::national(&regions, crate::given::TODAY);
    assert_eq!(report.unit, "0 regions");
}
