//! Saving in place: what is open is written back to its file, unless somebody else wrote there meanwhile.
//!
//! The file is read again right before what was written beside it takes its place, and once more
//! afterwards: saved is only what is on the disk as it was meant.

mod tied;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Keeper;
use crate::assessment::Assessment;
use crate::browser::file_handle::{self, FileHandle, Trouble};
use crate::browser::keys;
use crate::export::{self, Document};
use crate::framework::Framework;
use crate::saved::{self, Opened};
use crate::session::{Event, File, Filing, Keeping, Notice, Other, Route, Session, Unsaved};
use crate::ui::{Dispatch, Store};

use tied::Tied;

/// Saves in place.
#[derive(Clone)]
pub struct InPlace(Rc<Inner>);

struct Inner {
    keeper: Keeper,
    dispatch: Dispatch,
    in_use: RefCell<Rc<Framework>>,
    /// The file of each assessment, by the name that it is kept as; none where it has no file.
    tied: RefCell<BTreeMap<String, Option<Tied>>>,
    /// What the file of an assessment held last, where the file is not known any longer.
    held: RefCell<BTreeMap<String, Rc<str>>>,
    /// Whether something is being written.
    writing: Cell<bool>,
}

impl PartialEq for InPlace {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What came of an attempt to write.
enum Attempt {
    /// The file holds what was meant.
    Saved(Tied),
    /// It holds something else than it held last: this. Nothing was written.
    Changed(Tied, Vec<u8>),
}

/// Lets the page save in place where the browser offers it, and saves when Ctrl and S are pressed.
#[hook]
pub fn use_in_place(store: &Store, keeper: &Keeper) -> InPlace {
    let dispatch = store.dispatcher().to_callback();
    let (keeper, framework) = (keeper.clone(), store.framework().clone());
    let in_place = use_memo((), move |()| InPlace::new(keeper, framework, dispatch));
    in_place.0.in_use.borrow_mut().clone_from(store.framework());
    if store.locking.is_closed() {
        in_place.0.tied.borrow_mut().clear();
        in_place.0.held.borrow_mut().clear();
    }
    let latest = use_mut_ref(|| store.clone());
    latest.borrow_mut().clone_from(store);
    let saving = (*in_place).clone();
    use_effect_with((), move |()| {
        if file_handle::is_offered() {
            saving.file(Filing::Offered);
        }
        let listener = keys::on_save(move || saving.save(&latest.borrow()));
        move || drop(listener)
    });
    tied::use_tied(store, &in_place);
    (*in_place).clone()
}

impl InPlace {
    fn new(keeper: Keeper, framework: Rc<Framework>, dispatch: Dispatch) -> Self {
        let (tied, held, writing) = (RefCell::default(), RefCell::default(), Cell::default());
        Self(Rc::new(Inner { keeper, dispatch, in_use: RefCell::new(framework), tied, held, writing }))
    }

    fn say(&self, event: Event) {
        self.0.dispatch.emit(event);
    }

    fn file(&self, filing: Filing) {
        self.say(Event::Filing(filing));
    }

    /// Saves what is open to its file, or asks for one where it has none. Whether there was anything
    /// to save.
    #[must_use]
    pub fn save(&self, session: &Session) -> bool {
        let Some(assessment) = session.assessment.clone() else { return false };
        if !session.on_disk.is_offered || session.keeping == Keeping::Elsewhere {
            return false;
        }
        let name = assessment.kept_as();
        match (self.tied(&name), self.held(&name)) {
            (Some(tied), _) => self.write(tied, assessment),
            (None, _) if session.was_locked() => {
                self.say(Event::Went(Route::Documents));
                self.say(Event::Told(Notice::WasLocked));
            }
            (None, Some(holds)) => self.pick_again(holds, assessment, session),
            (None, None) => return self.save_as(session),
        }
        true
    }

    /// Asks for the file that held that, and saves there. Where one is saved anew, the browser empties what
    /// is picked before the page can compare.
    fn pick_again(&self, holds: Rc<str>, assessment: Rc<Assessment>, session: &Session) {
        let name = export::file_name(&assessment, Document::Assessment, session.today());
        let in_place = self.clone();
        spawn_local(async move {
            match FileHandle::pick().await {
                Ok(Some(handle)) => in_place.write(Tied { handle, holds }, assessment),
                Ok(None) => {}
                Err(trouble) => in_place.say(Event::Told(Notice::NotSaved(name, unsaved(trouble)))),
            }
        });
    }

    /// Asks for a file, and saves what is open there from now on: the browser warns of one that is there, and
    /// empties it. Whether there was anything to save.
    #[must_use]
    pub fn save_as(&self, session: &Session) -> bool {
        let Some(assessment) = session.assessment.clone() else { return false };
        let name = export::file_name(&assessment, Document::Assessment, session.today());
        let in_place = self.clone();
        spawn_local(async move {
            match FileHandle::pick_new(&name).await {
                Ok(Some(handle)) => {
                    let name = handle.name();
                    let attempt = save_new(handle, &assessment).await.map(Attempt::Saved);
                    in_place.tell(name, &assessment, attempt);
                }
                Ok(None) => {}
                Err(trouble) => in_place.say(Event::Told(Notice::NotSaved(name, unsaved(trouble)))),
            }
        });
        true
    }

