//! Texts by key, kept by this browser in IndexedDB.
//!
//! A write is done when the browser has put it on the disk (`durability: "strict"`), so that a
//! browser that is killed a moment later has not lost it. `localStorage` gives no such promise.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::{Refused, window};

const DATABASE: &str = "rocu-self-assessment";
const VERSION: u32 = 1;
const STORE: &str = "texts";

/// The store of this browser, open.
#[derive(Debug, Clone, PartialEq)]
pub struct Storage(IdbDatabase);

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

impl Storage {
    /// Opens the store.
    ///
    /// # Errors
    /// A policy or a private window blocks it, or it is damaged.
    pub async fn open() -> Result<Self, Refused> {
        let factory = window().indexed_db()?.ok_or(Refused)?;
        let request = factory.open_with_u32(DATABASE, VERSION)?;
        make_store_where_missing(&request);
        let database = answer(&request).await?.dyn_into::<IdbDatabase>().map_err(|_| Refused)?;
        Ok(Self(database))
    }

    /// All keys with their texts.
    ///
    /// # Errors
    /// The browser can't read.
    pub async fn all(&self) -> Result<Vec<(String, String)>, Refused> {
        let (_, store) = self.store("readonly")?;
        let (keys, texts) = (store.get_all_keys()?, store.get_all()?);
        let keys = Array::from(&answer(&keys).await?);
        let texts = Array::from(&answer(&texts).await?);
        let both = keys.iter().zip(texts.iter());
        Ok(both.filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
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

/// Waits for a request.
async fn answer(request: &IdbRequest) -> Result<JsValue, Refused> {
    let promise = Promise::new(&mut |resolve, reject| {
        let answered = request.clone();
        let success = Closure::once_into_js(move || {
            let value = answered.result().unwrap_or(JsValue::UNDEFINED);
            let _ = resolve.call1(&JsValue::UNDEFINED, &value);
        });
        request.set_onsuccess(Some(success.unchecked_ref()));
        request.set_onerror(Some(&reject));
    });
    Ok(JsFuture::from(promise).await?)
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
