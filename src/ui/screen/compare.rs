//! Assessments side by side: over time, among colleagues, across regions.

use yew::prelude::*;

use super::colleagues::Colleagues;
use super::heading;
use crate::browser::document;
use crate::browser::file::Chosen;
use crate::report::{long_date, unit};
use crate::session::{Beside, Event, Files, Purpose, Route, Unopened};
use crate::ui::component::file_list::FileLine;
use crate::ui::component::{FileButton, FileList};
use crate::ui::effect::beside;
use crate::ui::{use_dispatch, use_store, words};

/// The fewest regions of which a national summary says something.
const FEWEST: usize = 2;

/// The page.
#[component]
pub fn Compare() -> Html {
    let store = use_store();
    let open = store.assessment.is_some();
    html! {
        <>
            { heading("Compare") }
            <p class="govuk-body">
                { "Open assessment files (they end in .rocu.json) side by side. They are read in this page only, and nothing in \
                   them is changed." }
            </p>
            <h2 class="govuk-heading-m">{ "Over time" }</h2>
            if open {
                <p class="govuk-body">
                    { "See what has improved, worsened or stayed since earlier assessments of your unit, and what became of \
                       their gaps and actions." }
                </p>
                <Side
                    purpose={Purpose::Earlier} name="earlier" label="Open earlier assessments of your unit"
                    then={Some((1, Route::Gaps, "See the changes in the gap summary"))}
                />
            } else {
                <p class="govuk-body">
                    { "Open the current assessment on the " }
                    <a class="govuk-link" href={Route::Start.fragment()}>{ "start page" }</a>
                    { " first; earlier ones can then be opened beside it here." }
                </p>
            }
            <Colleagues />
            <h2 class="govuk-heading-m">{ "Across regions" }</h2>
            <p class="govuk-body">
                { "See which capability is missing, duplicated or provided elsewhere in which region, which gaps are the most \
                   common, and who has achieved what others lack. The result carries the highest marking among the files." }
            </p>
            <Side
                purpose={Purpose::Regions} name="regions" label="Open the assessments of all regions"
                then={Some((FEWEST, Route::National, "See the national summary"))}
            />
        </>
    }
}

/// What is opened for one purpose.
#[derive(Properties, PartialEq)]
pub(super) struct SideProps {
    /// What for.
    pub purpose: Purpose,
    /// The start of the names of the parts.
    pub name: &'static str,
    /// What to choose.
    pub label: &'static str,
    /// Where to go on, from so many files.
    pub then: Option<(usize, Route, &'static str)>,
}

/// A field for files, what was opened so far, and where to go on.
#[component]
pub(super) fn Side(props: &SideProps) -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let purpose = props.purpose;
    let files = store.beside(purpose);
    let on_choose = {
        let (framework, library, dispatch) = (store.framework().clone(), store.library.clone(), dispatch.clone());
        Callback::from(move |files: Vec<Chosen>| {
            beside::open(files, purpose, framework.clone(), library.clone(), dispatch.clone());
        })
    };
    let name = props.name;
    let on_close = dispatch.reform(move |()| {
        // The button goes with the files.
        document::focus(&format!("{name}-files"));
        Event::ClosedBeside(purpose)
    });
    let then = props.then.as_ref().filter(|(least, ..)| files.opened.len() >= *least);
    html! {
        <>
            <FileButton
                name={format!("open-{name}")} label={props.label} accept=".json" multiple=true
                hint="Several files can be chosen at once." {on_choose}
            />
            <FileList
                {name} opened={files.opened.iter().map(line).collect::<Vec<_>>()} left_out={lines_left_out(files)}
                reading={files.reading} {on_close}
            />
            if let Some((_, route, words)) = then {
                <p class="govuk-body">
                    <a class="govuk-button" id={format!("{name}-go-on")} href={route.fragment()}>{ *words }</a>
                </p>
            }
        </>
    }
}

/// The files that could not be opened, where there are any.
pub(super) fn left_out(files: &Files) -> Html {
    if files.refused.is_empty() {
        return Html::default();
    }
    let line = |line: FileLine| html! { <li><bdi>{ line.file }</bdi>{ ": " }{ line.said }</li> };
    html! {
        <>
            <p class="govuk-body">{ "These files could not be opened and are left out:" }</p>
            <ul class="govuk-list govuk-list--bullet">{ for lines_left_out(files).into_iter().map(line) }</ul>
        </>
    }
}

fn lines_left_out(files: &Files) -> Vec<FileLine> {
    let line = |(file, why): &(String, Unopened)| FileLine { file: file.clone(), said: words::unopened(why) };
    files.refused.iter().map(line).collect()
}

fn line(beside: &Beside) -> FileLine {
    let particulars = &beside.assessment.particulars;
    let version = Some(particulars.version.trim()).filter(|version| !version.is_empty());
    let role = beside.assessment.copy.as_ref().map(|copy| copy.role.trim()).filter(|role| !role.is_empty());
    let changed = "changed since this tool saved it, by another program or by damage";
    let said = [
        role.map(|it| format!("copy for {it}")),
        Some(unit(particulars)),
        version.map(|it| format!("version {it}")),
        particulars.date.map(long_date),
        beside.is_changed.then(|| changed.to_owned()),
    ];
    FileLine { file: beside.file.clone(), said: said.into_iter().flatten().collect::<Vec<_>>().join(", ") }
}
