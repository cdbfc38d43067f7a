//! Several windows: one of them changes an assessment, the others read it and can take it over.
//!
//! Assessments are told apart by the name that they are kept as, so that a colleague's copy goes its
//! own way.

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::Keeper;
use crate::browser::channel::Channel;
use crate::browser::lock::{self, Lock, Manner};
use crate::session::{Event, Keeping};

/// The name of the channel between the windows, and what the names of locks begin with.
const NAME: &str = "rocu-self-assessment";
/// Says that all working copies were wiped.
const WIPED: &str = "wiped";
/// Says that working copies were locked or unlocked.
const RELOCKED: &str = "relocked";
/// Says that every window is to lock its page.
const LOCK_NOW: &str = "lock now";
/// Says, before the name that an assessment is kept as, that another window is to go on with it.
const LEAVE: &str = "leave ";

/// How long a window that is asked to leave waits for what was typed last to reach it, in
/// milliseconds.
const LAST_WORDS: u32 = 100;
/// How long the asking window waits between two looks, in milliseconds.
const BETWEEN: u32 = 50;
/// How often it looks before it takes the assessment by force, from a window that hangs.
const MOST: usize = 60;

/// Which assessment this window may write.
#[derive(Debug, Default)]
pub(super) enum Claim {
    /// None yet.
    #[default]
    Nothing,
    /// The one kept as this. A browser without locks has none to hold; then only the marks tell windows apart.
    Held { name: String, _lock: Option<Lock>, stay: Stay },
    /// Another window writes the one kept as this. Whether it took it by force.
    Elsewhere { name: String, lost: bool },
}

/// Whether a window leaves an assessment to another one that asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stay {
    /// It was not asked.
    Stays,
    /// It takes no more changes, and waits for those that are on their way.
    Collects,
    /// It leaves as soon as all is written.
    Leaves,
}

impl Claim {
    fn is_held(&self, wanted: &str) -> bool {
        matches!(self, Self::Held { name, .. } if name == wanted)
    }

    pub(super) fn is_elsewhere(&self, wanted: &str) -> bool {
        matches!(self, Self::Elsewhere { name, .. } if name == wanted)
    }

    pub(super) fn is_lost(&self) -> bool {
        matches!(self, Self::Elsewhere { lost: true, .. })
    }

    /// What the user is told when all is written.
    pub(super) fn keeping(&self) -> Keeping {
        match self {
            Self::Nothing | Self::Held { stay: Stay::Stays, .. } => Keeping::Kept,
            Self::Held { .. } | Self::Elsewhere { .. } => Keeping::Elsewhere,
        }
    }

    /// Leaves the assessment, where all was waited for.
    pub(super) fn leave_if_asked(&mut self) {
        if let Self::Held { name, stay: Stay::Leaves, .. } = self {
            *self = Self::Elsewhere { name: std::mem::take(name), lost: false };
        }
    }

    /// Does not leave, because what was typed here could not be written.
    pub(super) fn stay(&mut self) {
        if let Self::Held { stay, .. } = self {
            *stay = Stay::Stays;
        }
    }
}

impl Keeper {
    /// Claims an assessment for this window, and says whether it is this window's to write.
    pub(super) async fn claim(&self, wanted: &str) -> bool {
        let (is_held, is_elsewhere) = {
            let claim = self.0.claim.borrow();
            (claim.is_held(wanted), claim.is_elsewhere(wanted))
        };
        if is_held || is_elsewhere {
            return is_held;
        }
        let claim = self.take(wanted, Manner::IfFree).await;
        let is_mine = claim.is_some();
        *self.0.claim.borrow_mut() = claim.unwrap_or_else(|| Claim::Elsewhere { name: wanted.to_owned(), lost: false });
        is_mine
    }

