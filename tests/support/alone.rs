//! A component, and nothing around it.

use rocu_self_assessment::analysis::Analysis;
use rocu_self_assessment::assessment::{Assessment, Progress};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::report::{GapEntry, gap_entries};
use yew::{Html, Properties, component};

use crate::dom::Page;
use crate::drawn;
use crate::made::{TODAY, answer, blank, plan};

#[derive(Properties, PartialEq)]
struct Alone {
    it: Html,
}

#[component]
fn Lone(alone: &Alone) -> Html {
    alone.it.clone()
}

/// Draws a component.
pub(crate) fn draw(it: Html) -> Page {
    drawn::body(&drawn::html::<Lone>(Alone { it }))
}

/// An assessment with one gap and one action, and what the report says of the gap.
pub(crate) fn one_gap(framework: &Framework) -> (Assessment, GapEntry) {
    let mut assessment = blank(framework);
    answer(framework, &mut assessment, "gain.provision", "not-in-place");
    plan(&mut assessment, "gain.provision", "Appoint one.", TODAY.yesterday().ok(), Progress::UnderWay);
    let gap = gap_entries(&Analysis::of(framework, &assessment), TODAY).remove(0);
    (assessment, gap)
}
