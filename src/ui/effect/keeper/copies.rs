//! What the user does with the working copies: takes one up, removes one, wipes all.

use wasm_bindgen_futures::spawn_local;

use super::{Keeper, stored};
use crate::browser::Refused;
use crate::browser::lock::Manner;
use crate::saved::Opened;
use crate::session::{Event, Keeping, Notice};

impl Keeper {
    /// What this browser holds of the assessment that is kept as that, where it can be read.
    pub async fn copy(&self, name: &str) -> Option<Opened> {
        let stored = self.stored().await.ok()?;
        self.read(&self.look(&stored, name).latest?.text).ok()
    }

    /// Takes up another working copy of this browser.
    pub fn resume(&self, name: String) {
        let keeper = self.clone();
        spawn_local(async move {
            match keeper.stored().await {
                Ok(stored) => keeper.take_up(&stored, &name),
                Err(Refused) => keeper.say(Event::Told(Notice::NotRead)),
            }
        });
    }

    /// Lists the working copies anew.
    pub fn list(&self) {
        let keeper = self.clone();
        spawn_local(async move {
            if keeper.0.said.get() != Keeping::Nothing
                && let Ok(stored) = keeper.stored().await
            {
                keeper.say(Event::Found(keeper.copies(&stored)));
            }
        });
    }

    /// Removes a working copy from this browser, unless a window has it open.
    pub fn remove(&self, name: String) {
        let keeper = self.clone();
        spawn_local(async move {
            let removed = keeper.remove_unclaimed(&name).await;
            keeper.say(Event::Told(removed.map_or(Notice::NotRemoved, |()| Notice::Removed)));
            keeper.list();
        });
    }

    async fn remove_unclaimed(&self, name: &str) -> Result<(), Refused> {
        // Until it is removed no window takes it up.
        let _claim = self.take(name, Manner::IfFree).await.ok_or(Refused)?;
        self.storage().await?.remove(&stored::keys(name)).await?;
        // Undoing may open it again, and then it is kept as anything new is.
        let _ = self.0.marks.borrow_mut().remove(name);
        let _ = self.0.written.borrow_mut().take_if(|written| written.kept_as() == name);
        Ok(())
    }

    /// Wipes every working copy from this browser. What is open stays open and is kept no longer.
    pub fn wipe(&self) {
        self.keep_nothing();
        self.tell_wiped();
        let keeper = self.clone();
        spawn_local(async move {
            let wiped = keeper.wipe_all().await;
            keeper.0.marks.borrow_mut().clear();
            if wiped.is_ok() {
                keeper.forget_lock();
                keeper.say(Event::Found(Vec::new()));
            }
            keeper.say(Event::Told(wiped.map_or(Notice::NotWiped, |()| Notice::Wiped)));
        });
    }

    /// Wipes the store. One that can't be opened may still hold what was kept before.
    pub(super) async fn wipe_all(&self) -> Result<(), Refused> {
        self.storage().await?.wipe().await
    }
}
