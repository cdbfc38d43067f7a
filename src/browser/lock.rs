//! Locks that the pages of this browser hold against each other, by name.
//!
//! A lock goes with the page that holds it, however that page ends.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Refused, window};

/// A lock that this page holds for as long as this value lives.
#[derive(Debug)]
pub struct Lock {
    release: Function,
}

/// Whether a lock is taken from the page that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// It is taken if no page holds it.
    IfFree,
    /// It is taken from whichever page holds it.
    ByForce,
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}

/// Takes a lock, or hands back nothing where another page holds it. `on_lost` is called when another
/// page takes it by force.
///
/// # Errors
/// This browser has no locks.
pub async fn take(name: &str, manner: Manner, on_lost: impl FnOnce() + 'static) -> Result<Option<Lock>, Refused> {
    // `web-sys` holds this interface back as unstable, so it is called by name.
    let locks = Reflect::get(&window().navigator(), &"locks".into())?;
    let request = Reflect::get(&locks, &"request".into())?.dyn_into::<Function>().map_err(|_| Refused)?;
    let options = Object::new();
    let option = match manner {
        Manner::IfFree => "ifAvailable",
        Manner::ByForce => "steal",
    };
    let _ = Reflect::set(&options, &option.into(), &JsValue::TRUE)?;
    let held = Rc::new(Cell::new(false));
    let mut lost = Some((held.clone(), on_lost));
    let answered = Promise::new(&mut |answer, refuse| {
        let held = held.clone();
        let granted = Closure::once_into_js(move |lock: JsValue| {
            if lock.is_null() {
                let _ = answer.call0(&JsValue::UNDEFINED);
                return JsValue::UNDEFINED;
            }
            held.set(true);
            // The browser lets go of the lock when this promise is kept.
            Promise::new(&mut |release, _| drop(answer.call1(&JsValue::UNDEFINED, &release))).into()
        });
        let requested = request.call3(&locks, &name.into(), &options, &granted);
        let Some((held, on_lost)) = lost.take() else { return };
        spawn_local(async move {
            let ended = match requested.map(JsCast::dyn_into::<Promise>) {
                Ok(Ok(requested)) => JsFuture::from(requested).await.is_ok(),
                _ => false,
            };
            match ended {
                true => {}
                false if held.get() => on_lost(),
                false => drop(refuse.call0(&JsValue::UNDEFINED)),
            }
        });
    });
    let release = JsFuture::from(answered).await?;
    Ok(release.dyn_into().ok().map(|release| Lock { release }))
}
