//! Counts as bars, told apart by pattern and number rather than by colour.

use super::markup::Markup;
use crate::analysis::Tally;
use crate::report::outcomes::{Counted, INK, PATTERNS, Pattern, counted, said};
use crate::report::{Bar, count};

/// The length of a whole bar, in the units of its picture.
const LENGTH: usize = 1000;

/// The height of a bar.
const HEIGHT: usize = 32;

/// The bars, the first of them under a key to the patterns.
pub(super) fn bars(page: &mut Markup, bars: &[Bar], name: &str) {
    page.element("div", &[("class", "bars")], |page| {
        key(page);
        for (at, bar) in bars.iter().enumerate() {
            figure(page, bar, &format!("{name}-bar-{}", at + 1));
        }
    });
}

fn figure(page: &mut Markup, bar: &Bar, id: &str) {
    let pieces = counted(&bar.tally);
    let asked = bar.tally.asked();
    page.element("figure", &[], |page| {
        page.element("figcaption", &[], |page| {
            page.text(&bar.label);
            page.text(&format!(": {}", count(asked, "question")));
        });
        let (title, words) = (format!("{id}-title"), format!("{id}-words"));
        let named = format!("{title} {words}");
        let view = format!("-1 -1 {} {}", LENGTH + 2, HEIGHT + 2);
        page.element("svg", &[("role", "img"), ("viewBox", &view), ("aria-labelledby", &named)], |page| {
            page.leaf("title", &[("id", &title)], &bar.label);
            page.leaf("desc", &[("id", &words)], &said(&bar.tally));
            let mut before = 0;
            for Counted { key, number, .. } in pieces.into_iter().filter(|it| it.number > 0) {
                let (start, end) = (before * LENGTH / asked, (before + number) * LENGTH / asked);
                piece(page, key, start, end - start, number);
                before += number;
            }
        });
    });
}

fn piece(page: &mut Markup, pattern: &'static str, start: usize, length: usize, number: usize) {
    let (x, width, height) = (start.to_string(), length.to_string(), HEIGHT.to_string());
    let fill = format!("url(#pattern-{pattern})");
    page.element(
        "rect",
        &[("x", &x), ("width", &width), ("height", &height), ("fill", &fill), ("class", "piece")],
        |_| {},
    );
    // The number stands on a white plate, since it could not be read on a pattern.
    let said = number.to_string();
    let plate = 12 * said.len() + 10;
    if length > plate + 4 {
        let middle = start + length / 2;
        let (left, width) = ((middle - plate / 2).to_string(), plate.to_string());
        let (top, height) = ((HEIGHT / 8).to_string(), (HEIGHT / 4 * 3).to_string());
        let plate = [("x", left.as_str()), ("y", &top), ("width", &width), ("height", &height), ("fill", "#ffffff")];
        page.element("rect", &plate, |_| {});
        let (middle, line) = (middle.to_string(), (HEIGHT / 2 + 7).to_string());
        page.leaf("text", &[("x", &middle), ("y", &line), ("class", "count")], &said);
    }
}

/// The key to the patterns, and the patterns themselves.
fn key(page: &mut Markup) {
    page.element("svg", &[("class", "patterns"), ("width", "0"), ("height", "0"), ("aria-hidden", "true")], |page| {
        page.element("defs", &[], patterns);
    });
    page.element("ul", &[("class", "key")], |page| {
        for Counted { word, key, .. } in counted(&Tally::default()) {
            page.element("li", &[], |page| {
                let fill = format!("url(#pattern-{key})");
                page.element("svg", &[("viewBox", "-1 -1 38 22"), ("aria-hidden", "true")], |page| {
                    let size = [("width", "36"), ("height", "20"), ("fill", fill.as_str()), ("class", "piece")];
                    page.element("rect", &size, |_| {});
                });
                page.text(word);
            });
        }
    });
}

fn patterns(page: &mut Markup) {
    for Pattern { key, size: [width, height], ground, lines, width: stroke } in PATTERNS {
        let id = format!("pattern-{key}");
        let size = [("id", id.as_str()), ("width", width), ("height", height), ("patternUnits", "userSpaceOnUse")];
        page.element("pattern", &size, |page| {
            page.element("rect", &[("width", width), ("height", height), ("fill", ground)], |_| {});
            if !lines.is_empty() {
                let lines = [("d", lines), ("stroke", INK), ("stroke-width", stroke), ("stroke-linecap", "round")];
                page.element("path", &lines, |_| {});
            }
        });
    }
}
