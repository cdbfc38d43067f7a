//! Saving under a name and in a place that the user picks, in browsers that offer it.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::FileSystemWritableFileStream;

use super::{Refused, window};

const PICKER: &str = "showSaveFilePicker";

/// How the user answered the browser's question where to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// The file was written, and the browser says that it is whole.
    Saved,
    /// The question was closed without an answer.
    Cancelled,
}

/// Whether this browser offers it.
#[must_use]
pub fn is_offered() -> bool {
    Reflect::get(&window(), &PICKER.into()).is_ok_and(|picker| picker.is_function())
}

/// Asks where to save, and writes the bytes there.
///
/// # Errors
/// The browser or a policy does not allow it, or the file can't be written.
pub async fn save_as(name: &str, bytes: &[u8]) -> Result<Picked, Refused> {
    let options = Object::new();
    let _ = Reflect::set(&options, &"suggestedName".into(), &name.into()).map_err(|_| Refused)?;
    let file = match call(&window(), PICKER, Some(&options)).await {
        Ok(file) => file,
        Err(error) if is_abort(&error) => return Ok(Picked::Cancelled),
        Err(_) => return Err(Refused),
    };
    let stream = call(&file, "createWritable", None).await.map_err(|_| Refused)?;
    let stream: FileSystemWritableFileStream = stream.dyn_into().map_err(|_| Refused)?;
    let written = stream.write_with_u8_array(bytes).map_err(|_| Refused)?;
    let _ = JsFuture::from(written).await.map_err(|_| Refused)?;
    // Until it is closed, what was in the file before is still there.
    JsFuture::from(stream.close()).await.map(|_| Picked::Saved).map_err(|_| Refused)
}

/// Calls a method that web-sys does not type, and awaits what it promises.
async fn call(on: &JsValue, method: &str, argument: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(on, &method.into())?.dyn_into()?;
    let promise = match argument {
        Some(argument) => method.call1(on, argument)?,
        None => method.call0(on)?,
    };
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}

fn is_abort(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|name| name == "AbortError")
}
