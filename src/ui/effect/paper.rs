//! What every printed sheet says in its margins.

use yew::prelude::*;

use crate::browser::document;
use crate::report::Report;
use crate::report::paper::{self, Margins};
use crate::session::Route;
use crate::ui::{Store, summary};

/// Puts marking, unit, version and page numbers into the margins of every printed sheet.
#[hook]
pub fn use_paper(store: &Store) {
    let assessment = store.assessment.as_deref();
    // That page names its own, for what it shows is no assessment.
    let left = *store.page() == Route::National;
    let margins = match (store.page(), assessment) {
        (Route::Workbook, _) => Some(Margins::of_workbook(store.framework(), assessment, store.today())),
        (_, assessment) => assessment.map(|assessment| Margins::of(&summary::marked(store, assessment), store.today())),
    };
    let rules = margins.as_ref().map(paper::rules);
    use_effect_with((rules, left), |(rules, left)| {
        if !left {
            document::set_page_rules(rules.as_deref().unwrap_or_default());
        }
    });
}

/// Puts those of a report that is no unit's own there, for as long as its page is shown.
#[hook]
pub fn use_margins_of(report: &Report) {
    let rules = paper::rules(&Margins::of_report(report));
    use_effect_with(rules, |rules| document::set_page_rules(rules));
}
