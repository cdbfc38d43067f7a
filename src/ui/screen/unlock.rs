//! Unlocking a file that was chosen: it asks for the passphrase before anything of the file is shown.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::heading;
use super::lock_settings::LockSettings;
use crate::browser::document;
use crate::session::{Event, Keeping, LockedFile, Locking};
use crate::ui::component::PassphraseForm;
use crate::ui::effect::locks::NotUnlocked;
use crate::ui::effect::opening::{self, Desk};
use crate::ui::effect::{InPlace, Keeper};
use crate::ui::words::locks;
use crate::ui::{use_dispatch, use_store};

/// Which file.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The file.
    pub file: LockedFile,
}

/// The page.
#[component]
pub(super) fn Unlock(props: &Props) -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let (keeper, in_place) = (use_context::<Keeper>(), use_context::<InPlace>());
    let (busy, problem) = (use_state(|| false), use_state(|| None::<AttrValue>));
    use_effect_with((), |()| document::focus_at_top("page-heading"));
    let is_kept_openly = store.locking == Locking::Off && !matches!(store.keeping, Keeping::Nothing | Keeping::Refused);
    let settings = html! { <LockSettings locking={store.locking} keeper={keeper.clone()} /> };
    let on_passphrase = {
        let (busy, problem, file, dispatch) = (busy.clone(), problem.clone(), props.file.clone(), dispatch.clone());
        Callback::from(move |passphrase| {
            let (Some(keeper), Some(in_place)) = (keeper.clone(), in_place.clone()) else { return };
            let told = dispatch.clone();
            let telling = Callback::from(move |event: Event| event.of_unlocked_file().for_each(|it| told.emit(it)));
            let desk = Desk::of(&store, keeper, in_place, telling);
            let (busy, problem, file) = (busy.clone(), problem.clone(), file.clone());
            busy.set(true);
            spawn_local(async move {
                if let Err(why) = opening::unlock(&passphrase, &file, desk).await {
                    problem.set(Some(AttrValue::from(match why {
                        NotUnlocked::Refused => locks::NOT_DONE,
                        NotUnlocked::Because(why) => locks::not_unlocked(why),
                    })));
                    busy.set(false);
                }
            });
        })
    };
    let on_cancel = dispatch.reform(|_: MouseEvent| Event::PutAway);
    html! {
        <>
            { heading("Unlock the assessment file") }
            <p class="govuk-body">
                { "“" }<bdi>{ &props.file.name }</bdi>{ "” is locked with a passphrase. Until you unlock it, nothing here changes." }
            </p>
            <PassphraseForm
                name="unlock" label="Passphrase of the file" action="Unlock" waiting="Unlocking… This takes a second or more."
                busy={*busy} problem={(*problem).clone()} {on_passphrase} {on_cancel}
            />
            if is_kept_openly {
                <p class="govuk-body" id="kept-openly">
                    { "The working copy that this browser then keeps is not locked. To change that, lock the working copies first." }
                </p>
                { settings }
            }
        </>
    }
}
