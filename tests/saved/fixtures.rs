//! Every file that was ever written opens, and says what a reader expects.

use jiff::civil::date;
use rocu_self_assessment::assessment::{ActionId, Aim, Choice, Marking, Progress, edit::Field};
use rocu_self_assessment::framework::{Concern, QuestionId};
use rocu_self_assessment::saved::{self, Remark};
use serde_json::{Value, json};

use crate::small::{COMPLETE, FROM_THE_FUTURE, content, id, opened};

fn question(text: &str) -> QuestionId {
    id(text)
}

#[test]
fn the_particulars_of_a_complete_file_are_read() {
    let opened = opened(COMPLETE);
    assert_eq!(opened.remarks, []);
    let assessment = opened.assessment;
    assert_eq!(assessment.id.as_str(), "7f3e9a1c-5b2d-4e8f-9a6b-0c1d2e3f4a5b");
    assert_eq!(assessment.framework, (id("rocu"), "2026.1".to_owned()));
    assert!(assessment.example);
    assert!(assessment.unknown.is_empty());
    let particulars = &assessment.particulars;
    assert_eq!(particulars.region, Some(id("west-midlands")));
    assert_eq!(particulars.region_name, "West Midlands");
    assert_eq!(particulars.unit, "Regional Organised Crime Unit for the West Midlands");
    let forces: Vec<_> = particulars.forces.iter().map(|force| (force.id.as_str(), force.name.as_str())).collect();
    assert_eq!(forces[2], ("west-mercia", "West Mercia Police"));
    assert_eq!(forces.len(), 4);
    assert_eq!(particulars.period, "April 2025 to March 2026");
    assert_eq!(particulars.version, "Draft 3");
    assert_eq!(particulars.date, Some(date(2026, 3, 31)));
    assert_eq!(particulars.lead, "Head of unit");
    assert_eq!(particulars.contributors, "Capability leads; one lead for each force");
    assert_eq!(particulars.marking, Marking::Official);
    assert_eq!(particulars.disclosure, "Exempt in part: section 31");
    assert_eq!(particulars.review, Some(date(2026, 9, 30)));
}

#[test]
fn the_answers_of_a_complete_file_are_read() {
    let assessment = opened(COMPLETE).assessment;
    assert_eq!(assessment.switched_on, [id("fraud")].into());
    assert_eq!(assessment.answers.len(), 4);
    let provision = assessment.answer(&question("undercover.provision"));
    assert_eq!(provision.level(), Some(&id("elsewhere")));
    assert_eq!(provision.detail, "The neighbouring unit, under an agreement of 2024");
    assert_eq!(provision.evidence, "Agreement, signed by both chief officers");
    assert_eq!(provision.note, "First line.\nSecond line: “quoted”, naïve, 日本語, 🚓.");
    let commitment = assessment.answer(&question("undercover.commitment"));
    assert_eq!(commitment.level_of(&id("west-mercia")), Some(&id("keeps-own")));
    assert_eq!(commitment.level_of(&id("staffordshire")), Some(&id("committed")));
    assert_eq!(commitment.evidence, "Section 22A agreement");
    let fraud = assessment.answer(&question("fraud.provision"));
    assert_eq!(fraud.not_applicable(), Some(&id("no-demand")));
    assert_eq!(fraud.note, "Covered by the national lead force.");
    let open = assessment.answer(&question("fraud.specialists"));
    assert_eq!((&open.choice, open.evidence.as_str()), (&None, "To be gathered before anything is chosen."));
}

