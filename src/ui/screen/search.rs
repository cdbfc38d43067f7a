//! Search in questions, answers, actions and the glossary, with the way to each place.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::heading;
use crate::assessment::edit::Field;
use crate::assessment::search::{Hit, Place, search};
use crate::assessment::{Assessment, guide};
use crate::framework::{Framework, QuestionId};
use crate::report::count;
use crate::session::{Event, Route};
use crate::ui::component::HitList;
use crate::ui::{use_dispatch, use_store};

/// How many hits of a kind are shown.
const MOST: usize = 50;

/// The kinds of places, in the order of the page.
const KINDS: [&str; 4] = ["Questions", "Answers", "Actions", "Glossary"];

/// The page.
#[component]
pub fn Search() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let framework = store.framework();
    let oninput =
        dispatch.reform(|event: InputEvent| Event::Sought(event.target_unchecked_into::<HtmlInputElement>().value()));
    let hits = search(framework, assessment, &store.sought);
    let found = match hits.len() {
        _ if store.sought.trim().is_empty() => String::new(),
        0 => String::from("0 places found. Try fewer or shorter words."),
        hits => format!("{} found", count(hits, "place")),
    };
    html! {
        <>
            { heading("Search") }
            <div class="govuk-form-group">
                <label class="govuk-label" for="search">{ "Words in questions, evidence, notes, actions or the glossary" }</label>
                <input
                    class="govuk-input" type="search" id="search" name="search" autocomplete="off"
                    value={store.sought.clone()} {oninput}
                />
            </div>
            // There before it says anything: what comes together with its words is not announced.
            <p class="govuk-body" role="status" id="found">{ found }</p>
            { for KINDS.map(|name| {
                let of_kind: Vec<&Hit> = hits.iter().filter(|hit| kind_of(&hit.place) == name).collect();
                kind(framework, assessment, name, &of_kind)
            }) }
        </>
    }
}

fn kind_of(place: &Place) -> &'static str {
    match place {
        Place::Question(_) => KINDS[0],
        Place::Answer(..) => KINDS[1],
        Place::Action(..) => KINDS[2],
        Place::Term(_) => KINDS[3],
    }
}

fn kind(framework: &Framework, assessment: &Assessment, name: &str, hits: &[&Hit]) -> Html {
    if hits.is_empty() {
        return Html::default();
    }
    let shown = hits.iter().take(MOST).map(|hit| (way(framework, assessment, &hit.place), (*hit).clone()));
    let all = if hits.len() > MOST { format!("{name}: the first {MOST} of {}", hits.len()) } else { name.to_owned() };
    html! {
        <section aria-labelledby={format!("found-{name}")}>
            <h2 class="govuk-heading-m" id={format!("found-{name}")}>{ all }</h2>
            <HitList hits={shown.map(|((route, remark), hit)| (route, hit, remark)).collect::<Vec<_>>()} />
        </section>
    }
}

/// The way to a place, and what there is to say of it.
fn way(framework: &Framework, assessment: &Assessment, place: &Place) -> (Route, &'static str) {
    let question = |id: &QuestionId, remark| {
        let Some(asked) = framework.question(id) else { return (Route::Tasks, remark) };
        let is_asked = guide::asks(assessment, asked.topic, asked.question);
        let remark = if is_asked { remark } else { "Not asked as the answers stand" };
        (Route::Topic(asked.topic.id.clone(), is_asked.then(|| id.clone())), remark)
    };
    match place {
        Place::Question(id) => question(id, ""),
        Place::Answer(id, Field::Detail) => question(id, "Detail"),
        Place::Answer(id, Field::Evidence) => question(id, "Evidence"),
        Place::Answer(id, Field::Note) => question(id, "Note"),
        Place::Action(id, _) => (Route::Actions(Some(id.clone())), ""),
        Place::Term(number) => (Route::Term(*number), ""),
    }
}
