//! How the report was made, what it rests on, and the lines for signatures.

use super::{Block, Cell, Fact, Layout, Section, Table};
use crate::analysis::Analysis;

/// Method and caveats, sources, sign-off.
pub(super) fn sections(analysis: &Analysis<'_>) -> [Section; 3] {
    [method(analysis), sources(analysis), sign_off()]
}

fn method(analysis: &Analysis<'_>) -> Section {
    let framework = analysis.framework;
    let mut blocks: Vec<Block> = framework.about.iter().cloned().map(Block::Paragraph).collect();
    blocks.push(Block::Heading(String::from("How gaps are ranked")));
    blocks.push(Block::Paragraph(String::from(
        "The first of these rules that fits a gap decides its concern. Within a concern, gaps stand in the order of the \
         rules. The assessors may set another concern and say why.",
    )));
    let rules = framework.concern_rules.iter().map(|rule| format!("{}: {}", rule.concern.word(), rule.because));
    blocks.push(Block::List(rules.collect()));
    blocks.push(Block::Heading(String::from("How each topic is known")));
    let topics = analysis.parts().into_iter().flat_map(|(_, topics)| topics);
    let row = |topic: &crate::framework::Topic| {
        let basis = &topic.basis;
        let sources: Vec<&str> = basis.sources.iter().map(|id| &*id.0).collect();
        let note =
            if sources.is_empty() { basis.note.clone() } else { format!("{} [{}]", basis.note, sources.join(", ")) };
        vec![Cell::text(&topic.name), Cell::text(basis.certainty.word()), Cell::text(note)]
    };
    blocks.push(Block::Table(Table {
        caption: String::from("Topics and how each is known"),
        columns: ["Topic", "How sure", "Why it is here"].map(str::to_owned).into(),
        rows: topics.map(row).collect(),
    }));
    Section { id: "method".into(), title: "Method and caveats".into(), layout: Layout::Flow, blocks }
}

/// The sources of what was asked; not every source of the framework.
fn sources(analysis: &Analysis<'_>) -> Section {
    let framework = analysis.framework;
    let topics = analysis.parts().into_iter().flat_map(|(_, topics)| topics);
    let bases = topics
        .flat_map(|topic| std::iter::once(&topic.basis).chain(topic.questions.iter().map(|question| &question.why)));
    let cited: std::collections::HashSet<_> = bases.flat_map(|basis| &basis.sources).collect();
    let row = |source: &crate::framework::Source| {
        let mirror = if source.mirror { " (copy)" } else { "" };
        vec![Cell::text(&*source.id.0), Cell::text(&source.title), Cell::text(format!("{}{mirror}", source.address))]
    };
    let rows = framework.sources.iter().filter(|source| cited.contains(&source.id)).map(row);
    Section {
        id: "sources".into(),
        title: "Sources".into(),
        layout: Layout::Flow,
        blocks: vec![
            Block::Paragraph(String::from(
                "Publications of the inspectorate are Crown copyright and are used under the Open Government Licence v3.0.",
            )),
            Block::Table(Table {
                caption: String::from("What the framework was read from"),
                columns: ["No.", "Title", "Address"].map(str::to_owned).into(),
                rows: rows.collect(),
            }),
        ],
    }
}

fn sign_off() -> Section {
    let line = |label: &str| Fact { label: label.to_owned(), value: String::new() };
    Section {
        id: "sign-off".into(),
        title: "Sign-off".into(),
        layout: Layout::Flow,
        blocks: vec![Block::Facts(vec![
            line("Head of unit (role and signature)"),
            line("Chair of the regional board (role and signature)"),
            line("Date"),
            line("Copy number"),
        ])],
    }
}
