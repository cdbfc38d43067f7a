//! A question to be answered with a pen.

use super::table::{self, Frame};
use super::text::paragraph;
use super::xml::Xml;
use crate::report::Form;

/// What stands under the question: boxes to tick and room to write.
pub(super) fn form(xml: &mut Xml, form: &Form, width: usize) {
    form.help.iter().for_each(|line| paragraph(xml, "FormHelp", line));
    let tick = if form.forces.is_empty() { "☐ " } else { "" };
    for level in &form.levels {
        let asks = level.asks.as_ref().map(|asks| format!(" {asks} ______________________")).unwrap_or_default();
        paragraph(xml, "FormLevel", &format!("{tick}{}: {}{asks}", level.name, level.statement));
    }
    if !form.forces.is_empty() {
        forces(xml, form, width);
    }
    paragraph(xml, "FormHelp", &format!("What would show it: {}", form.prompts.join("; ")));
    let frame =
        Frame { style: "PenBox", title: "Evidence and notes", widths: &[width], has_heads: false, after: table::AFTER };
    table::table(xml, &frame, |xml| {
        table::pen(xml, |xml| table::cell(xml, width, "TableRowHead", "Evidence and notes"));
    });
}

fn forces(xml: &mut Xml, form: &Form, width: usize) {
    let other = width * 3 / 4 / form.levels.len().max(1);
    let mut widths = vec![other; form.levels.len() + 1];
    widths[0] = width - other * form.levels.len();
    let frame =
        Frame { style: "ReportMatrix", title: &form.asked, widths: &widths, has_heads: true, after: "AfterCard" };
    table::table(xml, &frame, |xml| {
        table::heads(xml, |xml| {
            table::cell(xml, widths[0], "TableHead", "Force");
            form.levels.iter().for_each(|level| table::cell(xml, other, "TableHead", &level.name));
        });
        for force in &form.forces {
            table::line(xml, |xml| {
                table::cell(xml, widths[0], "KeptRowHead", force);
                form.levels.iter().for_each(|_| table::cell(xml, other, "FormTick", "☐"));
            });
        }
    });
}
