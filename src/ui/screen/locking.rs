//! Saving the assessment as a file that is locked with a passphrase.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser::{document, save_as};
use crate::saved::Passphrase;
use crate::session::Event;
use crate::ui::component::arrival::{Stage, Way};
use crate::ui::component::{Arrival, PassphraseForm};
use crate::ui::effect::hand_over::Made;
use crate::ui::words::locks;
use crate::ui::{use_dispatch, use_store};

/// The passphrase, and how far the file has come.
#[component]
pub(super) fn LockedFileForm() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let (busy, problem) = (use_state(|| false), use_state(|| None::<AttrValue>));
    // The file stays here for another way to save it: the passphrase is not asked for again.
    let (stage, made) = (use_state(|| None::<Stage>), use_mut_ref(|| None::<Made>));
    let on_passphrase = {
        let (store, dispatch, made) = (store.clone(), dispatch.clone(), made.clone());
        let (busy, problem, stage) = (busy.clone(), problem.clone(), stage.clone());
        Callback::from(move |passphrase: Passphrase| {
            let (store, dispatch, made) = (store.clone(), dispatch.clone(), made.clone());
            let (busy, problem, stage) = (busy.clone(), problem.clone(), stage.clone());
            busy.set(true);
            spawn_local(async move {
                match Made::locked(&store, &passphrase).await {
                    Ok(Some(file)) => {
                        let arrived = file.download();
                        if arrived.is_ok() {
                            dispatch.emit(Event::HandedOver);
                        }
                        stage.set(Some(arrived.map_or(Stage::Missing, |()| Stage::HandedOver(file.name.clone()))));
                        *made.borrow_mut() = Some(file);
                        problem.set(None);
                    }
                    Ok(None) => {}
                    Err(_) => problem.set(Some(AttrValue::from(locks::NOT_DONE))),
                }
                busy.set(false);
            });
        })
    };
    let on_way = {
        let (stage, dispatch) = (stage.clone(), dispatch.clone());
        Callback::from(move |way: Way| {
            let (stage, made, dispatch) = (stage.clone(), made.clone(), dispatch.clone());
            spawn_local(async move {
                let file = made.borrow().clone();
                stage.set(match (way, file) {
                    (Way::Arrived, _) => {
                        dispatch.emit(Event::Arrived);
                        None
                    }
                    (Way::NotArrived, _) => {
                        dispatch.emit(Event::NotArrived);
                        Some(Stage::Missing)
                    }
                    (Way::SaveAs, Some(file)) => match file.save_as().await {
                        Ok(save_as::Picked::Saved) => {
                            dispatch.emit(Event::HandedOver);
                            dispatch.emit(Event::Arrived);
                            Some(Stage::Saved)
                        }
                        Ok(save_as::Picked::Cancelled) => None,
                        Err(_) => Some(Stage::Missing),
                    },
                    _ => None,
                });
                document::focus(if way == Way::Arrived { "locked-file" } else { "locked-arrival" });
            });
        })
    };
    let can_save_as = *stage == Some(Stage::Missing) && save_as::is_offered();
    html! {
        <section class="govuk-!-padding-top-2" aria-labelledby="locked-file">
            <h2 class="govuk-heading-m" id="locked-file" tabindex="-1">{ "Locked assessment file" }</h2>
            <p class="govuk-body">
                { "The same file, locked with a passphrase: for a share or a message that others can read. It opens here, or in \
                   any program for age files. Tell the passphrase on another way than the file." }
            </p>
            if stage.is_none() {
                <details class="govuk-details" open={*busy || problem.is_some()}>
                    <summary class="govuk-details__summary">
                        <span class="govuk-details__summary-text">{ "Save a locked file" }</span>
                    </summary>
                    <div class="govuk-details__text">
                        <PassphraseForm
                            name="lock" label="Passphrase for the file" action="Lock and save" chosen=true
                            waiting="Locking… This takes a second or more." busy={*busy} problem={(*problem).clone()} {on_passphrase}
                        />
                    </div>
                </details>
            }
            <Arrival name="locked" stage={(*stage).clone()} {can_save_as} as_text=false {on_way} />
        </section>
    }
}
