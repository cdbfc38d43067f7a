//! Beginning an assessment: a new one, one from a file, or the worked example.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::Keeper;
use crate::assessment::{Assessment, AssessmentId};
use crate::browser::file::Chosen;
use crate::browser::random;
use crate::framework::Framework;
use crate::saved::{self, Opened};
use crate::session::{Event, Notice, Route, WorkingCopy};
use crate::ui::Dispatch;

/// The worked example, as a file.
const EXAMPLE: &str = include_str!("../../../static/framework/example.rocu.json");

/// Begins a new assessment.
pub fn begin(framework: &Framework, dispatch: &Dispatch) {
    let id = random::hexadecimal().ok().and_then(|text| AssessmentId::new(&text));
    let Some(id) = id else { return dispatch.emit(Event::Told(Notice::NotBegun)) };
    dispatch.emit(Event::Began(Assessment::new(id, framework)));
    dispatch.emit(Event::Went(Route::Particulars));
}

/// Opens the worked example.
///
/// # Panics
/// When the example that is built in can't be opened, which a test rules out.
pub fn show_example(framework: &Framework, dispatch: &Dispatch) {
    let opened = saved::open(EXAMPLE.as_bytes(), framework).expect("the worked example is checked by a test");
    dispatch.emit(Event::Opened(Box::new(opened)));
    dispatch.emit(Event::Went(Route::Gaps));
}

/// Opens a file that the user chose. A working copy of the same assessment is taken up first, so
/// that undoing brings it back.
pub fn open(file: Chosen, framework: Rc<Framework>, copies: Vec<WorkingCopy>, keeper: Keeper, dispatch: Dispatch) {
    spawn_local(async move {
        let opened = match read(&file, &framework).await {
            Ok(opened) => opened,
            Err(event) => return dispatch.emit(event),
        };
        let id = opened.assessment.id.as_str();
        if copies.iter().any(|copy| copy.id == id && !copy.last)
            && let Some(text) = keeper.text(id).await
            && let Ok(copy) = saved::open(text.as_bytes(), &framework)
        {
            dispatch.emit(Event::Resumed(Box::new(copy)));
        }
        dispatch.emit(Event::Opened(Box::new(opened)));
        dispatch.emit(Event::Went(Route::Tasks));
    });
}

async fn read(file: &Chosen, framework: &Framework) -> Result<Opened, Event> {
    if let Some(error) = saved::too_large(file.size()) {
        return Err(Event::Refused(error));
    }
    let bytes = file.read().await.map_err(|_| Event::Told(Notice::NotRead))?;
    saved::open(&bytes, framework).map_err(Event::Refused)
}
