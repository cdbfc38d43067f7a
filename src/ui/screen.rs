//! The pages: each reads the store and says what the user did.

mod actions;
mod check;
mod documents;
mod gaps;
mod help;
mod particulars;
mod start;
mod tasks;
mod topic;

pub use actions::Actions;
pub use check::Check;
pub use documents::Documents;
pub use gaps::Gaps;
pub use help::Help;
pub use particulars::Particulars;
pub use start::Start;
pub use tasks::Tasks;
pub use topic::Topic;

use yew::prelude::*;

/// The heading of a page, where the focus goes when the page changes.
fn heading(text: impl Into<AttrValue>) -> Html {
    html! { <h1 class="govuk-heading-l" id="page-heading" tabindex="-1">{ text.into() }</h1> }
}
