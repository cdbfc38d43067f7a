//! What a claim rests on, shown on demand.

use yew::prelude::*;

use crate::framework::Basis;

/// The claim.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What one clicks to see it.
    pub summary: AttrValue,
    /// The claim and its sources.
    pub basis: Basis,
}

/// The claim, folded away.
#[component]
pub fn BasisNote(props: &Props) -> Html {
    let basis = &props.basis;
    let sources: Vec<&str> = basis.sources.iter().map(|source| &*source.0).collect();
    html! {
        <details class="govuk-details rocu-basis">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{ &props.summary }</span>
            </summary>
            <div class="govuk-details__text">
                <p class="govuk-body">{ &basis.note }</p>
                <p class="govuk-body-s">
                    <strong>{ basis.certainty.word() }</strong>{ ": " }{ basis.certainty.meaning() }{ "." }
                    if !sources.is_empty() {
                        { " Source: " }{ sources.join(", ") }{ ", listed in the gap summary and in Help." }
                    }
                </p>
            </div>
        </details>
    }
}