    pub(super) async fn take(&self, name: &str, manner: Manner) -> Option<Claim> {
        let (keeper, lost) = (self.clone(), name.to_owned());
        let taken = lock::take(&format!("{NAME}.{name}"), manner, move || keeper.be_robbed(lost)).await;
        let lock = match taken {
            Ok(None) => return None,
            Ok(lock) => lock,
            Err(_) => None,
        };
        Some(Claim::Held { name: name.to_owned(), _lock: lock, stay: Stay::Stays })
    }

    /// Another window took the assessment by force. What was not yet written here goes on by itself.
    fn be_robbed(&self, name: String) {
        if self.0.claim.borrow().is_held(&name) {
            *self.0.claim.borrow_mut() = Claim::Elsewhere { name, lost: true };
            self.begin_writing();
        }
    }

    /// Goes on in this window with what another one has changed so far.
    pub fn continue_here(&self) {
        let name = match &*self.0.claim.borrow() {
            Claim::Elsewhere { name, .. } => name.clone(),
            Claim::Nothing | Claim::Held { .. } => return,
        };
        let keeper = self.clone();
        spawn_local(async move {
            let Some(claim) = keeper.take_from_other(&name).await else { return };
            let copy = keeper.copy(&name).await;
            // Meanwhile the user may have opened something else here.
            if keeper.0.claim.borrow().is_elsewhere(&name) {
                *keeper.0.claim.borrow_mut() = claim;
                if let Some(opened) = copy {
                    keeper.say(Event::ContinuedHere(Box::new(opened)));
                }
                keeper.say_keeping(Keeping::Kept);
            }
        });
    }

    /// Asks the other window to leave, waits until it has, and takes its place.
    async fn take_from_other(&self, name: &str) -> Option<Claim> {
        self.tell(&format!("{LEAVE}{name}"));
        for _ in 0..MOST {
            let claim = self.take(name, Manner::IfFree).await;
            if claim.is_some() {
                return claim;
            }
            TimeoutFuture::new(BETWEEN).await;
        }
        self.take(name, Manner::ByForce).await
    }

    /// Listens to the other windows.
    pub(super) fn listen(&self) {
        let keeper = self.clone();
        *self.0.channel.borrow_mut() = Channel::open(NAME, move |said| keeper.hear(&said)).ok();
    }

    fn tell(&self, text: &str) {
        self.0.channel.borrow().iter().for_each(|channel| channel.say(text));
    }

    /// Tells the other windows that all working copies were wiped.
    pub(super) fn tell_wiped(&self) {
        self.tell(WIPED);
    }

    /// Tells the other windows that working copies were locked or unlocked.
    pub(super) fn tell_relocked(&self) {
        self.tell(RELOCKED);
    }

    /// Tells the other windows to lock their pages.
    pub(super) fn tell_lock_now(&self) {
        self.tell(LOCK_NOW);
    }

    fn hear(&self, said: &str) {
        if said == WIPED {
            self.forget_lock();
            self.keep_nothing();
            self.say(Event::Found(Vec::new()));
        } else if said == RELOCKED {
            self.be_relocked();
        } else if said == LOCK_NOW {
            self.lock_here();
        } else if let Some(name) = said.strip_prefix(LEAVE).filter(|name| self.0.claim.borrow().is_held(name)) {
            self.leave(name.to_owned());
        }
    }

    /// Writes what was typed here last, and leaves the assessment to another window.
    fn leave(&self, name: String) {
        self.set_stay(&name, Stay::Collects);
        // From now on nothing can be changed here. What was typed before may still be on its way.
        self.say_keeping(Keeping::Elsewhere);
        let keeper = self.clone();
        spawn_local(async move {
            TimeoutFuture::new(LAST_WORDS).await;
            keeper.set_stay(&name, Stay::Leaves);
            keeper.begin_writing();
        });
    }

    fn set_stay(&self, wanted: &str, to: Stay) {
        if let Claim::Held { name, stay, .. } = &mut *self.0.claim.borrow_mut()
            && name == wanted
        {
            *stay = to;
        }
    }
}
