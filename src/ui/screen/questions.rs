//! Which questions to assess against: those built in, or a framework file of the user's own.

use yew::prelude::*;

use crate::browser::file::Chosen;
use crate::framework::{BUILT_INS, BuiltIn, Framework};
use crate::session::Event;
use crate::ui::component::{FileButton, FrameworkSelect};
use crate::ui::effect::opening;
use crate::ui::{use_dispatch, use_store};

/// The choice on the start page.
#[component]
pub(super) fn Questions() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let in_use = store.framework();
    let mut offered: Vec<(String, String)> = BUILT_INS.iter().map(built_in).collect();
    offered.extend(store.library.own().iter().map(|framework| own(framework)));
    let on_choose = {
        let (library, dispatch) = (store.library.clone(), dispatch.clone());
        Callback::from(move |chosen: String| {
            let found = chosen.split_once('@').and_then(|(id, version)| library.find(id, version));
            if let Some(framework) = found {
                dispatch.emit(Event::ChoseFramework(framework));
            }
        })
    };
    let on_file = Callback::from(move |files: Vec<Chosen>| {
        files.into_iter().take(1).for_each(|file| opening::open_framework(file, dispatch.clone()));
    });
    let hint = if store.assessment.is_some() {
        "What is open is carried over to the questions that you choose. Nothing is dropped, and Undo brings it back."
    } else {
        "The first are the current ones."
    };
    html! {
        <>
            <h2 class="govuk-heading-m">{ "Which questions" }</h2>
            <FrameworkSelect {offered} in_use={key(in_use.id.as_str(), &in_use.version)} {hint} {on_choose} />
            <details class="govuk-details">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{ "Use a framework file of your own" }</span>
                </summary>
                <div class="govuk-details__text">
                    <FileButton
                        name="open-framework" label="Open a framework file" accept=".json"
                        hint="A JSON file with questions of your own. It is checked first; if anything in it is wrong, all of that is listed and nothing changes."
                        on_choose={on_file}
                    />
                </div>
            </details>
        </>
    }
}

fn key(id: &str, version: &str) -> String {
    format!("{id}@{version}")
}

fn built_in(it: &BuiltIn) -> (String, String) {
    (key(it.id, it.version), format!("{} ({})", it.name, it.version))
}

fn own(it: &Framework) -> (String, String) {
    (key(it.id.as_str(), &it.version), format!("{} ({} {}, your own)", it.name, it.id, it.version))
}
