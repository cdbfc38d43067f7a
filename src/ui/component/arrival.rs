//! How the handing over of one document goes: being made, handed over, arrived or not, and the other ways.

use yew::prelude::*;

use crate::session::Route;

/// How far a document has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// It is being made.
    Making,
    /// It was handed to the browser under that name; whether it arrived, only the user can see.
    HandedOver(String),
    /// It did not arrive, or the browser refused to take it.
    Missing,
    /// No place was picked, or nothing could be written there.
    NotSaved,
    /// It was written where the user picked.
    Saved,
    /// It was put on the clipboard.
    Copied,
    /// It could not be made.
    NotMade,
}

/// What the user wants next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Nothing: it is there.
    Arrived,
    /// It is not there.
    NotArrived,
    /// Pick a place for it.
    SaveAs,
    /// Put it on the clipboard as text.
    Copy,
    /// Print the page that is shown.
    Print,
}

/// What can be printed where a document did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// The gap summary, a page of its own.
    #[default]
    GapSummary,
    /// The blank workbook, a page of its own.
    Workbook,
    /// The national summary, the page on which it is handed out.
    NationalSummary,
}

impl Paper {
    /// Its name within a sentence.
    const fn name(self) -> &'static str {
        match self {
            Self::GapSummary => "the gap summary",
            Self::Workbook => "the blank workbook",
            Self::NationalSummary => "the national summary",
        }
    }

    /// The page that shows it, where that is another one.
    const fn page(self) -> Option<Route> {
        match self {
            Self::GapSummary => Some(Route::Gaps),
            Self::Workbook => Some(Route::Workbook),
            Self::NationalSummary => None,
        }
    }
}

/// Which document, and how far it has come.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The start of the names of the buttons.
    pub name: AttrValue,
    /// How far it has come; nothing before it is asked for.
    pub stage: Option<Stage>,
    /// Whether the browser offers to pick a place.
    pub can_save_as: bool,
    /// Whether it can be copied as text.
    #[prop_or(true)]
    pub as_text: bool,
    /// What can be printed in its place.
    #[prop_or_default]
    pub paper: Paper,
    /// The user has decided.
    pub on_way: Callback<Way>,
}

/// What there is to say, in a place that screen readers watch.
#[component]
pub fn Arrival(props: &Props) -> Html {
    let id = format!("{}-arrival", props.name);
    let Some(stage) = &props.stage else { return html! { <div role="status" {id}></div> } };
    let button = |way: Way, id: &str, words: &str| {
        let onclick = props.on_way.reform(move |_: MouseEvent| way);
        html! {
            <button
                type="button" class="govuk-button govuk-button--secondary rocu-button--small"
                id={format!("{}-{id}", props.name)} {onclick}
            >
                { words }
            </button>
        }
    };
    let print = format!("Print {}", props.paper.name());
    let said = match stage {
        Stage::Making => html! { <p class="govuk-body">{ "Making the document…" }</p> },
        Stage::HandedOver(name) => html! {
            <>
                <p class="govuk-body">
                    { "“" }<bdi>{ name }</bdi>{ "” was handed to the browser. Is it in your downloads?" }
                </p>
                <div class="rocu-notice__deeds">
                    { button(Way::Arrived, "arrived", "Yes, it is there") }
                    { button(Way::NotArrived, "missing", "No, it is not") }
                </div>
            </>
        },
        Stage::Missing | Stage::NotSaved => html! {
            <>
                <p class="govuk-body">
                    if *stage == Stage::NotSaved {
                        { "Nothing was saved. If you were not asked where, or the browser refused, a policy may forbid it: ask \
                           your IT team. Until then there are other ways." }
                    } else {
                        { "A policy may block downloads (in Edge and Chrome it is called DownloadRestrictions): ask your IT \
                           team. Until then there are other ways." }
                    }
                </p>
                <div class="rocu-notice__deeds">
                    if props.can_save_as {
                        { button(Way::SaveAs, "save-as", "Save as…") }
                    }
                    if props.as_text {
                        { button(Way::Copy, "copy", "Copy as text") }
                    }
                    if let Some(page) = props.paper.page() {
                        <a class="govuk-link" href={page.fragment()}>{ print }</a>
                    } else {
                        { button(Way::Print, "print", &print) }
                    }
                </div>
            </>
        },
        Stage::Saved => html! { <p class="govuk-body">{ "It was saved where you chose." }</p> },
        Stage::Copied => html! { <p class="govuk-body">{ "It was copied. Paste it where you need it." }</p> },
        Stage::NotMade => html! {
            <p class="govuk-error-message">
                { format!("The document could not be made in this browser. Choose HTML instead, or print {}.", props.paper.name()) }
            </p>
        },
    };
    // The buttons go with what they were for; whoever pressed one is led back here.
    html! { <div class="rocu-arrival" role="status" {id} tabindex="-1">{ said }</div> }
}
