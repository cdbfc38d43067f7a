//! The file that an assessment is written back to, kept beside its working copy with what was last
//! read or written there.
//!
//! Where working copies are locked no file is kept, since its name says whose it is: the user picks it
//! again in the next sitting, and what it held last tells whether somebody else wrote to it.

use wasm_bindgen_futures::spawn_local;

use super::Keeper;
use super::stored::HELD;
use crate::browser::Refused;
use crate::browser::file_handle::FileHandle;
use crate::saved::Sealing;
use crate::session::Keeping;

/// What stands before the name of a working copy in the key of its file.
pub(super) const FILE: &str = "file.";

impl Keeper {
    /// The file of the assessment that is kept as that, where it is kept, and what it held last.
    pub async fn file(&self, name: &str) -> Option<(Option<FileHandle>, String)> {
        let storage = self.storage().await.ok()?;
        let file = storage.handle(&format!("{FILE}{name}")).await.ok()?;
        let key = format!("{HELD}{name}");
        let held = storage.text(&key).await.ok()??;
        let (_, held) = self.unsealed(vec![(key, held)]).await.ok()?.0.pop()?;
        Some((file, held)).filter(|(_, held)| !held.is_empty())
    }

    /// Keeps the file of an assessment, and what it holds; or forgets it, where there is none. That it
    /// could not is not told: then the user is asked for the file again the next time.
    pub fn keep_file(&self, name: &str, file: Option<&FileHandle>, holds: &str) {
        if self.0.said.get() != Keeping::Kept {
            return;
        }
        let (keeper, file, holds) = (self.clone(), file.cloned(), holds.to_owned());
        let [at, held] = [FILE, HELD].map(|start| format!("{start}{name}"));
        spawn_local(async move {
            // Should only one of the two be written, they differ, and the user is asked before the next write.
            let _ = keeper.put_sealed(&held, &holds).await;
            let file = file.filter(|_| keeper.0.lock.borrow().sealing == Sealing::Open);
            if let Ok(storage) = keeper.storage().await {
                let _ = storage.put_handle(&at, file.as_ref()).await;
            }
        });
    }

    /// Forgets the files of all assessments, by the keys of what they held last.
    pub(super) async fn forget_files(&self, keys: impl Iterator<Item = &str>) -> Result<(), Refused> {
        let storage = self.storage().await?;
        for name in keys.filter_map(|key| key.strip_prefix(HELD)) {
            storage.put_handle(&format!("{FILE}{name}"), None).await?;
        }
        Ok(())
    }
}
