//! The abbreviations of a page, explained where they stand.

use std::rc::Rc;

use yew::prelude::*;

use crate::framework::Term;

/// The abbreviations.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Each with what it means.
    pub terms: Rc<Vec<Term>>,
}

/// The abbreviations, folded away.
#[component]
pub fn Terms(props: &Props) -> Html {
    if props.terms.is_empty() {
        return Html::default();
    }
    let one = |term: &Term| {
        let full = term.full.as_ref().map(|full| format!("{full}. ")).unwrap_or_default();
        html! {
            <div class="rocu-meanings__item">
                <dt>{ &term.term }</dt>
                <dd>{ full }{ &term.meaning }</dd>
            </div>
        }
    };
    html! {
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{ "Abbreviations on this page" }</span>
            </summary>
            <dl class="rocu-meanings govuk-details__text">{ for props.terms.iter().map(one) }</dl>
        </details>
    }
}
