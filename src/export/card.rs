//! The words of a gap in the order of every document: labels with texts, and its actions.

use std::borrow::Cow;

use crate::framework::Standing;
use crate::report::{ActionLine, Cell, GapEntry, Table};

const NOT_GIVEN: &str = "Not given";

/// A label and the texts beside it, each a paragraph of its own.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// The label.
    pub(super) label: &'static str,
    /// What the texts mean for a gap.
    pub(super) standing: Option<Standing>,
    /// The texts, at least one.
    pub(super) texts: Vec<Cow<'a, str>>,
}

impl<'a> Row<'a> {
    fn of(label: &'static str, text: impl Into<Cow<'a, str>>) -> Self {
        Self { label, standing: None, texts: vec![text.into()] }
    }
}

/// The heading of the card.
pub(super) fn heading(gap: &GapEntry) -> (String, &str) {
    (format!("Gap {}: ", gap.number), &gap.topic)
}

/// What was answered, why it ranks where it does, and what was written.
pub(super) fn rows(gap: &GapEntry) -> Vec<Row<'_>> {
    let answer = format!("{} – {}", gap.standing.marked(), gap.answered);
    let mut rows = vec![Row { standing: Some(gap.standing), ..Row::of("Answer", answer) }];
    let statements: Vec<Cow<'_, str>> = gap.statements.iter().map(Cow::from).collect();
    if !statements.is_empty() {
        rows.push(Row { label: "What that means", standing: None, texts: statements });
    }
    rows.push(Row::of("Concern", format!("{}. {}", gap.concern.word(), gap.because)));
    rows.push(Row::of("Evidence", or(&gap.evidence, "None given")));
    if !gap.note.is_empty() {
        rows.push(Row::of("Note", &gap.note));
    }
    match &gap.accepted {
        Some(reason) => rows.push(Row::of("Accepted because", reason)),
        None if gap.actions.is_empty() => rows.push(Row::of("Action", "None yet")),
        None => {}
    }
    rows
}

/// What will be done about it; none where nothing is planned.
pub(super) fn actions(gap: &GapEntry) -> Option<Table> {
    let row = |action: &ActionLine| {
        let (due, progress) = (action.due_words(), action.progress_words());
        let texts = [&action.text, &action.owner, &due, &action.resources, &progress];
        std::iter::once(action.id.as_str()).chain(texts.map(|text| or(text, NOT_GIVEN))).map(Cell::text).collect()
    };
    (!gap.actions.is_empty()).then(|| Table {
        caption: String::from("Actions"),
        columns: ["No.", "Action", "Owner (role)", "Due", "Resources", "Progress"].map(str::to_owned).into(),
        rows: gap.actions.iter().map(row).collect(),
    })
}

fn or<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    if text.is_empty() { otherwise } else { text }
}
