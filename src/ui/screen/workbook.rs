//! The blank workbook, to be printed for rooms that no device may enter.

use std::rc::Rc;

use yew::prelude::*;

use super::{PrintButton, heading};
use crate::report::Report;
use crate::ui::component::ReportView;
use crate::ui::use_store;

/// The page.
#[component]
pub fn Workbook() -> Html {
    let store = use_store();
    let report = Rc::new(Report::workbook(store.framework(), store.assessment.as_deref(), store.today()));
    html! {
        <>
            { heading(report.title.clone()) }
            <p class="govuk-body-l rocu-report__unit"><bdi>{ &report.unit }</bdi>{ " · " }{ &report.edition }</p>
            <p class="govuk-body rocu-screen-only">
                { "Print it for a room that no device may enter, and enter the answers here afterwards. With an assessment open, \
                   it asks about that unit’s forces and the topics that are switched on." }
            </p>
            <PrintButton />
            <ReportView {report} />
        </>
    }
}
