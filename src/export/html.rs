//! The gap summary as one HTML file that needs nothing else and can do nothing.
//!
//! No script, no request, no style but its own, which the policy names by hash; no style
//! attributes, which that policy refuses. On paper the marking stands at the top and bottom of
//! every sheet, with the unit and the edition: in the margins where the browser can print there
//! (Chromium, Edge), with "page x of y", and as elements that the browser repeats where it can't (Firefox).

mod bars;
mod form;
mod gap;
mod markup;
mod style;
mod table;

use crate::report::{Block, Layout, Report, Section};
use markup::Markup;

/// The words that say that nothing here is real.
const EXAMPLE: &str = "EXAMPLE: an invented region";

/// Writes the report as an HTML file.
#[must_use]
pub fn html(report: &Report) -> String {
    let style = style::style(report);
    let policy = style::policy(&style);
    let mut page = Markup::page();
    page.element("html", &[("lang", "en-GB")], |page| {
        page.element("head", &[], |page| {
            page.void("meta", &[("charset", "utf-8")]);
            page.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
            page.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
            page.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            page.leaf("title", &[], &format!("{}: {} ({})", report.title, report.unit, report.marking));
            page.style(&style);
        });
        page.element("body", &[], |page| {
            marking(page, report, "marking top");
            page.element("main", &[], |page| {
                front(page, report);
                contents(page, &report.sections);
                report.sections.iter().enumerate().for_each(|(at, section)| chapter(page, section, at + 1));
            });
            marking(page, report, "marking bottom");
        });
    });
    page.finish()
}

fn marking(page: &mut Markup, report: &Report, class: &str) {
    page.element("div", &[("class", class)], |page| {
        page.leaf("p", &[], &report.marking);
        if report.example {
            page.leaf("p", &[], EXAMPLE);
        }
    });
}

fn front(page: &mut Markup, report: &Report) {
    page.element("header", &[], |page| {
        page.leaf("p", &[("class", "unit")], &report.unit);
        page.leaf("h1", &[], &report.title);
        page.leaf("p", &[("class", "edition")], &report.edition);
        if report.example {
            page.leaf("p", &[("class", "example")], EXAMPLE);
        }
        table::of_facts(page, &report.front);
    });
}

fn contents(page: &mut Markup, sections: &[Section]) {
    page.element("nav", &[("aria-labelledby", "contents")], |page| {
        page.leaf("h2", &[("id", "contents")], "Contents");
        page.element("ol", &[], |page| {
            for section in sections {
                let target = format!("#{}", section.id);
                page.element("li", &[], |page| page.leaf("a", &[("href", &target)], &section.title));
            }
        });
    });
}

fn chapter(page: &mut Markup, section: &Section, number: usize) {
    let title = format!("{}-title", section.id);
    let class = match section.layout {
        Layout::OwnSheet => "own-sheet",
        _ if section.lies_on_its_side() => "landscape",
        _ => "",
    };
    let attributes = [("id", &*section.id), ("class", class), ("aria-labelledby", &title)];
    page.element("section", &attributes, |page| {
        page.leaf("h2", &[("id", &title)], &format!("{number}. {}", section.title));
        let heading = if section.has_headings() { "h4" } else { "h3" };
        section.blocks.iter().for_each(|block| self::block(page, section, block, heading));
    });
}

fn block(page: &mut Markup, section: &Section, block: &Block, heading: &'static str) {
    match block {
        Block::Heading(text) => page.leaf("h3", &[], text),
        Block::Paragraph(text) => page.leaf("p", &[], text),
        Block::List(points) => {
            page.element("ul", &[], |page| points.iter().for_each(|point| page.leaf("li", &[], point)));
        }
        Block::Facts(facts) => table::of_facts(page, facts),
        Block::Bars(bars) => bars::bars(page, bars, &section.id),
        Block::Table(table) => table::table(page, table, section.layout == Layout::Wide),
        Block::Gap(entry) => gap::card(page, entry, heading),
        Block::Form(form) => form::form(page, form),
    }
}
