//! Locking the working copies with a passphrase: turning it on and off, and when the page locks itself.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::session::Locking;
use crate::ui::component::PassphraseForm;
use crate::ui::effect::Keeper;
use crate::ui::words::locks;

/// After how many minutes the page may lock itself; 0 is never.
const MINUTES: [u32; 4] = [0, 5, 15, 30];

/// How it is.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Whether working copies are locked.
    pub locking: Locking,
    /// Who locks them.
    pub keeper: Option<Keeper>,
}

/// What can be changed about it.
#[component]
pub(super) fn LockSettings(props: &Props) -> Html {
    let (busy, problem) = (use_state(|| false), use_state(|| None::<AttrValue>));
    let on_passphrase = {
        let (busy, problem, keeper) = (busy.clone(), problem.clone(), props.keeper.clone());
        Callback::from(move |passphrase| {
            let Some(keeper) = keeper.clone() else { return };
            let (busy, problem) = (busy.clone(), problem.clone());
            busy.set(true);
            spawn_local(async move {
                let locked = keeper.lock_copies(passphrase).await;
                problem.set(locked.err().map(|_| AttrValue::from(locks::NOT_DONE)));
                busy.set(false);
            });
        })
    };
    let on_unlock = {
        let (problem, keeper) = (problem.clone(), props.keeper.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(keeper) = keeper.clone() else { return };
            let problem = problem.clone();
            spawn_local(async move {
                let unlocked = keeper.unlock_copies().await;
                problem.set(unlocked.err().map(|_| AttrValue::from(locks::NOT_DONE)));
            });
        })
    };
    let on_minutes = {
        let keeper = props.keeper.clone();
        Callback::from(move |event: web_sys::Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let minutes = chosen.parse().unwrap_or_default();
            if let Some(keeper) = &keeper {
                keeper.lock_after(minutes);
            }
        })
    };
    match props.locking {
        Locking::Off => html! {
            <details class="govuk-details" open={*busy || problem.is_some()}>
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{ "Lock the working copies with a passphrase" }</span>
                </summary>
                <div class="govuk-details__text">
                    <p class="govuk-body">
                        { "All working copies in this browser are then encrypted, and this page asks for the passphrase whenever it \
                           is opened. Files that you save are not changed by it." }
                    </p>
                    <PassphraseForm
                        name="lock-copies" label="Passphrase for the working copies" action="Lock the working copies" chosen=true
                        waiting="Locking… This takes a second or more." busy={*busy} problem={(*problem).clone()} {on_passphrase}
                    />
                </div>
            </details>
        },
        Locking::On { minutes } => html! {
            <>
                <p class="govuk-body">
                    { "The working copies are locked with a passphrase: others who use this device can’t read them. “Lock this page \
                       now” stands at the foot of every page." }
                </p>
                if let Some(problem) = &*problem {
                    <p class="govuk-error-message" role="alert">{ problem }</p>
                }
                <div class="govuk-form-group">
                    <label class="govuk-label" for="lock-after">{ "Lock by itself when nobody is here" }</label>
                    <select autocomplete="off" class="govuk-select" id="lock-after" onchange={on_minutes}>
                        { for MINUTES.map(|it| html! {
                            <option value={it.to_string()} selected={it == minutes}>{ after(it) }</option>
                        }) }
                    </select>
                </div>
                <div>
                    <button type="button" class="govuk-button govuk-button--secondary" id="unlock-copies" onclick={on_unlock}>
                        { "Turn the lock off" }
                    </button>
                </div>
            </>
        },
        Locking::Closed | Locking::Damaged | Locking::PassedBy => Html::default(),
    }
}

fn after(minutes: u32) -> String {
    if minutes == 0 { String::from("Never") } else { format!("After {minutes} minutes") }
}
