//! The last resort: when the program fails, what was typed is offered as a file.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::{body, document};

use crate::assessment::Assessment;
use crate::browser::download;
use crate::saved;

thread_local! {
    static OPEN: RefCell<Option<Rc<Assessment>>> = const { RefCell::new(None) };
}

/// Remembers what is open, for the screen that is shown when the program fails.
pub fn remember(assessment: &Rc<Assessment>) {
    OPEN.with(|open| *open.borrow_mut() = Some(assessment.clone()));
}

/// Forgets what was open.
pub fn forget() {
    OPEN.with(|open| *open.borrow_mut() = None);
}

/// Replaces the page by one that says what happened and offers the last state as a file.
///
/// After a failure no code of ours runs again, so the link has to work without.
pub fn show_failure(what: &str) {
    let page = body();
    page.set_text_content(None);
    let _ = append("h1", "govuk-heading-l", "Something went wrong in this page");
    let _ = append(
        "p",
        "govuk-body",
        "The program stopped because of a mistake of ours. What was open a moment ago can still be saved: use the link, \
         then close this page and open the tool again.",
    );
    let open = OPEN.with(|open| open.try_borrow().ok().and_then(|open| open.clone()));
    let link = open.and_then(|open| {
        let text = saved::save(&open);
        download::lasting_link("rescued.rocu.json", text.as_bytes(), "application/json")
    });
    if let Some(link) = link {
        link.set_class_name("govuk-button");
        link.set_text_content(Some("Save the assessment to a file"));
        let _ = page.append_child(&link);
    }
    let _ = append("p", "govuk-body-s", &format!("Detail for the makers: {what}"));
}

fn append(tag: &str, class: &str, text: &str) -> Option<()> {
    let element = document().create_element(tag).ok()?;
    element.set_class_name(class);
    element.set_text_content(Some(text));
    body().append_child(&element).ok().map(drop)
}
