//! The working copy: every change is written to this browser's disk as soon as the one before is.

mod beside;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::analysis::Analysis;
use crate::assessment::Assessment;
use crate::browser::Refused;
use crate::browser::storage::Storage;
use crate::framework::{BUILT_INS, Framework, Library};
use crate::saved::{self, OpenError, Opened};
use crate::session::{Event, Keeping, Notice, Session, WorkingCopy};
use crate::ui::{Dispatch, rescue};

/// The key that holds the id of the assessment that was open last.
const LAST: &str = "last";
/// What stands before the id in the key of a working copy.
const COPY: &str = "copy.";
/// What stands before the id and version in the key of a framework of the user's own.
const FRAMEWORK: &str = "framework.";

/// Keeps working copies in this browser.
#[derive(Clone)]
pub struct Keeper(Rc<Inner>);

struct Inner {
    in_use: RefCell<Rc<Framework>>,
    library: RefCell<Library>,
    dispatch: Dispatch,
    storage: RefCell<Option<Storage>>,
    pending: RefCell<Option<Rc<Assessment>>>,
    writing: Cell<bool>,
    beside: beside::Last,
}

impl PartialEq for Keeper {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// An assessment, the same only when it is the same in memory: comparing it by content at every
/// keystroke would be slow.
struct ByPointer(Rc<Assessment>);

impl PartialEq for ByPointer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Opens the store of this browser, takes up the assessment that was open last, and keeps every
/// change from then on.
#[hook]
pub fn use_working_copy(store: &UseReducerHandle<Session>) -> Keeper {
    let dispatcher = store.dispatcher();
    let framework = store.framework().clone();
    let keeper =
        use_memo((), move |()| Keeper::new(framework, Callback::from(move |event| dispatcher.dispatch(event))));
    keeper.know(store);
    let starting = (*keeper).clone();
    use_effect_with((), move |()| spawn_local(async move { starting.start().await }));
    let keeping = (*keeper).clone();
    let assessment = store.assessment.clone().map(ByPointer);
    use_effect_with((assessment, store.keeping), move |(assessment, how)| {
        if let Some(ByPointer(assessment)) = assessment {
            rescue::remember(assessment);
            if *how == Keeping::Kept {
                keeping.keep(assessment);
            }
        }
    });
    let holding = (*keeper).clone();
    use_effect_with((store.library.clone(), store.keeping), move |(library, how)| {
        if *how == Keeping::Kept {
            holding.hold(library.own().to_vec());
        }
    });
    beside::use_beside(store, &keeper);
    (*keeper).clone()
}

impl Keeper {
    fn new(framework: Rc<Framework>, dispatch: Dispatch) -> Self {
        Self(Rc::new(Inner {
            in_use: RefCell::new(framework),
            library: RefCell::default(),
            dispatch,
            storage: RefCell::default(),
            pending: RefCell::default(),
            writing: Cell::default(),
            beside: beside::Last::default(),
        }))
    }

    fn say(&self, event: Event) {
        self.0.dispatch.emit(event);
    }

    /// Learns which frameworks there are.
    fn know(&self, session: &Session) {
        self.0.in_use.borrow_mut().clone_from(session.framework());
        self.0.library.borrow_mut().clone_from(&session.library);
    }

    /// The frameworks that can be chosen.
    #[must_use]
    pub fn library(&self) -> Library {
        self.0.library.borrow().clone()
    }

    /// Reads a working copy, against the framework that it was made against where that is known.
    ///
    /// # Errors
    /// As [`saved::open`].
    pub fn read(&self, text: &str) -> Result<Opened, OpenError> {
        let find = |id: &str, version: &str| self.framework(id, version);
        saved::open_with(text.as_bytes(), find)
    }

    fn framework(&self, id: &str, version: &str) -> Option<Rc<Framework>> {
        self.0.library.borrow().to_resume(&self.0.in_use.borrow(), id, version)
    }

    fn storage(&self) -> Result<Storage, Refused> {
        self.0.storage.borrow().clone().ok_or(Refused)
    }

    async fn start(&self) {
        match self.find_last().await {
            Ok(found) => {
                self.say(Event::Found(self.copies(&found)));
                self.say(Event::Keeping(Keeping::Kept));
            }
            Err(Refused) => self.say(Event::Keeping(Keeping::Refused)),
        }
    }

    async fn find_last(&self) -> Result<Vec<(String, String)>, Refused> {
        let storage = Storage::open().await?;
        let found = storage.all().await?;
        *self.0.storage.borrow_mut() = Some(storage);
        let frameworks = frameworks(&found);
        for framework in &frameworks {
            self.0.library.borrow_mut().add(framework.clone());
        }
        self.say(Event::FoundFrameworks(frameworks));
        self.tell_beside(&found);
        let last = text_of(&found, LAST).and_then(|id| text_of(&found, &format!("{COPY}{id}")));
        match last.map(|text| self.read(text)) {
            Some(Ok(opened)) => self.say(Event::Resumed(Box::new(opened))),
            Some(Err(error)) => self.say(Event::Refused(error)),
            None => {}
        }
        Ok(found)
    }