    /// Saves what was made of both states, in the place of the other one.
    pub fn save_merged(&self, assessment: Rc<Assessment>, other: &Other) {
        self.file(Filing::Merged(assessment.clone()));
        match self.seen(other) {
            Some(tied) => self.write(tied, assessment),
            None => self.hold(assessment.kept_as(), &other.text),
        }
    }

    /// Goes on with what somebody else wrote to the file.
    pub fn take_theirs(&self, other: &Other) {
        if let Some(tied) = self.seen(other) {
            self.opened(&other.theirs, Some(tied.handle), &other.text);
        }
        let opened = Opened { assessment: Assessment::clone(&other.theirs), remarks: Vec::new() };
        self.say(Event::Opened(Box::new(opened)));
    }

    fn write(&self, tied: Tied, assessment: Rc<Assessment>) {
        let in_place = self.clone();
        spawn_local(async move {
            let name = tied.handle.name();
            if let Err(trouble) = tied.handle.ask().await {
                return in_place.say(Event::Told(Notice::NotSaved(name, unsaved(trouble))));
            }
            if in_place.0.writing.replace(true) {
                return;
            }
            let attempt = write_back(tied, &assessment).await;
            in_place.0.writing.set(false);
            in_place.tell(name, &assessment, attempt);
        });
    }

    /// Tells what came of it.
    fn tell(&self, name: String, assessment: &Rc<Assessment>, attempt: Result<Attempt, Unsaved>) {
        let why = match attempt {
            Ok(Attempt::Saved(tied)) => {
                let of = assessment.kept_as();
                self.tie(&of, Some(tied));
                return self.file(Filing::Saved(File { of, name, asks: false }, assessment.clone()));
            }
            Ok(Attempt::Changed(tied, bytes)) => match self.other(&name, assessment, &bytes, &tied.holds) {
                Ok(other) => {
                    // Both are saved there, once they are put together.
                    let _ = self.0.tied.borrow_mut().insert(assessment.kept_as(), Some(tied));
                    self.say(Event::Went(Route::Merge));
                    return self.file(Filing::FoundOther(Box::new(other)));
                }
                Err(why) => why,
            },
            Err(why) => why,
        };
        self.say(Event::Told(Notice::NotSaved(name, why)));
    }

    /// What somebody else wrote to the file.
    fn other(&self, name: &str, ours: &Assessment, bytes: &[u8], held: &str) -> Result<Other, Unsaved> {
        let (library, in_use) = (self.0.keeper.library(), self.0.in_use.borrow().clone());
        let open = |bytes: &[u8]| saved::open_with(bytes, |id, version| library.to_open(&in_use, id, version));
        let theirs = open(bytes).map_err(Unsaved::Unreadable)?.assessment;
        if theirs.kept_as() != ours.kept_as() {
            return Err(Unsaved::OtherAssessment);
        }
        let base = open(held.as_bytes()).ok().map(|opened| Rc::new(opened.assessment));
        let text = String::from_utf8_lossy(bytes).into();
        Ok(Other { file: name.to_owned(), text, base, theirs: Rc::new(theirs), settled: BTreeMap::new() })
    }
}

/// Writes to a file that the user just picked, whatever else it held.
async fn save_new(handle: FileHandle, assessment: &Assessment) -> Result<Tied, Unsaved> {
    let text = saved::save(assessment);
    handle.draft(text.as_bytes()).await.map_err(unsaved)?.put().await.map_err(unsaved)?;
    check(handle, text).await
}

/// Writes to a file, unless it holds something else than it held last.
async fn write_back(tied: Tied, assessment: &Assessment) -> Result<Attempt, Unsaved> {
    let text = saved::save(assessment);
    let draft = tied.handle.draft(text.as_bytes()).await.map_err(unsaved)?;
    // Read at the last moment: what somebody writes between this and the next line is not seen.
    let found = tied.handle.read().await;
    if found.as_ref().is_ok_and(|found| tied.was_left(found, &text)) {
        draft.put().await.map_err(unsaved)?;
        return check(tied.handle, text).await.map(Attempt::Saved);
    }
    draft.leave().await;
    found.map(|found| Attempt::Changed(tied, found)).map_err(unsaved)
}

/// Reads back what was written.
async fn check(handle: FileHandle, text: String) -> Result<Tied, Unsaved> {
    let found = handle.read().await.map_err(unsaved)?;
    if found == text.as_bytes() { Ok(Tied { handle, holds: text.into() }) } else { Err(Unsaved::NotWhole) }
}

fn unsaved(trouble: Trouble) -> Unsaved {
    match trouble {
        Trouble::NotAllowed => Unsaved::NotAllowed,
        Trouble::Gone => Unsaved::Gone,
        Trouble::Full => Unsaved::Full,
        Trouble::Locked => Unsaved::Locked,
        Trouble::Failed => Unsaved::Failed,
    }
}
