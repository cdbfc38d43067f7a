//! What was changed here and what else a file holds of it: both are shown, and made one.

use yew::prelude::*;

use super::heading;
use crate::assessment::Assessment;
use crate::assessment::history::remembered_between;
use crate::assessment::merge::{Conflict, Merged, Spot};
use crate::browser::document;
use crate::framework::Framework;
use crate::report::{Cell, Table, count};
use crate::session::{Event, Filing, Other, Route};
use crate::ui::component::{ConflictCard, ReportTable};
use crate::ui::effect::InPlace;
use crate::ui::{use_dispatch, use_store, words};

/// The page.
#[component]
pub fn Merge() -> Html {
    let store = use_store();
    let (Some(ours), Some(other), Some(merged)) = (store.assessment.clone(), store.other(), store.merged()) else {
        return html! {
            <>
                { heading("Both versions") }
                <p class="govuk-body">
                    { "No file is known here that holds something else. " }
                    <a class="govuk-link" href={Route::Documents.fragment()}>{ "Go to Documents" }</a>
                </p>
            </>
        };
    };
    html! {
        <>
            { heading("The file holds something else") }
            <p class="govuk-body">
                { "“" }<bdi>{ &other.file }</bdi>
                { "” differs from what is open here: somebody else changed it, or it is older. Nothing was written over it, and \
                   nothing that you typed is lost." }
            </p>
            { match &merged {
                Ok(merged) => together(merged, &ours, other, store.framework()),
                Err(why) => html! { <p class="govuk-body">{ words::merge::not_merged(*why) }</p> },
            } }
            <Deeds open={merged.map(|merged| merged.open()).ok()} />
        </>
    }
}

/// What is settled by itself, and what the user settles.
fn together(merged: &Merged, ours: &Assessment, other: &Other, framework: &Framework) -> Html {
    let taken = taken(merged, ours, framework);
    html! {
        <>
            if other.base.is_none() {
                <p class="govuk-body">
                    { "This device does not know how both were when they were last the same, so whatever differs is asked." }
                </p>
            }
            if merged.conflicts.is_empty() {
                <p class="govuk-body">{ "No answer, text or action was changed by both of you in different ways, so both go together by themselves." }</p>
            } else {
                <section aria-labelledby="both-changed">
                    <h2 class="govuk-heading-m" id="both-changed">{ "Changed by both: you decide" }</h2>
                    { for merged.conflicts.iter().enumerate().map(|(at, it)| html! {
                        <Settle {at} conflict={it.clone()} />
                    }) }
                </section>
            }
            if !taken.rows.is_empty() {
                <section aria-labelledby="taken">
                    <h2 class="govuk-heading-m" id="taken">{ "Changed by the other side only: taken" }</h2>
                    <ReportTable table={taken} />
                </section>
            }
            if !merged.renumbered.is_empty() {
                <p class="govuk-body">
                    { "Both of you gave the same number to actions of your own. Yours keep theirs; from the file: " }
                    { merged.renumbered.iter().map(|(from, to)| format!("{from} is now {to}")).collect::<Vec<_>>().join(", ") }
                    { "." }
                </p>
            }
        </>
    }
}

/// What only the other side changed.
fn taken(merged: &Merged, ours: &Assessment, framework: &Framework) -> Table {
    let asked = |spot: &Spot| merged.conflicts.iter().any(|conflict| conflict.spot == *spot);
    let all = remembered_between(ours, &merged.assessment).into_iter();
    let rows = all.filter(|it| !asked(&Spot::Place(it.place.clone()))).map(|it| {
        let say = |text: Option<String>| {
            text.map_or_else(|| String::from("–"), |text| words::history::text(&it.place, &text, framework))
        };
        let about = words::history::place(&it.place, framework, &merged.assessment);
        vec![Cell::text(about), Cell::text(say(it.from)), Cell::text(say(it.to))]
    });
    Table {
        caption: String::from("What comes from the file"),
        columns: ["What", "Yours so far", "From the file"].map(str::to_owned).into(),
        rows: rows.collect(),
    }
}

