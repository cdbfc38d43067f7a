//! Locked working copies: sealed for a key, and read only after the passphrase was entered.
//!
//! How they are locked is kept beside them, in one text and once more, should that be damaged. Every write
//! makes sure that the first is still the one it knows, so that no window writes openly what another has
//! locked, or the other way round.

use gloo::timers::future::TimeoutFuture;
use serde_json::from_str;
use wasm_bindgen_futures::spawn_local;

use super::Keeper;
use super::stored::{is_content, is_mark};
use crate::browser::storage::Written;
use crate::browser::{Refused, part};
use crate::saved::{self, Keys, Passphrase, Sealing, UnlockError};
use crate::session::{Event, Keeping, Locking, Notice};
use crate::ui::effect::locks::{NotUnlocked, PAINT};
use crate::ui::rescue;

/// The key of how working copies are locked.
pub(super) const LOCK: &str = "lock";
/// The key of the same once more.
const LOCK_AGAIN: &str = "lock-again";

/// How long what was typed last may take to reach the keeper, in milliseconds.
const LAST_WORDS: u32 = 100;
/// How long it waits between two looks at whether all is written, in milliseconds.
const BETWEEN: u32 = 50;
/// How often it looks.
const MOST: usize = 100;
/// How often it begins anew because another window wrote meanwhile.
pub(super) const TRIES: usize = 5;

/// How working copies are locked, as far as this window knows.
#[derive(Default)]
pub(super) struct Lock {
    /// The first text as it is kept, be it whole or not.
    pub(super) kept: Option<String>,
    pub(super) sealing: Sealing,
    /// The secret half of the keys, once the passphrase was entered.
    pub(super) identity: Option<String>,
}

impl Lock {
    fn new(sealing: Sealing, identity: Option<String>) -> Self {
        Self { kept: Some(sealing.write()), sealing, identity }
    }

    /// Whether there is something that this window can't read.
    pub(super) fn is_closed(&self) -> bool {
        self.sealing != Sealing::Open && self.identity.is_none()
    }

    fn locking(&self) -> Locking {
        match &self.sealing {
            Sealing::Open => Locking::Off,
            Sealing::Damaged => Locking::Damaged,
            Sealing::For(_) if self.identity.is_none() => Locking::Closed,
            Sealing::For(keys) => Locking::On { minutes: keys.minutes },
        }
    }

    /// What is to be written where it is to be known how working copies are locked.
    pub(super) fn records(kept: &str) -> [(&str, &str); 2] {
        [LOCK, LOCK_AGAIN].map(|key| (key, kept))
    }
}

/// The texts of both records, of all that is kept.
fn records(all: &[(String, String)]) -> [Option<&str>; 2] {
    [LOCK, LOCK_AGAIN].map(|key| all.iter().find(|(other, _)| other == key).map(|(_, text)| text.as_str()))
}

impl Keeper {
    /// Learns from all that is kept how working copies are locked. The secret half is kept as long as the
    /// keys are the same.
    pub(super) fn learn_lock(&self, all: &[(String, String)]) {
        let found = records(all);
        let is_any_sealed = all.iter().any(|(key, text)| is_content(key) && saved::is_sealed(text));
        let sealing = Sealing::read(found.into_iter().flatten(), is_any_sealed);
        let before = self.0.lock.take();
        let recipient = |sealing: &Sealing| sealing.keys().map(|keys| keys.recipient.clone());
        let same = recipient(&before.sealing) == recipient(&sealing);
        let kept = found[0].map(str::to_owned);
        *self.0.lock.borrow_mut() = Lock { kept, sealing, identity: before.identity.filter(|_| same) };
    }

    /// Learns it anew, since it was changed.
    pub(super) async fn relearn_lock(&self) -> Result<(), Refused> {
        self.learn_lock(&self.storage().await?.all().await?);
        Ok(())
    }

