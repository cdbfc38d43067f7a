//! A user of a browser: their profile, their downloads, and how their browser is set up.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use tempfile::TempDir;

use crate::waiting;

/// How the browser is set up, beside what every test needs.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Switches of the command line.
    pub switches: Vec<&'static str>,
    /// Preferences, as policies set them.
    pub preferences: Map<String, Value>,
}

/// A profile and a folder for downloads, both new and both gone with this value.
///
/// It outlives each browser that uses it: declare it first.
#[derive(Debug)]
pub struct Profile {
    folder: TempDir,
    downloads: TempDir,
    settings: Settings,
}

impl Profile {
    /// A profile of a browser as it comes.
    ///
    /// # Errors
    /// No folder can be made for it.
    pub fn new() -> Result<Self> {
        Self::with(Settings::default())
    }

    /// A profile of a browser that is set up like that.
    ///
    /// # Errors
    /// No folder can be made for it.
    pub fn with(settings: Settings) -> Result<Self> {
        Ok(Self { folder: tempfile::tempdir()?, downloads: tempfile::tempdir()?, settings })
    }

    /// Where downloads arrive.
    #[must_use]
    pub fn downloads(&self) -> &Path {
        self.downloads.path()
    }

    /// A file of the user's, to be opened.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn file(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
        Ok(path)
    }

    /// The files in which the browser keeps what is too long for a record, the latest last.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn long_records(&self) -> Result<Vec<PathBuf>> {
        let mut folders = vec![self.folder.path().join("profile/Default/IndexedDB")];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.components().any(|part| part.as_os_str().to_string_lossy().ends_with(".blob")) {
                    files.push((fs::metadata(&path)?.modified()?, path));
                }
            }
        }
        files.sort();
        Ok(files.into_iter().map(|(_, path)| path).collect())
    }

    /// The names of what has arrived in full.
    fn arrived(&self) -> Result<BTreeSet<PathBuf>> {
        let mut arrived = BTreeSet::new();
        for entry in fs::read_dir(self.downloads.path())? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !name.starts_with('.') && !name.ends_with(".crdownload") {
                let _ = arrived.insert(path);
            }
        }
        Ok(arrived)
    }

    /// The one file that arrives when that is done.
    ///
    /// # Errors
    /// None arrives, or more than one.
    pub fn download(&self, deed: impl FnOnce() -> Result<()>) -> Result<PathBuf> {
        let before = self.arrived()?;
        deed()?;
        let new = waiting::until_some("a download", || {
            let now = self.arrived()?;
            let new: Vec<PathBuf> = now.difference(&before).cloned().collect();
            Ok((!new.is_empty()).then_some(new))
        })?;
        match <[PathBuf; 1]>::try_from(new) {
            Ok([one]) => Ok(one),
            Err(several) => bail!("one click downloaded {several:?}"),
        }
    }

    /// What a driver is asked for. The switches are those that Chromium needs as root and without a
    /// screen, and that keep it from requests of its own.
    pub(crate) fn capabilities(&self) -> Map<String, Value> {
        let mut switches: Vec<String> = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1200,900",
        ]
        .map(str::to_owned)
        .into();
        switches.extend(self.settings.switches.iter().map(|&switch| switch.to_owned()));
        switches.push(format!("--user-data-dir={}", self.folder.path().join("profile").display()));
        let mut preferences = self.settings.preferences.clone();
        let _ = preferences.insert("download.default_directory".into(), json!(self.downloads.path()));
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": switches, "prefs": preferences },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        capabilities.as_object().cloned().unwrap_or_default()
    }
}