#[test]
fn the_decisions_of_a_complete_file_are_read() {
    let assessment = opened(COMPLETE).assessment;
    let ids: Vec<_> = assessment.actions.iter().map(|action| action.id).collect();
    assert_eq!(ids, [ActionId(1), ActionId(4), ActionId(2)], "actions stay in the order in which they were written");
    let first = &assessment.actions[0];
    assert_eq!(first.question, question("undercover.commitment"));
    assert_eq!(first.text, "Agree with West Mercia how its own unit is tasked.");
    assert_eq!(first.owner, "Head of unit");
    assert_eq!(first.resources, "Two meetings; no cost");
    assert_eq!(first.due, Some(date(2026, 6, 30)));
    assert_eq!(first.progress, Progress::UnderWay);
    assert_eq!(assessment.actions[1].progress, Progress::Done);
    assert_eq!((assessment.actions[2].progress, assessment.actions[2].due), (Progress::NotStarted, None));
    let accepted = &assessment.accepted[&question("fraud.provision")];
    assert_eq!(accepted.reason, "The regional board decided so in January 2026.");
    assert_eq!(assessment.accepted[&question("undercover.commitment")].reason, "");
    assert_eq!(assessment.overruled(&question("undercover.commitment")), Some(Concern::High));
    assert_eq!(assessment.overruled[&question("undercover.commitment")].reason, "The duplication costs a team.");
    assert_eq!(assessment.overruled(&question("undercover.provision")), Some(Concern::Low));
    let aims = assessment.targets.iter().map(|(topic, target)| (topic.as_str(), target.aim, target.reason.as_str()));
    let expected = [("fraud", Aim::Higher, ""), ("undercover", Aim::Lower, "One force joins next year.")];
    assert_eq!(aims.collect::<Vec<_>>(), expected);
}

#[test]
fn a_complete_file_is_saved_as_it_was() {
    let saved = saved::save(&opened(COMPLETE).assessment);
    assert_eq!(content(&saved), content(COMPLETE));
    assert!(saved.ends_with("}\n"));
}

#[test]
fn the_digest_of_what_is_signed_off_is_what_other_tools_make_of_the_file() {
    // Another program read the file, sorted its keys, wrote it without spaces and took the SHA-256.
    let expected = "29eda8639206b822266b03fd046ec0dccac2db526fa96db244ea421f65b4a90b";
    assert_eq!(saved::digest(&opened(COMPLETE).assessment).hex(), expected);
}

#[test]
fn what_is_known_is_read_from_a_file_of_the_future() {
    let assessment = opened(FROM_THE_FUTURE).assessment;
    assert_eq!(assessment.framework.1, "2031.2", "the version that it was made against stays");
    assert_eq!(assessment.particulars.marking, Marking::OfficialSensitive, "a file that says nothing has the safe one");
    let provision = assessment.answer(&question("undercover.provision"));
    assert_eq!((provision.level(), provision.note.as_str()), (Some(&id("world-class")), "Kept."));
    let commitment = assessment.answer(&question("undercover.commitment"));
    let Some(Choice::ByForce(levels)) = &commitment.choice else { panic!("{commitment:?}") };
    let levels: Vec<_> = levels.iter().map(|(force, level)| (force.as_str(), level.as_str())).collect();
    assert_eq!(levels, [("atlantis", "keeps-own"), ("mercia", "half"), ("staffordshire", "committed")]);
    assert_eq!(assessment.answer(&question("fraud.provision")).not_applicable(), Some(&id("robots-do-it")));
    let both = assessment.answer(&question("fraud.specialists"));
    assert_eq!((&both.choice, both.evidence.as_str()), (&None, "Both were given."), "nobody guesses which was meant");
    assert!(assessment.answers.contains_key(&question("quantum.provision")));
    assert_eq!(assessment.answers.len(), 5);
    let actions: Vec<_> = assessment.actions.iter().map(|action| (action.id.0, action.text.as_str())).collect();
    assert_eq!(actions, [(1, "First."), (4, "Second of the same id."), (3, "")]);
    assert_eq!(assessment.actions[2].due, None);
    assert_eq!(assessment.accepted.len(), 1);
    assert_eq!(assessment.overruled.len(), 1);
}

