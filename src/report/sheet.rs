//! The tables behind the report, for spreadsheets: a row a question, a row a gap, and the matrices.

use jiff::civil::Date;

use super::{ActionLine, Cell, Report, Table, commitment, gaps};
use crate::analysis::{Analysis, Finding, Outcome};
use crate::assessment::plan::Column;
use crate::assessment::{Action, Assessment};
use crate::framework::Framework;

/// One row for each question that is asked.
#[must_use]
pub fn answers(framework: &Framework, assessment: &Assessment) -> Table {
    let columns = [
        "Part",
        "Topic",
        Column::Question.head(),
        "Question",
        "Theme",
        "Answer",
        "Standing",
        "Detail",
        "Evidence",
        "Note",
        "Concern",
    ];
    let analysis = Analysis::of(framework, assessment);
    let rows = analysis.findings.iter().map(|finding| {
        let asked = finding.asked;
        let question = asked.question;
        let answer = assessment.answer(&question.id);
        let gap = analysis.gaps.iter().find(|gap| gap.asked.question.id == question.id);
        let theme = framework.themes.iter().find(|theme| theme.id == question.theme);
        let texts = [
            asked.part.name.clone(),
            asked.topic.name.clone(),
            question.id.to_string(),
            question.text.clone(),
            theme.map(|theme| theme.name.clone()).unwrap_or_default(),
            chosen(&analysis, finding),
            standing(finding).to_owned(),
            answer.asked_detail(asked.scale).to_owned(),
            answer.evidence.clone(),
            answer.note.clone(),
            gap.map(|gap| gap.concern.word().to_owned()).unwrap_or_default(),
        ];
        texts.map(Cell::text).into()
    });
    Table { caption: String::from("All answers"), columns: columns.map(str::to_owned).into(), rows: rows.collect() }
}

