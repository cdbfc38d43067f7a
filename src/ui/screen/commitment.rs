//! Who commits to what, all on one page.

use yew::prelude::*;

use super::heading;
use crate::analysis::{Analysis, Row};
use crate::framework::{Force, ForceId, Level, LevelId, QuestionId};
use crate::session::{Event, Route};
use crate::ui::component::{BulkForm, LevelSelect, ScrollFrame};
use crate::ui::{Dispatch, use_dispatch, use_store};

/// The page.
#[component]
pub fn Commitment() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let Some(assessment) = &store.assessment else { return Html::default() };
    let analysis = Analysis::of(store.framework(), assessment);
    let commitment = &analysis.commitment;
    let (forces, rows) = (assessment.forces(), &commitment.rows);
    let Some(first) = rows.first().filter(|_| !forces.is_empty()) else {
        return html! {
            <>
                { heading("Commitment of forces") }
                <p class="govuk-body">
                    { "Here each force answers for each capability that is in place, fully or in part. " }
                    if forces.is_empty() {
                        <a class="govuk-link" href={Route::Particulars.fragment()}>{ "Name the forces first" }</a>
                    } else {
                        <a class="govuk-link" href={Route::Tasks.fragment()}>{ "Say first which capabilities are in place" }</a>
                    }
                </p>
            </>
        };
    };
    let bulk = |event: fn(String, LevelId) -> Option<Event>| {
        let dispatch = dispatch.clone();
        Callback::from(move |(of, level)| event(of, level).into_iter().for_each(|event| dispatch.emit(event)))
    };
    let on_force = bulk(|force, level| Some(Event::CommittedEverywhere(ForceId::try_from(force).ok()?, level)));
    let on_capability = bulk(|question, level| Some(Event::CommittedAll(QuestionId::try_from(question).ok()?, level)));
    let levels = &first.asked.scale.levels;
    let asked = rows.iter().filter(|row| !row.not_applicable);
    let capabilities = asked.map(|row| (row.asked.question.id.to_string(), row.asked.topic.name.clone().into()));
    html! {
        <>
            <a class="govuk-back-link" href={Route::Tasks.fragment()}>{ "Tasks" }</a>
            { heading("Commitment of forces") }
            <p class="govuk-body">
                { "The same answers as on the pages of the capabilities. What each level means is said there." }
            </p>
            <BulkForm
                name="everywhere" legend="One answer for all capabilities" kind="Force" action="Set for all capabilities"
                of={forces.iter().map(|force| (force.id.to_string(), force.name.clone().into())).collect::<Vec<_>>()}
                levels={levels.clone()} on_set={on_force}
            />
            <BulkForm
                name="all-forces" legend="One answer for all forces" kind="Capability" action="Set for all forces"
                of={capabilities.collect::<Vec<_>>()} levels={levels.clone()} on_set={on_capability}
            />
            <div class="rocu-wide">
            <ScrollFrame label="Table: commitment by capability and force">
                <table class="govuk-table">
                    <caption class="govuk-table__caption govuk-table__caption--s">{ "Commitment by capability and force" }</caption>
                    <thead class="govuk-table__head">
                        <tr class="govuk-table__row">
                            <th scope="col" class="govuk-table__header">{ "Capability" }</th>
                            { for forces.iter().map(|force| html! {
                                <th scope="col" class="govuk-table__header"><bdi>{ &force.name }</bdi></th>
                            }) }
                        </tr>
                    </thead>
                    <tbody class="govuk-table__body">{ for rows.iter().map(|it| row(it, forces, &dispatch)) }</tbody>
                </table>
            </ScrollFrame>
            </div>
        </>
    }
}

fn row(row: &Row<'_>, forces: &[Force], dispatch: &Dispatch) -> Html {
    let (topic, question) = (row.asked.topic, &row.asked.question.id);
    let way = Route::Topic(topic.id.clone(), Some(question.clone()));
    let cell = |(force, level): (&Force, Option<&Level>)| {
        let ids = (question.clone(), force.id.clone());
        html! {
            <td class="govuk-table__cell">
                if row.not_applicable {
                    { "Not applicable" }
                } else {
                    <LevelSelect
                        name={format!("{question}.{}", force.id)}
                        label={format!("{}, {}", topic.name, force.name)}
                        levels={row.asked.scale.levels.clone()}
                        chosen={level.map(|level| level.id.clone())}
                        on_choose={dispatch.reform(move |level| Event::Committed(ids.0.clone(), ids.1.clone(), level))}
                    />
                }
            </td>
        }
    };
    html! {
        <tr class="govuk-table__row" key={question.as_str()}>
            <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={way.fragment()}>{ &topic.name }</a>
            </th>
            { for forces.iter().zip(row.levels.iter().copied()).map(cell) }
        </tr>
    }
}
