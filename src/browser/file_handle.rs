//! A file that the user picked, to which the browser lets the page write back.
//!
//! What is written goes beside the file first and takes its place when it is whole, so that a crash
//! leaves the old one.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::FileSystemWritableFileStream;

use super::file::Chosen;
use super::window;

const PICK_NEW: &str = "showSaveFilePicker";
const PICK: &str = "showOpenFilePicker";

/// Why a file can't be read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The user or a policy does not allow it.
    NotAllowed,
    /// It is not there any longer.
    Gone,
    /// There is no room on the disk.
    Full,
    /// It may only be read, or another program holds it.
    Locked,
    /// Something else.
    Failed,
}

impl From<JsValue> for Trouble {
    fn from(error: JsValue) -> Self {
        match name_of(&error).as_str() {
            "NotAllowedError" | "SecurityError" => Self::NotAllowed,
            "NotFoundError" => Self::Gone,
            "QuotaExceededError" => Self::Full,
            "NoModificationAllowedError" => Self::Locked,
            _ => Self::Failed,
        }
    }
}

/// A file that the user picked.
#[derive(Debug, Clone, PartialEq)]
pub struct FileHandle(pub(super) JsValue);

/// What is written beside a file, and not yet in its place.
#[derive(Debug)]
pub struct Draft(FileSystemWritableFileStream);

/// Whether this browser offers to pick a file that can be written back to.
#[must_use]
pub fn is_offered() -> bool {
    Reflect::get(&window(), &PICK_NEW.into()).is_ok_and(|picker| picker.is_function())
}

impl FileHandle {
    /// Asks where to save a new file of that name. Nothing, where the question was closed.
    ///
    /// # Errors
    /// The browser or a policy does not allow it.
    pub async fn pick_new(name: &str) -> Result<Option<Self>, Trouble> {
        let options = Object::new();
        let _ = Reflect::set(&options, &"suggestedName".into(), &name.into())?;
        Ok(picked(call(&window(), PICK_NEW, Some(&options)).await)?.map(Self))
    }

    /// Asks which file to open. Nothing, where the question was closed.
    ///
    /// # Errors
    /// The browser or a policy does not allow it.
    pub async fn pick() -> Result<Option<Self>, Trouble> {
        Ok(picked(call(&window(), PICK, None).await)?.map(|files| Self(Array::from(&files).get(0))))
    }

    /// Its name, without its folder.
    #[must_use]
    pub fn name(&self) -> String {
        text(&self.0, "name")
    }

    /// The file as it is now, to be read.
    ///
    /// # Errors
    /// It is gone, or may not be read.
    pub async fn file(&self) -> Result<Chosen, Trouble> {
        let file = call(&self.0, "getFile", None).await?;
        Ok(Chosen::from(file.dyn_into::<web_sys::File>()?))
    }

    /// Its bytes.
    ///
    /// # Errors
    /// It is gone, or may not be read.
    pub async fn read(&self) -> Result<Vec<u8>, Trouble> {
        self.file().await?.read().await.map_err(|_| Trouble::Failed)
    }

    /// Whether the browser would ask the user before it lets the page write.
    pub async fn asks(&self) -> bool {
        self.permission("queryPermission").await.is_ok_and(|state| state != "granted")
    }

    /// Lets the browser ask, where it has to. It does so only right after a click or a key.
    ///
    /// # Errors
    /// The user or a policy does not allow it.
    pub async fn ask(&self) -> Result<(), Trouble> {
        let allowed = !self.asks().await || self.permission("requestPermission").await? == "granted";
        if allowed { Ok(()) } else { Err(Trouble::NotAllowed) }
    }

    async fn permission(&self, method: &str) -> Result<String, Trouble> {
        let mode = Object::new();
        let _ = Reflect::set(&mode, &"mode".into(), &"readwrite".into())?;
        Ok(call(&self.0, method, Some(&mode)).await?.as_string().unwrap_or_default())
    }

    /// Writes bytes beside the file.
    ///
    /// # Errors
    /// The disk is full, or the browser does not allow it.
    pub async fn draft(&self, bytes: &[u8]) -> Result<Draft, Trouble> {
        let stream = call(&self.0, "createWritable", None).await?;
        let stream: FileSystemWritableFileStream = stream.dyn_into()?;
        let _ = JsFuture::from(stream.write_with_u8_array(bytes)?).await?;
        Ok(Draft(stream))
    }
}

impl Draft {
    /// Puts what was written in the place of the file. Until then the file is as it was.
    ///
    /// # Errors
    /// The file is gone or locked, or a policy does not allow it.
    pub async fn put(self) -> Result<(), Trouble> {
        let _ = JsFuture::from(self.0.close()).await?;
        Ok(())
    }

    /// Throws it away.
    pub async fn leave(self) {
        let _ = call(&self.0, "abort", None).await;
    }
}

/// Calls a method that web-sys does not type, and awaits what it promises.
pub(super) async fn call(on: &JsValue, method: &str, argument: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(on, &method.into())?.dyn_into()?;
    let promise = match argument {
        Some(argument) => method.call1(on, argument)?,
        None => method.call0(on)?,
    };
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}

/// What a picker answered. One that is closed without an answer fails in a way of its own.
fn picked(answer: Result<JsValue, JsValue>) -> Result<Option<JsValue>, JsValue> {
    match answer {
        Err(error) if name_of(&error) == "AbortError" => Ok(None),
        answer => answer.map(Some),
    }
}

fn name_of(error: &JsValue) -> String {
    text(error, "name")
}

fn text(of: &JsValue, key: &str) -> String {
    Reflect::get(of, &key.into()).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
