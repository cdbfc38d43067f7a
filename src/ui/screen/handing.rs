//! Handing on documents: each is made when it is asked for, and the user is asked whether it arrived.

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser::{document, print, save_as};
use crate::export::{Document, Form};
use crate::session::{Event, Notice};
use crate::ui::component::Arrival;
use crate::ui::component::arrival::{Paper, Stage, Way};
use crate::ui::effect::hand_over::{self, Made};
use crate::ui::{Dispatch, Store, use_dispatch, use_store};

/// Which document is being handed on, and how far it has come.
#[derive(Clone)]
pub(super) struct Handing {
    store: Store,
    dispatch: Dispatch,
    now: UseStateHandle<Option<(Document, Stage)>>,
}

/// The documents that one part of a page hands on, one at a time.
#[hook]
pub(super) fn use_handing() -> Handing {
    Handing { store: use_store(), dispatch: use_dispatch(), now: use_state(|| None) }
}

impl Handing {
    /// Makes a document and hands it to the browser.
    pub(super) fn on_download(&self, document: Document) -> Callback<MouseEvent> {
        let handing = self.clone();
        Callback::from(move |_| handing.clone().begin(document))
    }

    /// Goes a way that the user chose.
    pub(super) fn on_way(&self, document: Document) -> Callback<Way> {
        let handing = self.clone();
        Callback::from(move |way| handing.clone().go_on(document, way))
    }

    /// How far a document has come.
    pub(super) fn arrival(&self, document: Document) -> Html {
        let stage = self.now.as_ref().filter(|(other, _)| *other == document).map(|(_, stage)| stage.clone());
        // Asked only where it matters: no browser stands behind a screen that is drawn in a test.
        let can_save_as = matches!(stage, Some(Stage::Missing | Stage::NotSaved)) && save_as::is_offered();
        let paper = match document {
            Document::NationalSummary(_) => Paper::NationalSummary,
            Document::Workbook => Paper::Workbook,
            _ => Paper::GapSummary,
        };
        html! { <Arrival name={id(document)} {stage} {can_save_as} {paper} on_way={self.on_way(document)} /> }
    }

    fn say(&self, document: Document, stage: Option<Stage>) {
        self.now.set(stage.map(|stage| (document, stage)));
    }

    fn begin(self, document: Document) {
        self.say(document, Some(Stage::Making));
        spawn_local(async move {
            // So that the page says what it does before it is busy.
            TimeoutFuture::new(0).await;
            let stage = match Made::of(document, &self.store).await {
                Ok(Some(made)) if made.download().is_ok() => {
                    self.tell(document, Event::HandedOver);
                    Some(Stage::HandedOver(made.name))
                }
                Ok(Some(_)) => Some(Stage::Missing),
                Ok(None) => None,
                Err(_) => Some(Stage::NotMade),
            };
            self.say(document, stage);
        });
    }

    fn go_on(self, document: Document, way: Way) {
        spawn_local(async move {
            let stage = match way {
                Way::Arrived => {
                    self.tell(document, Event::Arrived);
                    None
                }
                Way::NotArrived => {
                    self.tell(document, Event::NotArrived);
                    Some(Stage::Missing)
                }
                Way::SaveAs => self.save(document).await,
                Way::Print => {
                    if print::print().is_err() {
                        self.dispatch.emit(Event::Told(Notice::NotPrinted));
                    }
                    Some(Stage::Missing)
                }
                Way::Copy => {
                    Some(hand_over::copy(document, &self.store).await.map_or(Stage::Missing, |()| Stage::Copied))
                }
            };
            self.say(document, stage);
            focus(document, way);
        });
    }

    /// Saves a document where the user picks. A question that was closed may be one that a policy closed.
    async fn save(&self, document: Document) -> Option<Stage> {
        let made = match Made::of(document, &self.store).await {
            Ok(made) => made?,
            Err(_) => return Some(Stage::NotMade),
        };
        match made.save_as().await {
            Ok(save_as::Picked::Saved) => {
                self.tell(document, Event::HandedOver);
                self.tell(document, Event::Arrived);
                Some(Stage::Saved)
            }
            Ok(save_as::Picked::Cancelled) | Err(_) => Some(Stage::NotSaved),
        }
    }

