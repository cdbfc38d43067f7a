//! Counts as bars: one line a part, each outcome with a pattern of its own.

use yew::prelude::*;

use crate::analysis::Tally;
use crate::framework::Standing;
use crate::report::Bar;

/// The width of the longest bar, in units of the picture.
const WIDTH: usize = 600;
const HEIGHT: usize = 24;

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
            <ul class="rocu-key" aria-label="Key to the bars">
                { for Standing::ALL.map(|standing| html! {
                    <li><span class={format!("rocu-key__box rocu-fill--{}", standing.key())} />{ standing.word() }</li>
                }) }
                <li><span class="rocu-key__box rocu-fill--open" />{ "Not assessed or not applicable" }</li>
            </ul>
            { for props.bars.iter().map(bar) }
        </>
    }
}

fn bar(bar: &Bar) -> Html {
    let tally = &bar.tally;
    let words = words(tally);
    let mut start = 0;
    let mut pieces: Vec<Html> = Vec::new();
    let counts = Standing::ALL.map(|standing| (tally.count(standing), format!("rocu-bar--{}", standing.key())));
    let open = (tally.not_assessed + tally.not_applicable, String::from("rocu-bar--open"));
    for (number, class) in counts.into_iter().chain([open]) {
        let end = start + number;
        if number > 0 {
            let from = start * WIDTH / tally.asked();
            let to = end * WIDTH / tally.asked();
            pieces.push(html! {
                <rect class={class} x={from.to_string()} y="0" width={(to - from).to_string()} height={HEIGHT.to_string()} />
            });
        }
        start = end;
    }
    html! {
        <div class="rocu-bar">
            <p class="rocu-bar__label"><strong>{ &bar.label }</strong></p>
            <svg
                class="rocu-bar__picture"
                viewBox={format!("0 0 {WIDTH} {HEIGHT}")}
                preserveAspectRatio="none"
                role="img"
                aria-label={format!("{}: {words}", bar.label)}
            >
                { for pieces }
            </svg>
            <p class="govuk-body-s rocu-bar__words" aria-hidden="true">{ words }</p>
        </div>
    }
}

fn words(tally: &Tally) -> String {
    let counts = Standing::ALL.map(|standing| (tally.count(standing), standing.word().to_lowercase()));
    let others =
        [(tally.not_applicable, String::from("not applicable")), (tally.not_assessed, String::from("not assessed"))];
    let shown = counts.into_iter().chain(others).filter(|(number, _)| *number > 0);
    let words: Vec<String> = shown.map(|(number, word)| format!("{number} {word}")).collect();
    format!("{} of {}", words.join(", "), tally.asked())
}
