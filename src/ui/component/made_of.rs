//! What the file is made of: its version, the parts that others wrote, and checksums.

use yew::prelude::*;

use super::Folded;

const ABSENT: &str = "This file does not hold them, or was changed.";

/// What is known of it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The version, commit and framework, as a sentence.
    pub version: AttrValue,
    /// The name and the SHA-256 of each packed part with an equals sign between, a line each, and behind a blank
    /// line what others wrote and the licences of that, once it was asked for. Empty where there is no such text.
    pub parts: Option<AttrValue>,
    /// Somebody wants to read it.
    pub on_ask: Callback<()>,
}

/// Version, parts and checksums.
#[component]
pub fn MadeOf(props: &Props) -> Html {
    let parts = props.parts.as_ref().map(|parts| parts.split_once("\n\n").unwrap_or(("", ABSENT)));
    let (sums, licences) = parts.unwrap_or_default();
    let on_toggle = if props.parts.is_none() { props.on_ask.clone() } else { Callback::noop() };
    let sum = |pair: &str| {
        let (name, sum) = pair.split_once('=')?;
        Some(html! { <li>{ name.to_owned() }<br /><code>{ sum.to_owned() }</code></li> })
    };
    html! {
        <section aria-labelledby="version">
            <h2 class="govuk-heading-m" id="version">{ "This version" }</h2>
            <p class="govuk-body">{ props.version.clone() }</p>
            <Folded name="What others wrote, and its licences" on_toggle={on_toggle.clone()}>
                <div class="rocu-licences">{ licences.to_owned() }</div>
            </Folded>
            <Folded name="SHA-256 of the packed parts" {on_toggle}>
                <p class="govuk-body">
                    { "These tell one build from another. Whether the file is the right one, only the checksum of the whole \
                       file tells, compared outside of the page." }
                </p>
                <ul class="govuk-list">{ for sums.lines().filter_map(sum) }</ul>
            </Folded>
        </section>
    }
}