    /// The text of a working copy.
    pub async fn text(&self, id: &str) -> Option<String> {
        let found = self.storage().ok()?.all().await.ok()?;
        text_of(&found, &format!("{COPY}{id}")).map(str::to_owned)
    }

    /// Takes up another working copy of this browser.
    pub fn resume(&self, id: String) {
        let keeper = self.clone();
        spawn_local(async move {
            let text = keeper.text(&id).await;
            keeper.say(match text.map(|text| keeper.read(&text)) {
                Some(Ok(opened)) => Event::Resumed(Box::new(opened)),
                Some(Err(error)) => Event::Refused(error),
                None => Event::Told(Notice::NotRead),
            });
        });
    }

    /// Lists the working copies anew.
    pub fn list(&self) {
        let keeper = self.clone();
        spawn_local(async move {
            if let Ok(storage) = keeper.storage()
                && let Ok(found) = storage.all().await
            {
                keeper.say(Event::Found(keeper.copies(&found)));
            }
        });
    }

    /// Wipes every working copy from this browser. What is open stays open and is kept no longer.
    pub fn wipe(&self) {
        *self.0.pending.borrow_mut() = None;
        self.say(Event::Keeping(Keeping::Nothing));
        let keeper = self.clone();
        spawn_local(async move {
            let wiped = match keeper.storage() {
                Ok(storage) => storage.wipe().await,
                Err(Refused) => Ok(()),
            };
            if wiped.is_ok() {
                keeper.say(Event::Found(Vec::new()));
            }
            keeper.say(Event::Told(wiped.map_or(Notice::NotWiped, |()| Notice::Wiped)));
        });
    }

    /// Keeps changes again from now on, those so far included.
    pub fn keep_again(&self) {
        self.say(Event::Keeping(Keeping::Unknown));
        let able = self.storage().is_ok();
        self.say(Event::Keeping(if able { Keeping::Kept } else { Keeping::Refused }));
    }

    fn keep(&self, assessment: &Rc<Assessment>) {
        *self.0.pending.borrow_mut() = Some(assessment.clone());
        if !self.0.writing.replace(true) {
            let keeper = self.clone();
            spawn_local(async move {
                let written = keeper.write().await;
                keeper.0.writing.set(false);
                if written.is_err() {
                    keeper.say(Event::Keeping(Keeping::Refused));
                }
            });
        }
    }

    /// Writes what is pending until nothing is. What is typed meanwhile goes into the next write.
    async fn write(&self) -> Result<(), Refused> {
        loop {
            let pending = self.0.pending.borrow_mut().take();
            let Some(assessment) = pending else { return Ok(()) };
            let name = assessment.kept_as();
            let key = format!("{COPY}{name}");
            let text = saved::save(&assessment);
            self.storage()?.put(&[(&key, &text), (LAST, &name)]).await?;
        }
    }

    /// Keeps frameworks of the user's own, so that what was made against them can be taken up again.
    fn hold(&self, frameworks: Vec<Rc<Framework>>) {
        let keeper = self.clone();
        spawn_local(async move {
            for framework in frameworks {
                let key = format!("{FRAMEWORK}{}@{}", framework.id, framework.version);
                let text = serde_json::to_string(&*framework).expect("a framework is JSON");
                let Ok(storage) = keeper.storage() else { return };
                if storage.put(&[(&key, &text)]).await.is_err() {
                    keeper.say(Event::Keeping(Keeping::Refused));
                }
            }
        });
    }

    fn copies(&self, found: &[(String, String)]) -> Vec<WorkingCopy> {
        let last = text_of(found, LAST);
        let copy = |(key, text): &(String, String)| {
            let id = key.strip_prefix(COPY)?.to_owned();
            let (unit, progress) = match self.read(text) {
                Ok(Opened { assessment, .. }) => (assessment.particulars.unit.clone(), self.progress(&assessment)?),
                Err(OpenError::OtherFramework { found }) => {
                    (String::new(), format!("answers other questions, “{found}”"))
                }
                Err(_) => return None,
            };
            Some(WorkingCopy { unit, progress, last: last == Some(id.as_str()), place: beside::place(found, &id), id })
        };
        found.iter().filter_map(copy).collect()
    }

    /// How much is answered, and of which questions where they are not the current ones.
    fn progress(&self, assessment: &Assessment) -> Option<String> {
        let (id, version) = &assessment.framework;
        let framework = self.framework(id.as_str(), version)?;
        let coverage = Analysis::of(&framework, assessment).coverage();
        let of = if BUILT_INS[0].is(id.as_str(), version) {
            String::new()
        } else {
            format!(", {} ({version})", framework.name)
        };
        Some(format!("{} of {} questions answered{of}", coverage.answered, coverage.asked))
    }
}

/// The frameworks of the user's own among what this browser holds.
fn frameworks(found: &[(String, String)]) -> Vec<Rc<Framework>> {
    let texts = found.iter().filter(|(key, _)| key.starts_with(FRAMEWORK)).map(|(_, text)| text);
    texts.filter_map(|text| Framework::open(text.as_bytes()).ok()).map(Rc::new).collect()
}

fn text_of<'a>(found: &'a [(String, String)], key: &str) -> Option<&'a str> {
    found.iter().find(|(other, _)| other == key).map(|(_, text)| text.as_str())
}
