//! What the file is made of: its version, the parts that others wrote, and checksums.

use yew::prelude::*;

use super::Folded;

/// What is known of it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The version, commit and framework, as a sentence.
    pub version: AttrValue,
    /// What others wrote, and the licences of that; empty where the page has no such text.
    pub licences: AttrValue,
    /// The name and the SHA-256 of each packed part, with an equals sign between, parted by spaces.
    pub sums: AttrValue,
}

/// Version, parts and checksums.
#[component]
pub fn MadeOf(props: &Props) -> Html {
    let sum = |pair: &str| {
        let (name, sum) = pair.split_once('=')?;
        Some(html! { <li>{ name.to_owned() }<br /><code>{ sum.to_owned() }</code></li> })
    };
    html! {
        <section aria-labelledby="version">
            <h2 class="govuk-heading-m" id="version">{ "This version" }</h2>
            <p class="govuk-body">{ props.version.clone() }</p>
            if !props.licences.is_empty() {
                <Folded name="What others wrote, and its licences">
                    <div class="rocu-licences">{ props.licences.clone() }</div>
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
