//! Guides, method, marking, storage, what is never asked, glossary, sources and what the file is made of.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::heading;
use crate::browser::part;
use crate::framework::{Certainty, Framework, Standing, Term};
use crate::session::{Event, Route};
use crate::ui::component::{Accessibility, Folded, Guides, MadeOf, ShortcutList};
use crate::ui::{use_dispatch, use_store};

/// The page.
#[component]
pub fn Help() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let wanted = use_state(String::new);
    let made_of = use_state(|| None);
    let on_ask = {
        let told = made_of.setter();
        Callback::from(move |()| {
            let told = told.clone();
            spawn_local(async move { told.set(Some(AttrValue::from(part::made_of().await.unwrap_or_default()))) });
        })
    };
    let framework = store.framework();
    let oninput = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| wanted.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let version = format!(
        "Tool {} (commit {}), framework {} {}.",
        env!("CARGO_PKG_VERSION"),
        option_env!("ROCU_COMMIT").unwrap_or("unknown"),
        framework.id,
        framework.version
    );
    let back = || {
        let way = |from: &Route| html! { <a class="govuk-back-link" id="back" href={from.fragment()}>{ "Back to where you were" }</a> };
        html! { <>{ for store.came_from.iter().map(way) }</> }
    };
    let found: Vec<(usize, &Term)> =
        framework.glossary.iter().enumerate().filter(|(_, term)| matches(term, &wanted)).collect();
    html! {
        <>
            if store.route != Route::Shortcuts {
                { back() }
            }
            { heading("Help") }
            <Guides />
            { method(framework) }
            { handling() }
            <section aria-labelledby="shortcuts">
                <h2 class="govuk-heading-m" id="shortcuts" tabindex="-1">{ "Shortcuts" }</h2>
                // Where the key that lists them leads the focus.
                if store.route == Route::Shortcuts {
                    { back() }
                }
                <ShortcutList on={store.shortcuts} on_switch={dispatch.reform(Event::SwitchedShortcuts)} />
            </section>
            <section aria-labelledby="glossary">
                <h2 class="govuk-heading-m" id="glossary">{ "Glossary" }</h2>
                <div class="govuk-form-group">
                    <label class="govuk-label" for="glossary-search">{ "Find a term" }</label>
                    <input
                        class="govuk-input govuk-!-width-one-half" type="search" id="glossary-search" autocomplete="off"
                        value={(*wanted).clone()} {oninput}
                    />
                </div>
                <p class="govuk-body-s" role="status">{ format!("{} of {} terms", found.len(), framework.glossary.len()) }</p>
                <dl class="govuk-summary-list">{ for found.into_iter().map(term) }</dl>
            </section>
            { sources(framework) }
            <Accessibility />
            <MadeOf {version} parts={(*made_of).clone()} {on_ask} />
        </>
    }
}

fn matches(term: &Term, wanted: &str) -> bool {
    let wanted = wanted.trim().to_lowercase();
    [Some(&term.term), term.full.as_ref(), Some(&term.meaning)]
        .into_iter()
        .flatten()
        .any(|text| text.to_lowercase().contains(&wanted))
}

fn method(framework: &Framework) -> Html {
    let standing = |standing: Standing| {
        let means = match standing {
            Standing::Meets => "what is asked is met.",
            Standing::Elsewhere => "another body provides it; then access is asked about.",
            Standing::PartlyShort => "a gap: it is met in part.",
            Standing::Short => "a gap: it is not met.",
        };
        html! { <li><strong>{ standing.marked() }</strong>{ ": " }{ means }</li> }
    };
    let certainties = [Certainty::Confirmed, Certainty::Reported, Certainty::Reconstructed, Certainty::Ours];
    html! {
        <section aria-labelledby="method">
            <h2 class="govuk-heading-m" id="method">{ "Method" }</h2>
            { for framework.about.iter().map(|line| html! { <p class="govuk-body">{ line }</p> }) }
            <p class="govuk-body">{ "Each level of each scale has a standing:" }</p>
            <ul class="govuk-list govuk-list--bullet">{ for Standing::ALL.map(standing) }</ul>
            <p class="govuk-body">
                { "A question without an answer is not assessed, which is never the same as falling short. Answers are \
                   counted and never added up to one score. Where forces answer one by one, the weakest of them decides; \
                   that all of them meet is said only when all have been asked." }
            </p>
            <p class="govuk-body">
                { "A gap is an answer below the minimum expectation, which each question names. You may set a target of your own \
                   for a topic, one level above or below, and say why; the gap summary shows it. A gap that the region decides \
                   to live with can be accepted with a reason." }
            </p>
            <p class="govuk-body">{ "Gaps are ranked by the first of these rules that fits:" }</p>
            <ol class="govuk-list govuk-list--number">
                { for framework.concern_rules.iter().map(|rule| html! {
                    <li><strong>{ rule.concern.word() }</strong>{ ": " }{ &rule.because }</li>
                }) }
            </ol>
            <p class="govuk-body">{ "How sure a claim is:" }</p>
            <ul class="govuk-list govuk-list--bullet">
                { for certainties.map(|it| html! { <li><strong>{ it.word() }</strong>{ ": " }{ it.meaning() }{ "." }</li> }) }
            </ul>
            <p class="govuk-body">
                { "To work as the College of Policing advises, let each capability lead answer alone first, then agree the \
                   answers together." }
            </p>
        </section>
    }
}

