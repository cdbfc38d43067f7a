//! The gap summary, as it is printed and handed on.

use std::rc::Rc;

use yew::prelude::*;

use super::{PrintButton, heading};
use crate::framework::QuestionId;
use crate::session::Route;
use crate::ui::component::ReportView;
use crate::ui::{summary, use_store};

/// The page.
#[component]
pub fn Gaps() -> Html {
    let store = use_store();
    let framework = store.framework().clone();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let report = Rc::new(summary::gap_summary(&store, assessment));
    let change = Callback::from(move |question: QuestionId| {
        let asked = framework.question(&question)?;
        Some(Route::Topic(asked.topic.id.clone(), Some(question)))
    });
    html! {
        <>
            { heading(report.title.clone()) }
            <p class="govuk-body-l rocu-report__unit"><bdi>{ &report.unit }</bdi>{ " · " }{ &report.edition }</p>
            <div class="govuk-button-group rocu-screen-only">
                <PrintButton />
                <a class="govuk-button govuk-button--secondary" href={Route::Documents.fragment()}>{ "Download" }</a>
                <a class="govuk-link" href={Route::Actions(None).fragment()}>{ "Decide what to do about each gap" }</a>
            </div>
            <ReportView {report} {change} />
        </>
    }
}
