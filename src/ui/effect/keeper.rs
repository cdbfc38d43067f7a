//! The working copy: every change is written to this browser's disk as soon as the one before is.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::analysis::Analysis;
use crate::assessment::Assessment;
use crate::browser::Refused;
use crate::browser::storage::Storage;
use crate::framework::Framework;
use crate::saved;
use crate::session::{Event, Keeping, Notice, Session, WorkingCopy};
use crate::ui::{Dispatch, rescue};

/// The key that holds the id of the assessment that was open last.
const LAST: &str = "last";
/// What stands before the id in the key of a working copy.
const COPY: &str = "copy.";

/// Keeps working copies in this browser.
#[derive(Clone)]
pub struct Keeper(Rc<Inner>);

struct Inner {
    framework: Rc<Framework>,
    dispatch: Dispatch,
    storage: RefCell<Option<Storage>>,
    pending: RefCell<Option<Rc<Assessment>>>,
    writing: Cell<bool>,
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
    let keeper = use_memo((), move |()| {
        Keeper::new(framework, Callback::from(move |event| dispatcher.dispatch(event)))
    });
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
    (*keeper).clone()
}

impl Keeper {
    fn new(framework: Rc<Framework>, dispatch: Dispatch) -> Self {
        Self(Rc::new(Inner {
            framework,
            dispatch,
            storage: RefCell::default(),
            pending: RefCell::default(),
            writing: Cell::default(),
        }))
    }

    fn say(&self, event: Event) {
        self.0.dispatch.emit(event);
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
        let last = text_of(&found, LAST).and_then(|id| text_of(&found, &format!("{COPY}{id}")));
        match last.map(|text| saved::open(text.as_bytes(), &self.0.framework)) {
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
            keeper.say(match text.map(|text| saved::open(text.as_bytes(), &keeper.0.framework)) {
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
            let key = format!("{COPY}{}", assessment.id);
            let text = saved::save(&assessment);
            self.storage()?.put(&[(&key, &text), (LAST, assessment.id.as_str())]).await?;
        }
    }

    fn copies(&self, found: &[(String, String)]) -> Vec<WorkingCopy> {
        let last = text_of(found, LAST);
        let copy = |(key, text): &(String, String)| {
            let id = key.strip_prefix(COPY)?.to_owned();
            let opened = saved::open(text.as_bytes(), &self.0.framework).ok()?;
            let coverage = Analysis::of(&self.0.framework, &opened.assessment).coverage();
            Some(WorkingCopy {
                unit: opened.assessment.particulars.unit.clone(),
                progress: format!("{} of {} questions answered", coverage.answered, coverage.asked),
                last: last == Some(id.as_str()),
                id,
            })
        };
        found.iter().filter_map(copy).collect()
    }
}

fn text_of<'a>(found: &'a [(String, String)], key: &str) -> Option<&'a str> {
    found.iter().find(|(other, _)| other == key).map(|(_, text)| text.as_str())
}
