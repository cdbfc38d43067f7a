//! A question to be answered with a pen.

use super::markup::Markup;
use crate::report::Form;

/// The question with boxes to tick and room to write.
pub(super) fn form(page: &mut Markup, form: &Form) {
    page.element("div", &[("class", "form")], |page| {
        page.leaf("h3", &[], &format!("{} ({})", form.asked, form.question));
        form.help.iter().for_each(|line| page.leaf("p", &[("class", "help")], line));
        let tick = if form.forces.is_empty() { "☐ " } else { "" };
        page.element("ul", &[("class", "levels")], |page| {
            for level in &form.levels {
                let asks =
                    level.asks.as_ref().map(|asks| format!(" {asks} ______________________")).unwrap_or_default();
                page.leaf("li", &[], &format!("{tick}{}: {}{asks}", level.name, level.statement));
            }
        });
        if !form.forces.is_empty() {
            forces(page, form);
        }
        page.leaf("p", &[], &format!("What would show it: {}", form.prompts.join("; ")));
        page.leaf("p", &[("class", "space")], "Evidence and notes");
    });
}

fn forces(page: &mut Markup, form: &Form) {
    page.element("table", &[("class", "forces")], |page| {
        page.element("thead", &[], |page| {
            page.element("tr", &[], |page| {
                page.leaf("th", &[("scope", "col")], "Force");
                form.levels.iter().for_each(|level| page.leaf("th", &[("scope", "col")], &level.name));
            });
        });
        page.element("tbody", &[], |page| {
            for force in &form.forces {
                page.element("tr", &[], |page| {
                    page.leaf("th", &[("scope", "row")], force);
                    form.levels.iter().for_each(|_| page.leaf("td", &[], "☐"));
                });
            }
        });
    });
}
