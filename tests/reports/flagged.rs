//! The chapter of what is to be discussed.

use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::{Block, Report};

use crate::gaps::section;
use crate::made::{TODAY, answer, blank, id};

#[test]
fn where_nothing_is_flagged_there_is_no_such_chapter() {
    let framework = Framework::built_in();
    let report = Report::of(&framework, &blank(&framework), TODAY);
    assert!(report.sections.iter().all(|section| section.id != "flagged"));
}

#[test]
fn what_is_flagged_is_listed_with_its_answer_so_far_and_counted_in_a_sentence() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    assessment.flag(id("undercover.provision"), true);
    let sentence = |assessment: &_| {
        let report = Report::of(&framework, assessment, TODAY);
        match section(&report, "flagged").blocks.as_slice() {
            [Block::Paragraph(sentence), Block::Table(table)] => (sentence.clone(), table.rows.clone()),
            other => panic!("a sentence and a table are expected, not {other:?}"),
        }
    };
    let (one, rows) = sentence(&assessment);
    assert_eq!(one, "1 question is to be discussed before the answers are final.");
    assert_eq!(rows[0][2].text, "– Not assessed");
    answer(&framework, &mut assessment, "gain.provision", "in-place");
    answer(&framework, &mut assessment, "gain.commitment", "keeps-own");
    answer(&framework, &mut assessment, "nca.tasking", "partly-achieved");
    assessment.write(&id("nca.tasking"), Field::Note, String::from(" The leads disagree. "));
    assessment.set_aside(&id("training.skills"), id("no-demand"));
    for question in ["gain.commitment", "nca.tasking", "training.skills"] {
        assessment.flag(id(question), true);
    }
    let (four, rows) = sentence(&assessment);
    assert_eq!(four, "4 questions are to be discussed before the answers are final.");
    let found: Vec<_> =
        rows.iter().map(|row| [row[0].text.as_str(), row[2].text.as_str(), row[3].text.as_str()]).collect();
    let name = |topic: &str| framework.topic(&id(topic)).unwrap().1.name.clone();
    let [undercover, gain, nca, training] = ["undercover", "gain", "nca", "training"].map(name);
    assert_eq!(
        found,
        [
            [gain.as_str(), "○ Falls short (force by force)", ""],
            [&undercover, "– Not assessed", ""],
            [&nca, "◐ Partly achieved", "The leads disagree."],
            [&training, "Not applicable", ""],
        ]
    );
}
