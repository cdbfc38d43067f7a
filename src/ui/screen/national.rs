//! The national summary: the regions that were opened, side by side.

use std::rc::Rc;

use yew::prelude::*;

use super::compare::left_out;
use super::{DocumentRows, PrintButton, heading};
use crate::export::Document;
use crate::report::Report;
use crate::session::{ByPointer, Route};
use crate::ui::component::ReportView;
use crate::ui::effect::use_margins_of;
use crate::ui::{summary, use_store};

/// The page.
#[component]
pub fn National() -> Html {
    let store = use_store();
    let opened = store.regions.opened.clone();
    let report: Rc<Report> =
        use_memo((ByPointer(opened.clone()), store.today()), |(opened, today)| summary::national(&opened.0, *today));
    use_margins_of(&report);
    if opened.is_empty() {
        return html! {
            <>
                { heading("National summary") }
                <p class="govuk-body">
                    { "Open the assessments of at least two regions under " }
                    <a class="govuk-link" href={Route::Compare.fragment()}>{ "Compare" }</a>{ " first." }
                </p>
            </>
        };
    }
    html! {
        <>
            { heading(report.title.clone()) }
            <p class="govuk-body-l rocu-report__unit">{ &report.unit }{ " · " }{ &report.edition }</p>
            <div class="govuk-button-group rocu-screen-only">
                <PrintButton />
                <a class="govuk-link" href={Route::Compare.fragment()}>{ "Change the files" }</a>
            </div>
            { left_out(&store.regions) }
            <details class="govuk-details rocu-screen-only" id="national-documents">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{ "Download it as Word, Excel, HTML, CSV or JSON" }</span>
                </summary>
                <DocumentRows documents={Document::NATIONAL.to_vec()} />
            </details>
            <ReportView report={report.clone()} />
        </>
    }
}