    fn tell(&self, document: Document, event: Event) {
        if document == Document::Assessment {
            self.dispatch.emit(event);
        }
    }
}

/// The button that was pressed is gone: the focus goes to what is said, or to where it all began.
fn focus(document: Document, way: Way) {
    let name = id(document);
    document::focus(&match way {
        Way::Arrived if document == Document::Assessment => String::from("save"),
        Way::Arrived => format!("download-{name}"),
        _ => format!("{name}-arrival"),
    });
}

/// Which documents are listed.
#[derive(Properties, PartialEq)]
pub(super) struct RowsProps {
    /// In this order.
    pub documents: Vec<Document>,
}

/// A row for each document, with what it is for.
#[component]
pub(super) fn DocumentRows(props: &RowsProps) -> Html {
    let handing = use_handing();
    let row = |document: Document| {
        let (name, form) = (document.name(), document.form().word());
        html! {
            <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{ name }<br />{ form }</dt>
                <dd class="govuk-summary-list__value">{ what_for(document) }{ handing.arrival(document) }</dd>
                <dd class="govuk-summary-list__actions">
                    <button
                        type="button" class="rocu-link-button" id={format!("download-{}", id(document))}
                        onclick={handing.on_download(document)}
                    >
                        { "Download" }<span class="govuk-visually-hidden">{ format!(" {name}, {form}") }</span>
                    </button>
                </dd>
            </div>
        }
    };
    html! { <dl class="govuk-summary-list">{ for props.documents.iter().map(|document| row(*document)) }</dl> }
}

/// The name of a document's button.
const fn id(document: Document) -> &'static str {
    match document {
        Document::Assessment => "assessment",
        Document::WithoutHistory => "without-history",
        Document::GapSummary(Form::Word) => "word",
        Document::GapSummary(Form::Excel) => "excel",
        Document::GapSummary(Form::Html) => "html",
        Document::GapSummary(Form::Csv) => "csv",
        Document::GapSummary(Form::Json) => "json",
        Document::Answers => "answers",
        Document::GapsAndActions => "gaps-and-actions",
        Document::Commitment => "commitment",
        Document::HeatMap => "heat-map",
        Document::Workbook => "workbook",
        Document::NationalSummary(Form::Word) => "national-word",
        Document::NationalSummary(Form::Excel) => "national-excel",
        Document::NationalSummary(Form::Html) => "national-html",
        Document::NationalSummary(Form::Csv) => "national-csv",
        Document::NationalSummary(Form::Json) => "national-json",
    }
}

const fn what_for(document: Document) -> &'static str {
    match document {
        Document::Assessment => "To be opened here again.",
        Document::WithoutHistory => {
            "The assessment as a file without the list of its changes, for those whom the way to it does not concern."
        }
        Document::GapSummary(Form::Excel) => {
            "Gaps and actions, all answers, commitment and heat map as sheets with filters. Owners, due dates and status may \
             be edited there and brought back on the page Actions."
        }
        Document::NationalSummary(Form::Excel) => "Every table as a sheet with filters.",
        Document::GapSummary(form) | Document::NationalSummary(form) => match form {
            Form::Word => "A report to edit, comment on and put on your own template.",
            Form::Html => "One file that opens in any browser and prints like this page.",
            Form::Excel | Form::Csv => "For a spreadsheet: capabilities by region.",
            Form::Json => "For other programs: the whole summary as data.",
        },
        Document::Answers => "For a spreadsheet: a row for each question that is asked.",
        Document::GapsAndActions => "For a spreadsheet: a row for each action, and for each gap without one.",
        Document::Commitment => "For a spreadsheet: capabilities by force.",
        Document::HeatMap => "For a spreadsheet: topics by theme.",
        Document::Workbook => "Every question as a paper form, for rooms that no device may enter.",
    }
}
