//! What colleagues answered in their copies, and what is agreed.

use yew::prelude::*;

use super::heading;
use crate::assessment::{Answer, Assessment, Choice};
use crate::comparison::views::{Agreement, Viewed, Views as AllViews};
use crate::framework::{Asked, Framework};
use crate::report::count;
use crate::session::{Event, Route};
use crate::ui::component::ViewCard;
use crate::ui::component::view_card::{ViewLine, Viewing};
use crate::ui::{use_dispatch, use_store, words};

/// Which questions are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Differ,
    Open,
    Nobody,
    All,
}

impl Shown {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Differ, "Views differ"),
        (Self::Open, "Not agreed yet"),
        (Self::Nobody, "Nobody has answered"),
        (Self::All, "All"),
    ];

    /// The first that has a question.
    fn first(framework: &Framework, lead: &Assessment) -> Self {
        let all = AllViews::taken_into(framework, lead).questions;
        let mut filters = Self::ALL.into_iter().map(|(shown, _)| shown);
        filters.find(|shown| all.iter().any(|viewed| shown.has(viewed, lead))).unwrap_or(Self::All)
    }

    fn has(self, viewed: &Viewed, lead: &Assessment) -> bool {
        match self {
            Self::Differ => viewed.agreement.differs(),
            Self::Open => viewed.agreement != Agreement::Nobody && !lead.is_agreed(&viewed.question),
            Self::Nobody => viewed.agreement == Agreement::Nobody,
            Self::All => true,
        }
    }
}

/// The page.
#[component]
pub fn Views() -> Html {
    let store = use_store();
    let Some(lead) = store.assessment.as_deref() else { return Html::default() };
    if lead.views_by_role().is_empty() {
        return html! {
            <>
                { heading("Colleagues’ views") }
                <p class="govuk-body">
                    { "No views have been taken in yet. Open the copies that colleagues filled in under " }
                    <a class="govuk-link" href={Route::Compare.fragment()}>{ "Compare" }</a>{ "." }
                </p>
            </>
        };
    }
    html! { <TakenIn /> }
}

/// The views that were taken in. Which questions are shown at first is settled once, so that none goes away while
/// it is being agreed.
#[component]
fn TakenIn() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let shown = use_state(|| {
        let lead = store.assessment.as_deref();
        lead.map_or(Shown::All, |lead| Shown::first(store.framework(), lead))
    });
    let Some(lead) = store.assessment.as_deref() else { return Html::default() };
    let framework = store.framework();
    let all = AllViews::taken_into(framework, lead);
    let roles: Vec<&str> = all.taken.keys().map(String::as_str).collect();
    let filter = |(of, words): (Shown, &'static str)| {
        let number = all.questions.iter().filter(|viewed| of.has(viewed, lead)).count();
        let onclick = {
            let shown = shown.clone();
            Callback::from(move |_: MouseEvent| shown.set(of))
        };
        let here = (*shown == of).then_some("true");
        html! {
            <li>
                <button type="button" class="rocu-link-button" aria-pressed={here.unwrap_or("false")} aria-current={here} {onclick}>
                    { format!("{words} ({number})") }
                </button>
            </li>
        }
    };
    let card = |viewed: &Viewed| {
        let question = viewed.question.clone();
        let asked = framework.question(&question)?;
        let on_agree = {
            let question = question.clone();
            dispatch.reform(move |from| Event::Agreed { question: question.clone(), from, reason: String::new() })
        };
        let on_reason = {
            let (question, from) = (question.clone(), lead.agreed.get(&question).and_then(|it| it.from.clone()));
            dispatch.reform(move |reason| Event::Agreed { question: question.clone(), from: from.clone(), reason })
        };
        let viewing = viewing(framework, lead, &asked, viewed);
        Some(html! { <ViewCard key={question.as_str()} {viewing} {on_agree} {on_reason} /> })
    };
    let cards: Vec<Html> = all.questions.iter().filter(|viewed| shown.has(viewed, lead)).filter_map(card).collect();
    html! {
        <>
            <a class="govuk-back-link" href={Route::Compare.fragment()}>{ "Compare" }</a>
            { heading("Colleagues’ views") }
            <p class="govuk-body">
                { format!("Views of {}: ", count(roles.len(), "role")) }<bdi>{ crate::report::listed(&roles) }</bdi>
                { ". Taking a view takes over its answer, and adds its evidence and note to what is written here. Whose view was \
                   what stays in the file." }
            </p>
            <nav aria-label="Which questions"><ul class="rocu-filters">{ for Shown::ALL.map(filter) }</ul></nav>
            if cards.is_empty() {
                <p class="govuk-body">{ "There is no such question." }</p>
            }
            <div>{ for cards }</div>
        </>
    }
}

fn viewing(framework: &Framework, lead: &Assessment, asked: &Asked<'_>, viewed: &Viewed) -> Viewing {
    let id = &viewed.question;
    let own = std::iter::once(line(framework, lead, asked, None, &lead.answer(id)));
    let views = viewed.views.iter().map(|view| line(framework, lead, asked, Some(&view.role), &view.answer));
    let agreed = lead.agreed.get(id).filter(|_| lead.is_agreed(id)).map(|agreed| {
        let words = match &agreed.from {
            Some(role) => format!("Agreed: the view of {role}."),
            None => String::from("Agreed: the answer that stands in this assessment."),
        };
        (words, agreed.reason.clone())
    });
    Viewing {
        id: id.to_string(),
        topic: asked.topic.name.clone(),
        asked: asked.question.text.clone(),
        agreement: words::views::agreement(viewed.agreement),
        lines: own.chain(views).collect(),
        agreed,
        change: Route::Topic(asked.topic.id.clone(), Some(id.clone())).fragment(),
    }
}

fn line(framework: &Framework, lead: &Assessment, asked: &Asked<'_>, role: Option<&str>, answer: &Answer) -> ViewLine {
    let level = |id: &_| asked.scale.level(id).map_or_else(|| format!("{id}"), |level| level.name.clone());
    let said = match &answer.choice {
        None => String::from("Not assessed"),
        Some(Choice::Level(id)) => level(id),
        Some(Choice::NotApplicable(reason)) => framework.reason(reason).map(|it| it.text.clone()).unwrap_or_default(),
        Some(Choice::ByForce(levels)) => {
            let named = |(force, id): (&_, &_)| {
                let known = lead.forces().iter().find(|other| other.id == *force);
                format!("{}: {}", known.map_or_else(|| format!("{force}"), |known| known.name.clone()), level(id))
            };
            levels.iter().map(named).collect::<Vec<_>>().join("; ")
        }
    };
    let statement = answer.level().and_then(|id| asked.question.statements.get(id)).cloned().unwrap_or_default();
    let texts = [("Detail", &answer.detail), ("Evidence", &answer.evidence), ("Note", &answer.note)];
    let texts = texts.into_iter().filter(|(_, text)| !text.trim().is_empty());
    ViewLine {
        role: role.map(str::to_owned),
        answer: said,
        statement,
        texts: texts.map(|(label, text)| (label, text.clone())).collect(),
    }
}
