//! One sitting: what is open, which page is shown, and how both change.

pub mod event;
pub mod notice;
pub mod particular;
pub mod route;
mod versions;

use std::rc::Rc;

use jiff::civil::Date;

use crate::assessment::{Assessment, AssessmentId};
use crate::framework::{Framework, Library};
use crate::saved::Opened;

pub use event::{Event, Replan};
pub use notice::{Deed, Notice};
pub use particular::Particular;
pub use route::Route;

/// How many steps back the user can go.
const MOST_UNDONE: usize = 50;

/// One sitting. Everything else on screen follows from this.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// What is asked: the framework in use.
    pub framework: Rc<FrameworkByPointer>,
    /// What is open.
    pub assessment: Option<Rc<Assessment>>,
    /// The day on which all this happens.
    pub today: Date,
    /// The page.
    pub route: Route,
    /// What the user has to be told, until the next page or deed.
    pub notice: Option<Notice>,
    /// Whether and how what is typed is kept in this browser.
    pub keeping: Keeping,
    /// The working copies that this browser holds.
    pub copies: Vec<WorkingCopy>,
    /// What a file that the user opened or saved holds of it.
    pub filed: Filed,
    /// The frameworks that can be chosen.
    pub library: Library,
    past: Vec<Before>,
}

/// How things were before a deed that can be undone.
#[derive(Debug, Clone, PartialEq)]
struct Before {
    deed: Deed,
    framework: Rc<FrameworkByPointer>,
    assessment: Option<Rc<Assessment>>,
    /// How things were right after it, where it changed what was open and did not replace it.
    after: Option<Rc<Assessment>>,
}

/// The framework, equal to another only when it is the same one in memory: it never changes while
/// it is open, and comparing it by content would cost a walk through all of it.
#[derive(Debug)]
pub struct FrameworkByPointer(pub Rc<Framework>);

impl PartialEq for FrameworkByPointer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Whether and how what is typed is kept in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It is not yet known whether the browser will keep anything.
    Unknown,
    /// All changes are kept.
    Kept,
    /// The browser refuses: changes live in this page only.
    Refused,
    /// The user chose to keep nothing on this device.
    Nothing,
    /// Another window changes this assessment, and this one only shows it.
    Elsewhere,
}

/// What a file that the user opened or saved holds of the assessment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Filed {
    /// There is no such file, and nothing to lose.
    #[default]
    Nothing,
    /// It holds all changes.
    All,
    /// There are changes that no file holds.
    Behind,
}

/// A working copy in this browser, as the start page lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingCopy {
    /// The assessment's id.
    pub id: String,
    /// The unit, or words where it has no name yet.
    pub unit: String,
    /// How much is answered, in words.
    pub progress: String,
    /// Whether it is the one that was open last.
    pub last: bool,
}

impl Session {
    /// A sitting in which nothing is open yet.
    #[must_use]
    pub fn new(framework: Rc<Framework>, route: Route, today: Date) -> Self {
        Self {
            framework: Rc::new(FrameworkByPointer(framework)),
            assessment: None,
            today,
            route,
            notice: None,
            keeping: Keeping::Unknown,
            copies: Vec::new(),
            filed: Filed::default(),
            library: Library::default(),
            past: Vec::new(),
        }
    }

    /// The framework in use.
    #[must_use]
    pub fn framework(&self) -> &Rc<Framework> {
        &self.framework.0
    }

    /// The page that can be shown: the start page as long as nothing is open.
    #[must_use]
    pub fn page(&self) -> &Route {
        if self.assessment.is_none() && self.route.needs_assessment() { &Route::Start } else { &self.route }
    }

    /// The last deed that can be undone.
    #[must_use]
    pub fn undoable(&self) -> Option<Deed> {
        self.past.last().map(|before| before.deed)
    }

