//! What Firefox has to be told.

use std::process::Command;

use serde_json::{Map, Value, json};

use super::{Folders, Restriction, Started};
use crate::profile::Settings;

pub(super) fn driver() -> Started {
    let mut command = Command::new("geckodriver");
    // Each browser of its own has a port of its own.
    let _ = command.args(["--port=0", "--websocket-port=0", "--log=info"]);
    // Without this it asks its makers for settings, whatever address its preferences name.
    let _ = command.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
    Started {
        command,
        says: Some("Listening on 127.0.0.1:"),
        install: "it with `cargo install geckodriver --locked`, and the Debian package firefox-esr,",
    }
}

pub(super) fn capabilities(folders: Folders<'_>, settings: &Settings) -> Value {
    let mut preferences = Map::from_iter([
        // As users have it. When Firefox is driven it sets this to false unless told otherwise, and then
        // all pages from the disk share one storage, as they do for no user.
        ("security.fileuri.strict_origin_policy".to_owned(), json!(true)),
        ("browser.download.folderList".to_owned(), json!(2)),
        ("browser.download.dir".to_owned(), json!(folders.downloads)),
        ("browser.download.useDownloadDir".to_owned(), json!(true)),
        // Whoever works with the keys closes the list of downloads with Escape, which no driver can press there.
        ("browser.download.alwaysOpenPanel".to_owned(), json!(false)),
        // What stands in fields is noted at once and not every fifteen seconds: a test looks for it.
        ("browser.sessionstore.interval".to_owned(), json!(1000)),
        ("intl.locale.requested".to_owned(), json!("en-GB")),
    ]);
    if settings.proxy.is_some() {
        // Else what is asked of this machine goes past it.
        let _ = preferences.insert("network.proxy.allow_hijacking_localhost".to_owned(), json!(true));
    }
    for restriction in &settings.restrictions {
        let (name, value) = match restriction {
            Restriction::NoStorage => ("network.cookie.cookieBehavior", json!(2)),
            Restriction::StorageUntilClosed => ("browser.privatebrowsing.autostart", json!(true)),
            Restriction::NoJavaScript => ("javascript.enabled", json!(false)),
            Restriction::NoWebAssembly => ("javascript.options.wasm", json!(false)),
            Restriction::NoDownloads | Restriction::NoPickers | Restriction::NoFileWriting => continue,
        };
        let _ = preferences.insert(name.to_owned(), value);
    }
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": "/usr/bin/firefox-esr",
            "args": ["-headless", "--width=1200", "--height=1000", "-profile", folders.profile],
            "prefs": preferences,
        },
    })
}
