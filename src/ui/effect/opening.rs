//! Beginning an assessment: a new one, one from a file, or the worked example.

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::locks::{self, NotUnlocked};
use super::{InPlace, Keeper};
use crate::assessment::{Assessment, AssessmentId};
use crate::browser::file::Chosen;
use crate::browser::file_handle::{FileHandle, Trouble};
use crate::browser::{Refused, random};
use crate::framework::{Fault, Flaw, Framework};
use crate::saved::{self, Opened, Passphrase};
use crate::session::{Event, Filing, LockedFile, Notice, Other, Route, Session};
use crate::ui::Dispatch;

/// The worked example, as a file.
const EXAMPLE: &str = include_str!(concat!(env!("OUT_DIR"), "/example.rocu.json"));

/// Begins a new assessment.
pub fn begin(framework: &Framework, dispatch: &Dispatch) {
    let id = random::hexadecimal().ok().and_then(|text| AssessmentId::new(&text));
    let Some(id) = id else { return dispatch.emit(Event::Told(Notice::NotBegun)) };
    // A new page has no notice, so the page comes first and what there is to say after it.
    dispatch.emit(Event::Went(Route::Particulars));
    dispatch.emit(Event::Began(Assessment::new(id, framework)));
}

/// Opens the worked example.
///
/// # Panics
/// When the example that is built in can't be opened, which a test rules out.
pub fn show_example(open: Option<String>, keeper: Keeper, dispatch: Dispatch) {
    let example =
        saved::open(EXAMPLE.as_bytes(), &Framework::built_in()).expect("the worked example is checked by a test");
    spawn_local(async move {
        if let Some(copy) = copy_of(&example.assessment, open.as_deref(), &keeper).await {
            dispatch.emit(Event::Resumed(Box::new(copy)));
        }
        dispatch.emit(Event::Went(Route::Gaps));
        dispatch.emit(Event::ShowedExample(Box::new(example)));
    });
}

/// Where a file comes from.
pub enum From {
    /// The user chose it: it can be read.
    Chosen(Chosen),
    /// It was dropped on the page: it can be written back to.
    Dropped(FileHandle),
    /// The browser asks for one that can be written back to.
    Picker,
}

/// What a file meets that is opened.
#[derive(Clone)]
pub struct Desk {
    /// The sitting, as it is.
    pub session: Session,
    /// Who keeps working copies.
    pub keeper: Keeper,
    /// Who writes back to files.
    pub in_place: InPlace,
    /// Where to tell what happened.
    pub dispatch: Dispatch,
}

impl Desk {
    /// As it is now.
    #[must_use]
    pub fn of(session: &Session, keeper: Keeper, in_place: InPlace, dispatch: Dispatch) -> Self {
        Self { session: session.clone(), keeper, in_place, dispatch }
    }
}

/// A file that was read.
struct Read {
    handle: Option<FileHandle>,
    name: String,
    bytes: Vec<u8>,
}

/// Opens a file that the user chose. A working copy of the same assessment is taken up first, so
/// that undoing brings it back.
pub fn open(from: From, desk: Desk) {
    spawn_local(async move {
        match read(from).await {
            // What is locked is never written back to: it would lie there for everyone to read.
            Ok(Some(Read { name, bytes, .. })) if saved::is_locked(&bytes) => {
                desk.dispatch.emit(Event::AskedPassphrase(LockedFile { name, content: bytes.into() }));
            }
            Ok(Some(file)) => take(file, desk).await,
            Ok(None) => {}
            Err(event) => desk.dispatch.emit(event),
        }
    });
}

/// Unlocks a file with a passphrase and opens what it holds.
///
/// # Errors
/// It was not unlocked. Nothing has changed.
pub async fn unlock(passphrase: &Passphrase, file: &LockedFile, desk: Desk) -> Result<(), NotUnlocked> {
    let bytes = locks::unlock(passphrase, &file.content).await?;
    desk.dispatch.emit(Event::PutAway);
    take(Read { handle: None, name: file.name.clone(), bytes }, desk).await;
    Ok(())
}

