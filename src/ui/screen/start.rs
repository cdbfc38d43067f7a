//! The start: a new assessment, a file, a working copy, or the worked example.

use yew::prelude::*;

use super::heading;
use super::lock_settings::LockSettings;
use super::questions::Questions;
use super::unlock::Unlock;
use crate::assessment::Assessment;
use crate::browser::file::Chosen;
use crate::framework::{BUILT_INS, Framework};
use crate::report::count;
use crate::session::{Keeping, Locking, Route, WorkingCopy};
use crate::ui::component::{AskTwice, FileButton};
use crate::ui::effect::opening;
use crate::ui::effect::opening::From;
use crate::ui::effect::{Keeper, use_opening};
use crate::ui::{use_dispatch, use_store, words};

/// The start page.
#[component]
pub fn Start() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let keeper = use_context::<Keeper>();
    let listing = keeper.clone();
    let is_known = store.keeping != Keeping::Unknown;
    // When the page is opened, the keeper tells of itself.
    use_effect_with((), move |()| listing.iter().filter(|_| is_known).for_each(Keeper::list));
    let framework = store.framework().clone();
    let open = store.assessment.as_deref().map(Assessment::kept_as);
    let on_begin = {
        let (framework, dispatch) = (framework.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| opening::begin(&framework, &dispatch))
    };
    let on_example = {
        let (keeper, open, dispatch) = (keeper.clone(), open.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(keeper) = keeper.clone() {
                opening::show_example(open.clone(), keeper, dispatch.clone());
            }
        })
    };
    let on_open = use_opening();
    let on_picker = on_open.reform(|_: MouseEvent| From::Picker);
    let on_file = {
        Callback::from(move |files: Vec<Chosen>| {
            if let Some(file) = files.into_iter().next() {
                on_open.emit(From::Chosen(file));
            }
        })
    };
    if let Some(file) = store.locked.clone() {
        return html! { <Unlock {file} /> };
    }
    let copies: Vec<&WorkingCopy> = store.copies.iter().collect();
    let continues = copies.iter().any(|copy| open.as_deref() == Some(copy.id.as_str()));
    let begin = classes!("govuk-button", continues.then_some("govuk-button--secondary"));
    html! {
        <>
            { heading("Assess your region against the specialist capabilities and emerging threats") }
            <ul class="govuk-list govuk-list--bullet govuk-!-font-size-19">
                <li>{ what_is_asked(&framework) }</li>
                <li>{ "Allow half a day to a day. Have your regional threat assessment, collaboration agreements and the \
                       last inspection report at hand." }</li>
                <li>{ "What you type stays on this device. This page sends nothing, and never asks for names, operations, \
                       sources or tactics." }</li>
            </ul>
            if !copies.is_empty() {
                <section aria-labelledby="continue">
                    <h2 class="govuk-heading-m" id="continue">{ "Continue" }</h2>
                    <ul class="govuk-list rocu-copies">
                        { for copies.iter().enumerate().map(|(at, copy)| one(at, copy, &framework, open.as_deref(), keeper.as_ref())) }
                    </ul>
                </section>
            }
            <h2 class="govuk-heading-m">{ "Begin" }</h2>
            <div class="govuk-button-group">
                <button type="button" class={begin} id="new" onclick={on_begin}>{ "Start a new assessment" }</button>
                <button type="button" class="govuk-button govuk-button--secondary" id="example" onclick={on_example}>
                    { "Look at a worked example" }
                </button>
            </div>
            <div class="govuk-button-group">
                <a class="govuk-link" id="workbook" href={Route::Workbook.fragment()}>{ "Print a blank workbook" }</a>
                <a class="govuk-link" id="compare" href={Route::Compare.fragment()}>{ "Compare assessments" }</a>
            </div>
            <FileButton
                name="open" label="Open an assessment file" accept=".json,.age"
                hint="A file that ends in .rocu.json, or .rocu.json.age where it is locked. What is open now stays in this browser, or can be brought back with Undo."
                on_choose={on_file}
            />
            if store.on_disk.is_offered {
                <button type="button" class="govuk-button govuk-button--secondary" id="open-in-place" onclick={on_picker}>
                    { "Open a file and save back to it…" }
                </button>
                <p class="govuk-hint">
                    { "This browser can write to the file that you choose here, so that Save asks no question later. You can \
                       also drop a file on this page." }
                </p>
            }
            <Questions />
            <Storage keeping={store.keeping} locking={store.locking} copies={store.copies.len()} keeper={keeper.clone()} />
        </>
    }
}

