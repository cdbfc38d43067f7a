//! Writing and reading what is sealed where working copies are locked, and open where they are not.

use super::Keeper;
use super::locks::{LOCK, Lock, TRIES};
use super::stored::{Stored, is_content};
use crate::browser::storage::Written;
use crate::browser::{Refused, part};
use crate::saved::{self, Sealing};

impl Keeper {
    /// A text as it is to be kept: sealed where working copies are locked, and not at all where nobody knows
    /// for which key.
    pub(super) async fn sealed(&self, text: String) -> Result<String, Refused> {
        let sealing = self.0.lock.borrow().sealing.clone();
        match sealing {
            Sealing::For(keys) => part::seal(&keys.recipient, &text).await,
            Sealing::Open => Ok(text),
            Sealing::Damaged => Err(Refused),
        }
    }

    /// Keeps a text under a key, sealed where working copies are locked.
    pub(super) async fn put_sealed(&self, key: &str, text: &str) -> Result<(), Refused> {
        match self.put_sealed_if(None, [(key, text)]).await? {
            Written::Done => Ok(()),
            Written::Differs(..) => Err(Refused),
        }
    }

    /// Keeps texts under their keys if a guard holds what is expected. What says something of an assessment
    /// is sealed where working copies are locked: in this window, or by now in another one.
    pub(super) async fn put_sealed_if<const N: usize>(
        &self,
        guard: Option<(&str, Option<&str>)>,
        texts: [(&str, &str); N],
    ) -> Result<Written, Refused> {
        let mut cleared = false;
        for _ in 0..TRIES {
            let mut sealed = Vec::new();
            for (key, text) in texts {
                let text = text.to_owned();
                sealed.push((key, if is_content(key) { self.sealed(text).await? } else { text }));
            }
            let (lock, is_locked, record) = {
                let lock = self.0.lock.borrow();
                (lock.kept.clone().filter(|_| !cleared), lock.sealing.keys().is_some(), lock.sealing.write())
            };
            let mut sealed: Vec<(&str, &str)> = sealed.iter().map(|(key, text)| (*key, text.as_str())).collect();
            if cleared && is_locked {
                sealed.extend(Lock::records(&record));
            }
            let guards: Vec<_> = [(LOCK, lock.as_deref())].into_iter().chain(guard).collect();
            match self.storage().await?.put_if(&guards, &sealed).await? {
                // The store was cleared: how it was locked is written again, and nothing openly.
                Written::Differs(0, None) if is_locked => cleared = true,
                Written::Differs(0, _) => {
                    cleared = false;
                    self.relearn_lock().await?;
                }
                written => return Ok(written),
            }
        }
        Err(Refused)
    }

    /// What is kept, as it can be read. What can't be unsealed reads as damaged.
    pub(super) async fn unsealed(&self, mut all: Vec<(String, String)>) -> Result<Stored, Refused> {
        let identity = self.0.lock.borrow().identity.clone();
        if let Some(identity) = identity {
            for (key, text) in &mut all {
                if is_content(key) && saved::is_sealed(text) {
                    *text = part::unseal(&identity, text).await?.unwrap_or_default();
                }
            }
        }
        Ok(Stored(all))
    }
}
