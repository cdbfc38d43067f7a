//! The pages: each reads the store and says what the user did.

mod actions;
mod bring_back;
mod check;
mod colleagues;
mod commitment;
mod compare;
mod copy_evidence;
mod documents;
mod gaps;
mod handing;
mod help;
mod lock_settings;
mod locked_up;
mod locking;
mod merge;
mod national;
mod particulars;
mod questions;
mod record;
mod search;
mod start;
mod tasks;
mod topic;
mod unlock;
mod views;
mod workbook;

pub use actions::Actions;
pub use check::Check;
pub use commitment::Commitment;
pub use compare::Compare;
pub use copy_evidence::CopyEvidence;
pub use documents::Documents;
pub use gaps::Gaps;
pub use help::Help;
pub use locked_up::LockedUp;
pub use merge::Merge;
pub use national::National;
pub use particulars::Particulars;
pub use record::Record;
pub use search::Search;
pub use start::Start;
pub use tasks::Tasks;
pub use topic::Topic;
pub use views::Views;
pub use workbook::Workbook;

use handing::DocumentRows;
use yew::prelude::*;

use super::use_dispatch;
use crate::browser::print;
use crate::framework::Asked;
use crate::session::{Event, Notice, Route};

/// The heading of a page, where the focus goes when the page changes.
fn heading(text: impl Into<AttrValue>) -> Html {
    html! { <h1 class="govuk-heading-l" id="page-heading" tabindex="-1">{ text.into() }</h1> }
}

/// The way to a question, and what it asks.
fn link_to(asked: &Asked<'_>) -> (Route, AttrValue) {
    let question = asked.question;
    (Route::Topic(asked.topic.id.clone(), Some(question.id.clone())), question.text.clone().into())
}

/// Prints the page.
#[component]
fn PrintButton() -> Html {
    let dispatch = use_dispatch();
    let onclick = Callback::from(move |_: MouseEvent| {
        if print::print().is_err() {
            dispatch.emit(Event::Told(Notice::NotPrinted));
        }
    });
    html! { <button type="button" class="govuk-button rocu-screen-only" id="print" {onclick}>{ "Print" }</button> }
}
