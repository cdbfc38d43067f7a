//! The address leads to pages, and pages begin at their heading.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::trail::Trail;
use crate::browser::{document, fragment};
use crate::session::{Event, Route};
use crate::ui::{Store, words};

/// Follows the address, and lets it follow the page. Hands back where on its pages the user was.
#[hook]
pub fn use_address(store: &Store) -> Rc<RefCell<Trail>> {
    let dispatcher = store.dispatcher();
    // The browser tells of a change some time after it, and also of our own: by then the user may have
    // gone on, and must not be led back.
    let known = use_mut_ref(fragment::read);
    let trail = use_mut_ref(Trail::begin);
    let (told, turned, going) = (known.clone(), trail.clone(), trail.clone());
    use_effect_with((), move |()| {
        let listener = fragment::listen(move |fragment| {
            turned.borrow_mut().arrive();
            if told.replace(fragment.clone()) != fragment {
                dispatcher.dispatch(Event::Went(Route::read(&fragment)));
            }
        });
        move || drop(listener)
    });
    use_effect_with(store.route.clone(), move |route| {
        if Route::read(&fragment::read()) != *route {
            let fragment = route.fragment();
            known.borrow_mut().clone_from(&fragment);
            going.borrow_mut().leave();
            fragment::go(&fragment);
        }
    });
    trail
}

/// Names the page, and moves the focus to its heading or to the question that was asked for; what the user goes
/// back to is shown as it was left.
#[hook]
pub fn use_place(store: &Store, trail: Rc<RefCell<Trail>>) {
    let page = store.page().clone();
    let closed = store.locking.is_closed();
    let title = if closed { String::from("Locked") } else { words::title(&page, store.framework()) };
    // Whatever shows an error, also where only one form knows of it.
    use_effect_with((), |()| {
        let watch = document::mark_title("Error: ", ".govuk-error-summary, .govuk-error-message");
        move || drop(watch)
    });
    use_effect_with(title, |title| document::set_title(&format!("{title} – ROCU self-assessment")));
    let before = use_mut_ref(|| None::<Route>);
    use_effect_with(page, move |page| {
        let before = before.borrow_mut().replace(page.clone());
        let other = before.is_some_and(|before| !before.same_page(page));
        let (place, heading) = (page.place(), other.then_some("page-heading"));
        match (trail.borrow_mut().back(), place, heading) {
            (Some(down), place, heading) => document::focus_at(place.as_deref().or(heading), down),
            (None, Some(place), _) => document::focus(&place),
            (None, None, Some(heading)) => document::focus_at_top(heading),
            (None, None, None) => {}
        }
    });
}

/// Gives the focus back to what surrounded it, where a button was pressed that is there no more.
#[hook]
pub fn use_focus() {
    use_effect_with((), |()| {
        let keeper = document::keep_focus("main");
        move || drop(keeper)
    });
}