#[test]
fn everything_that_is_not_known_in_a_file_of_the_future_is_remarked_upon_once() {
    let field = |key: &str| Remark::UnknownField { key: key.to_owned() };
    let unreadable = |key: &str| Remark::Unreadable { key: key.to_owned() };
    let topic = |topic: &str| Remark::UnknownTopic { topic: topic.to_owned() };
    let unknown_question = |question: &str| Remark::UnknownQuestion { question: question.to_owned() };
    let commitment = question("undercover.commitment");
    let force = |force: &str| Remark::UnknownForce { question: commitment.clone(), force: force.to_owned() };
    let level = |question: QuestionId, level: &str| Remark::UnknownLevel { question, level: level.to_owned() };
    let mut expected = vec![
        Remark::OtherFrameworkVersion { found: "2031.2".to_owned(), current: "2026.1".to_owned() },
        Remark::UnknownRegion { region: "greater-anglia".to_owned() },
        topic("quantum"),
        topic("Not An Id"),
        unreadable("switched_on[2]"),
        level(question("undercover.provision"), "world-class"),
        force("atlantis"),
        level(commitment.clone(), "half"),
        force("Bad Force"),
        unreadable("answers.undercover.commitment.forces.west-mercia"),
        Remark::UnknownReason { question: question("fraud.provision"), reason: "robots-do-it".to_owned() },
        Remark::SeveralChoices { question: question("fraud.specialists") },
        unknown_question("quantum.provision"),
        unknown_question("Quantum Readiness"),
        unreadable("answers.undercover.shape"),
        Remark::ActionRenumbered { from: ActionId(1), to: ActionId(4) },
        Remark::ActionForUnknownQuestion { action: ActionId(4), question: question("quantum.provision") },
        unreadable("actions[1].progress"),
        unreadable("actions[2]"),
        unreadable("actions[3].due"),
        unreadable("accepted.undercover.provision"),
        unreadable("overruled.undercover.provision"),
        field("framework.checksum"),
        field("particulars.classification_reason"),
        field("particulars.forces.*.merged_into"),
        field("answers.*.confidence"),
        field("actions.*.priority"),
        field("accepted.*.approved_by"),
        field("overruled.*.weight"),
        field("history"),
        field("abstract"),
    ];
    let mut remarks = opened(FROM_THE_FUTURE).remarks;
    remarks.sort();
    expected.sort();
    assert_eq!(remarks, expected);
}

#[test]
fn a_file_of_the_future_loses_nothing_when_it_is_saved() {
    let saved = saved::save(&opened(FROM_THE_FUTURE).assessment);
    let mut expected = content(FROM_THE_FUTURE);
    // What changes: the marking is said, the second A1 has an id of its own, a set is in the order
    // of its ids, and what could not be read stands after what could.
    expected["particulars"]["marking"] = json!("OFFICIAL-SENSITIVE");
    expected["actions"][1]["id"] = json!("A4");
    expected["actions"].as_array_mut().expect("a list").swap(2, 3);
    expected["switched_on"] = json!(["fraud", "quantum", "Not An Id", 7]);
    assert_eq!(content(&saved), expected);
    let again = opened(&saved);
    assert_eq!(saved::save(&again.assessment), saved);
}

#[test]
fn unknown_fields_keep_their_order() {
    let saved = content(&saved::save(&opened(FROM_THE_FUTURE).assessment));
    let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&saved)[keys(&saved).len() - 3..], ["$schema", "history", "abstract"]);
    assert_eq!(keys(&saved["particulars"]["classification_reason"]), ["zeta", "alpha"]);
}

#[test]
fn a_choice_of_the_user_settles_what_could_not_be_decided() {
    let mut assessment = opened(FROM_THE_FUTURE).assessment;
    let specialists = question("fraud.specialists");
    assessment.choose(&specialists, id("not-in-place"));
    let saved = saved::save(&assessment);
    let expected = json!({ "level": "not-in-place", "evidence": "Both were given." });
    assert_eq!(content(&saved)["answers"]["fraud.specialists"], expected);
    let again = opened(&saved);
    assert_eq!(again.assessment.answer(&specialists).level(), Some(&id("not-in-place")));
    assert!(!again.remarks.contains(&Remark::SeveralChoices { question: specialists }));
}

#[test]
fn forces_left_unread_stay_beside_the_forces_that_the_user_answers_for() {
    let mut assessment = opened(FROM_THE_FUTURE).assessment;
    let commitment = question("undercover.commitment");
    assessment.commit(&commitment, id("west-mercia"), id("committed"));
    let saved = content(&saved::save(&assessment));
    let expected = json!({
        "atlantis": "keeps-own",
        "mercia": "half",
        "staffordshire": "committed",
        "west-mercia": "committed",
        "Bad Force": "committed",
    });
    assert_eq!(saved["answers"]["undercover.commitment"]["forces"], expected, "what the user says replaces the 3");
}

