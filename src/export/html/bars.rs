//! Counts as bars, told apart by pattern and number rather than by colour.

use super::markup::{Attribute, Markup};
use crate::analysis::Tally;
use crate::export::outcomes::{Counted, counted, said};
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
    const INK: &str = "#0b0c0c";
    const TILE: (&str, &str) = ("12", "12");
    let path = |page: &mut Markup, line: &str, width: &str| {
        page.element("path", &[("d", line), ("stroke", INK), ("stroke-width", width), ("fill", "none")], |_| {});
    };
    // One tile that covers the whole bar: between tiles of a plain colour some browsers leave seams.
    pattern(page, "meets", ("1010", "110"), "#1d70b8", |_| {});
    pattern(page, "elsewhere", TILE, "#ffffff", |page| {
        let dot: [Attribute<'_>; 4] = [("cx", "6"), ("cy", "6"), ("r", "2"), ("fill", INK)];
        page.element("circle", &dot, |_| {});
    });
    pattern(page, "partly-short", TILE, "#ffffff", |page| path(page, "M-3 3L3 -3M0 12L12 0M9 15L15 9", "2"));
    pattern(page, "short", TILE, "#ffffff", |page| path(page, "M0 0L12 12M0 12L12 0", "3"));
    pattern(page, "not-applicable", TILE, "#ffffff", |page| path(page, "M0 6H12", "1"));
    pattern(page, "not-assessed", TILE, "#ffffff", |_| {});
}

fn pattern(page: &mut Markup, name: &str, (width, height): (&str, &str), ground: &str, draw: impl FnOnce(&mut Markup)) {
    let id = format!("pattern-{name}");
    let size = [("id", id.as_str()), ("width", width), ("height", height), ("patternUnits", "userSpaceOnUse")];
    page.element("pattern", &size, |page| {
        page.element("rect", &[("width", width), ("height", height), ("fill", ground)], |_| {});
        draw(page);
    });
}
