//! The page while it is locked: it asks for the passphrase, and shows nothing of any assessment.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::heading;
use crate::assessment::Marking;
use crate::browser::document;
use crate::saved::UnlockError;
use crate::session::{Event, Locking};
use crate::ui::component::{AskTwice, MarkingBar, NoticeBanner, PassphraseForm};
use crate::ui::effect::Keeper;
use crate::ui::effect::locks::NotUnlocked;
use crate::ui::words::{self, locks};
use crate::ui::{use_dispatch, use_store};

/// The whole of the locked page.
#[component]
pub fn LockedUp() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let keeper = use_context::<Keeper>();
    let (busy, problem) = (use_state(|| false), use_state(|| None::<AttrValue>));
    use_effect_with((), |()| document::focus_at_top("page-heading"));
    let on_passphrase = {
        let (busy, problem, keeper) = (busy.clone(), problem.clone(), keeper.clone());
        Callback::from(move |passphrase| {
            let Some(keeper) = keeper.clone() else { return };
            let (busy, problem) = (busy.clone(), problem.clone());
            busy.set(true);
            spawn_local(async move {
                if let Err(why) = keeper.unlock(passphrase).await {
                    problem.set(Some(AttrValue::from(match why {
                        NotUnlocked::Refused => locks::NOT_DONE,
                        NotUnlocked::Because(why) => locks::not_unlocked_copies(why),
                    })));
                    busy.set(false);
                }
            });
        })
    };
    let marking = Marking::Official.words();
    let damaged = store.locking == Locking::Damaged;
    html! {
        <>
            <MarkingBar {marking} example=false />
            <div class="govuk-width-container">
                <main class="govuk-main-wrapper" id="main" tabindex="-1">
                    if let Some(notice) = &store.notice {
                        <NoticeBanner
                            problem=true lines={words::notice(notice, store.framework())} remedy={None} can_undo=false
                            on_undo={Callback::noop()} on_dismiss={dispatch.reform(|()| Event::Dismissed)}
                        />
                    }
                    { heading("This page is locked") }
                    if damaged {
                        <p class="govuk-body">{ locks::not_unlocked_copies(UnlockError::Damaged) }</p>
                        <p class="govuk-body">
                            { "To keep working copies in this browser again, wipe the damaged ones. Until then nothing is kept here." }
                        </p>
                    } else {
                        <p class="govuk-body">
                            { "The working copies in this browser are locked with a passphrase. Nothing of them is shown until you \
                               enter it." }
                        </p>
                        <PassphraseForm
                            name="open-copies" label="Passphrase of the working copies" action="Unlock"
                            waiting="Unlocking… This takes a second or more." busy={*busy} problem={(*problem).clone()} {on_passphrase}
                        />
                    }
                    <Forgotten {keeper} {damaged} />
                </main>
            </div>
            <MarkingBar {marking} example=false at_foot=true />
        </>
    }
}

/// Who can wipe.
#[derive(Properties, PartialEq)]
struct ForgottenProps {
    keeper: Option<Keeper>,
    /// Whether no passphrase helps.
    damaged: bool,
}

/// What is left where no passphrase helps, or whoever is here has forgotten it. Wiping can't be undone, so it is asked twice.
#[component]
fn Forgotten(props: &ForgottenProps) -> Html {
    let deed = |deed: fn(&Keeper)| {
        let keeper = props.keeper.clone();
        Callback::from(move |()| keeper.iter().for_each(deed))
    };
    html! {
        <details class="govuk-details" id="forgotten" open={props.damaged}>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{ if props.damaged { "Go on without them" } else { "I do not have the passphrase" } }</span>
            </summary>
            <div class="govuk-details__text">
                <p class="govuk-body">
                    if !props.damaged { { "Nobody can recover it. " } }
                    { "A file that you saved opens without this passphrase. You can work without the locked working \
                       copies: they stay, and nothing of what you then do is kept in this browser. Or you can wipe them." }
                </p>
                <div>
                    <button
                        type="button" class="govuk-button govuk-button--secondary" id="pass-by"
                        onclick={deed(Keeper::pass_by).reform(|_| ())}
                    >
                        { "Work without them" }
                    </button>
                </div>
                <AskTwice
                    name="wipe-locked" ask="Wipe the locked working copies" sure="Wipe them for good" loses=true
                    warning="This wipes all locked working copies from this browser. What is not saved in a file can’t be brought back."
                    on_sure={deed(Keeper::wipe_locked)}
                />
            </div>
        </details>
    }
}
