//! Texts by key, kept by this browser in IndexedDB.
//!
//! A write is done when the browser has put it on the disk (`durability: "strict"`), so that a
//! browser that is killed a moment later has not lost it. `localStorage` gives no such promise.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::file_handle::FileHandle;
use super::{Refused, window};

const DATABASE: &str = "rocu-self-assessment";
const VERSION: u32 = 1;
const STORE: &str = "texts";

/// What became of a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// It is on the disk.
    Done,
    /// Nothing was written, because the guard at that place of the list holds something else: this.
    Differs(usize, Option<String>),
}

/// The store of this browser, open.
#[derive(Debug, Clone, PartialEq)]
pub struct Storage(IdbDatabase);

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Has the browser open the store while the page is drawn, so that it is at hand when it is asked for.
pub fn prepare() {
    // What is wrong with it, whoever asks for it is told.
    let _ = request().map(|request| {
        let opened = request.clone();
        let close = Closure::once_into_js(move || {
            if let Ok(database) = opened.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
                database.close();
            }
        });
        request.set_onsuccess(Some(close.unchecked_ref()));
    });
}

/// Asks for the store.
fn request() -> Result<IdbOpenDbRequest, Refused> {
    let factory = window().indexed_db()?.ok_or(Refused)?;
    let request = factory.open_with_u32(DATABASE, VERSION)?;
    make_store_where_missing(&request);
    Ok(request)
}

impl Storage {
    /// Opens the store. `on_close` is called when it is taken away: cleared, or about to be.
    ///
    /// # Errors
    /// A policy or a private window blocks it, or it is damaged.
    pub async fn open(on_close: impl Fn() + 'static) -> Result<Self, Refused> {
        let request = request()?;
        let database = answer(&request).await?.dyn_into::<IdbDatabase>().map_err(|_| Refused)?;
        let closed = database.clone();
        let close = Closure::<dyn Fn()>::new(move || {
            closed.close();
            on_close();
        });
        let close = close.into_js_value();
        database.set_onclose(Some(close.unchecked_ref()));
        // Who wants to delete it would wait for ever until it is closed.
        database.set_onversionchange(Some(close.unchecked_ref()));
        Ok(Self(database))
    }

    /// Lets go of it, so that it can be opened anew.
    pub fn close(&self) {
        self.0.close();
    }

    /// All keys with their texts. What can no longer be read from the disk is an empty text.
    ///
    /// # Errors
    /// The browser can't read.
    pub async fn all(&self) -> Result<Vec<(String, String)>, Refused> {
        let keys = Array::from(&answer(&self.store("readonly")?.1.get_all_keys()?).await?);
        let mut asked = Vec::new();
        for key in keys.iter().filter_map(|key| key.as_string()) {
            // Each by itself: a text that is damaged on the disk fails the whole transaction.
            let text = answer(&self.store("readonly")?.1.get(&key.as_str().into())?);
            asked.push((key, text));
        }
        let mut all = Vec::new();
        for (key, text) in asked {
            all.push((key, text.await.ok().and_then(|text| text.as_string()).unwrap_or_default()));
        }
        Ok(all)
    }

    /// Keeps texts under their keys, all or none, and returns when they are on the disk.
    ///
    /// # Errors
    /// The disk is full, or the store was taken away.
    pub async fn put(&self, texts: &[(&str, &str)]) -> Result<(), Refused> {
        let (transaction, store) = self.store("readwrite")?;
        for (key, text) in texts {
            let _ = store.put_with_key(&(*text).into(), &(*key).into())?;
        }
        done(&transaction).await
    }

    /// The text under that key.
    ///
    /// # Errors
    /// The browser can't read.
    pub async fn text(&self, key: &str) -> Result<Option<String>, Refused> {
        Ok(answer(&self.store("readonly")?.1.get(&key.into())?).await?.as_string())
    }

