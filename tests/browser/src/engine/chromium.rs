//! What Chromium has to be told.

use std::process::Command;

use serde_json::{Map, Value, json};

use super::{Folders, Restriction, Started};
use crate::profile::Settings;

/// What it needs as root and without a screen, and what keeps it from requests of its own.
const SWITCHES: [&str; 20] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--allow-browser-signin=false",
    "--disable-background-networking",
    "--disable-client-side-phishing-detection",
    "--disable-component-extensions-with-background-pages",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-features=NetworkTimeServiceQuerying,OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,DialMediaRouteProvider,Translate,HttpsUpgrades,CertificateTransparencyComponentUpdater",
    "--disable-search-engine-choice-screen",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-pings",
    "--window-size=1200,900",
];

/// Machines that it asks by itself whatever it is told, for news of it and for its first page, before any page
/// of ours is open.
pub(crate) const OWN: [&str; 3] = ["accounts.google.com", "start.duckduckgo.com", "update.googleapis.com"];

pub(super) fn driver() -> Started {
    let mut command = Command::new("chromedriver");
    let _ = command.args(["--port=0", "--log-level=SEVERE"]);
    Started { command, says: Some("was started successfully on port "), install: "the Debian package chromium-driver" }
}

pub(super) fn capabilities(folders: Folders<'_>, settings: &Settings) -> Value {
    let mut switches = SWITCHES.map(str::to_owned).to_vec();
    switches.push(format!("--user-data-dir={}", folders.profile.display()));
    if let Some(log) = &settings.net_log {
        switches.push(format!("--log-net-log={}", log.display()));
    }
    if settings.proxy.is_some() {
        // What is asked of this machine would go past it; what the browser itself asks shall.
        switches.push(format!("--proxy-bypass-list=<-loopback>;{}", OWN.join(";")));
        let nowhere = OWN.map(|name| format!("MAP {name} ~NOTFOUND")).join(",");
        switches.push(format!("--host-resolver-rules={nowhere}"));
    }
    let mut preferences = Map::from_iter([("download.default_directory".to_owned(), json!(folders.downloads))]);
    for restriction in &settings.restrictions {
        match restriction_of(*restriction) {
            Restricted::Switch(switch) => switches.push(switch.to_owned()),
            Restricted::Preference(name, value) => drop(preferences.insert(name.to_owned(), value)),
        }
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": switches, "prefs": preferences },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

enum Restricted {
    Switch(&'static str),
    Preference(&'static str, Value),
}

/// The preference that a policy of that effect sets: policies themselves hold for the whole machine.
fn restriction_of(restriction: Restriction) -> Restricted {
    use Restricted::{Preference, Switch};
    match restriction {
        Restriction::NoStorage => Preference("profile.managed_default_content_settings.cookies", json!(2)),
        Restriction::StorageUntilClosed => Preference("profile.managed_default_content_settings.cookies", json!(4)),
        Restriction::NoJavaScript => Preference("profile.managed_default_content_settings.javascript", json!(2)),
        Restriction::NoWebAssembly => Switch("--js-flags=--jitless"),
        Restriction::NoDownloads => Preference("download_restrictions", json!(3)),
        Restriction::NoPickers => Preference("select_file_dialogs.allowed", json!(false)),
        Restriction::NoFileWriting => {
            Preference("profile.managed_default_content_settings.file_system_write_guard", json!(2))
        }
    }
}
