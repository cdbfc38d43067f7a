//! Bringing back an action plan that was edited in Excel: every change is shown before it is made.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::assessment::Assessment;
use crate::assessment::plan::{OtherAssessment, Plan, PlanChange};
use crate::browser::file::Chosen;
use crate::browser::{document, part};
use crate::report::{Cell, Table};
use crate::saved::plan::{LIMIT, PlanError};
use crate::session::Event;
use crate::ui::component::{FileButton, PlanReview};
use crate::ui::{use_dispatch, use_store, words};

/// The panel in which all this stands.
const PANEL: &str = "plan";

/// How far it has come.
#[derive(Clone, PartialEq)]
enum Stage {
    /// No file is chosen.
    Nothing,
    /// The file is being read.
    Reading,
    /// The file could not be read: a sentence, and points of their own.
    Refused(Vec<String>),
    /// What it holds. What it would change follows from what is open.
    Found(Rc<Plan>),
}

/// The field for the file, and what it would change.
#[component]
pub(super) fn BringBack() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let stage = use_state(|| Stage::Nothing);
    let Some(assessment) = store.assessment.clone() else { return Html::default() };
    let on_choose = {
        let stage = stage.clone();
        Callback::from(move |files: Vec<Chosen>| {
            let stage = stage.clone();
            stage.set(Stage::Reading);
            spawn_local(async move {
                if let [file, ..] = &files[..] {
                    stage.set(found(file).await);
                    document::focus(PANEL);
                }
            });
        })
    };
    let on_leave = {
        let stage = stage.clone();
        Callback::from(move |()| {
            stage.set(Stage::Nothing);
            document::focus(PANEL);
        })
    };
    html! {
        <section id={PANEL} tabindex="-1" aria-labelledby="plan-heading">
            <h2 class="govuk-heading-m" id="plan-heading">{ "Bring back an edited plan" }</h2>
            <FileButton
                name="open-plan" label="Open the Excel file of the gap summary" accept=".xlsx"
                hint="Owners, due dates and status that were edited on the sheet “Gaps and actions” are listed first; nothing is changed before you say so."
                {on_choose}
            />
            { match &*stage {
                Stage::Nothing => Html::default(),
                Stage::Reading => html! { <p class="govuk-body" role="status">{ "Reading the file…" }</p> },
                Stage::Refused(lines) => refused(lines),
                Stage::Found(plan) => match assessment.compare(plan) {
                    Err(OtherAssessment { .. }) => refused(&[words::plan::OTHER.to_owned()]),
                    Ok(found) => {
                        let (stage, plan) = (stage.clone(), plan.clone());
                        let on_take = dispatch.reform(move |()| {
                            stage.set(Stage::Nothing);
                            document::focus(PANEL);
                            Event::BroughtBack(plan.clone())
                        });
                        html! {
                            <PlanReview
                                changes={table(&found.changes, &assessment)}
                                remarks={found.remarks.iter().map(words::plan::remark).collect::<Vec<_>>()}
                                {on_take} {on_leave}
                            />
                        }
                    }
                },
            } }
        </section>
    }
}

fn table(changes: &[PlanChange], assessment: &Assessment) -> Table {
    let row = |change: &PlanChange| {
        let action = assessment.actions.iter().find(|action| action.id == change.action);
        let text = action.map(|action| action.text.as_str()).unwrap_or_default();
        let words = words::plan::change(change).into_iter();
        std::iter::once(format!("{} {text}", change.action)).chain(words).map(Cell::text).collect()
    };
    Table {
        caption: String::from("Changes in the file"),
        columns: ["Action", "What", "Now", "In the file"].map(str::to_owned).into(),
        rows: changes.iter().map(row).collect(),
    }
}

fn refused(lines: &[String]) -> Html {
    let mut lines = lines.iter();
    html! {
        <div class="govuk-error-summary" role="alert">
            { for lines.next().map(|line| html! { <p class="govuk-body"><bdi>{ line }</bdi></p> }) }
            <ul class="govuk-list govuk-list--bullet">{ for lines.map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul>
            <p class="govuk-body">{ "Nothing was changed." }</p>
        </div>
    }
}

/// Reads the file.
async fn found(file: &Chosen) -> Stage {
    if file.size() > LIMIT as u64 {
        return Stage::Refused(words::plan::refused(&PlanError::TooLarge { bytes: file.size() }));
    }
    let Ok(bytes) = file.read().await else { return Stage::Refused(vec![words::plan::NOT_READ.to_owned()]) };
    let read = part::plan(&bytes).await.ok();
    let read = read.and_then(|json| serde_json::from_str::<Result<Plan, PlanError>>(&json).ok());
    match read {
        None => Stage::Refused(vec![words::plan::NOT_OPENED.to_owned()]),
        Some(Err(error)) => Stage::Refused(words::plan::refused(&error)),
        Some(Ok(plan)) => Stage::Found(Rc::new(plan)),
    }
}
