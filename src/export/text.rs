//! The report as plain text, for pasting into a letter or a message where no file can be handed on.

use super::card;
use crate::report::{Block, Fact, Form, GapEntry, Report, Section, Table};

/// Writes the report as plain text: the marking first and last, a blank line between chapters, and
/// each row of a table on a line of its own with tabs between its cells.
#[must_use]
pub fn text(report: &Report) -> String {
    let mut text = Text(String::new());
    text.line(&report.marking);
    if report.example {
        text.line("Example: an invented region");
    }
    text.line("");
    text.line(&format!("{}: {}", report.title, report.unit));
    text.line(&report.edition);
    text.line("");
    text.facts(&report.front);
    report.sections.iter().for_each(|section| text.section(section));
    text.line("");
    text.line(&report.marking);
    text.0
}

struct Text(String);

impl Text {
    fn line(&mut self, line: &str) {
        self.0.extend([line, "\n"]);
    }

    fn section(&mut self, section: &Section) {
        self.line("");
        self.line(&section.title.to_uppercase());
        for block in &section.blocks {
            self.line("");
            match block {
                Block::Heading(heading) => self.line(heading),
                Block::Paragraph(paragraph) => self.line(paragraph),
                Block::List(points) => points.iter().for_each(|point| self.line(&format!("- {point}"))),
                Block::Facts(facts) => self.facts(facts),
                // The table that follows the bars says the same counts.
                Block::Bars(_) => {}
                Block::Table(table) => self.table(table),
                Block::Gap(gap) => self.gap(gap),
                Block::Form(form) => self.form(form),
            }
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
            self.line(&format!("{}: {}", fact.label, fact.value));
        }
    }

    fn table(&mut self, table: &Table) {
        self.line(&table.caption);
        self.line(&table.columns.join("\t"));
        for row in &table.rows {
            // A tab or a line break within a cell would begin another one.
            let cells: Vec<String> = row.iter().map(|cell| in_one_line(&cell.text)).collect();
            self.line(&cells.join("\t"));
        }
    }

    fn gap(&mut self, gap: &GapEntry) {
        let (number, topic) = card::heading(gap);
        self.line(&[&number, topic].concat());
        self.line(&gap.asked);
        for card::Row { label, texts, .. } in card::rows(gap) {
            for text in texts {
                self.line(&format!("{label}: {text}"));
            }
        }
        if let Some(table) = card::actions(gap) {
            self.table(&table);
        }
    }

    fn form(&mut self, form: &Form) {
        let tick = if form.forces.is_empty() { "[ ] " } else { "" };
        self.line(&format!("{} ({})", form.asked, form.question));
        form.help.iter().for_each(|help| self.line(help));
        for level in &form.levels {
            let asks = level.asks.as_ref().map(|asks| format!(" {asks} ____")).unwrap_or_default();
            self.line(&format!("{tick}{}: {}{asks}", level.name, level.statement));
        }
        for force in &form.forces {
            let levels: Vec<String> = form.levels.iter().map(|level| format!("[ ] {}", level.name)).collect();
            self.line(&format!("{}: {}", if force.is_empty() { "____" } else { force }, levels.join("  ")));
        }
        self.line(&format!("What would show it: {}", form.prompts.join("; ")));
        self.line("Evidence and notes:");
    }
}

fn in_one_line(text: &str) -> String {
    text.split(['\t', '\r', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_several_lines_stays_one_cell() {
        assert_eq!(in_one_line("- Agreement\r\n- Minutes\tof May\n"), "- Agreement / - Minutes / of May");
    }
}
