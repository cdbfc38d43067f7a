//! Opening what is chosen, picked or dropped on the page that is there for it.

use yew::prelude::*;

use super::opening::{self, Desk, From};
use super::{InPlace, Keeper};
use crate::browser::dropped;
use crate::ui::{use_dispatch, use_store};

/// The way to open a file, and what is dropped on the page as long as it is shown.
#[hook]
pub fn use_opening() -> Callback<From> {
    let (store, dispatch) = (use_store(), use_dispatch());
    let (keeper, in_place) = (use_context::<Keeper>(), use_context::<InPlace>());
    let may_drop = store.on_disk.is_offered;
    let latest = use_mut_ref(|| store.clone());
    latest.borrow_mut().clone_from(&store);
    let open = (*use_memo((), move |()| {
        Callback::from(move |from: From| {
            let store = latest.borrow().clone();
            if let (Some(keeper), Some(in_place)) = (keeper.clone(), in_place.clone()) {
                opening::open(from, Desk::of(&store, keeper, in_place, dispatch.clone()));
            }
        })
    }))
    .clone();
    let dropped = open.clone();
    use_effect_with(may_drop, move |may_drop| {
        let listeners = may_drop.then(|| dropped::listen(move |handle| dropped.emit(From::Dropped(handle))));
        move || drop(listeners)
    });
    open
}