/// The word of its standing, or the words that say why it has none.
fn standing(finding: &Finding<'_>) -> &'static str {
    match finding.outcome {
        // Shown and never counted, so that the counts of this column are those of the report.
        _ if finding.asked.part.judgment => "Own judgment",
        Outcome::NotAssessed => "Not assessed",
        Outcome::NotApplicable => "Not applicable",
        Outcome::Assessed(standing) => standing.word(),
    }
}

/// What was chosen: a level, the level of each force that answered, or why the question was set aside.
pub(super) fn chosen(analysis: &Analysis<'_>, finding: &Finding<'_>) -> String {
    let scale = finding.asked.scale;
    let answer = analysis.assessment.answer(&finding.asked.question.id);
    if let Some(reason) = answer.not_applicable() {
        return analysis.framework.reason(reason).map(|reason| reason.text.clone()).unwrap_or_default();
    }
    if !scale.force_by_force {
        return answer.level().and_then(|level| scale.level(level)).map(|level| level.name.clone()).unwrap_or_default();
    }
    let named = |force: &crate::framework::Force| {
        let level = scale.level(answer.level_of(&force.id)?)?;
        Some(format!("{}: {}", force.name, level.name))
    };
    analysis.assessment.forces().iter().filter_map(named).collect::<Vec<_>>().join("; ")
}

/// One row for each action, and one for each gap without any, in the order of the report: the actions whose
/// gap has closed come last.
#[must_use]
pub fn gaps_and_actions(framework: &Framework, assessment: &Assessment, today: Date) -> Table {
    let columns = [
        "No.",
        "Concern",
        "Topic",
        Column::Question.head(),
        "Question",
        "Answer",
        "Standing",
        "Why it ranks here",
        "Evidence",
        "Note",
        "Accepted because",
        Column::Action.head(),
        Column::Text.head(),
        Column::Owner.head(),
        Column::Due.head(),
        Column::Resources.head(),
        Column::Status.head(),
        "Overdue",
    ];
    let analysis = Analysis::of(framework, assessment);
    let mut rows = Vec::new();
    for gap in gaps::entries(&analysis, today) {
        let start = [
            Cell::number(gap.number),
            Cell::text(gap.concern.word()),
            Cell::text(gap.topic),
            Cell::text(gap.question.as_str()),
            Cell::text(gap.asked),
            Cell::text(gap.answered),
            Cell::text(gap.standing.word()),
            Cell::text(gap.because),
            Cell::text(gap.evidence),
            Cell::text(gap.note),
            Cell::text(gap.accepted.unwrap_or_default()),
        ];
        if gap.actions.is_empty() {
            let blank = std::iter::repeat_with(Cell::default).take(columns.len() - start.len());
            rows.push(start.iter().cloned().chain(blank).collect());
        }
        for action in gap.actions {
            rows.push(start.iter().cloned().chain(of_action(action)).collect());
        }
    }
    for action in analysis.actions_of_closed_gaps() {
        let start = of_closed_gap(&analysis, action);
        rows.push(start.into_iter().chain(of_action(gaps::line(action, today))).collect());
    }
    Table { caption: String::from("Gaps and actions"), columns: columns.map(str::to_owned).into(), rows }
}

/// What is said of an action.
fn of_action(action: ActionLine) -> [Cell; 7] {
    [
        Cell::text(action.id),
        Cell::text(action.text),
        Cell::text(action.owner),
        Cell::date(action.due),
        Cell::text(action.resources),
        Cell::text(action.progress),
        Cell::text(if action.overdue { "Overdue" } else { "" }),
    ]
}

/// What is said of the question of an action whose gap has closed. As it is no gap, it has neither a number nor
/// a concern.
fn of_closed_gap(analysis: &Analysis<'_>, action: &Action) -> [Cell; 11] {
    let id = &action.question;
    let asked = analysis.framework.question(id);
    let finding = analysis.findings.iter().find(|finding| finding.asked.question.id == *id);
    let answer = finding.map(|_| analysis.assessment.answer(id)).unwrap_or_default();
    [
        Cell::default(),
        Cell::default(),
        Cell::text(asked.map(|asked| asked.topic.name.clone()).unwrap_or_default()),
        Cell::text(id.as_str()),
        Cell::text(asked.map(|asked| asked.question.text.clone()).unwrap_or_default()),
        Cell::text(finding.map(|finding| chosen(analysis, finding)).unwrap_or_default()),
        Cell::text(finding.map_or("Not asked", standing)),
        Cell::text("It is no gap now."),
        Cell::text(answer.evidence.trim()),
        Cell::text(answer.note.trim()),
        Cell::default(),
    ]
}

/// Capabilities by force.
#[must_use]
pub fn commitment(framework: &Framework, assessment: &Assessment) -> Table {
    commitment::table(&Analysis::of(framework, assessment))
}

/// Topics by theme, the tables of all parts in one: a column for each theme that any part is asked
/// about.
#[must_use]
pub fn heat_map(report: &Report) -> Table {
    let mut columns = vec![String::from("Part"), String::from("Topic")];
    for theme in tables(report, "heat-map").flat_map(|table| table.columns.iter().skip(1)) {
        if !columns.contains(theme) {
            columns.push(theme.clone());
        }
    }
    let mut rows = Vec::new();
    for table in tables(report, "heat-map") {
        for row in &table.rows {
            let under = |theme: &String| {
                let at = table.columns.iter().position(|column| column == theme);
                at.and_then(|at| row.get(at)).cloned().unwrap_or_else(|| Cell::text("Not asked"))
            };
            let topic = row.first().cloned().unwrap_or_default();
            let start = [Cell::text(&table.caption), topic];
            rows.push(start.into_iter().chain(columns[2..].iter().map(under)).collect());
        }
    }
    Table { caption: String::from("Heat map"), columns, rows }
}

/// Every table of a chapter of the report: the heat map, the counts.
pub fn tables<'a>(report: &'a Report, section: &'a str) -> impl Iterator<Item = &'a Table> {
    let sections = report.sections.iter().filter(move |other| other.id == section);
    sections.flat_map(|section| &section.blocks).filter_map(|block| match block {
        super::Block::Table(table) => Some(table),
        _ => None,
    })
}

/// The first table whose sheet lies on its side: the matrix that a report is read for.
#[must_use]
pub fn matrix(report: &Report) -> Option<&Table> {
    let wide = report.sections.iter().find(|section| section.layout == super::Layout::Wide)?;
    tables(report, &wide.id).next()
}
