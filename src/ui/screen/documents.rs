//! What can be handed on: the assessment as a file, and the gap summary in each form.

use yew::prelude::*;

use super::handing::{DocumentRows, use_handing};
use super::heading;
use super::locking::LockedFileForm;
use crate::export::Document;
use crate::session::{Filed, Keeping, Route, Session};
use crate::ui::component::arrival::Way;
use crate::ui::effect::InPlace;
use crate::ui::{summary, use_store};

/// The page.
#[component]
pub fn Documents() -> Html {
    let store = use_store();
    let handing = use_handing();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let download = classes!("govuk-button", store.on_disk.is_offered.then_some("govuk-button--secondary"));
    let on_copy = handing.on_way(Document::Assessment).reform(|_: MouseEvent| Way::Copy);
    html! {
        <>
            { heading("Documents") }
            <p class="govuk-body">
                { "Every document is made in this page from the same report and carries the marking " }
                <strong>{ summary::marked(&store, assessment).particulars.marking.words() }</strong>{ ". " }
                { "A file leaves this page only when you save or download it." }
            </p>
            if store.was_locked() {
                <p class="govuk-body">
                    { "This was opened from a locked file. To keep it locked, save a locked file; whatever else is made here can be read \
                       by anyone who has it." }
                </p>
                <LockedFileForm />
            }
            <h2 class="govuk-heading-m">{ "Save the assessment" }</h2>
            <p class="govuk-body">{ "This file is the record: keep it where your unit keeps its papers, and open it here again." }</p>
            if store.on_disk.is_offered && store.keeping != Keeping::Elsewhere {
                <SaveInPlace />
            }
            <div class="govuk-button-group">
                <button type="button" class={download} id="save" onclick={handing.on_download(Document::Assessment)}>
                    { if store.on_disk.is_offered { "Download a copy" } else { "Save to a file" } }
                </button>
                <button type="button" class="rocu-link-button" id="copy" onclick={on_copy}>{ "Copy it as text instead" }</button>
            </div>
            { handing.arrival(Document::Assessment) }
            if !store.was_locked() {
                <LockedFileForm />
            }
            <h2 class="govuk-heading-m">{ "Hand on the gap summary" }</h2>
            <p class="govuk-body">
                { "To print, or to make a PDF, open the " }
                <a class="govuk-link" href={Route::Gaps.fragment()}>{ "gap summary" }</a>{ " and choose Print." }
            </p>
            <DocumentRows documents={Document::ALL[1..].to_vec()} />
        </>
    }
}

/// Saving to the same file again and again.
#[component]
fn SaveInPlace() -> Html {
    let store = use_store();
    let in_place = use_context::<InPlace>();
    let deed = |deed: fn(&InPlace, &Session) -> bool| {
        let (store, in_place) = (store.clone(), in_place.clone());
        Callback::from(move |_: MouseEvent| {
            let _ = in_place.as_ref().is_some_and(|in_place| deed(in_place, &store));
        })
    };
    let on_save = deed(InPlace::save);
    let on_save_as = deed(InPlace::save_as);
    html! {
        <>
            if let Some(file) = store.file() {
                <p class="govuk-body" id="saved-to">
                    { "It is saved to “" }<bdi>{ &file.name }</bdi>
                    { if store.filed == Filed::All { "”, and all changes are in it." } else { "”. The latest changes are not in it yet." } }
                    if file.asks {
                        { " The browser may ask once whether this page may write to that file: allow it." }
                    }
                </p>
                <div class="govuk-button-group">
                    <button type="button" class="govuk-button" id="save-in-place" onclick={on_save}>{ "Save" }</button>
                    <button type="button" class="govuk-button govuk-button--secondary" id="save-as" onclick={on_save_as}>
                        { "Save as another file…" }
                    </button>
                </div>
            } else {
                if store.lost_file() {
                    <p class="govuk-body">
                        { "This browser does not know where its file is. Save asks you for that file, and compares before it writes \
                           there." }
                    </p>
                    <button type="button" class="govuk-button" id="save-in-place" onclick={on_save}>{ "Save" }</button>
                }
                <p class="govuk-body">
                    { "Choose a place once; from then on Save, or Ctrl and S, writes to the same file. To go on with a file that \
                       is there already, open it on the " }
                    <a class="govuk-link" href={Route::Start.fragment()}>{ "start page" }</a>
                    { " instead of choosing it here: a file that you choose here is \
                       replaced." }
                </p>
                <button type="button" class="govuk-button" id="save-as" onclick={on_save_as}>{ "Save as…" }</button>
            }
            if store.other().is_some() {
                <p class="govuk-body">
                    <a class="govuk-link" href={Route::Merge.fragment()}>{ "The file holds something else: look at both versions" }</a>
                </p>
            }
        </>
    }
}
