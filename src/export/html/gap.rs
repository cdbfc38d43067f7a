//! A gap as a card: what was answered, why it ranks where it does, and what is done about it.

use super::markup::Markup;
use super::table;
use crate::report::{ActionLine, Cell, GapEntry, Table};

const NOT_GIVEN: &str = "Not given";

/// The card, under a heading of that level.
pub(super) fn card(page: &mut Markup, gap: &GapEntry, heading: &'static str) {
    let id = format!("gap-{}", gap.number);
    let title = format!("{id}-title");
    let class = format!("gap {}", gap.concern.key());
    page.element("article", &[("class", &class), ("id", &id), ("aria-labelledby", &title)], |page| {
        page.element(heading, &[("id", &title)], |page| {
            page.text(&format!("Gap {}: ", gap.number));
            page.text(&gap.topic);
        });
        page.leaf("p", &[("class", "asked")], &gap.asked);
        page.element("table", &[("class", "facts")], |page| rows(page, gap));
        if !gap.actions.is_empty() {
            table::table(page, &actions(&gap.actions), false);
        }
    });
}

fn rows(page: &mut Markup, gap: &GapEntry) {
    let standing = format!("{} {} – {}", gap.standing.symbol(), gap.standing.word(), gap.answered);
    row(page, "Answer", gap.standing.key(), &[&standing]);
    let statements: Vec<&str> = gap.statements.iter().map(String::as_str).collect();
    if !statements.is_empty() {
        row(page, "What that means", "", &statements);
    }
    row(page, "Concern", "", &[&format!("{}. {}", gap.concern.word(), gap.because)]);
    row(page, "Evidence", "", &[or(&gap.evidence, "None given")]);
    if !gap.note.is_empty() {
        row(page, "Note", "", &[&gap.note]);
    }
    match &gap.accepted {
        Some(reason) => row(page, "Accepted because", "", &[reason]),
        None if gap.actions.is_empty() => row(page, "Action", "", &["None yet"]),
        None => {}
    }
}

fn row(page: &mut Markup, label: &str, class: &str, texts: &[&str]) {
    page.element("tr", &[], |page| {
        page.leaf("th", &[("scope", "row")], label);
        page.element("td", &[("class", class)], |page| match texts {
            [text] => page.text(text),
            texts => texts.iter().for_each(|text| page.leaf("p", &[], text)),
        });
    });
}

fn actions(actions: &[ActionLine]) -> Table {
    let row = |action: &ActionLine| {
        let (due, progress) = (action.due_words(), action.progress_words());
        let texts = [&action.text, &action.owner, &due, &action.resources, &progress];
        std::iter::once(action.id.as_str()).chain(texts.map(|text| or(text, NOT_GIVEN))).map(Cell::text).collect()
    };
    Table {
        caption: String::from("Actions"),
        columns: ["No.", "Action", "Owner (role)", "Due", "Resources", "Progress"].map(str::to_owned).into(),
        rows: actions.iter().map(row).collect(),
    }
}

fn or<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    if text.is_empty() { otherwise } else { text }
}
