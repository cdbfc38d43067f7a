//! Asking before a page is left whose changes live nowhere else.

use yew::prelude::*;

use crate::browser::leaving;
use crate::ui::Store;

/// Asks before the page is left, as long as there are changes that neither a file nor this browser
/// holds.
#[hook]
pub fn use_leaving(store: &Store) {
    use_effect_with(store.is_at_risk(), |at_risk| {
        let listener = at_risk.then(leaving::ask);
        move || drop(listener)
    });
}