/// What one conflict needs.
#[derive(Properties, PartialEq)]
struct SettleProps {
    at: usize,
    conflict: Conflict,
}

/// One conflict.
#[component]
fn Settle(props: &SettleProps) -> Html {
    let (store, dispatch) = (use_store(), use_dispatch());
    let (conflict, framework) = (&props.conflict, store.framework());
    let (Some(ours), Some(other)) = (&store.assessment, store.other()) else { return Html::default() };
    let side = |text: Option<&String>, of: &Assessment| {
        let changed = words::merge::changed(&conflict.spot, of).map(AttrValue::from);
        (AttrValue::from(words::merge::value(conflict, text, framework)), changed)
    };
    let spot = conflict.spot.clone();
    html! {
        <ConflictCard
            name={name(props.at)}
            about={words::merge::spot(&conflict.spot, framework, ours)}
            ours={side(conflict.ours.as_ref(), ours)}
            theirs={side(conflict.theirs.as_ref(), &other.theirs)}
            can_join={conflict.can_join}
            settled={conflict.settled}
            on_settle={dispatch.reform(move |side| Event::Filing(Filing::Settled(spot.clone(), side)))}
        />
    }
}

fn name(at: usize) -> String {
    format!("conflict-{at}")
}

/// How many conflicts are open; nothing where both can't be made one.
#[derive(Properties, PartialEq)]
struct DeedsProps {
    open: Option<usize>,
}

/// What the user can do now.
#[component]
fn Deeds(props: &DeedsProps) -> Html {
    let (store, dispatch) = (use_store(), use_dispatch());
    let in_place = use_context::<InPlace>();
    let is_reminded = use_state(|| false);
    let on_save = {
        let (store, in_place, is_reminded) = (store.clone(), in_place.clone(), is_reminded.clone());
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| match (store.settled(crate::ui::app::now()), store.other(), &in_place) {
            (Some(settled), Some(other), Some(in_place)) => {
                dispatch.emit(Event::Went(Route::Documents));
                in_place.save_merged(settled, other);
            }
            (None, ..) => {
                is_reminded.set(true);
                let merged = store.merged().and_then(Result::ok);
                let first = merged.and_then(|it| it.conflicts.iter().position(|conflict| conflict.settled.is_none()));
                document::focus(&name(first.unwrap_or_default()));
            }
            _ => {}
        })
    };
    let on_take = {
        let (store, in_place, dispatch) = (store.clone(), in_place.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            if let (Some(other), Some(in_place)) = (store.other(), &in_place) {
                dispatch.emit(Event::Went(Route::Tasks));
                in_place.take_theirs(other);
            }
        })
    };
    let on_save_as = in_place.filter(|_| store.on_disk.is_offered).map(|in_place| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            let _ = in_place.save_as(&store);
        })
    });
    html! {
        <>
            if let Some(open) = props.open.filter(|open| *is_reminded && *open > 0) {
                <p class="govuk-error-message" role="alert">
                    { format!("{} still to be decided.", count(open, "point")) }
                </p>
            }
            <div class="govuk-button-group">
                if props.open.is_some() {
                    <button type="button" class="govuk-button" id="merge" onclick={on_save}>
                        { if store.file().is_some() { "Put both together and save" } else { "Put both together" } }
                    </button>
                }
                <button type="button" class="govuk-button govuk-button--secondary" id="take-theirs" onclick={on_take}>
                    { "Open what is in the file" }
                </button>
                if let Some(on_save_as) = on_save_as {
                    <button type="button" class="govuk-button govuk-button--secondary" id="save-yours-as" onclick={on_save_as}>
                        { "Save yours as another file…" }
                    </button>
                }
                <a class="govuk-link" href={Route::Documents.fragment()}>{ "Go back without saving" }</a>
            </div>
        </>
    }
}
