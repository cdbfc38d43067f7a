//! What WebKitGTK has to be told.

use std::process::Command;
use std::{fs, io};

use serde_json::{Value, json};

use super::{Folders, Started};

/// Where Debian puts the small browser that comes with it.
const BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// Where, in the profile, the folder for downloads is named.
const CONFIGURATION: &str = "config";

/// Names the folder for downloads as desktops do; there is no other way to tell it.
pub(super) fn prepare(folders: Folders<'_>) -> io::Result<()> {
    let folder = folders.profile.join(CONFIGURATION);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("user-dirs.dirs"), format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folders.downloads.display()))
}

pub(super) fn driver(port: u16, folders: Folders<'_>) -> Started {
    let mut command = Command::new("WebKitWebDriver");
    let home = |name: &str| folders.profile.join(name);
    let _ = command
        .arg(format!("--port={port}"))
        // Its own sandbox does not start for root.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("GDK_BACKEND", "x11")
        .env("NO_AT_BRIDGE", "1")
        .env("LANG", "en_GB.UTF-8")
        .env("HOME", folders.profile)
        .env("XDG_CONFIG_HOME", home(CONFIGURATION))
        .env("XDG_CACHE_HOME", home("cache"))
        .env("XDG_DATA_HOME", home("data"));
    Started { command, says: None, install: "the Debian packages webkit2gtk-driver and xvfb" }
}

pub(super) fn capabilities() -> Value {
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": BROWSER, "args": ["--automation"] },
    })
}
