//! The words of a report in their order, however a document draws them.

use rocu_self_assessment::report::{ActionLine, Block, Fact, Form, GapEntry, Report, Table};

/// Every text of the report that a document has to show as text.
pub(crate) fn said(report: &Report) -> Vec<String> {
    let mut said = vec![report.unit.clone(), report.title.clone(), report.edition.clone()];
    facts(&mut said, &report.front);
    said.extend(report.sections.iter().map(|section| section.title.to_string()));
    for section in &report.sections {
        said.push(section.title.to_string());
        section.blocks.iter().for_each(|it| block(&mut said, it));
    }
    said.retain(|text| !text.is_empty());
    said
}

fn block(said: &mut Vec<String>, block: &Block) {
    match block {
        Block::Heading(text) | Block::Paragraph(text) => said.push(text.clone()),
        Block::List(points) => said.extend(points.iter().cloned()),
        Block::Facts(them) => facts(said, them),
        // A picture: looked at by itself.
        Block::Bars(_) => {}
        Block::Table(it) => table(said, it),
        Block::Gap(it) => gap(said, it),
        Block::Form(it) => form(said, it),
    }
}

fn facts(said: &mut Vec<String>, facts: &[Fact]) {
    said.extend(facts.iter().flat_map(|fact| [fact.label.clone(), fact.value.clone()]));
}

/// A table that is as wide as a sheet has room for; a wider one is looked at by itself.
fn table(said: &mut Vec<String>, table: &Table) {
    said.push(table.caption.clone());
    if table.columns.len() <= 8 {
        said.extend(table.columns.iter().cloned());
        said.extend(table.rows.iter().flatten().map(|cell| cell.drawn().into_owned()));
    }
}

fn gap(said: &mut Vec<String>, gap: &GapEntry) {
    said.extend([format!("Gap {}: ", gap.number), gap.topic.clone(), gap.asked.clone()]);
    said.extend([gap.standing.word().to_owned(), gap.answered.clone()]);
    said.extend(gap.statements.iter().cloned());
    said.extend([gap.concern.word().to_owned(), gap.because.clone(), gap.evidence.clone(), gap.note.clone()]);
    said.extend(gap.accepted.iter().cloned());
    let action = |action: &ActionLine| {
        [&action.id, &action.text, &action.owner, &action.due_words(), &action.resources, &action.progress_words()]
            .map(Clone::clone)
    };
    said.extend(gap.actions.iter().flat_map(action));
}

fn form(said: &mut Vec<String>, form: &Form) {
    said.extend([form.asked.clone(), form.question.to_string()]);
    said.extend(form.help.iter().cloned());
    for level in &form.levels {
        said.extend([level.name.clone(), level.statement.clone()]);
        said.extend(level.asks.iter().cloned());
    }
    said.extend(form.forces.iter().cloned());
    said.extend(form.prompts.iter().cloned());
}
