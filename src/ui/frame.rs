//! What surrounds every screen: marking, state of saving, navigation, notice, foot.

use yew::prelude::*;

use super::component::{Foot, Head, MarkingBar, NoticeBanner, SaveState};
use super::effect::Keeper;
use super::screen::{
    Actions, Check, Commitment, Compare, CopyEvidence, Documents, Gaps, Help, LockedUp, Merge, National, Particulars,
    Record, Search, Start, Tasks, Topic, Views, Workbook,
};
use super::{summary, use_dispatch, use_store, words};
use crate::assessment::Marking;
use crate::browser::document;
use crate::session::{Event, Keeping, Locking, Purpose, Route};

/// The marking, the navigation, the notice, the screen and the foot.
#[component]
pub fn Frame() -> Html {
    let store = use_store();
    let dispatch = use_dispatch();
    let keeper = use_context::<Keeper>();
    let assessment = store.assessment.as_deref();
    let shown = assessment.filter(|_| *store.page() != Route::Workbook);
    let beside = match store.page() {
        Route::National => summary::highest_marking(&store.regions.opened),
        Route::Compare => {
            Purpose::ALL.iter().filter_map(|it| summary::highest_marking(&store.beside(*it).opened)).max()
        }
        _ => None,
    };
    let own = shown.filter(|_| *store.page() != Route::National);
    let own = own.map(|it| summary::marked(&store, it).particulars.marking);
    let marking = own.max(beside).unwrap_or(Marking::Official).words();
    let example = shown.is_some_and(|it| it.example);
    let unit = assessment.map(|it| AttrValue::from(it.particulars.unit.clone())).unwrap_or_default();
    let on_undo = dispatch.reform(|()| Event::Undid);
    let on_dismiss = dispatch.reform(|()| Event::Dismissed);
    let elsewhere = store.keeping == Keeping::Elsewhere;
    let on_lock = keeper.clone().filter(|_| matches!(store.locking, Locking::On { .. }));
    let on_lock = on_lock.map(|keeper| Callback::from(move |_: MouseEvent| keeper.lock_now()));
    let on_continue = keeper.map(|keeper| Callback::from(move |_: MouseEvent| keeper.continue_here()));
    let (filed, can_file) = words::filed(store.filed, store.keeping);
    let page = store.page().clone();
    let only_undo = store.notice.as_ref().filter(|it| words::offers_undo(it) && store.only_undo_has_it());
    let only_undo = only_undo.map(|_| words::ONLY_UNDO.to_owned());
    let known = use_mut_ref(|| false);
    *known.borrow_mut() |= store.keeping != Keeping::Unknown;
    if store.locking.is_closed() {
        return html! { <LockedUp /> };
    }
    let pending = (!*known.borrow() && assessment.is_none()).then_some("rocu-pending");
    // The link would change the fragment, which names the page; so it moves the focus itself.
    let on_skip = |event: MouseEvent| {
        event.prevent_default();
        document::focus("main");
    };
    html! {
        <>
            <a href="#main" class="govuk-skip-link" onclick={on_skip}>{ "Skip to main content" }</a>
            <div class="rocu-top">
                <MarkingBar {marking} {example} />
                <SaveState open={assessment.is_some()} kept={words::kept(store.keeping)} {filed} {can_file} />
            </div>
            <Head {unit} page={page.clone()} open={assessment.is_some()} />
            <div class="govuk-width-container">
                if let Some(trouble) = words::keeping(store.keeping, store.is_at_risk()) {
                    <div class="rocu-standing" role="status">
                        { trouble }
                        if elsewhere {
                            <div class="rocu-standing__deeds">
                                <button type="button" class="govuk-button rocu-button--small" id="continue-here" onclick={on_continue}>
                                    { "Continue here" }
                                </button>
                            </div>
                        }
                    </div>
                }
                if store.is_final() && is_filled_in(&page) {
                    <div class="rocu-standing" role="status">
                        { "This version is signed off, so nothing here can be changed. To go on, open it again under " }
                        <a class="govuk-link" href={Route::Record.fragment()}>{ "Record" }</a>{ "." }
                    </div>
                }
                <main class={classes!("govuk-main-wrapper", pending)} id="main" tabindex="-1">
                    if let Some(notice) = &store.notice {
                        <NoticeBanner
                            problem={notice.is_problem()}
                            lines={words::notice(notice, store.framework()).into_iter().chain(only_undo).collect::<Vec<_>>()}
                            remedy={words::remedy(notice, &page)}
                            can_undo={words::offers_undo(notice) && store.undoable().is_some() && !elsewhere}
                            {on_undo}
                            {on_dismiss}
                        />
                    }
                    if (elsewhere || store.is_final()) && is_filled_in(&page) {
                        <fieldset class="govuk-fieldset" disabled=true>{ screen(&page) }</fieldset>
                    } else {
                        { screen(&page) }
                    }
                </main>
            </div>
            <Foot {on_lock} />
            <MarkingBar {marking} {example} at_foot=true />
        </>
    }
}

/// Whether a page is there to be filled in.
const fn is_filled_in(page: &Route) -> bool {
    matches!(
        page,
        Route::Particulars | Route::Topic(..) | Route::Commitment | Route::Copy(_) | Route::Actions(_) | Route::Views
    )
}

fn screen(page: &Route) -> Html {
    match page {
        Route::Start => html! { <Start /> },
        Route::Particulars => html! { <Particulars /> },
        Route::Tasks => html! { <Tasks /> },
        Route::Filtered(filter) => html! { <Tasks filter={*filter} /> },
        Route::Topic(topic, _) => html! { <Topic key={topic.as_str()} topic={topic.clone()} /> },
        Route::Copy(question) => html! { <CopyEvidence question={question.clone()} /> },
        Route::Commitment => html! { <Commitment /> },
        Route::Check => html! { <Check /> },
        Route::Gaps => html! { <Gaps /> },
        Route::Actions(_) => html! { <Actions /> },
        Route::Documents => html! { <Documents /> },
        Route::Merge => html! { <Merge /> },
        Route::Workbook => html! { <Workbook /> },
        Route::Compare => html! { <Compare /> },
        Route::National => html! { <National /> },
        Route::Views => html! { <Views /> },
        Route::Record => html! { <Record /> },
        Route::Help | Route::Shortcuts | Route::Term(_) => html! { <Help /> },
        Route::Search => html! { <Search /> },
    }
}
