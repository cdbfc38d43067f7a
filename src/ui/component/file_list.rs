//! The files that were opened for a comparison, and those that were left out.

use yew::prelude::*;

/// A file, and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLine {
    /// Its name.
    pub file: String,
    /// What is in it, or why it is left out.
    pub said: String,
}

/// What was opened.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The start of the names of the parts.
    pub name: AttrValue,
    /// Those that are compared.
    pub opened: Vec<FileLine>,
    /// Those that are left out.
    pub left_out: Vec<FileLine>,
    /// How many of how many have been read, while there are more to come.
    pub reading: Option<(usize, usize)>,
    /// The user puts all of them away.
    pub on_close: Callback<()>,
}

/// The list, in a place that screen readers watch.
#[component]
pub fn FileList(props: &Props) -> Html {
    let line = |line: &FileLine| html! { <li><bdi>{ &line.file }</bdi>{ ": " }<bdi>{ &line.said }</bdi></li> };
    let any = !props.opened.is_empty() || !props.left_out.is_empty();
    html! {
        <div role="status" id={format!("{}-files", props.name)} tabindex="-1">
            if let Some((read, of)) = props.reading {
                <p class="govuk-body">{ format!("Reading file {} of {of}…", read + 1) }</p>
            }
            if !props.left_out.is_empty() {
                <p class="govuk-error-message">{ "Left out, because they can’t be opened here:" }</p>
                <ul class="govuk-list govuk-list--bullet">{ for props.left_out.iter().map(line) }</ul>
            }
            if !props.opened.is_empty() {
                <details class="govuk-details" open={props.opened.len() <= 10}>
                    <summary class="govuk-details__summary">
                        <span class="govuk-details__summary-text">{ opened(props.opened.len()) }</span>
                    </summary>
                    <ul class="govuk-list govuk-list--bullet govuk-details__text">{ for props.opened.iter().map(line) }</ul>
                </details>
            }
            if any {
                <button
                    type="button" class="rocu-link-button" id={format!("{}-close", props.name)}
                    onclick={props.on_close.reform(|_| ())}
                >
                    { "Put these files away" }
                </button>
            }
        </div>
    }
}

fn opened(count: usize) -> String {
    if count == 1 { String::from("1 file is open") } else { format!("{count} files are open") }
}