/// Takes up what a file holds: in place of the same assessment only where nothing can be lost by it. Else
/// the user looks at both.
async fn take(Read { handle, name, bytes }: Read, desk: Desk) {
    let Desk { session, keeper, in_place, dispatch } = desk;
    let (library, framework) = (keeper.library(), session.framework().clone());
    let opened = match saved::open_with(&bytes, |id, version| library.to_open(&framework, id, version)) {
        Ok(opened) => opened,
        Err(error) => return dispatch.emit(Event::Refused(error)),
    };
    let open = session.assessment.as_deref().map(Assessment::kept_as);
    let mut is_at_odds = session.is_at_odds_with(&opened.assessment);
    if let Some(copy) = copy_of(&opened.assessment, open.as_deref(), &keeper).await {
        is_at_odds = copy.assessment != opened.assessment;
        let same = copy.assessment.framework.0 == framework.id;
        dispatch.emit(Event::Resumed(Box::new(copy)));
        // It was taken up with the questions that it was made against; the user chose others.
        if same {
            dispatch.emit(Event::ChoseFramework(framework));
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    // First the page, since going to it would take away what there is to tell.
    if is_at_odds {
        dispatch.emit(Event::Went(Route::Merge));
        // As if nothing were known of the file: it is not written over before both are one.
        in_place.opened(&opened.assessment, handle, "");
        let (text, theirs) = (text.into(), Rc::new(opened.assessment));
        let other = Other { file: name, text, base: None, theirs, settled: BTreeMap::new() };
        return dispatch.emit(Event::Filing(Filing::FoundOther(Box::new(other))));
    }
    dispatch.emit(Event::Went(Route::Tasks));
    in_place.opened(&opened.assessment, handle, &text);
    dispatch.emit(Event::Opened(Box::new(opened)));
}

/// The working copy of an assessment, unless it is the one that is open at present: the one kept as
/// `open`.
async fn copy_of(assessment: &Assessment, open: Option<&str>, keeper: &Keeper) -> Option<Opened> {
    let name = assessment.kept_as();
    if open == Some(name.as_str()) { None } else { keeper.copy(&name).await }
}

/// Opens a framework file of the user's own and uses it, or says everything that is wrong with it.
pub fn open_framework(file: Chosen, dispatch: Dispatch) {
    spawn_local(async move {
        let too_large = saved::too_large(file.size()).is_some();
        let read = if too_large { Ok(Err(vec![Flaw::of_file(Fault::TooLarge)])) } else { check(&file).await };
        dispatch.emit(match read {
            Ok(Ok(framework)) => Event::ChoseFramework(Rc::new(framework)),
            Ok(Err(flaws)) => Event::Told(Notice::FlawedFramework(flaws)),
            Err(Refused) => Event::Told(Notice::NotRead),
        });
    });
}

async fn check(file: &Chosen) -> Result<Result<Framework, Vec<Flaw>>, Refused> {
    Ok(Framework::open(&file.read().await?))
}

/// Reads a file, or nothing where the user picked none.
async fn read(from: From) -> Result<Option<Read>, Event> {
    let not_read = |_: Trouble| Event::Told(Notice::NotRead);
    let (handle, file) = match from {
        From::Chosen(file) => (None, file),
        From::Dropped(handle) => (Some(handle.clone()), handle.file().await.map_err(not_read)?),
        From::Picker => match FileHandle::pick().await.map_err(not_read)? {
            Some(handle) => (Some(handle.clone()), handle.file().await.map_err(not_read)?),
            None => return Ok(None),
        },
    };
    if let Some(error) = saved::too_large(file.size()) {
        return Err(Event::Refused(error));
    }
    let bytes = file.read().await.map_err(|_| Event::Told(Notice::NotRead))?;
    Ok(Some(Read { handle, name: file.name(), bytes }))
}
