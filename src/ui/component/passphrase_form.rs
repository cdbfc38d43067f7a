//! Asking for a passphrase: once to unlock, twice to lock.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::text_field::error_message;
use crate::saved::{Passphrase, Unfit};
use crate::ui::words::locks;

/// What is asked for.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The start of the ids.
    pub name: AttrValue,
    /// What the passphrase is that is asked for.
    pub label: AttrValue,
    /// What its button says.
    pub action: AttrValue,
    /// What is said while it is tried: the page stands still for about a second.
    pub waiting: AttrValue,
    /// Whether it is chosen here, and so entered twice.
    #[prop_or_default]
    pub chosen: bool,
    /// Whether it is being tried.
    pub busy: bool,
    /// Why the last one did not do.
    pub problem: Option<AttrValue>,
    /// A passphrase was entered.
    pub on_passphrase: Callback<Passphrase>,
    /// The user would rather not.
    #[prop_or_default]
    pub on_cancel: Option<Callback<MouseEvent>>,
}

/// The fields. What is typed stands in them and nowhere else until the button is pressed.
#[component]
pub fn PassphraseForm(props: &Props) -> Html {
    let (shown, unfit) = (use_state(|| false), use_state(|| None::<Unfit>));
    let fields = [use_node_ref(), use_node_ref()];
    let enter = {
        let (fields, unfit, chosen, on) = (fields.clone(), unfit.clone(), props.chosen, props.on_passphrase.clone());
        Callback::from(move |()| {
            let [typed, again] = fields.each_ref().map(|it| it.cast::<HtmlInputElement>().map(|it| it.value()));
            let (typed, again) = (typed.unwrap_or_default(), again.unwrap_or_default());
            match if chosen { Passphrase::chosen(typed, &again) } else { Passphrase::given(typed) } {
                Ok(passphrase) => {
                    unfit.set(None);
                    on.emit(passphrase);
                }
                Err(why) => unfit.set(Some(why)),
            }
        })
    };
    let wrong = unfit.map(|why| AttrValue::from(locks::unfit(why))).or_else(|| props.problem.clone());
    let wrong = wrong.filter(|_| !props.busy);
    let at_second = *unfit == Some(Unfit::Differs);
    {
        let field = fields[usize::from(at_second)].clone();
        use_effect_with(wrong.clone(), move |wrong| {
            if let (Some(_), Some(field)) = (wrong, field.cast::<HtmlInputElement>()) {
                let _ = field.focus();
            }
        });
    }
    let onclick = enter.reform(|_: MouseEvent| ());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && event.target_dyn_into::<HtmlInputElement>().is_some() {
            enter.emit(());
        }
    });
    let on_show = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    let (error, hint) = (format!("{}-error", props.name), format!("{}-hint", props.name));
    let kind = if *shown { "text" } else { "password" };
    let field = |second: bool, label: AttrValue| {
        let id = if second { format!("{}-again", props.name) } else { props.name.to_string() };
        let is_wrong = wrong.is_some() && second == at_second;
        let described = [(is_wrong, &error), (props.chosen && !second, &hint)];
        let described =
            described.into_iter().filter(|(is, _)| *is).map(|(_, id)| id.as_str()).collect::<Vec<_>>().join(" ");
        html! {
            <div class={classes!("govuk-form-group", is_wrong.then_some("govuk-form-group--error"))}>
                <label class="govuk-label" for={id.clone()}>{ label }</label>
                if props.chosen && !second {
                    <div class="govuk-hint" id={hint.clone()}>{ locks::advice() }</div>
                }
                if let Some(wrong) = wrong.as_ref().filter(|_| is_wrong) {
                    { error_message(error.clone(), wrong) }
                }
                <input
                    class={classes!("govuk-input", "govuk-!-width-one-half", is_wrong.then_some("govuk-input--error"))}
                    type={kind} {id} ref={fields[usize::from(second)].clone()} disabled={props.busy}
                    aria-describedby={(!described.is_empty()).then_some(described)} aria-invalid={is_wrong.then_some("true")}
                    autocomplete="off" autocapitalize="none"
                />
            </div>
        }
    };
    html! {
        <div {onkeydown}>
            { field(false, props.label.clone()) }
            if props.chosen {
                { field(true, AttrValue::from("Enter it again")) }
                <div class="govuk-warning-text">
                    <span class="govuk-warning-text__icon" aria-hidden="true">{ "!" }</span>
                    <strong class="govuk-warning-text__text">{ locks::NO_WAY_BACK }</strong>
                </div>
            }
            <div class="govuk-button-group">
                <button type="button" class="govuk-button" id={format!("{}-do", props.name)} disabled={props.busy} {onclick}>
                    { &props.action }
                </button>
                <button
                    type="button" class="govuk-button govuk-button--secondary" id={format!("{}-show", props.name)}
                    aria-pressed={if *shown { "true" } else { "false" }} onclick={on_show}
                >
                    { "Show what I type" }
                </button>
                if let Some(on_cancel) = &props.on_cancel {
                    <button type="button" class="rocu-link-button" id={format!("{}-cancel", props.name)} onclick={on_cancel}>
                        { "Cancel" }
                    </button>
                }
            </div>
            <div role="status">
                if props.busy { <p class="govuk-body">{ &props.waiting }</p> }
            </div>
        </div>
    }
}