    /// Writes anew what tells how working copies are locked, where one of the two records is missing, not
    /// whole, or of an earlier build.
    pub(super) async fn mend_lock(&self, all: &[(String, String)]) -> Result<(), Refused> {
        let (found, wanted) = (records(all), self.0.lock.borrow().sealing.write());
        if found == [None; 2] || found == [Some(wanted.as_str()); 2] {
            return Ok(());
        }
        // Whoever changes it writes both: that the one that was taken for whole is still there is enough.
        let guard = if found[1] == Some(&wanted) { (LOCK_AGAIN, found[1]) } else { (LOCK, found[0]) };
        if self.storage().await?.put_if(&[guard], &Lock::records(&wanted)).await? == Written::Done {
            self.0.lock.borrow_mut().kept = Some(wanted);
        }
        Ok(())
    }

    /// Says whether working copies are locked.
    pub(super) fn tell_lock(&self) {
        let locking = self.0.lock.borrow().locking();
        self.say(Event::Locking(locking));
    }

    /// Forgets how working copies were locked, since they are gone.
    pub(super) fn forget_lock(&self) {
        if self.0.lock.take().kept.is_some() {
            self.tell_lock();
        }
    }

    /// Locks the working copies of this browser with a passphrase.
    ///
    /// # Errors
    /// The part that locks does not start, or the browser can't write.
    pub async fn lock_copies(&self, passphrase: Passphrase) -> Result<(), Refused> {
        TimeoutFuture::new(PAINT).await;
        let made = part::keys(passphrase.expose()).await?;
        let (keys, identity) = from_str::<(Keys, String)>(&made).map_err(|_| Refused)?;
        self.rewrite(Lock::new(Sealing::For(keys), Some(identity))).await
    }

    /// Keeps the working copies of this browser openly again.
    ///
    /// # Errors
    /// The part that unlocks does not start, or the browser can't write.
    pub async fn unlock_copies(&self) -> Result<(), Refused> {
        self.rewrite(Lock::new(Sealing::Open, None)).await
    }

    /// Writes all that is kept anew, sealed for other keys or openly, all or none.
    async fn rewrite(&self, lock: Lock) -> Result<(), Refused> {
        let recipient = lock.sealing.keys().map(|keys| keys.recipient.clone());
        let record = lock.sealing.write();
        for _ in 0..TRIES {
            let storage = self.storage().await?;
            let all = self.unsealed(storage.all().await?).await?.0;
            let mut texts = Vec::new();
            for (key, text) in all.iter().filter(|(key, text)| is_content(key) && !text.is_empty()) {
                texts.push((
                    key.as_str(),
                    match &recipient {
                        Some(recipient) => part::seal(recipient, text).await?,
                        None => text.clone(),
                    },
                ));
            }
            let texts = texts.iter().map(|(key, text)| (*key, text.as_str()));
            let texts: Vec<(&str, &str)> = texts.chain(Lock::records(&record)).collect();
            let known = self.0.lock.borrow().kept.clone();
            // Nothing may be lost that a window wrote since it was read here.
            let marks =
                all.iter().filter(|(key, _)| is_mark(key)).map(|(key, text)| (key.as_str(), Some(text.as_str())));
            let guards: Vec<_> = marks.chain([(LOCK, known.as_deref())]).collect();
            if recipient.is_some() {
                self.forget_files(all.iter().map(|(key, _)| key.as_str())).await?;
            }
            if storage.put_if(&guards, &texts).await? == Written::Done {
                *self.0.lock.borrow_mut() = lock;
                self.tell_relocked();
                self.tell_lock();
                return Ok(());
            }
        }
        Err(Refused)
    }

