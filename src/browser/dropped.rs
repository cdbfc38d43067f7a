//! A file that is dropped on the page, in browsers that let the page write back to it.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::file_handle::FileHandle;

/// Calls back with the first file that is dropped anywhere on the page, for as long as the listeners
/// live.
pub fn listen(dropped: impl Fn(FileHandle) + Clone + 'static) -> [EventListener; 2] {
    let on = |kind: &'static str, deed: Box<dyn Fn(&web_sys::Event)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), kind, options, move |event| {
            // Else the browser would leave the page for the file.
            event.prevent_default();
            deed(event);
        })
    };
    let drop = move |event: &web_sys::Event| {
        // It can be asked for only now; what it promises can be awaited later.
        let Ok(promise) = handle(event) else { return };
        let dropped = dropped.clone();
        spawn_local(async move {
            if let Ok(handle) = JsFuture::from(promise).await
                && Reflect::get(&handle, &"kind".into()).is_ok_and(|kind| kind == "file")
            {
                dropped(FileHandle(handle));
            }
        });
    };
    [on("dragover", Box::new(|_| ())), on("drop", Box::new(drop))]
}

fn handle(event: &JsValue) -> Result<Promise, JsValue> {
    let items = Reflect::get(&Reflect::get(event, &"dataTransfer".into())?, &"items".into())?;
    let item = Reflect::get_u32(items.unchecked_ref(), 0)?;
    let method: Function = Reflect::get(&item, &"getAsFileSystemHandle".into())?.dyn_into()?;
    method.call0(&item)?.dyn_into()
}