    /// The file under that key.
    ///
    /// # Errors
    /// The browser can't read.
    pub async fn handle(&self, key: &str) -> Result<Option<FileHandle>, Refused> {
        let found = answer(&self.store("readonly")?.1.get(&key.into())?).await?;
        Ok(found.is_object().then_some(FileHandle(found)))
    }

    /// Keeps a file under its key, or none.
    ///
    /// # Errors
    /// The browser does not keep files, the disk is full, or the store was taken away.
    pub async fn put_handle(&self, key: &str, file: Option<&FileHandle>) -> Result<(), Refused> {
        let (transaction, store) = self.store("readwrite")?;
        let value = file.map_or(JsValue::NULL, |handle| handle.0.clone());
        let _ = store.put_with_key(&value, &key.into())?;
        done(&transaction).await
    }

    /// As [`Self::put`], but only if the text under the key of each guard is the one expected. No other
    /// page can write between the look and the write.
    ///
    /// # Errors
    /// The disk is full, or the store was taken away.
    pub async fn put_if(&self, guards: &[(&str, Option<&str>)], texts: &[(&str, &str)]) -> Result<Written, Refused> {
        let (transaction, store) = self.store("readwrite")?;
        for (at, (key, expected)) in guards.iter().enumerate() {
            let found = answer(&store.get(&(*key).into())?).await?.as_string();
            if found.as_deref() != *expected {
                return Ok(Written::Differs(at, found));
            }
        }
        for (key, text) in texts {
            let _ = store.put_with_key(&(*text).into(), &(*key).into())?;
        }
        commit(&transaction)?;
        done(&transaction).await?;
        Ok(Written::Done)
    }

    /// Forgets what is under these keys, all or none.
    ///
    /// # Errors
    /// The browser can't write.
    pub async fn remove(&self, keys: &[String]) -> Result<(), Refused> {
        let (transaction, store) = self.store("readwrite")?;
        for key in keys {
            let _ = store.delete(&key.as_str().into())?;
        }
        done(&transaction).await
    }

    /// Forgets everything.
    ///
    /// # Errors
    /// The browser can't write.
    pub async fn wipe(&self) -> Result<(), Refused> {
        let (transaction, store) = self.store("readwrite")?;
        let _ = store.clear()?;
        done(&transaction).await
    }

    /// Begins a transaction. `web-sys` does not type its options yet, so it is called by name.
    fn store(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), Refused> {
        let options = Object::new();
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let begin: Function = Reflect::get(&self.0, &"transaction".into())?.unchecked_into();
        let transaction = begin.call3(&self.0, &STORE.into(), &mode.into(), &options)?;
        let transaction: IdbTransaction = transaction.unchecked_into();
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }
}

fn make_store_where_missing(request: &IdbOpenDbRequest) {
    let opened = request.clone();
    let upgrade = Closure::once_into_js(move || {
        if let Ok(database) = opened.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
}

/// What a request brings. It is listened to from now on, whenever it is waited for.
fn answer(request: &IdbRequest) -> JsFuture {
    let promise = Promise::new(&mut |resolve, reject| {
        let answered = request.clone();
        let success = Closure::once_into_js(move || {
            let value = answered.result().unwrap_or(JsValue::UNDEFINED);
            let _ = resolve.call1(&JsValue::UNDEFINED, &value);
        });
        request.set_onsuccess(Some(success.unchecked_ref()));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise)
}

/// Says that nothing more will come. Else the browser asks the page once more before it writes, and
/// by then the page may be closed. `web-sys` takes this call for one that is gone, so it is called by
/// name.
fn commit(transaction: &IdbTransaction) -> Result<(), Refused> {
    if let Ok(commit) = Reflect::get(transaction, &"commit".into())?.dyn_into::<Function>() {
        let _ = commit.call0(transaction)?;
    }
    Ok(())
}

/// Waits until a transaction is on the disk.
async fn done(transaction: &IdbTransaction) -> Result<(), Refused> {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        transaction.set_onerror(Some(&reject));
    });
    let _ = JsFuture::from(promise).await?;
    Ok(())
}
