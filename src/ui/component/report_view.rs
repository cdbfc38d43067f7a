//! The gap summary on screen and on paper.

use yew::prelude::*;

use super::{Bars, GapCard, PaperForm, ReportTable};
use crate::framework::QuestionId;
use crate::report::{Block, Fact, Layout, Report, Section, unparted};
use crate::session::Route;

/// What is drawn.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The report.
    pub report: std::rc::Rc<Report>,
    /// Where the answer to a question can be changed.
    #[prop_or_default]
    pub change: Option<Callback<QuestionId, Option<Route>>>,
}

/// The report.
#[component]
pub fn ReportView(props: &Props) -> Html {
    let report = &props.report;
    html! {
        <div class="rocu-report">
            <section class="rocu-report__front" aria-label="Front block">{ facts(&report.front) }</section>
            <nav class="rocu-screen-only" aria-label="Chapters">
                <ul class="govuk-list rocu-contents">
                    { for report.sections.iter().map(|section| html! { <li>{ jump(section) }</li> }) }
                </ul>
            </nav>
            { for report.sections.iter().map(|section| chapter(section, props)) }
        </div>
    }
}

/// The fragment names the page, so a chapter is reached by moving the focus.
fn jump(section: &Section) -> Html {
    let id = format!("chapter-{}", section.id);
    let onclick = Callback::from(move |_: MouseEvent| crate::browser::document::focus(&id));
    html! { <button type="button" class="rocu-link-button" {onclick}>{ section.title.to_string() }</button> }
}

fn chapter(section: &Section, props: &Props) -> Html {
    let heading = format!("chapter-{}", section.id);
    let lies = match section.layout {
        Layout::Flow => None,
        Layout::Wide => Some("rocu-wide"),
        Layout::OwnSheet => Some("rocu-own-sheet"),
    };
    let parted = section.blocks.iter().any(|block| matches!(block, Block::Heading(_)));
    html! {
        <section class={classes!("rocu-chapter", format!("rocu-chapter--{}", section.id), lies)} aria-labelledby={heading.clone()}>
            <h2 class="govuk-heading-m" id={heading} tabindex="-1">{ section.title.to_string() }</h2>
            { for section.blocks.iter().map(|block| one(block, section.layout, parted, props)) }
        </section>
    }
}

fn one(block: &Block, layout: Layout, parted: bool, props: &Props) -> Html {
    match block {
        Block::Heading(text) => html! { <h3 class="govuk-heading-s">{ text }</h3> },
        Block::Paragraph(text) => html! { <p class="govuk-body">{ unparted(text) }</p> },
        Block::List(items) => html! {
            <ul class="govuk-list govuk-list--bullet">
                { for items.iter().map(|item| html! { <li><bdi>{ item }</bdi></li> }) }
            </ul>
        },
        Block::Facts(lines) => facts(lines),
        Block::Bars(bars) => html! { <Bars bars={bars.clone()} /> },
        Block::Table(table) => html! { <ReportTable table={table.clone()} is_matrix={layout == Layout::Wide} /> },
        Block::Gap(gap) => {
            let change = props.change.as_ref().and_then(|change| change.emit(gap.question.clone()));
            html! { <GapCard gap={(**gap).clone()} {parted} {change} /> }
        }
        Block::Form(form) => html! { <PaperForm form={(**form).clone()} /> },
    }
}

fn facts(lines: &[Fact]) -> Html {
    let row = |fact: &Fact| {
        html! {
            <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{ &fact.label }</dt>
                <dd class="govuk-summary-list__value"><bdi class="rocu-typed">{ &fact.value }</bdi></dd>
            </div>
        }
    };
    html! { <dl class="govuk-summary-list">{ for lines.iter().map(row) }</dl> }
}
