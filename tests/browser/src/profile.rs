//! A user of a browser: their profile, their downloads, and how their browser is set up.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::engine::{Folders, Restriction};
use crate::waiting;

/// How the names of files end that have not yet arrived in full.
const IN_PART: [&str; 3] = [".crdownload", ".part", ".wkdownload"];

/// How the browser is set up, beside what every test needs.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// What is switched off.
    pub restrictions: Vec<Restriction>,
    /// The port on this machine through which all is asked for.
    pub proxy: Option<u16>,
    /// Where Chromium writes down whatever it asks of a network.
    pub net_log: Option<PathBuf>,
}

/// A profile and a folder for downloads, both new and both gone with this value.
///
/// It outlives each browser that uses it: declare it first.
#[derive(Debug)]
pub struct Profile {
    folder: TempDir,
    kept: PathBuf,
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
        let folder = tempfile::tempdir()?;
        let profile = folder.path().join("profile");
        fs::create_dir(&profile)?;
        Ok(Self { folder, kept: profile, downloads: tempfile::tempdir()?, settings })
    }

    /// A profile of a browser in which that is switched off.
    ///
    /// # Errors
    /// No folder can be made for it.
    pub fn restricted(restriction: Restriction) -> Result<Self> {
        Self::with(Settings { restrictions: vec![restriction], ..Settings::default() })
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
        let stores = ["profile/Default/IndexedDB", "profile/storage/default"].map(|at| self.folder.path().join(at));
        let mut found = Vec::new();
        for store in stores.iter().filter(|folder| folder.is_dir()) {
            for path in files(store)?.into_iter().filter(|path| is_long_record(path)) {
                found.push((fs::metadata(&path)?.modified()?, path));
            }
        }
        found.sort();
        Ok(found.into_iter().map(|(_, path)| path).collect())
    }

    /// The files of the browser that hold a text, in UTF-8 or in UTF-16.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn files_with(&self, text: &str) -> Result<Vec<PathBuf>> {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let holds = |file: &[u8], sought: &[u8]| file.windows(sought.len()).any(|it| it == sought);
        let mut with = files(&self.kept)?;
        // What is gone by now was only there for a moment.
        with.retain(|path| fs::read(path).is_ok_and(|file| holds(&file, text.as_bytes()) || holds(&file, &wide)));
        Ok(with)
    }

    /// The names of what has arrived in full.
    fn arrived(&self) -> Result<BTreeSet<PathBuf>> {
        let mut arrived = BTreeSet::new();
        for entry in fs::read_dir(self.downloads.path())? {
            let path = entry?.path();
            if !path.file_name().unwrap_or_default().to_string_lossy().starts_with('.') {
                let _ = arrived.insert(path);
            }
        }
        let all = arrived.clone();
        // As long as it is on its way some browsers give it another name, and some put an empty file in its
        // place.
        arrived.retain(|path| {
            let name = path.to_string_lossy();
            let on_its_way =
                IN_PART.iter().any(|end| name.ends_with(end) || all.contains(Path::new(&format!("{name}{end}"))));
            !on_its_way && fs::metadata(path).is_ok_and(|file| file.len() > 0)
        });
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
            Ok([one]) => self.put_away(&one),
            Err(several) => bail!("one click downloaded {several:?}"),
        }
    }

    /// Puts what has arrived where the next of that name is not in its way: one browser numbers it then, another
    /// gives up.
    fn put_away(&self, file: &Path) -> Result<PathBuf> {
        let to = TempDir::with_prefix_in("arrived", self.folder.path())?.keep();
        let to = to.join(file.file_name().context("a file has a name")?);
        fs::copy(file, &to).and_then(|_| fs::remove_file(file))?;
        Ok(to)
    }

    pub(crate) const fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn folders(&self) -> Folders<'_> {
        Folders { profile: &self.kept, downloads: self.downloads.path() }
    }
}

/// All files in a folder and those within.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                files.push(entry.path());
            }
        }
    }
    Ok(files)
}

/// Whether Chromium or Firefox keeps a long record there.
fn is_long_record(path: &Path) -> bool {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.iter().any(|part| part.ends_with(".blob") || part.ends_with(".files"))
        && parts.iter().all(|part| part != "journals")
}
