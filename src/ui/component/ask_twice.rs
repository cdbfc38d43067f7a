//! A deed that can't be undone, or not at once: it is asked twice.

use yew::prelude::*;

use crate::browser::document;

/// What is asked.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the first button; those of the question and of its button end in `-asked` and `-now`.
    pub name: AttrValue,
    /// What the first button says.
    pub ask: AttrValue,
    /// What it is about, for those who hear the button and do not see what stands beside it.
    #[prop_or_default]
    pub about: AttrValue,
    /// Whether the first button is a small one.
    #[prop_or_default]
    pub small: bool,
    /// What there is to know before it is done.
    pub warning: AttrValue,
    /// What else there is to know, above the warning.
    #[prop_or_default]
    pub children: Html,
    /// What the second button says.
    pub sure: AttrValue,
    /// Whether something is lost by it.
    #[prop_or_default]
    pub loses: bool,
    /// It is to be done.
    pub on_sure: Callback<()>,
}

/// The button, and in its place the question once it was pressed.
#[component]
pub fn AskTwice(props: &Props) -> Html {
    let (asking, asked) = (use_state(|| false), use_mut_ref(|| false));
    // What was pressed goes; the focus goes on to what stands there instead.
    use_effect_with((*asking, props.name.clone()), move |(asking, name)| {
        if asked.replace(*asking) != *asking {
            document::focus_near(&if *asking { format!("{name}-asked") } else { name.to_string() });
        }
    });
    let ask = |now: bool| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(now))
    };
    if !*asking {
        let class = classes!("govuk-button", "govuk-button--secondary", props.small.then_some("rocu-button--small"));
        return html! {
            <button type="button" {class} id={&props.name} onclick={ask(true)}>
                { &props.ask }
                if !props.about.is_empty() {
                    <span class="govuk-visually-hidden">{ ": " }{ &props.about }</span>
                }
            </button>
        };
    }
    let on_sure = {
        let (asking, on_sure) = (asking.clone(), props.on_sure.clone());
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            on_sure.emit(());
        })
    };
    let sure = classes!("govuk-button", "rocu-button--small", props.loses.then_some("govuk-button--warning"));
    html! {
        <div class="rocu-notice" role="alert" id={format!("{}-asked", props.name)} tabindex="-1">
            { props.children.clone() }
            <p class="govuk-body rocu-notice__line">{ &props.warning }</p>
            <div class="rocu-notice__deeds">
                <button type="button" class={sure} id={format!("{}-now", props.name)} onclick={on_sure}>{ &props.sure }</button>
                <button type="button" class="govuk-button govuk-button--secondary rocu-button--small" onclick={ask(false)}>
                    { "Cancel" }
                </button>
            </div>
        </div>
    }
}
