//! One thing that two people changed differently.

use rocu_self_assessment::assessment::merge::Side;
use rocu_self_assessment::ui::component::ConflictCard;
use yew::{AttrValue, Callback, html};

use crate::alone::draw;
use crate::drawn::radios;

#[test]
fn both_sides_are_shown_with_who_changed_them_and_both_can_be_kept_only_of_texts() {
    for (can_join, settled) in [(true, Some(Side::Both)), (false, None)] {
        let ours = (AttrValue::from("<b>Ours</b>"), Some(AttrValue::from("changed by Head of unit")));
        let theirs = (AttrValue::from("Theirs"), None);
        let on_settle = Callback::noop();
        let page = draw(html! {
            <ConflictCard name="conflict-0" about="Undercover: Is it?" {ours} {theirs} {can_join} {settled} {on_settle} />
        });
        let said = page.body();
        for words in ["Undercover: Is it?", "Yours, changed by Head of unit", "<b>Ours</b>", "In the file", "Theirs"] {
            assert!(said.contains(words), "{words} is not in {said}");
        }
        let (values, chosen) = radios(&page, "conflict-0");
        assert_eq!(values.contains(&String::from("both")), can_join);
        assert_eq!(chosen.as_deref(), settled.map(|_| "both"));
    }
}
