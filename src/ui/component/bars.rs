//! Counts as bars: one line a part, each outcome with a pattern of its own.

use yew::prelude::*;

use crate::analysis::Tally;
use crate::report::Bar;
use crate::report::outcomes::{Counted, INK, PATTERNS, Pattern, counted};

/// The length of a whole bar, in hundredths of a per cent.
const LENGTH: usize = 10_000;

/// What is counted.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// One bar each.
    pub bars: Vec<Bar>,
}

/// The bars, each with its counts in words beside it.
#[component]
pub fn Bars(props: &Props) -> Html {
    html! {
        <>
            <svg class="rocu-patterns" width="0" height="0" aria-hidden="true">{ for PATTERNS.map(pattern) }</svg>
            <ul class="rocu-key" aria-label="Key to the bars">
                { for counted(&Tally::default()).map(|it| html! {
                    <li>
                        <svg class="rocu-key__box" aria-hidden="true">{ piece(it.key, 0, LENGTH) }</svg>
                        { it.word }
                    </li>
                }) }
            </ul>
            { for props.bars.iter().map(bar) }
        </>
    }
}

fn pattern(Pattern { key, size: [width, height], ground, lines, width: stroke }: Pattern) -> Html {
    html! {
        <pattern id={format!("pattern-{key}")} {width} {height} patternUnits="userSpaceOnUse">
            <rect {width} {height} fill={ground} />
            <path d={lines} stroke={INK} stroke-width={stroke} stroke-linecap="round" />
        </pattern>
    }
}

fn bar(bar: &Bar) -> Html {
    let tally = &bar.tally;
    let words = words(tally);
    let mut before = 0;
    let mut pieces: Vec<Html> = Vec::new();
    for Counted { key, number, .. } in counted(tally).into_iter().filter(|it| it.number > 0) {
        let at = |number: usize| number * LENGTH / tally.asked();
        pieces.push(piece(key, at(before), at(before + number)));
        before += number;
    }
    html! {
        <div class="rocu-bar">
            <p class="rocu-bar__label"><strong>{ &bar.label }</strong></p>
            <svg class="rocu-bar__picture" role="img" aria-label={format!("{}: {words}", bar.label)}>{ for pieces }</svg>
            <p class="govuk-body-s rocu-bar__words" aria-hidden="true">{ words }</p>
        </div>
    }
}

/// A piece in per cent, so that its pattern is as wide as it is high at every size.
fn piece(key: &str, from: usize, to: usize) -> Html {
    let per_cent = |length: usize| format!("{}.{:02}%", length / 100, length % 100);
    let fill = format!("url(#pattern-{key})");
    html! { <rect x={per_cent(from)} width={per_cent(to - from)} height="100%" {fill} /> }
}

fn words(tally: &Tally) -> String {
    let counts = counted(tally).into_iter().filter(|it| it.number > 0);
    let words: Vec<String> = counts.map(|it| format!("{} {}", it.number, it.word.to_lowercase())).collect();
    format!("{} of {}", words.join(", "), tally.asked())
}
