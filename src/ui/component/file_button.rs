//! Choosing a file to open, or several.

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
    /// Whether several may be chosen at once.
    #[prop_or_default]
    pub multiple: bool,
    /// Files were chosen: at least one, and one only where no more may be.
    pub on_choose: Callback<Vec<Chosen>>,
}

/// The field. It is emptied after each choice, so that the same file can be chosen again.
#[component]
pub fn FileButton(props: &Props) -> Html {
    let onchange = {
        let on_choose = props.on_choose.clone();
        Callback::from(move |event: web_sys::Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let files = input.files();
            let files = files.iter().flat_map(|files| (0..files.length()).filter_map(|at| files.get(at)));
            let files: Vec<Chosen> = files.map(Chosen::from).collect();
            if !files.is_empty() {
                on_choose.emit(files);
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
                autocomplete="off"
                class="govuk-file-upload"
                type="file"
                id={&props.name}
                name={&props.name}
                accept={&props.accept}
                multiple={props.multiple}
                aria-describedby={hint}
                {onchange}
            />
        </div>
    }
}