#[test]
fn a_field_that_could_not_be_read_stays_until_the_user_writes_it() {
    let mut assessment = opened(FROM_THE_FUTURE).assessment;
    assert_eq!(content(&saved::save(&assessment))["actions"][2]["due"], "Michaelmas");
    assessment.replan(ActionId(3), |action| action.due = Some(date(2031, 9, 29)));
    assert_eq!(content(&saved::save(&assessment))["actions"][2]["due"], "2031-09-29");
}

#[test]
fn the_unknown_fields_of_a_force_go_with_it() {
    let mut assessment = opened(FROM_THE_FUTURE).assessment;
    assessment.particulars.forces.reverse();
    let forces = content(&saved::save(&assessment))["particulars"]["forces"].clone();
    assert_eq!(forces[1]["merged_into"], "mercia");
    assessment.particulars.forces.truncate(1);
    let saved = saved::save(&assessment);
    assert_eq!(content(&saved)["particulars"]["forces"], json!([{ "id": "mercia", "name": "Mercia Police" }]));
}

#[test]
fn what_is_blank_is_left_out() {
    let mut assessment = opened(COMPLETE).assessment;
    let specialists = question("fraud.specialists");
    assessment.write(&specialists, Field::Evidence, String::new());
    assessment.example = false;
    let saved = content(&saved::save(&assessment));
    assert_eq!(saved["answers"].get("fraud.specialists"), None);
    assert_eq!(saved.get("example"), None);
    assert_eq!(saved["actions"][2], json!({ "id": "A2", "question": "undercover.provision" }));
    assert_eq!(saved["answers"]["undercover.commitment"].get("note"), None);
}

#[test]
fn flags_that_are_not_known_are_remarked_upon_and_kept() {
    let mut file = content(COMPLETE);
    file["flagged"] = json!(["undercover.provision", "quantum.provision", "Not An Id", 7]);
    let opened = opened(&file.to_string());
    let mut flagged = opened.assessment.flagged.iter().map(QuestionId::as_str);
    assert!(flagged.by_ref().eq(["quantum.provision", "undercover.provision"]));
    let mut remarks = opened.remarks;
    remarks.sort();
    let unknown = |question: &str| Remark::UnknownQuestion { question: question.to_owned() };
    let unreadable = Remark::Unreadable { key: "flagged[3]".to_owned() };
    assert_eq!(remarks, [unknown("Not An Id"), unknown("quantum.provision"), unreadable]);
    let mut assessment = opened.assessment;
    assessment.flag(question("undercover.provision"), false);
    assert_eq!(content(&saved::save(&assessment))["flagged"], json!(["quantum.provision", "Not An Id", 7]));
}

#[test]
fn a_null_says_nothing() {
    let mut file = content(COMPLETE);
    file["answers"]["undercover.provision"]["level"] = Value::Null;
    file["answers"]["undercover.provision"]["not_applicable"] = json!("no-demand");
    file["actions"][0]["due"] = Value::Null;
    file["particulars"]["date"] = Value::Null;
    let opened = opened(&file.to_string());
    assert_eq!(opened.remarks, []);
    let provision = opened.assessment.answer(&question("undercover.provision"));
    assert_eq!(provision.not_applicable(), Some(&id("no-demand")));
    assert_eq!((opened.assessment.actions[0].due, opened.assessment.particulars.date), (None, None));
}

#[test]
fn an_answer_of_the_other_kind_is_kept_and_remarked_upon() {
    let mut file = content(COMPLETE);
    file["answers"]["undercover.commitment"] = json!({ "level": "committed" });
    file["answers"]["undercover.provision"] = json!({ "forces": { "staffordshire": "in-place" } });
    let opened = opened(&file.to_string());
    let other = |text: &str| Remark::OtherKindOfAnswer { question: question(text) };
    assert_eq!(opened.remarks, [other("undercover.commitment"), other("undercover.provision")]);
    assert_eq!(content(&saved::save(&opened.assessment)), file);
}
