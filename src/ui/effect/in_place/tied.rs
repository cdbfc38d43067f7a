//! Which file an assessment is written back to, also after the browser was closed.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::InPlace;
use crate::assessment::Assessment;
use crate::browser::file_handle::{self, FileHandle};
use crate::saved;
use crate::session::{File, Filing, Keeping, Other};
use crate::ui::Store;

/// A file, and what was last read or written there.
#[derive(Debug, Clone)]
pub(super) struct Tied {
    pub(super) handle: FileHandle,
    pub(super) holds: Rc<str>,
}

impl Tied {
    /// Whether what was found there is what it held last, or what is to be written.
    pub(super) fn was_left(&self, found: &[u8], text: &str) -> bool {
        [&*self.holds, text].iter().any(|it| it.as_bytes() == found)
    }
}

/// Finds the file of what was taken up from a working copy.
#[hook]
pub(super) fn use_tied(store: &Store, in_place: &InPlace) {
    let name = store.assessment.as_deref().map(Assessment::kept_as);
    let may = store.on_disk.is_offered && store.keeping == Keeping::Kept;
    let elsewhere = store.keeping == Keeping::Elsewhere;
    let (in_place, latest) = (in_place.clone(), use_mut_ref(|| store.clone()));
    latest.borrow_mut().clone_from(store);
    use_effect_with((name, may, elsewhere), move |(name, may, elsewhere)| {
        if let Some(name) = name.as_ref().filter(|_| *elsewhere) {
            // What the other window saves there is read anew, should this one go on.
            let _ = in_place.0.tied.borrow_mut().remove(name);
            let _ = in_place.0.held.borrow_mut().remove(name);
        }
        let Some(name) = name.clone().filter(|_| *may) else { return };
        spawn_local(async move {
            in_place.find(&name).await;
            let open = latest.borrow().assessment.clone();
            let tied = in_place.tied(&name);
            if in_place.held(&name).is_some() {
                in_place.file(Filing::Lost(name.clone()));
            }
            if let (Some(tied), Some(open)) = (tied, open.filter(|open| open.kept_as() == name)) {
                let file = File { of: name, name: tied.handle.name(), asks: tied.handle.asks().await };
                let is_saved = saved::save(&open) == *tied.holds;
                in_place.file(Filing::Tied(file, is_saved.then_some(open)));
            }
        });
    });
}

impl InPlace {
    /// The file of the assessment that is kept as that.
    pub(super) fn tied(&self, name: &str) -> Option<Tied> {
        self.0.tied.borrow().get(name).cloned().flatten()
    }

    /// What the file of the assessment that is kept as that held last, where that file is not known.
    pub(super) fn held(&self, name: &str) -> Option<Rc<str>> {
        self.0.held.borrow().get(name).cloned()
    }

    /// Remembers the file of an assessment, or that it has none.
    pub(super) fn tie(&self, name: &str, tied: Option<Tied>) {
        let holds = tied.as_ref().map_or("", |tied| &*tied.holds);
        self.0.keeper.keep_file(name, tied.as_ref().map(|tied| &tied.handle), holds);
        let _ = self.0.held.borrow_mut().remove(name);
        let _ = self.0.tied.borrow_mut().insert(name.to_owned(), tied);
    }

    /// Remembers that what somebody else wrote to the file is known here. It is not kept before what comes
    /// of it is: else a crash between the two would let the next write pass over it.
    pub(super) fn seen(&self, other: &Other) -> Option<Tied> {
        let name = other.theirs.kept_as();
        let tied = Tied { handle: self.tied(&name)?.handle, holds: other.text.clone() };
        let _ = self.0.tied.borrow_mut().insert(name, Some(tied.clone()));
        Some(tied)
    }

    /// What was opened came from that file, or from one that the user must pick again to have it written back to.
    pub fn opened(&self, assessment: &Assessment, from: Option<FileHandle>, holds: &str) {
        let of = assessment.kept_as();
        let Some(handle) = from else {
            self.file(Filing::Untied);
            return self.hold(of, holds);
        };
        let name = handle.name();
        self.tie(&of, Some(Tied { handle, holds: holds.into() }));
        self.file(Filing::Tied(File { of, name, asks: true }, None));
    }

    /// Remembers what the file of an assessment holds, which has to be picked again. Nothing, where that is not
    /// known: then nothing is written over before both are one.
    pub(super) fn hold(&self, name: String, holds: &str) {
        self.tie(&name, None);
        if !holds.is_empty() && file_handle::is_offered() {
            self.0.keeper.keep_file(&name, None, holds);
            let _ = self.0.held.borrow_mut().insert(name.clone(), holds.into());
            self.file(Filing::Lost(name));
        }
    }

    /// Looks in this browser for the file of an assessment, unless that is known.
    async fn find(&self, name: &str) {
        if self.0.tied.borrow().contains_key(name) {
            return;
        }
        let found = self.0.keeper.file(name).await;
        // Meanwhile a file may have been picked.
        if self.0.tied.borrow().contains_key(name) {
            return;
        }
        let tied = match found {
            Some((Some(handle), holds)) => Some(Tied { handle, holds: holds.into() }),
            Some((None, holds)) => {
                let _ = self.0.held.borrow_mut().insert(name.to_owned(), holds.into());
                None
            }
            None => None,
        };
        let _ = self.0.tied.borrow_mut().insert(name.to_owned(), tied);
    }
}
