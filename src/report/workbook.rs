//! The blank workbook: every question as a paper form, for rooms that no device may enter.

use jiff::civil::Date;

use super::{Block, Fact, Form, FormLevel, Layout, Report, Section, long_date};
use crate::assessment::{Assessment, Marking, guide};
use crate::framework::{Asked, Framework, Question, Topic};

/// The lines that are left for forces where none is known yet.
const LINES_FOR_FORCES: usize = 7;

/// The workbook.
pub(super) fn of(framework: &Framework, assessment: Option<&Assessment>, today: Date) -> Report {
    let included = |topic: &Topic| assessment.is_none_or(|assessment| guide::includes(assessment, topic));
    let forces = assessment.map(Assessment::forces).unwrap_or_default();
    let forces: Vec<String> = match forces {
        [] => vec![String::new(); LINES_FOR_FORCES],
        forces => forces.iter().map(|force| force.name.clone()).collect(),
    };
    let topics = framework.topics().filter(|(_, topic)| included(topic));
    let mut sections = vec![how_to(framework)];
    sections.extend(topics.map(|(part, topic)| sheet(framework, &part.name, topic, &forces)));
    Report { sections, ..cover(framework, assessment, today) }
}

/// The workbook without its sheets.
pub(super) fn cover(framework: &Framework, assessment: Option<&Assessment>, today: Date) -> Report {
    let unit = assessment.map(|assessment| assessment.particulars.unit.trim().to_owned()).unwrap_or_default();
    Report {
        title: String::from("Blank workbook"),
        marking: Marking::Official.words().into(),
        example: false,
        unit: if unit.is_empty() { String::from("Unit:") } else { unit.clone() },
        edition: format!("questions {}, printed {}", framework.version, long_date(today)),
        front: front(framework, unit),
        sections: Vec::new(),
    }
}

fn front(framework: &Framework, unit: String) -> Vec<Fact> {
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    vec![
        fact(
            "Security classification",
            String::from(
                "OFFICIAL while blank. Once filled in, treat it as OFFICIAL-SENSITIVE unless your security adviser decides otherwise.",
            ),
        ),
        fact("Unit", unit),
        fact("Filled in by (role)", String::new()),
        fact("Period assessed", String::new()),
        fact("Date", String::new()),
        fact("Framework", format!("{}, version {}", framework.name, framework.version)),
    ]
}

fn how_to(framework: &Framework) -> Section {
    let reasons = framework.not_applicable.iter().map(|reason| reason.text.clone());
    Section {
        id: "how-to".into(),
        title: "How to use this workbook".into(),
        layout: Layout::Flow,
        blocks: vec![
            Block::List(vec![
                String::from(
                    "Tick one level for each question. Leave a question blank rather than guess: not assessed is never the same as falling short.",
                ),
                String::from(
                    "Write down the documents or facts that show the level. No names, operation names, numbers of sources or undercover officers, equipment or tactics.",
                ),
                String::from(
                    "Enter the answers in the tool afterwards. The short name beside each question, typed into Search, finds it there.",
                ),
            ]),
            Block::Heading(String::from("If a question does not apply, write why")),
            Block::List(reasons.collect()),
        ],
    }
}

fn sheet(framework: &Framework, part: &str, topic: &Topic, forces: &[String]) -> Section {
    let form = |question: &Question| {
        let scale = framework.scale_of(question);
        let levels = scale.levels.iter().map(|level| FormLevel {
            name: level.name.clone(),
            statement: question.statements.get(&level.id).cloned().unwrap_or_default(),
            asks: level.asks.clone(),
        });
        let only_when = question.shown_when.as_ref().and_then(|shown| {
            let Asked { question: earlier, scale, .. } = framework.question(&shown.question)?;
            let names: Vec<&str> =
                shown.levels.iter().filter_map(|level| scale.level(level)).map(|level| level.name.as_str()).collect();
            Some(format!("Answer this only if “{}” is: {}.", earlier.text, names.join(", or ").to_lowercase()))
        });
        let help = Some(question.help.clone()).filter(|help| !help.is_empty());
        Block::Form(Box::new(Form {
            question: question.id.clone(),
            asked: question.text.clone(),
            help: only_when.into_iter().chain(help).collect(),
            levels: levels.collect(),
            forces: if scale.force_by_force { forces.to_vec() } else { Vec::new() },
            prompts: question.prompts.clone(),
        }))
    };
    let mut blocks = vec![Block::Paragraph(format!("{part}. {}", topic.summary))];
    blocks.extend(topic.questions.iter().map(form));
    Section { id: topic.id.to_string().into(), title: topic.name.clone().into(), layout: Layout::OwnSheet, blocks }
}
