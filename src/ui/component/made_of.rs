//! What the file is made of: its version, the parts that others wrote, and checksums.

use yew::prelude::*;

use super::Folded;

/// What is known of it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The version, commit and framework, as a sentence.
    pub version: AttrValue,
    /// What others wrote, a licence and what is under it on each line; empty where the build did not say.
    pub parts: AttrValue,
    /// The name and the SHA-256 of each packed part, with an equals sign between, parted by spaces.
    pub sums: AttrValue,
}

/// Version, parts and checksums.
#[component]
pub fn MadeOf(props: &Props) -> Html {
    let licence = |line: &str| {
        let (licence, parts) = line.split_once(": ")?;
        Some(html! { <li><strong>{ licence.to_owned() }</strong>{ ": " }{ parts.to_owned() }</li> })
    };
    let sum = |pair: &str| {
        let (name, sum) = pair.split_once('=')?;
        Some(html! { <li>{ name.to_owned() }<br /><code>{ sum.to_owned() }</code></li> })
    };
    html! {
        <section aria-labelledby="version">
            <h2 class="govuk-heading-m" id="version">{ "This version" }</h2>
            <p class="govuk-body">{ props.version.clone() }</p>
            if !props.parts.is_empty() {
                <Folded name="What others wrote, and its licences">
                    <p class="govuk-body">
                        { "The tool itself is under the MIT licence. The texts of all licences are in licences.txt, in the \
                           folder that this file is handed out in." }
                    </p>
                    <ul class="govuk-list">{ for props.parts.lines().filter_map(licence) }</ul>
                </Folded>
            }
            if !props.sums.is_empty() {
                <Folded name="SHA-256 of the packed parts">
                    <p class="govuk-body">
                        { "These tell one build from another. Whether the file is the right one, only the checksum of the whole \
                           file tells, compared outside of the page." }
                    </p>
                    <ul class="govuk-list">{ for props.sums.split(' ').filter_map(sum) }</ul>
                </Folded>
            }
        </section>
    }
}
