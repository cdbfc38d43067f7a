//! Handing a file to the browser.

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use gloo::utils::{body, document};
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

use super::Refused;

/// How long the browser may take to fetch the bytes before they are let go.
const MILLISECONDS_KEPT: u32 = 60_000;

/// Hands bytes to the browser as a download of that name. Whether a policy lets the file arrive,
/// no page can know.
///
/// # Errors
/// The browser can't start a download.
pub fn download(name: &str, bytes: &[u8], media_type: &str) -> Result<(), Refused> {
    let url = ObjectUrl::from(Blob::new_with_options(bytes, Some(media_type)));
    let link = link(name, &url).ok_or(Refused)?;
    let _ = body().append_child(&link).map_err(|_| Refused)?;
    link.click();
    link.remove();
    let _ = Timeout::new(MILLISECONDS_KEPT, move || drop(url)).forget();
    Ok(())
}

/// A link that downloads bytes under that name for as long as the page lives, also when no code of
/// ours runs any more.
#[must_use]
pub fn lasting_link(name: &str, bytes: &[u8], media_type: &str) -> Option<HtmlAnchorElement> {
    let url = ObjectUrl::from(Blob::new_with_options(bytes, Some(media_type)));
    let link = link(name, &url)?;
    std::mem::forget(url);
    Some(link)
}

fn link(name: &str, url: &str) -> Option<HtmlAnchorElement> {
    let link = document().create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(url);
    link.set_download(name);
    Some(link)
}