    /// Sets after how many minutes the page locks itself.
    pub fn lock_after(&self, minutes: u32) {
        let keeper = self.clone();
        spawn_local(async move {
            let (known, keys) = {
                let lock = keeper.0.lock.borrow();
                (lock.kept.clone(), lock.sealing.keys().cloned())
            };
            let Some(keys) = keys else { return };
            let sealing = Sealing::For(Keys { minutes, ..keys });
            let kept = sealing.write();
            let Ok(storage) = keeper.storage().await else { return };
            let written = storage.put_if(&[(LOCK, known.as_deref())], &Lock::records(&kept)).await;
            if written == Ok(Written::Done) {
                let identity = keeper.0.lock.take().identity;
                *keeper.0.lock.borrow_mut() = Lock::new(sealing, identity);
                keeper.tell_relocked();
                keeper.tell_lock();
            }
        });
    }

    /// Another window locked or unlocked the working copies.
    pub(super) fn be_relocked(&self) {
        let keeper = self.clone();
        spawn_local(async move {
            if keeper.relearn_lock().await.is_err() {
                return;
            }
            let closed = keeper.0.lock.borrow().is_closed();
            if closed { keeper.close().await } else { keeper.tell_lock() }
        });
    }

    /// Locks the page, here and in every other window.
    pub fn lock_now(&self) {
        self.tell_lock_now();
        self.lock_here();
    }

    /// Locks the page in this window.
    pub fn lock_here(&self) {
        let keeper = self.clone();
        spawn_local(async move { keeper.close().await });
    }

    /// Waits until all is written and forgets everything, so that only the passphrase brings it back.
    async fn close(&self) {
        let said = self.0.said.get();
        let shows_something = {
            let lock = self.0.lock.borrow();
            // Another window may have locked what this one still shows.
            lock.identity.is_some() || lock.is_closed() && said != Keeping::Unknown
        };
        // What is kept nowhere would be lost.
        if said == Keeping::Nothing || !shows_something {
            return;
        }
        TimeoutFuture::new(LAST_WORDS).await;
        for _ in 0..MOST {
            if !self.0.writing.get() && self.0.pending.borrow().is_empty() {
                return self.forget();
            }
            TimeoutFuture::new(BETWEEN).await;
        }
        // What was typed would be lost.
        self.say(Event::Told(Notice::NotLocked));
    }

    /// Forgets all that was read or typed. It is kept.
    fn forget(&self) {
        self.0.lock.borrow_mut().identity = None;
        *self.0.written.borrow_mut() = None;
        *self.0.claim.borrow_mut() = super::Claim::default();
        self.0.marks.borrow_mut().clear();
        self.0.beside.forget();
        self.0.said.set(Keeping::Unknown);
        rescue::forget();
        self.tell_lock();
    }

    /// Unlocks the working copies for this sitting, and takes up the one that was open last.
    ///
    /// # Errors
    /// The passphrase is another one, what is kept is damaged, or the part that unlocks does not start.
    pub async fn unlock(&self, passphrase: Passphrase) -> Result<(), NotUnlocked> {
        TimeoutFuture::new(PAINT).await;
        let keys = self.0.lock.borrow().sealing.write();
        let answer = part::identity(passphrase.expose(), &keys).await?;
        let identity = from_str::<Result<String, UnlockError>>(&answer).map_err(|_| Refused)?;
        let identity = identity.map_err(NotUnlocked::Because)?;
        self.0.lock.borrow_mut().identity = Some(identity);
        self.tell_lock();
        self.begin().await;
        Ok(())
    }

    /// Leaves the locked working copies alone, and keeps nothing.
    pub fn pass_by(&self) {
        self.say(Event::Locking(Locking::PassedBy));
        self.keep_nothing();
    }

    /// Wipes the locked working copies, whose passphrase nobody knows, and begins anew.
    pub fn wipe_locked(&self) {
        self.tell_wiped();
        let keeper = self.clone();
        spawn_local(async move {
            if keeper.wipe_all().await.is_err() {
                return keeper.say(Event::Told(Notice::NotWiped));
            }
            *keeper.0.lock.borrow_mut() = Lock::default();
            keeper.tell_lock();
            keeper.begin().await;
        });
    }
}