fn what_is_asked(framework: &Framework) -> String {
    if BUILT_INS[0].is(framework.id.as_str(), &framework.version) {
        return String::from(
            "You answer 90 to 160 questions, depending on what your region has, on 13 capabilities, 3 threats, national \
             arrangements and your region, over as many sittings as you like, and get a gap summary for your board.",
        );
    }
    format!(
        "You answer up to {} of “{}”, over as many sittings as you like, and get a gap summary for your board.",
        count(framework.questions().count(), "question"),
        framework.name
    )
}

fn one(at: usize, copy: &WorkingCopy, framework: &Framework, open: Option<&str>, keeper: Option<&Keeper>) -> Html {
    let unit = if copy.unit.trim().is_empty() { "Unit not named yet" } else { &copy.unit };
    let described = html! { <span class="rocu-copies__words"><bdi>{ unit }</bdi>{ ": " }{ &copy.progress }</span> };
    if open == Some(copy.id.as_str()) {
        return html! {
            <li key={copy.id.clone()}>
                { described }
                <a class="govuk-button rocu-button--small" id="continue-open" href={copy.place.fragment()}>
                    { format!("Continue at “{}”", words::title(&copy.place, framework)) }
                </a>
            </li>
        };
    }
    let deed = |deed: fn(&Keeper, String)| {
        let (keeper, id) = (keeper.cloned(), copy.id.clone());
        Callback::from(move |()| keeper.iter().for_each(|keeper| deed(keeper, id.clone())))
    };
    html! {
        <li key={copy.id.clone()}>
            { described }
            <button
                type="button" class="govuk-button govuk-button--secondary rocu-button--small"
                onclick={deed(Keeper::resume).reform(|_| ())}
            >
                { "Take up" }<span class="govuk-visually-hidden">{ ": " }{ unit }</span>
            </button>
            <AskTwice
                name={format!("remove-{at}")} ask="Remove" about={unit.to_owned()} small=true sure="Remove it" loses=true
                warning={format!(
                    "This removes “{unit}: {}” from this browser. What is not saved in a file can’t be brought back.",
                    copy.progress
                )}
                on_sure={deed(Keeper::remove)}
            />
        </li>
    }
}

/// What the user can change about the working copies.
#[derive(Properties, PartialEq)]
struct StorageProps {
    keeping: Keeping,
    locking: Locking,
    copies: usize,
    keeper: Option<Keeper>,
}

/// Where what is typed is kept, and how to change that. Wiping can't be undone, so it is asked twice.
#[component]
fn Storage(props: &StorageProps) -> Html {
    let deed = |deed: fn(&Keeper)| {
        let keeper = props.keeper.clone();
        Callback::from(move |()| keeper.iter().for_each(deed))
    };
    html! {
        <section id="kept" tabindex="-1" aria-labelledby="storage">
            <h2 class="govuk-heading-m" id="storage">{ "What is kept on this device" }</h2>
            if props.keeping == Keeping::Nothing {
                <p class="govuk-body">
                    { "Nothing is kept in this browser. Save a file under Documents before you close the page." }
                </p>
                if props.locking == Locking::PassedBy {
                    <p class="govuk-body">
                        { "The locked working copies are still here. To unlock them, save what is open as a file and open this \
                           page again." }
                    </p>
                } else {
                    <button type="button" class="govuk-button govuk-button--secondary" id="keep" onclick={deed(Keeper::keep_again).reform(|_| ())}>
                        { "Keep a working copy in this browser" }
                    </button>
                }
            } else {
                <p class="govuk-body">
                    { "A working copy is kept in this browser after every change. Some organisations’ browsers forget it when \
                       they are closed. " }
                    if props.locking == Locking::Off {
                        { "Other pages opened from this device, and anyone who uses this account, may be able to read it. " }
                    }
                    { "The file that you save is the record." }
                </p>
                <LockSettings locking={props.locking} keeper={props.keeper.clone()} />
                <AskTwice
                    name="wipe" ask="Wipe all working copies and keep nothing on this device" sure="Wipe and keep nothing" loses=true
                    warning={format!("This wipes {} from this browser. What is not saved in a file can’t be brought back.", count(props.copies, "working copy"))}
                    on_sure={deed(Keeper::wipe)}
                />
            }
        </section>
    }
}