fn handling() -> Html {
    html! {
        <section aria-labelledby="handling">
            <h2 class="govuk-heading-m" id="handling">{ "Marking and handling" }</h2>
            <p class="govuk-body">
                { "The marking stands at the top and bottom of every page. A completed assessment starts as \
                   OFFICIAL-SENSITIVE, because it may show gaps in covert capabilities; you can change that under Particulars \
                   on your security adviser’s word. Nothing above OFFICIAL-SENSITIVE belongs here." }
            </p>
            <p class="govuk-body">
                { "Never write names of people, operation names, numbers of sources or undercover officers, equipment, \
                   tactics, premises or interception. No question needs them." }
            </p>
            <h2 class="govuk-heading-m" id="kept">{ "Where your data is kept" }</h2>
            <p class="govuk-body">
                { "In this page, and as a working copy in this browser on this device. The page can make no network request: \
                   its own security policy forbids it. In Edge and Chrome, every page opened from this device shares one \
                   storage, so another local page could read or change the working copy; in Firefox a moved or renamed file finds \
                   no working copy. So the file that you save is the record. The line at the top of every page says what the \
                   browser keeps and whether a file has it." }
            </p>
            <p class="govuk-body">
                { "Every change is written to the disk at once, and the state before it stays until the new one is whole. If \
                   the tool is open in two windows, one of them changes an assessment and the other reads it, until you \
                   choose to continue there." }
            </p>
            <p class="govuk-body">
                { "Edge and Chrome can save to the same file again and again: choose “Save as…” under Documents once, or open \
                   the file on the " }
                { to_start("start page") }
                { " with “Open a file and save back to it”. Right before it is written the file is \
                   read: if somebody else changed it, both versions are shown and put together, and you decide what both of \
                   you changed. After that it is read back. Other browsers download a file each time." }
            </p>
            <p class="govuk-body">
                { "On a device that others use, lock the working copies with a passphrase: go to " }
                { to_start("Start") }
                { ". They are then encrypted, and \
                   the page asks for the passphrase when it is opened. The assessment can also be saved as a locked file, under \
                   Documents. Nobody can recover a lost passphrase, so keep an unlocked file where your unit keeps its papers." }
            </p>
            <p class="govuk-body">
                { "To wipe the working copies, go to " }
                { to_start("Start") }
                { " and choose “Wipe all working copies”. To keep nothing at all, do \
                   so before you begin." }
            </p>
        </section>
    }
}

/// The way to where working copies are locked and wiped.
fn to_start(name: &'static str) -> Html {
    html! { <a class="govuk-link" href={Route::Start.fragment()}>{ name }</a> }
}

fn term((number, term): (usize, &Term)) -> Html {
    html! {
        <div class="govuk-summary-list__row" id={format!("term-{number}")} tabindex="-1" key={number}>
            <dt class="govuk-summary-list__key">{ &term.term }</dt>
            <dd class="govuk-summary-list__value">
                { for term.full.iter().map(|full| html! { <><strong>{ full }</strong>{ ". " }</> }) }
                { &term.meaning }
            </dd>
        </div>
    }
}

fn sources(framework: &Framework) -> Html {
    html! {
        <section aria-labelledby="sources">
            <h2 class="govuk-heading-m" id="sources">{ "Sources" }</h2>
            <p class="govuk-body">
                { "Addresses are text to copy, not links, so that a marked page is never left by a click. Publications of the \
                   inspectorate are Crown copyright, used under the Open Government Licence v3.0." }
            </p>
            <Folded name={format!("{} sources", framework.sources.len())}>
                <dl class="govuk-summary-list">
                    { for framework.sources.iter().map(|source| html! {
                        <div class="govuk-summary-list__row">
                            <dt class="govuk-summary-list__key">{ source.id.to_string() }</dt>
                            <dd class="govuk-summary-list__value">
                                { &source.title }<br />{ &source.address }{ if source.mirror { " (copy)" } else { "" } }
                            </dd>
                        </div>
                    }) }
                </dl>
            </Folded>
        </section>
    }
}
