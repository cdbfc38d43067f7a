//! What every printed sheet says in its margins.

use yew::prelude::*;

use crate::browser::document;
use crate::report::paper;
use crate::session::Session;

/// Puts marking, unit, version and page numbers into the margins of every printed sheet.
#[hook]
pub fn use_paper(store: &UseReducerHandle<Session>) {
    let assessment = store.assessment.as_deref();
    let rules = assessment.map(|assessment| paper::rules(&paper::Margins::of(assessment, store.today)));
    use_effect_with(rules, |rules| document::set_page_rules(rules.as_deref().unwrap_or_default()));
}
