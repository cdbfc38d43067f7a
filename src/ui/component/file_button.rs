//! Choosing a file to open.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::file::Chosen;

/// What is asked for.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The name and id of the field.
    pub name: AttrValue,
    /// What to choose.
    pub label: AttrValue,
    /// What the file must be.
    pub hint: AttrValue,
    /// Which endings are offered first.
    pub accept: AttrValue,
    /// A file was chosen.
    pub on_choose: Callback<Chosen>,
}

/// The field. It is emptied after each choice, so that the same file can be chosen again.
#[component]
pub fn FileButton(props: &Props) -> Html {
    let onchange = {
        let on_choose = props.on_choose.clone();
        Callback::from(move |event: web_sys::Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                on_choose.emit(file.into());
            }
            input.set_value("");
        })
    };
    let hint = format!("{}-hint", props.name);
    html! {
        <div class="govuk-form-group">
            <label class="govuk-label govuk-label--s" for={&props.name}>{ &props.label }</label>
            <div class="govuk-hint" id={hint.clone()}>{ &props.hint }</div>
            <input
                class="govuk-file-upload"
                type="file"
                id={&props.name}
                name={&props.name}
                accept={&props.accept}
                aria-describedby={hint}
                {onchange}
            />
        </div>
    }
}
