//! Asking before a page is left whose changes live nowhere else.

use yew::prelude::*;

use crate::browser::leaving;
use crate::session::{Keeping, Session};

/// Asks before the page is left, as long as there are changes that neither a file nor this browser
/// holds.
#[hook]
pub fn use_leaving(store: &UseReducerHandle<Session>) {
    let kept = matches!(store.keeping, Keeping::Kept | Keeping::Elsewhere);
    let at_risk = store.assessment.is_some() && store.filed.may_lack() && !kept;
    use_effect_with(at_risk, |at_risk| {
        let listener = at_risk.then(leaving::ask);
        move || drop(listener)
    });
}
