//! Which framework is in use, and what becomes of an assessment that was made against another.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{ByPointer, Deed, Filed, Files, Notice, Session};
use crate::assessment::{Assessment, AssessmentId, CarriedOver};
use crate::framework::{Framework, Inserted};
use crate::saved::{Opened, Remark};

impl Session {
    /// Uses another framework from now on. What is open is carried over to it.
    pub(super) fn choose_framework(&mut self, framework: Rc<Framework>) {
        self.library.add(framework.clone());
        if *self.framework() == framework {
            return;
        }
        self.remember(Deed::ChoseFramework);
        let before = self.use_framework(framework);
        self.notice = Some(match self.carry_over(Some(&before)) {
            Some(carried) => Notice::CarriedOver(Box::new(carried), Vec::new()),
            None => Notice::ChoseFramework,
        });
        self.remember_after();
    }

    /// Opens a file: against the framework in use, where that has its id.
    pub(super) fn open(&mut self, opened: Opened) {
        let (id, version) = &opened.assessment.framework;
        // The worked example, and what was signed off, is shown as it was made.
        let framework = if opened.assessment.example || opened.assessment.is_final() {
            self.library.to_resume(self.framework(), id.as_str(), version)
        } else {
            self.library.to_open(self.framework(), id.as_str(), version)
        };
        self.begin(opened.assessment);
        self.on_disk.forget_other();
        self.filed = Filed::All;
        self.notice = Some(self.read_against(framework, opened.remarks));
    }

    /// Takes a working copy up again: against the framework that it was made against, where that is
    /// known.
    pub(super) fn resume(&mut self, opened: Opened) {
        let (id, version) = &opened.assessment.framework;
        let framework = self.library.to_resume(self.framework(), id.as_str(), version);
        let replaces = self.assessment.is_some();
        self.remember(Deed::Opened);
        self.replace(Some(Rc::new(opened.assessment)));
        self.locked = None;
        self.filed = Filed::Unsure;
        self.notice = match self.read_against(framework, opened.remarks) {
            Notice::Opened(remarks) if remarks.is_empty() => replaces.then_some(Notice::Done(Deed::Opened)),
            notice => Some(notice),
        };
    }

    /// Puts something in the place of what is open. What was opened beside another assessment is put away.
    pub(super) fn replace(&mut self, with: Option<Rc<Assessment>>) {
        let id = |it: &Option<Rc<Assessment>>| it.as_ref().map(|it| it.id.clone());
        if self.assessment.is_some() && id(&self.assessment) != id(&with) {
            (self.earlier, self.colleagues) = (Files::default(), Files::default());
        }
        self.assessment = with;
    }

    /// Goes on with what another window wrote last. What this one could undo is not how things are.
    pub(super) fn continue_here(&mut self, opened: Opened) {
        self.past.clear();
        self.assessment = None;
        self.resume(opened);
    }

    /// Goes on under an id of its own, because another window wrote to the same working copy.
    pub(super) fn part(&mut self, from: &str, to: AssessmentId) {
        if let Some(assessment) = self.assessment.as_mut().filter(|open| open.kept_as() == from) {
            Rc::make_mut(assessment).id = to;
            self.filed = Filed::Behind;
        }
        self.notice = Some(Notice::Parted);
    }

    /// Reads what was just opened against that framework, and says what there is to tell.
    pub(super) fn read_against(&mut self, framework: Option<Rc<Framework>>, remarks: Vec<Remark>) -> Notice {
        if let Some(framework) = framework.filter(|framework| framework != self.framework()) {
            let _ = self.use_framework(framework);
        }
        let made_against = self.assessment.as_ref().map(|open| open.framework.clone());
        let before = made_against.and_then(|(id, version)| {
            self.library.find(id.as_str(), &version).filter(|_| !self.framework().is(id.as_str(), &version))
        });
        let Some(carried) = self.carry_over(before.as_deref()) else { return Notice::Opened(remarks) };
        let gone: BTreeSet<&str> = carried.gone.iter().map(|gone| gone.question.as_str()).inserted();
        let remarks = remarks.into_iter().filter(|remark| !says(&gone, remark)).collect();
        Notice::CarriedOver(Box::new(carried), remarks)
    }

    /// Makes what is open an assessment against the framework in use, where it is not one already.
    /// `before` is the framework that it was made against, where that is known.
    fn carry_over(&mut self, before: Option<&Framework>) -> Option<CarriedOver> {
        let framework = self.framework().clone();
        let assessment = self.assessment.as_mut()?;
        let (id, version) = &assessment.framework;
        // What was signed off stays what it is, whatever is asked now.
        if assessment.is_final() {
            return None;
        }
        if before.is_none_or(|before| *before == *framework) && framework.is(id.as_str(), version) {
            return None;
        }
        let was = assessment.clone();
        let carried = Rc::make_mut(assessment).carry_over(before, &framework);
        self.record(&was);
        self.filed = Filed::Behind;
        Some(carried)
    }

    /// Uses another framework, and gives back the one that was in use.
    pub(super) fn use_framework(&mut self, framework: Rc<Framework>) -> Rc<Framework> {
        let before = std::mem::replace(&mut self.framework, ByPointer(framework));
        before.0.clone()
    }
}

/// Whether the list of what was carried over says what that remark says, by the questions that are gone.
fn says(gone: &BTreeSet<&str>, remark: &Remark) -> bool {
    match remark {
        Remark::OtherFrameworkVersion { .. } => true,
        Remark::UnknownQuestion { question } => gone.contains(question.as_str()),
        _ => false,
    }
}
