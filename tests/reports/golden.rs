//! The files of one small assessment, and the rows of the worked example, as they were read and found right.
//!
//! After a change that is meant, `BLESS=1 cargo test --test reports` writes them again; read what
//! changed before it is committed.

use jiff::civil::date;
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, AssessmentId, Progress};
use rocu_self_assessment::framework::{Concern, Framework};
use rocu_self_assessment::report::{Report, sheet};
use rocu_self_assessment::{export, saved};

use crate::compared::compare;
use crate::made::{TODAY, answer, id, overrule, plan};

const FRAMEWORK: &str = include_str!("../golden/framework.json");

/// A region with one gap of each kind: planned for, accepted, overruled, and one force not asked.
fn small(framework: &Framework) -> Assessment {
    let mut assessment = Assessment::new(AssessmentId::new("coast-2026").unwrap(), framework);
    assessment.example = true;
    let particulars = &mut assessment.particulars;
    particulars.choose(&framework.regions[0]);
    particulars.period = String::from("April 2025 to March 2026");
    particulars.version = String::from("1.0");
    particulars.date = Some(date(2026, 3, 5));
    particulars.lead = String::from("Head of the unit");
    particulars.contributors = String::from("Leads of capabilities & of forces");
    particulars.disclosure = String::from("No: section 31 (law enforcement)");
    answer(framework, &mut assessment, "undercover.provision", "in-place");
    assessment.commit(&id("undercover.commitment"), id("bay"), id("committed"));
    assessment.commit(&id("undercover.commitment"), id("cliff"), id("keeps-own"));
    assessment.write(
        &id("undercover.commitment"),
        Field::Evidence,
        String::from("- Agreement of 2024\n- Minutes, \"item 4\""),
    );
    plan(
        &mut assessment,
        "undercover.commitment",
        "Agree terms with Cliff.",
        Some(date(2026, 3, 1)),
        Progress::UnderWay,
    );
    answer(framework, &mut assessment, "surveillance.provision", "missing");
    assessment.write(&id("surveillance.provision"), Field::Note, String::from("=SUM(A1:A9) is not a sum here"));
    answer(framework, &mut assessment, "cyber-crime.pursue", "partly");
    overrule(&mut assessment, "cyber-crime.pursue", Concern::Medium, "The threat is rising.");
    answer(framework, &mut assessment, "cyber-crime.protect", "not");
    assessment.accept(&id("cyber-crime.protect"), String::from("A national campaign does it."));
    assessment
}

#[test]
fn the_files_of_a_small_assessment_are_as_they_were_found_right() {
    let framework = Framework::read(FRAMEWORK).unwrap();
    let assessment = small(&framework);
    let report = Report::of(&framework, &assessment, TODAY);
    compare("gap-summary.html", &export::html(&report));
    compare("gap-summary.json", &export::json(&report));
    compare("answers.csv", &export::csv(&sheet::answers(&framework, &assessment)));
    compare("gaps-and-actions.csv", &export::csv(&sheet::gaps_and_actions(&framework, &assessment, TODAY)));
    compare("commitment.csv", &export::csv(&sheet::commitment(&framework, &assessment)));
    compare("heat-map.csv", &export::csv(&sheet::heat_map(&report)));
}

/// The worked example.
pub(crate) fn example(framework: &Framework) -> Assessment {
    let example = include_str!("../../static/framework/example.rocu.json");
    saved::open(example.as_bytes(), framework).unwrap().assessment
}

#[test]
fn the_rows_of_the_worked_example_are_as_they_were_found_right() {
    let framework = Framework::built_in();
    let assessment = example(&framework);
    compare("example-answers.csv", &export::csv(&sheet::answers(&framework, &assessment)));
    compare("example-gaps-and-actions.csv", &export::csv(&sheet::gaps_and_actions(&framework, &assessment, TODAY)));
}
