//! Opening assessments beside the one that is worked on.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::browser::file::Chosen;
use crate::framework::{Framework, Library};
use crate::saved::{self, Remark};
use crate::session::{Beside, Event, Files, Purpose, Unopened};
use crate::ui::Dispatch;

/// Reads files for a comparison, each against the questions that it answers. One that can't be read
/// is named with the reason, and the rest go on.
pub fn open(files: Vec<Chosen>, purpose: Purpose, in_use: Rc<Framework>, library: Library, dispatch: Dispatch) {
    spawn_local(async move {
        let mut found = Files::default();
        for (at, file) in files.iter().enumerate() {
            dispatch.emit(Event::Reading(purpose, at, files.len()));
            match read(file, &in_use, &library).await {
                Ok(beside) => Rc::make_mut(&mut found.opened).push(beside),
                Err(why) => found.refused.push((file.name(), why)),
            }
        }
        dispatch.emit(Event::OpenedBeside(purpose, found));
    });
}

async fn read(file: &Chosen, in_use: &Rc<Framework>, library: &Library) -> Result<Beside, Unopened> {
    if let Some(error) = saved::too_large(file.size()) {
        return Err(Unopened::Refused(error));
    }
    let bytes = file.read().await.map_err(|_| Unopened::NotRead)?;
    let mut against = None;
    let find = |id: &str, version: &str| {
        against = library.to_resume(in_use, id, version);
        against.clone()
    };
    let opened = saved::open_with(&bytes, find).map_err(Unopened::Refused)?;
    let framework = against.unwrap_or_else(|| in_use.clone());
    let is_changed = opened.remarks.contains(&Remark::ChangedSinceSaved);
    Ok(Beside { is_changed, ..Beside::new(file.name(), framework, opened.assessment) })
}
