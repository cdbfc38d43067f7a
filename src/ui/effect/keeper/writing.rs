//! Writing working copies: one write at a time, and the newest state next.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::Keeper;
use super::stored::{LAST, Mark, framework_key, key, mark_key};
use crate::assessment::{Assessment, AssessmentId};
use crate::browser::storage::Written;
use crate::browser::{Refused, random};
use crate::framework::Framework;
use crate::saved::{self, Generation};
use crate::session::{Event, Keeping};

/// How long a write that failed waits for its next try, in milliseconds.
const AGAIN: u32 = 2_000;

/// After how many milliseconds the page has drawn what was typed: whoever types waits for no write.
const SHOWN: u32 = 20;

impl Keeper {
    /// Keeps the state of an assessment, in place of any that still waits to be written.
    pub(super) fn keep(&self, assessment: &Rc<Assessment>) {
        let is_written = self.0.written.borrow().as_ref().is_some_and(|written| Rc::ptr_eq(written, assessment));
        if !is_written && !self.0.claim.borrow().is_elsewhere(&assessment.kept_as()) {
            self.queue(assessment.clone());
            self.begin_writing();
        }
    }

    fn queue(&self, assessment: Rc<Assessment>) {
        let name = assessment.kept_as();
        let mut pending = self.0.pending.borrow_mut();
        pending.retain(|older| older.kept_as() != name);
        pending.push_back(assessment);
    }

    fn is_pending(&self, name: &str) -> bool {
        self.0.pending.borrow().iter().any(|pending| pending.kept_as() == name)
    }

    /// Writes what is pending, unless that is under way. What is typed meanwhile goes into the next
    /// write.
    pub(super) fn begin_writing(&self) {
        if !self.0.writing.replace(true) {
            let keeper = self.clone();
            spawn_local(async move {
                let written = keeper.write_all().await;
                keeper.0.writing.set(false);
                keeper.settle(written);
            });
        }
    }

    async fn write_all(&self) -> Result<(), Refused> {
        while !self.0.pending.borrow().is_empty() {
            TimeoutFuture::new(SHOWN).await;
            let Some(assessment) = self.0.pending.borrow_mut().pop_front() else { break };
            if let Err(refused) = self.write(&assessment).await {
                if !self.is_pending(&assessment.kept_as()) {
                    self.0.pending.borrow_mut().push_front(assessment);
                }
                return Err(refused);
            }
        }
        Ok(())
    }

    async fn write(&self, assessment: &Rc<Assessment>) -> Result<(), Refused> {
        let name = &assessment.kept_as();
        if !self.claim(name).await {
            // What was typed before another window took the assessment by force is kept as well.
            return if self.0.claim.borrow().is_lost() { self.part(assessment) } else { Ok(()) };
        }
        // Something else was opened in a window that only read: it takes changes from now on.
        let keeping = self.0.claim.borrow().keeping();
        if self.0.said.get() == Keeping::Elsewhere {
            self.say_keeping(keeping);
        }
        let last = self.0.marks.borrow().get(name).cloned().unwrap_or_default();
        let number = last.number + 1;
        let mark = format!("{number} {}", random::hexadecimal()?);
        let record = Generation { number, text: saved::save_densely(assessment) }.seal();
        let (key, mark_key) = (key(name, number), mark_key(name));
        let texts = [(key.as_str(), record.as_str()), (&mark_key, &mark), (LAST, name)];
        match self.put_sealed_if(Some((&mark_key, last.text.as_deref())), texts).await? {
            Written::Done => {
                let _ = self.0.marks.borrow_mut().insert(name.to_owned(), Mark { number, text: Some(mark) });
                *self.0.written.borrow_mut() = Some(assessment.clone());
                Ok(())
            }
            // The store was cleared. The next try begins anew, unless the user wiped it to keep nothing.
            Written::Differs(_, None) => {
                let _ = self.0.marks.borrow_mut().remove(name);
                Err(Refused)
            }
            Written::Differs(_, Some(_)) => self.part(assessment),
        }
    }

    /// Goes on under an id of its own, so that both states are kept.
    fn part(&self, assessment: &Assessment) -> Result<(), Refused> {
        let to = AssessmentId::new(&random::hexadecimal()?).ok_or(Refused)?;
        let from = assessment.kept_as();
        let newer = {
            let mut pending = self.0.pending.borrow_mut();
            let at = pending.iter().position(|newer| newer.kept_as() == from);
            at.and_then(|at| pending.remove(at))
        };
        let newest = newer.as_deref().unwrap_or(assessment).clone();
        self.queue(Rc::new(Assessment { id: to.clone(), ..newest }));
        self.say(Event::Parted { from, to });
        Ok(())
    }

    /// Says how it went, and tries again later where it failed.
    fn settle(&self, written: Result<(), Refused>) {
        if self.0.said.get() == Keeping::Nothing {
            return self.0.pending.borrow_mut().clear();
        }
        if written.is_err() {
            if let Some(storage) = self.0.storage.borrow_mut().take() {
                storage.close();
            }
            let keeper = self.clone();
            *self.0.again.borrow_mut() = Some(Timeout::new(AGAIN, move || keeper.begin_writing()));
            self.0.claim.borrow_mut().stay();
            return self.say_keeping(Keeping::Refused);
        }
        self.0.claim.borrow_mut().leave_if_asked();
        let keeping = self.0.claim.borrow().keeping();
        self.say_keeping(keeping);
    }

    /// The store was taken away while it was open: what was in it is written again.
    pub(super) fn lose(&self) {
        *self.0.storage.borrow_mut() = None;
        let written = self.0.written.borrow_mut().take();
        if self.0.said.get() == Keeping::Kept {
            self.say_keeping(Keeping::Refused);
            written.into_iter().filter(|written| !self.is_pending(&written.kept_as())).for_each(|it| self.queue(it));
            self.begin_writing();
        }
    }

    /// Keeps frameworks of the user's own, so that what was made against them can be taken up again.
    pub(super) fn hold(&self, frameworks: Vec<Rc<Framework>>) {
        let keeper = self.clone();
        spawn_local(async move {
            for framework in frameworks {
                let text = serde_json::to_string(&*framework).expect("a framework is JSON");
                if keeper.put_sealed(&framework_key(&framework), &text).await.is_err() {
                    keeper.say_keeping(Keeping::Refused);
                }
            }
        });
    }
}
