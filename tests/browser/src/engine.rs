//! The browsers that can be driven, and what each has to be told.

pub(crate) mod chromium;
mod firefox;
mod webkit;

use std::io;
use std::path::Path;
use std::process::Command;

use serde_json::{Map, Value, json};

use crate::profile::Settings;

/// A browser that can be driven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, the engine of Edge and Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, of the family of Safari.
    WebKit,
}

/// What a test can have switched off, as the IT of an organisation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Restriction {
    /// Pages may keep nothing.
    NoStorage,
    /// What pages keep is gone when the browser is closed.
    StorageUntilClosed,
    /// No page runs a script.
    NoJavaScript,
    /// No page runs a program.
    NoWebAssembly,
    /// A download is dropped without a word.
    NoDownloads,
    /// The questions where to open and to save are closed before anybody sees them.
    NoPickers,
    /// Pages may not write to files of the user's.
    NoFileWriting,
}

/// How a day comes into a date field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Days {
    /// Typed as a user does, in the order of the place.
    InParts,
    /// Handed to the driver as it is written in files.
    Whole,
    /// Set by a script: in which order the field takes its parts, neither driver nor page can tell.
    ByScript,
}

/// Where the files of a user of a browser are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Folders<'a> {
    pub(crate) profile: &'a Path,
    pub(crate) downloads: &'a Path,
}

/// How a driver is started and says where it listens.
pub(crate) struct Started {
    pub(crate) command: Command,
    /// What stands before the number of the port in what it says, unless it was told the number.
    pub(crate) says: Option<&'static str>,
    /// What to install where it is missing.
    pub(crate) install: &'static str,
}

impl Engine {
    /// The one that `ROCU_ENGINE` named when the tests were compiled.
    pub const CHOSEN: Self = if cfg!(engine = "firefox") {
        Self::Firefox
    } else if cfg!(engine = "webkit") {
        Self::WebKit
    } else {
        Self::Chromium
    };

    /// What a driver is asked for.
    pub(crate) fn capabilities(self, folders: Folders<'_>, settings: &Settings) -> Map<String, Value> {
        let mut wanted = match self {
            Self::Chromium => chromium::capabilities(folders, settings),
            Self::Firefox => firefox::capabilities(folders, settings),
            Self::WebKit => webkit::capabilities(),
        };
        if let Some(port) = settings.proxy {
            let at = format!("127.0.0.1:{port}");
            wanted["proxy"] = json!({ "proxyType": "manual", "httpProxy": at, "sslProxy": at });
        }
        wanted.as_object().cloned().unwrap_or_default()
    }

    /// Writes into a profile what can't be said otherwise.
    ///
    /// # Errors
    /// The disk is full.
    pub(crate) fn prepare(self, folders: Folders<'_>) -> io::Result<()> {
        match self {
            Self::Chromium | Self::Firefox => Ok(()),
            Self::WebKit => webkit::prepare(folders),
        }
    }

    /// Its driver. The port is one that was free a moment ago.
    pub(crate) fn driver(self, port: u16, folders: Folders<'_>) -> Started {
        match self {
            Self::Chromium => chromium::driver(),
            Self::Firefox => firefox::driver(),
            Self::WebKit => webkit::driver(port, folders),
        }
    }

    /// Under which name a driver tells the process of its browser.
    pub(crate) const fn process(self) -> &'static str {
        match self {
            Self::Chromium => "goog:processID",
            Self::Firefox => "moz:processID",
            Self::WebKit => "",
        }
    }

    /// How a day comes into a date field.
    pub(crate) const fn days(self) -> Days {
        match self {
            Self::Chromium => Days::InParts,
            Self::Firefox => Days::Whole,
            Self::WebKit => Days::ByScript,
        }
    }

    /// Whether it can be started more than once at a time without a screen of its own.
    pub(crate) const fn needs_screen(self) -> bool {
        matches!(self, Self::WebKit)
    }
}
