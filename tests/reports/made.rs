//! Assessments made as a user makes them.

#![expect(clippy::unwrap_used, reason = "what is missing here is a failed test")]

use std::fmt::Debug;

use jiff::civil::{Date, date};
use rocu_self_assessment::assessment::edit::Field;
use rocu_self_assessment::assessment::{Assessment, AssessmentId, OverruledConcern, Progress, Unknown, guide};
use rocu_self_assessment::framework::{Concern, Framework, LevelId, QuestionId};

/// The day on which everything here is printed.
pub(crate) const TODAY: Date = date(2026, 3, 31);

/// An id.
pub(crate) fn id<'a, T: TryFrom<&'a str>>(text: &'a str) -> T
where
    T::Error: Debug,
{
    T::try_from(text).unwrap()
}

/// An assessment of the North East in which nothing is answered.
pub(crate) fn blank(framework: &Framework) -> Assessment {
    let mut assessment = Assessment::new(AssessmentId::new("test-0001").unwrap(), framework);
    let region = framework.regions.iter().find(|region| region.forces.len() == 3).unwrap();
    assessment.particulars.choose(region);
    assessment
}

/// Answers a question for the whole region, or for every force alike.
pub(crate) fn answer(framework: &Framework, assessment: &mut Assessment, question: &str, level: &str) {
    let question: QuestionId = id(question);
    if framework.question(&question).unwrap().scale.force_by_force {
        for force in assessment.forces().to_vec() {
            assessment.commit(&question, force.id, id(level));
        }
    } else {
        assessment.choose(&question, id(level));
    }
}

/// An action with every field filled.
pub(crate) fn plan(assessment: &mut Assessment, question: &str, text: &str, due: Option<Date>, progress: Progress) {
    assessment.plan(&id(question));
    let action = assessment.actions.last().unwrap().id;
    assessment.replan(action, |action| {
        action.text = String::from(text);
        action.owner = String::from("Head of capability");
        action.resources = String::from("Two posts");
        action.due = due;
        action.progress = progress;
    });
}

/// Sets the concern of a gap in place of the rule.
pub(crate) fn overrule(assessment: &mut Assessment, question: &str, concern: Concern, reason: &str) {
    let overruled = OverruledConcern { concern, reason: reason.to_owned(), unknown: Unknown::new() };
    assessment.overrule(&id(question), Some(overruled));
}

/// Leaves a file in the target folder for whoever wants to look at it.
pub(crate) fn keep(name: &str, text: &str) {
    std::fs::write(format!("{}/{name}", env!("CARGO_TARGET_TMPDIR")), text).unwrap();
}

/// An assessment with every topic switched on and every question answered, the levels by turns; every
/// fifth question set aside, every third gap planned for, every seventh accepted.
pub(crate) fn full(framework: &Framework, forces: usize) -> Assessment {
    let mut assessment = blank(framework);
    let all = framework.regions.iter().flat_map(|region| &region.forces);
    assessment.particulars.forces = all.take(forces).cloned().collect();
    assessment.particulars.version = String::from("0.3");
    for (_, topic) in framework.topics() {
        assessment.switch(topic.id.clone(), true);
    }
    let mut turn = 0;
    while let Some(question) = guide::next_open(framework, &assessment, None) {
        turn += 1;
        answer_by_turns(framework, &mut assessment, &question, turn);
        let text = "The regional threat assessment of 2025 and its action plan, reviewed each quarter by the board.";
        assessment.write(&question, Field::Evidence, text.to_owned());
        if turn % 3 == 0 {
            plan(&mut assessment, question.as_str(), "Agree a plan.", Some(date(2026, 1, 31)), Progress::UnderWay);
        }
        if turn % 7 == 0 {
            assessment.accept(&question, String::from("The cost is out of proportion to the risk."));
        }
    }
    assessment
}

fn answer_by_turns(framework: &Framework, assessment: &mut Assessment, question: &QuestionId, turn: usize) {
    let asked = framework.question(question).unwrap();
    let levels: Vec<LevelId> = asked.scale.levels.iter().map(|level| level.id.clone()).collect();
    if turn.is_multiple_of(5) && !asked.question.id.as_str().ends_with(".provision") {
        let reason = framework.not_applicable[turn % framework.not_applicable.len()].id.clone();
        assessment.set_aside(question, reason);
    } else if asked.scale.force_by_force {
        for (at, force) in assessment.forces().to_vec().into_iter().enumerate() {
            assessment.commit(question, force.id, levels[(turn + at) % levels.len()].clone());
        }
    } else {
        assessment.choose(question, levels[(turn * 5 / 3) % levels.len()].clone());
    }
}
