//! The HTML file: what it holds, and what a browser is allowed to do with it.

use std::collections::BTreeSet;

use base64::Engine as _;
use rocu_self_assessment::export;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::Report;
use sha2::{Digest as _, Sha256};

use crate::dom::{self, attribute, name, text, within};
use crate::gaps::gaps;
use crate::made::{TODAY, blank, full, keep};

/// Looks at everything that must be true of every page, whatever was typed.
pub(crate) fn look_at_safety(html: &str) {
    let page = dom::read(html);
    assert_eq!(page.errors(), Vec::<String>::new());
    assert!(page.all("script").is_empty(), "no script");
    let styles = page.all("style");
    assert_eq!(styles.len(), 1, "one style");
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text(&styles[0]).as_bytes()));
    let policies: Vec<_> =
        page.all("meta").iter().filter(|meta| attribute(meta, "http-equiv").is_some()).cloned().collect();
    let policy = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    assert_eq!(policies.len(), 1);
    assert_eq!(attribute(&policies[0], "content"), Some(policy), "the policy names the style by its hash");
    let ids: Vec<String> = page.elements().iter().filter_map(|element| attribute(element, "id")).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "every id once");
    for element in page.elements() {
        for (attribute, value) in dom::attributes(&element) {
            assert!(!attribute.starts_with("on") && attribute != "style" && attribute != "src", "{attribute}={value}");
            let inside = value.strip_prefix('#').is_some_and(|id| ids.iter().any(|known| known == id));
            assert!(attribute != "href" || inside, "a link leads within the page: {value}");
            let named = attribute.starts_with("aria-labelledby");
            assert!(!named || value.split(' ').all(|id| ids.iter().any(|known| known == id)), "{value}");
            let is_read = ["aria-label", "title"].contains(&&*attribute);
            assert!(is_read || !value.contains("url(") || value.starts_with("url(#pattern-"), "{attribute}={value}");
        }
    }
}

#[test]
fn the_file_can_make_no_request_and_run_nothing() {
    let framework = Framework::built_in();
    for (name, assessment) in
        [("nothing", blank(&framework)), ("full", full(&framework, 4)), ("wide", full(&framework, 43))]
    {
        let html = export::html(&Report::of(&framework, &assessment, TODAY));
        keep(&format!("{name}.html"), &html);
        look_at_safety(&html);
    }
}

#[test]
fn the_file_is_in_british_english_and_sends_no_referrer() {
    let framework = Framework::built_in();
    let html = export::html(&Report::of(&framework, &blank(&framework), TODAY));
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">"));
    assert!(html.contains("<meta name=\"referrer\" content=\"no-referrer\">"));
}

#[test]
fn every_chapter_stands_in_the_contents_and_in_the_page_in_the_order_of_the_report() {
    let framework = Framework::built_in();
    let report = Report::of(&framework, &full(&framework, 4), TODAY);
    let page = dom::read(&export::html(&report));
    let titles: Vec<&str> = report.sections.iter().map(|section| &*section.title).collect();
    let contents: Vec<String> = within(&page.all("nav")[0], "a").iter().map(text).collect();
    assert_eq!(contents, titles);
    let numbered: Vec<String> = titles.iter().enumerate().map(|(at, title)| format!("{}. {title}", at + 1)).collect();
    let headings: Vec<String> = page.all("section").iter().map(|section| text(&within(section, "h2")[0])).collect();
    assert_eq!(headings, numbered);
}

#[test]
fn headings_skip_no_level() {
    let framework = Framework::built_in();
    for assessment in [blank(&framework), full(&framework, 4)] {
        let page = dom::read(&export::html(&Report::of(&framework, &assessment, TODAY)));
        let mut before = 0;
        for element in page.elements() {
            let Some(level) = name(&element).strip_prefix('h').and_then(|level| level.parse::<u32>().ok()) else {
                continue;
            };
            assert!(level <= before + 1, "h{level} after h{before}: {}", text(&element));
            before = level;
        }
    }
}

#[test]
fn every_gap_of_the_report_is_in_the_file_in_its_order() {
    let framework = Framework::built_in();
    let report = Report::of(&framework, &full(&framework, 4), TODAY);
    let page = dom::read(&export::html(&report));
    let cards = page.all("article");
    let entries: Vec<_> = ["gaps", "accepted"].iter().flat_map(|chapter| gaps(&report, chapter)).collect();
    assert_eq!(cards.len(), entries.len());
    for (card, gap) in cards.iter().zip(entries) {
        assert_eq!(attribute(card, "id"), Some(format!("gap-{}", gap.number)));
        let said = text(card);
        let level = format!("{} {} – {}", gap.standing.symbol(), gap.standing.word(), gap.answered);
        for part in [&gap.topic, &gap.asked, &level, &gap.because, &gap.evidence].into_iter().chain(&gap.accepted) {
            assert!(said.contains(part.as_str()), "gap {}: {part}", gap.number);
        }
        for action in &gap.actions {
            assert!(said.contains(&action.text) && said.contains(&action.owner) && said.contains(&*action.progress));
        }
    }
}

#[test]
fn the_marking_stands_at_the_top_and_bottom_of_the_screen_and_of_every_sheet() {
    let framework = Framework::built_in();
    let mut assessment = blank(&framework);
    for example in [false, true] {
        assessment.example = example;
        let html = export::html(&Report::of(&framework, &assessment, TODAY));
        let page = dom::read(&html);
        let body = &page.all("body")[0];
        let children: Vec<_> = body.children.borrow().iter().filter(|node| !name(node).is_empty()).cloned().collect();
        for mark in [&children[0], &children[children.len() - 1]] {
            assert!(attribute(mark, "class").unwrap().starts_with("marking "));
            assert!(text(mark).contains("OFFICIAL-SENSITIVE"));
            assert_eq!(text(mark).contains("EXAMPLE: an invented region"), example);
        }
        let unit = html.split_once("--foot: ").unwrap().1;
        assert!(unit.starts_with("\"North East Regional Organised Crime Unit (NEROCU), 31 March 2026\";"));
        for place in ["@top-center", "@bottom-center"] {
            let boxes = html.match_indices(place).map(|(at, _)| &html[at..at + 90]);
            let marked =
                boxes.filter(|rule| rule.contains("OFFICIAL-SENSITIVE") && rule.contains("EXAMPLE") == example);
            assert_eq!(marked.count(), 2, "upright and on its side: {place}");
        }
    }
}

#[test]
fn a_matrix_with_more_columns_than_fit_is_split_and_loses_none() {
    let framework = Framework::built_in();
    let assessment = full(&framework, 43);
    let page = dom::read(&export::html(&Report::of(&framework, &assessment, TODAY)));
    let matrices = within(&page.by_id("commitment"), ".matrix");
    assert_eq!(matrices.len(), 7);
    let mut heads = Vec::new();
    for matrix in &matrices {
        let columns: Vec<String> = within(&within(matrix, "thead")[0], "th").iter().map(text).collect();
        assert!(columns.len() <= 8 && dom::rows(matrix).iter().all(|row| row.len() == columns.len()));
        heads.extend_from_slice(&columns[1..]);
    }
    let forces: Vec<String> = assessment.forces().iter().map(|force| force.name.clone()).collect();
    assert_eq!(heads, forces);
}
