//! What can be handed on: the assessment as a file, and the gap summary in each form.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::heading;
use crate::browser::clipboard;
use crate::export::Document;
use crate::session::{Event, Notice, Route};
use crate::ui::effect::hand_over;
use crate::ui::{use_dispatch, use_store};

/// The page.
#[component]
pub fn Documents() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let row = |document: Document| {
        let (store, dispatch) = (store.clone(), dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| hand_over::hand_over(document, &store, &dispatch));
        html! {
            <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{ document.name() }</dt>
                <dd class="govuk-summary-list__value">{ what_for(document) }</dd>
                <dd class="govuk-summary-list__actions">
                    <button type="button" class="rocu-link-button" id={format!("download-{}", id(document))} {onclick}>
                        { "Download" }<span class="govuk-visually-hidden">{ " " }{ document.name() }</span>
                    </button>
                </dd>
            </div>
        }
    };
    let on_copy = {
        let (store, dispatch) = (store.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let text = store.assessment.as_deref().map(crate::saved::save).unwrap_or_default();
            let dispatch = dispatch.clone();
            spawn_local(async move {
                let copied = clipboard::write(&text).await;
                dispatch.emit(Event::Told(copied.map_or(Notice::NotCopied, |()| Notice::Copied)));
            });
        })
    };
    let on_save = {
        let (store, dispatch) = (store.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| hand_over::hand_over(Document::Assessment, &store, &dispatch))
    };
    html! {
        <>
            { heading("Documents") }
            <p class="govuk-body">
                { "Every document is made in this page from the same report and carries the marking " }
                <strong>{ assessment.particulars.marking.words() }</strong>{ ". " }
                { "A file leaves this page only when you download it." }
            </p>
            <h2 class="govuk-heading-m">{ "Save the assessment" }</h2>
            <p class="govuk-body">{ "This file is the record: keep it where your unit keeps its papers, and open it here again." }</p>
            <div class="govuk-button-group">
                <button type="button" class="govuk-button" id="save" onclick={on_save}>{ "Save to a file" }</button>
                <button type="button" class="rocu-link-button" id="copy" onclick={on_copy}>{ "Copy it as text instead" }</button>
            </div>
            <h2 class="govuk-heading-m">{ "Hand on the gap summary" }</h2>
            <p class="govuk-body">
                { "To print, or to make a PDF, open the " }
                <a class="govuk-link" href={Route::Gaps.fragment()}>{ "gap summary" }</a>{ " and choose Print." }
            </p>
            <dl class="govuk-summary-list">{ for Document::ALL[1..].iter().map(|document| row(*document)) }</dl>
        </>
    }
}

/// The name of a document's button.
const fn id(document: Document) -> &'static str {
    match document {
        Document::Assessment => "assessment",
        Document::GapSummaryHtml => "html",
        Document::Answers => "answers",
        Document::GapsAndActions => "gaps-and-actions",
        Document::Commitment => "commitment",
        Document::HeatMap => "heat-map",
        Document::ReportData => "json",
        Document::Workbook => "workbook",
    }
}

const fn what_for(document: Document) -> &'static str {
    match document {
        Document::Assessment => "To be opened here again.",
        Document::GapSummaryHtml => "One HTML file that opens in any browser and prints like this page.",
        Document::Answers => "CSV for a spreadsheet: a row for each question that is asked.",
        Document::GapsAndActions => "CSV for a spreadsheet: a row for each action, and for each gap without one.",
        Document::Commitment => "CSV for a spreadsheet: capabilities by force.",
        Document::HeatMap => "CSV for a spreadsheet: topics by theme.",
        Document::ReportData => "JSON for other programs: the whole gap summary as data.",
        Document::Workbook => "Every question as a paper form, for rooms that no device may enter.",
    }
}
