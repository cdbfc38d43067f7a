//! What can be handed on: the assessment as a file, and the gap summary in each form.

use yew::prelude::*;

use super::handing::{DocumentRows, use_handing};
use super::heading;
use super::locking::LockedFileForm;
use crate::export::Document;
use crate::session::Route;
use crate::ui::component::arrival::Way;
use crate::ui::use_store;

/// The page.
#[component]
pub fn Documents() -> Html {
    let store = use_store();
    let handing = use_handing();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let on_copy = handing.on_way(Document::Assessment).reform(|_: MouseEvent| Way::Copy);
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
                <button type="button" class="govuk-button" id="save" onclick={handing.on_download(Document::Assessment)}>
                    { "Save to a file" }
                </button>
                <button type="button" class="rocu-link-button" id="copy" onclick={on_copy}>{ "Copy it as text instead" }</button>
            </div>
            { handing.arrival(Document::Assessment) }
            <LockedFileForm />
            <h2 class="govuk-heading-m">{ "Hand on the gap summary" }</h2>
            <p class="govuk-body">
                { "To print, or to make a PDF, open the " }
                <a class="govuk-link" href={Route::Gaps.fragment()}>{ "gap summary" }</a>{ " and choose Print." }
            </p>
            <DocumentRows documents={Document::ALL[1..].to_vec()} />
        </>
    }
}
