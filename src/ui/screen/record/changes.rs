//! Every change, the latest first.

use yew::prelude::*;

use crate::report::{Cell, Table, count, long_date, time_of_day};
use crate::ui::component::ReportTable;
use crate::ui::words::history;
use crate::ui::{Store, use_store};

/// How many changes are shown at once.
const AT_ONCE: usize = 50;

/// The list.
#[component]
pub(super) fn Changes() -> Html {
    let store = use_store();
    let shown = use_state(|| AT_ONCE);
    let Some(assessment) = store.assessment.as_deref() else { return Html::default() };
    let all = assessment.history.changes.len();
    let dropped = usize::try_from(assessment.history.dropped).unwrap_or(usize::MAX);
    let on_more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + AT_ONCE))
    };
    html! {
        <section aria-labelledby="changes">
            <h2 class="govuk-heading-m" id="changes">{ "Changes" }</h2>
            if all == 0 {
                <p class="govuk-body">{ "Nothing has been changed yet. Changes appear here as you work." }</p>
            } else {
                <ReportTable table={table(&store, *shown)} />
            }
            if all > *shown {
                <button type="button" class="govuk-button govuk-button--secondary" id="more-changes" onclick={on_more}>
                    { format!("Show more ({} in all)", count(all, "change")) }
                </button>
            }
            if dropped > 0 {
                <p class="govuk-body">{ format!("{} are no longer listed.", count(dropped, "earlier change")) }</p>
            }
        </section>
    }
}

fn table(store: &Store, shown: usize) -> Table {
    let framework = store.framework();
    let assessment = store.assessment.as_deref();
    let changes = assessment.map(|it| it.history.changes.as_slice()).unwrap_or_default().iter();
    let row = |change: &std::rc::Rc<crate::assessment::history::Change>| {
        let when = format!("{}, {}", long_date(change.at.date()), time_of_day(change.at));
        let what = assessment.map(|open| history::place(&change.place, framework, open)).unwrap_or_default();
        let [from, to] = [&change.from, &change.to].map(|it| history::value(change, it.as_ref(), framework));
        [when, change.role.clone(), what, from, to].map(Cell::text).into()
    };
    Table {
        caption: String::from("Changes, the latest first"),
        columns: ["When", "Role", "What", "From", "To"].map(str::to_owned).into(),
        rows: changes.rev().take(shown).map(row).collect(),
    }
}
