//! Assessments made as a user makes them, in one line each.

use std::fmt::Debug;
use std::rc::Rc;

use jiff::civil::{Date, date};
use rocu_self_assessment::assessment::{Assessment, AssessmentId, Progress};
use rocu_self_assessment::comparison::Side;
use rocu_self_assessment::framework::{Framework, QuestionId};
use rocu_self_assessment::report::{Block, Report, Section, Table};

/// The day on which everything here is printed.
pub(crate) const TODAY: Date = date(2026, 3, 31);

/// An id.
pub(crate) fn id<'a, T: TryFrom<&'a str>>(text: &'a str) -> T
where
    T::Error: Debug,
{
    T::try_from(text).unwrap()
}

/// Questions and the levels chosen; `n/a` sets a question aside.
pub(crate) type Answers<'a> = &'a [(&'a str, &'a str)];

/// An assessment of the North East with these answers, every force answering alike.
pub(crate) fn assessment(framework: &Framework, answers: Answers<'_>) -> Assessment {
    let mut assessment = Assessment::new(AssessmentId::new("test-0001").unwrap(), framework);
    assessment.particulars.choose(framework.region(&id("north-east")).unwrap());
    for (question, level) in answers {
        answer(framework, &mut assessment, question, level);
    }
    assessment
}

/// Answers a question for the whole region, or for every force alike.
pub(crate) fn answer(framework: &Framework, assessment: &mut Assessment, question: &str, level: &str) {
    let question: QuestionId = id(question);
    if level == "n/a" {
        assessment.set_aside(&question, framework.not_applicable[0].id.clone());
    } else if framework.question(&question).unwrap().scale.force_by_force {
        for force in assessment.forces().to_vec() {
            assessment.commit(&question, force.id, id(level));
        }
    } else {
        assessment.choose(&question, id(level));
    }
}

/// Plans an action for a gap.
pub(crate) fn plan(assessment: &mut Assessment, question: &str, text: &str, due: Option<Date>, progress: Progress) {
    assessment.plan(&id(question));
    let action = assessment.actions.last().unwrap().id;
    assessment.replan(action, |action| {
        text.clone_into(&mut action.text);
        action.due = due;
        action.progress = progress;
    });
}

/// An assessment of a region of the framework, of that date.
pub(crate) fn of_region(framework: &Framework, region: &str, day: Option<Date>, answers: Answers<'_>) -> Assessment {
    let mut made = assessment(framework, &[]);
    made.particulars.choose(framework.region(&id(region)).unwrap());
    made.particulars.date = day;
    for (question, level) in answers {
        answer(framework, &mut made, question, level);
    }
    made
}

/// Sides against one framework.
pub(crate) fn sides<'a>(framework: &'a Framework, assessments: &'a [Assessment]) -> Vec<Side<'a>> {
    assessments.iter().map(|assessment| Side::new(framework, assessment)).collect()
}

/// The framework of 2015.
pub(crate) fn of_2015() -> Rc<Framework> {
    Framework::built_ins().swap_remove(1)
}

/// A chapter of a report.
pub(crate) fn section<'a>(report: &'a Report, id: &str) -> &'a Section {
    report.sections.iter().find(|section| section.id == id).unwrap()
}

/// The tables of a chapter.
pub(crate) fn tables(section: &Section) -> Vec<&Table> {
    let tables = section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

/// The rows of a table as words.
pub(crate) fn rows(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

/// The first list of a chapter.
pub(crate) fn sentences(section: &Section) -> Vec<&str> {
    let list = section.blocks.iter().find_map(|block| match block {
        Block::List(sentences) => Some(sentences.iter().map(String::as_str).collect()),
        _ => None,
    });
    list.unwrap()
}
