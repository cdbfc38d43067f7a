//! Asking for a passphrase.

use rocu_self_assessment::ui::component::PassphraseForm;
use yew::{AttrValue, Callback, html};

use crate::alone::draw;
use crate::dom::{Page, attribute};
use crate::drawn::{all_seen, seen};

fn drawn(chosen: bool, busy: bool, problem: Option<&'static str>) -> Page {
    let problem = problem.map(AttrValue::from);
    draw(html! {
        <PassphraseForm
            name="lock" label="Passphrase" action="Lock" waiting="Locking…" {chosen} {busy} {problem}
            on_passphrase={Callback::noop()}
        />
    })
}

#[test]
fn a_passphrase_is_hidden_while_it_is_typed_until_the_user_asks_to_see_it() {
    let page = drawn(true, false, None);
    for field in ["lock", "lock-again"] {
        let field = page.by_id(field);
        assert_eq!(attribute(&field, "type").as_deref(), Some("password"));
        assert_eq!(attribute(&field, "autocomplete").as_deref(), Some("off"), "no browser is asked to keep it");
        assert_eq!(attribute(&field, "value"), None);
    }
    assert_eq!(attribute(&page.by_id("lock-show"), "aria-pressed").as_deref(), Some("false"));
}

#[test]
fn whoever_chooses_one_is_advised_and_told_that_nobody_can_recover_it() {
    let page = drawn(true, false, None);
    assert!(page.body().contains("Three random words") && page.body().contains("At least 12 characters"));
    assert!(page.body().contains("Nobody can recover a lost passphrase"), "{}", page.body());
    let page = drawn(false, false, None);
    assert!(!page.body().contains("Nobody") && !page.body().contains("Enter it again"), "{}", page.body());
}

#[test]
fn what_was_wrong_stands_at_the_field_and_belongs_to_it() {
    let page = drawn(false, false, Some("This passphrase does not unlock it."));
    assert_eq!(seen(&page.by_id("lock-error")), "Error: This passphrase does not unlock it.");
    let field = page.by_id("lock");
    assert_eq!(attribute(&field, "aria-describedby").as_deref(), Some("lock-error"));
    assert_eq!(attribute(&field, "aria-invalid").as_deref(), Some("true"));
}

#[test]
fn while_it_is_tried_the_page_says_so_and_takes_no_second_press() {
    let page = drawn(true, true, Some("an earlier problem"));
    assert_eq!(all_seen(&page, "p"), ["Locking…"]);
    assert!(attribute(&page.by_id("lock-do"), "disabled").is_some());
}
