//! The page locks itself when nobody was there for as long as the user chose.

use yew::prelude::*;

use super::Keeper;
use crate::browser::idle;
use crate::session::{Locking, locked};
use crate::ui::Store;

/// Locks the page in this window when nobody was there.
#[hook]
pub fn use_idle_lock(store: &Store, keeper: &Keeper) {
    let minutes = match store.locking {
        Locking::On { minutes } => minutes,
        _ => 0,
    };
    let keeper = keeper.clone();
    use_effect_with(minutes, move |minutes| {
        let minutes = *minutes;
        let watch = (minutes > 0).then(|| {
            idle::watch(move |milliseconds| {
                if locked::is_left_alone(minutes, milliseconds) {
                    keeper.lock_here();
                }
            })
        });
        move || drop(watch)
    });
}
