//! The working copy: every change is written to this browser's disk as soon as the one before is.

mod beside;
mod copies;
mod file;
mod locks;
mod sealing;
mod shared;
mod stored;
mod writing;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::assessment::Assessment;
use crate::browser::Refused;
use crate::browser::channel::Channel;
use crate::browser::storage::Storage;
use crate::framework::{Framework, Library};
use crate::saved::{self, OpenError, Opened};
use crate::session::{ByPointer, Event, Keeping, Notice, Session};
use crate::ui::{Dispatch, Store, rescue};

use locks::Lock;
use shared::Claim;
use stored::{Mark, Stored};

/// Keeps working copies in this browser.
#[derive(Clone)]
pub struct Keeper(Rc<Inner>);

struct Inner {
    in_use: RefCell<Rc<Framework>>,
    library: RefCell<Library>,
    dispatch: Dispatch,
    storage: RefCell<Option<Storage>>,
    channel: RefCell<Option<Channel>>,
    /// What the session was told last.
    said: Cell<Keeping>,
    /// What is to be written, at most once for each assessment.
    pending: RefCell<VecDeque<Rc<Assessment>>>,
    /// What was written last.
    written: RefCell<Option<Rc<Assessment>>>,
    writing: Cell<bool>,
    /// Set while a write that failed waits for its next try.
    again: RefCell<Option<Timeout>>,
    /// What this page last read or wrote of each working copy, by the name that it is kept as.
    marks: RefCell<BTreeMap<String, Mark>>,
    claim: RefCell<Claim>,
    lock: RefCell<Lock>,
    beside: beside::Last,
}

impl PartialEq for Keeper {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Opens the store of this browser, takes up the assessment that was open last, and keeps every
/// change from then on.
#[hook]
pub fn use_working_copy(store: &Store) -> Keeper {
    let dispatch = store.dispatcher().to_callback();
    let framework = store.framework().clone();
    let keeper = use_memo((), move |()| Keeper::new(framework, dispatch));
    keeper.know(store);
    let starting = (*keeper).clone();
    use_effect_with((), move |()| spawn_local(async move { starting.start().await }));
    let keeping = (*keeper).clone();
    let assessment = store.assessment.clone().map(ByPointer);
    use_effect_with((assessment, store.keeping), move |(assessment, how)| {
        if let Some(ByPointer(assessment)) = assessment {
            rescue::remember(assessment);
            if !matches!(how, Keeping::Unknown | Keeping::Nothing) {
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
            channel: RefCell::default(),
            said: Cell::new(Keeping::Unknown),
            pending: RefCell::default(),
            written: RefCell::default(),
            writing: Cell::default(),
            again: RefCell::default(),
            marks: RefCell::default(),
            claim: RefCell::default(),
            lock: RefCell::default(),
            beside: beside::Last::default(),
        }))
    }

    fn say(&self, event: Event) {
        self.0.dispatch.emit(event);
    }

    fn say_keeping(&self, keeping: Keeping) {
        if self.0.said.replace(keeping) != keeping {
            self.say(Event::Keeping(keeping));
        }
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
    fn read(&self, text: &str) -> Result<Opened, OpenError> {
        let find = |id: &str, version: &str| self.framework(id, version);
        saved::open_with(text.as_bytes(), find)
    }

    fn framework(&self, id: &str, version: &str) -> Option<Rc<Framework>> {
        self.0.library.borrow().to_resume(&self.0.in_use.borrow(), id, version)
    }

    /// The store of this browser, opened anew where it was taken away.
    async fn storage(&self) -> Result<Storage, Refused> {
        let open = self.0.storage.borrow().clone();
        if let Some(storage) = open {
            return Ok(storage);
        }
        let keeper = Rc::downgrade(&self.0);
        let storage = Storage::open(move || keeper.upgrade().into_iter().for_each(|inner| Self(inner).lose())).await?;
        *self.0.storage.borrow_mut() = Some(storage.clone());
        Ok(storage)
    }

    async fn stored(&self) -> Result<Stored, Refused> {
        self.unsealed(self.storage().await?.all().await?).await
    }

    async fn start(&self) {
        self.listen();
        self.begin().await;
    }

    /// Takes up what is kept, unless it is locked.
    async fn begin(&self) {
        let Ok(storage) = self.storage().await else { return self.say_keeping(Keeping::Refused) };
        let Ok(all) = storage.all().await else { return self.say_keeping(Keeping::Refused) };
        self.learn_lock(&all);
        self.tell_lock();
        if self.0.lock.borrow().is_closed() {
            return;
        }
        // That it was not mended is not told: the next write finds out whether the browser refuses.
        let _ = self.mend_lock(&all).await;
        let Ok(stored) = self.unsealed(all).await else { return self.say_keeping(Keeping::Refused) };
        let frameworks = stored.frameworks();
        for framework in &frameworks {
            self.0.library.borrow_mut().add(framework.clone());
        }
        self.say(Event::FoundFrameworks(frameworks));
        self.tell_beside(&stored);
        let last = stored.last();
        let mine = match last {
            Some(name) => self.claim(name).await,
            None => true,
        };
        if let Some(name) = last {
            self.take_up(&stored, name);
        }
        self.say(Event::Found(self.copies(&stored)));
        self.say_keeping(if mine { Keeping::Kept } else { Keeping::Elsewhere });
    }

    /// Takes up a working copy, or says why it can't be.
    fn take_up(&self, stored: &Stored, name: &str) {
        let kept = self.look(stored, name);
        let Some(latest) = kept.latest else {
            return self.say(Event::Told(if kept.damaged { Notice::LostCopy } else { Notice::NotRead }));
        };
        match self.read(&latest.text) {
            Ok(opened) => self.say(Event::Resumed(Box::new(opened))),
            Err(error) => return self.say(Event::Refused(error)),
        }
        if kept.damaged {
            self.say(Event::Told(Notice::DamagedCopy));
        }
    }

    /// Keeps nothing from now on.
    fn keep_nothing(&self) {
        self.0.pending.borrow_mut().clear();
        *self.0.written.borrow_mut() = None;
        *self.0.claim.borrow_mut() = Claim::default();
        self.0.marks.borrow_mut().clear();
        self.say_keeping(Keeping::Nothing);
    }

    /// Keeps changes again from now on, those so far included.
    pub fn keep_again(&self) {
        self.say_keeping(Keeping::Unknown);
        self.say_keeping(Keeping::Kept);
    }
}
