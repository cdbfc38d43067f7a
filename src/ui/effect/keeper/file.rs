//! The file that an assessment is written back to, kept beside its working copy with what was last
//! read or written there.

use wasm_bindgen_futures::spawn_local;

use super::Keeper;
use crate::browser::file_handle::FileHandle;
use crate::session::Keeping;

/// What stands before the name of a working copy in the key of its file.
const FILE: &str = "file.";
/// What stands before it in the key of what the file held last.
const HELD: &str = "held.";

impl Keeper {
    /// The file of the assessment that is kept as that, and what it held last.
    pub async fn file(&self, name: &str) -> Option<(FileHandle, String)> {
        let storage = self.storage().await.ok()?;
        let file = storage.handle(&format!("{FILE}{name}")).await.ok()??;
        let held = storage.text(&format!("{HELD}{name}")).await.ok()??;
        Some((file, held))
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
            if let Ok(storage) = keeper.storage().await {
                let _ = storage.put_handle((&at, file.as_ref()), (&held, &holds)).await;
            }
        });
    }
}
