//! Words between the pages of this tool that are open in this browser.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::Refused;

/// The way to the other pages.
#[derive(Debug)]
pub struct Channel(BroadcastChannel);

impl Channel {
    /// Opens the channel of that name. `heard` is called with whatever another page says.
    ///
    /// # Errors
    /// This browser has no channels.
    pub fn open(name: &str, mut heard: impl FnMut(String) + 'static) -> Result<Self, Refused> {
        let channel = BroadcastChannel::new(name)?;
        let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                heard(text);
            }
        });
        channel.set_onmessage(Some(listen.into_js_value().unchecked_ref()));
        Ok(Self(channel))
    }

    /// Says something to every other page. Whether one hears it is not known.
    pub fn say(&self, text: &str) {
        let _ = self.0.post_message(&JsValue::from_str(text));
    }
}