    /// Changes the sitting by what happened. What cannot be is left alone.
    pub fn update(&mut self, event: Event) {
        if self.keeping == Keeping::Elsewhere && event.changes_what_is_open() {
            return;
        }
        match event {
            Event::Began(assessment) => self.begin_anew(assessment),
            Event::Opened(opened) => self.open(*opened),
            Event::Resumed(opened) => self.resume(*opened),
            Event::TakenOver(opened) => self.take_over(*opened),
            Event::Parted { from, to } => self.part(&from, to),
            Event::Refused(error) => self.notice = Some(Notice::Refused(error)),
            Event::Went(route) => self.go(route),
            Event::Told(notice) => self.notice = Some(notice),
            Event::Dismissed => self.notice = None,
            Event::Undid => self.undo(),
            Event::Found(copies) => self.copies = copies,
            Event::FoundFrameworks(found) => found.into_iter().for_each(|framework| self.library.add(framework)),
            Event::ChoseFramework(framework) => self.choose_framework(framework),
            Event::Keeping(keeping) => self.keep(keeping),
            Event::HandedOver => self.filed = Filed::All,

            Event::ChoseRegion(region) => self.choose_region(region.as_ref()),
            Event::Described(particular, text) => self.describe(particular, &text),
            Event::Marked(marking) => self.change(|it| it.particulars.marking = marking),
            Event::AddedForce => self.change(Assessment::add_force),
            Event::RenamedForce(force, name) => self.change(|it| it.particulars.rename_force(&force, name)),
            Event::RemovedForce(force) => self.undoably(Deed::RemovedForce, |it| it.particulars.remove_force(&force)),
            Event::Switched(topic, on) => self.change(|it| it.switch(topic, on)),

            Event::Chose(question, level) => self.change(|it| it.choose(&question, level)),
            Event::Committed(question, force, level) => self.change(|it| it.commit(&question, force, level)),
            Event::SetAside(question, reason) => self.undoably(Deed::SetAside, |it| it.set_aside(&question, reason)),
            Event::Withdrew(question) => self.undoably(Deed::Withdrew, |it| it.withdraw(&question)),
            Event::Wrote(question, field, text) => self.change(|it| it.write(&question, field, text)),

            Event::Planned(question) => self.change(|it| it.plan(&question)),
            Event::Replanned(action, replan) => self.change(|it| it.replan(action, |action| replan.apply(action))),
            Event::DroppedAction(action) => self.undoably(Deed::DroppedAction, |it| it.drop_action(action)),
            Event::Accepted(question, reason) => self.change(|it| it.accept(&question, reason)),
            Event::Reopened(question) => self.undoably(Deed::Reopened, |it| it.reopen(&question)),
            Event::Aimed(topic, None) => self.undoably(Deed::TookTargetBack, |it| it.aim(&topic, None)),
            Event::Aimed(topic, target) => self.change(|it| it.aim(&topic, target)),
            Event::Overruled(question, None) => self.undoably(Deed::LeftToRule, |it| it.overrule(&question, None)),
            Event::Overruled(question, overruled) => self.change(|it| it.overrule(&question, overruled)),
        }
    }

    /// Begins a new assessment; what was open before can be brought back.
    fn begin_anew(&mut self, assessment: Assessment) {
        let replaces = self.assessment.is_some();
        self.begin(assessment);
        self.notice = replaces.then_some(Notice::Done(Deed::Opened));
    }

    fn begin(&mut self, assessment: Assessment) {
        self.remember(Deed::Opened);
        self.assessment = Some(Rc::new(assessment));
        self.notice = None;
        self.filed = Filed::Nothing;
    }

    fn go(&mut self, route: Route) {
        if self.route != route {
            self.route = route;
            self.notice = None;
        }
    }

    fn keep(&mut self, keeping: Keeping) {
        if self.keeping != Keeping::Nothing || keeping == Keeping::Unknown {
            self.keeping = keeping;
        }
    }

    /// Goes on with what another window wrote last. What this one could undo is not how things are.
    fn take_over(&mut self, opened: Opened) {
        self.past.clear();
        self.assessment = None;
        self.resume(opened);
    }

    /// Goes on under an id of its own, because another window wrote to the same working copy.
    fn part(&mut self, from: &AssessmentId, to: AssessmentId) {
        if let Some(assessment) = self.assessment.as_mut().filter(|open| open.id == *from) {
            Rc::make_mut(assessment).id = to;
            self.filed = Filed::Behind;
        }
        self.notice = Some(Notice::Parted);
    }

    fn choose_region(&mut self, region: Option<&crate::framework::RegionId>) {
        match region.and_then(|id| self.framework().region(id)).cloned() {
            Some(region) => self.undoably(Deed::ChoseRegion, |it| it.particulars.choose(&region)),
            None => self.change(|it| it.particulars.region = None),
        }
    }

    fn describe(&mut self, particular: Particular, text: &str) {
        self.change(|it| particular.write(&mut it.particulars, text));
    }

    fn change(&mut self, change: impl FnOnce(&mut Assessment)) {
        if let Some(assessment) = &mut self.assessment {
            change(Rc::make_mut(assessment));
            self.filed = Filed::Behind;
        }
    }

    fn undoably(&mut self, deed: Deed, change: impl FnOnce(&mut Assessment)) {
        if self.assessment.is_some() {
            self.remember(deed);
            self.change(change);
            self.remember_after();
            self.notice = Some(Notice::Done(deed));
        }
    }

    fn remember(&mut self, deed: Deed) {
        if self.assessment.is_some() {
            if self.past.len() == MOST_UNDONE {
                let _ = self.past.remove(0);
            }
            let (framework, assessment) = (self.framework.clone(), self.assessment.clone());
            self.past.push(Before { deed, framework, assessment, after: None });
        }
    }

    /// Remembers what the last deed led to, so that undoing it keeps what is typed from now on.
    fn remember_after(&mut self) {
        if let Some(last) = self.past.last_mut() {
            last.after.clone_from(&self.assessment);
        }
    }

    fn undo(&mut self) {
        if let Some(Before { deed, framework, assessment, after }) = self.past.pop() {
            self.framework = framework;
            self.assessment = match (&self.assessment, &assessment, &after) {
                (Some(now), Some(before), Some(after)) => Some(Rc::new(now.without(before, after))),
                _ => assessment,
            };
            self.filed = Filed::Behind;
            self.notice = Some(Notice::Undone(deed));
        }
    }
}
