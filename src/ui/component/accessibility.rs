//! Who can use the page and how, and what is not known about that.

use yew::prelude::*;

/// The statement, for the help page.
#[component]
pub fn Accessibility() -> Html {
    html! {
        <section aria-labelledby="accessibility">
            <h2 class="govuk-heading-m" id="accessibility">{ "Accessibility" }</h2>
            <p class="govuk-body">
                { "This page is built to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. You should be \
                   able to:" }
            </p>
            <ul class="govuk-list govuk-list--bullet">
                <li>{ "do everything with the keyboard alone: Tab moves on, arrow keys choose, Space or Enter presses" }</li>
                <li>{ "enlarge the page to 400%, or space the text out, without scrolling sideways; only wide tables do" }</li>
                <li>{ "see it dark or light as your device is set, or in the contrast colours of Windows" }</li>
                <li>{ "have it read out by a screen reader: what happens is announced, and each page begins at its heading" }</li>
                <li>{ "read every result in words: no colour and no picture is needed" }</li>
            </ul>
            <p class="govuk-body">
                { "We check each screen by program in Chromium, the engine of Edge and Chrome, in light, dark and contrast colours. \
                   It has not yet been tried with a real screen reader, in Safari, or by people who depend on it. We say so \
                   rather than claim full compliance. The statement does not cover documents once another program has opened them." }
            </p>
            <p class="govuk-body">
                { "If something is in your way, tell whoever gave you this file. Meanwhile the blank workbook, and the gap \
                   summary as an HTML file or as CSV, may serve you better." }
            </p>
        </section>
    }
}
