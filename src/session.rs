//! One sitting: what is open, which page is shown, and how both change.

pub mod beside;
mod by_pointer;
pub mod event;
mod keeping;
pub mod locked;
pub mod notice;
pub mod on_disk;
mod place;
mod record;
pub mod route;
pub mod shortcut;
mod undo;
mod versions;

use std::rc::Rc;

use jiff::civil::{Date, DateTime};

use crate::assessment::Assessment;
use crate::assessment::plan::Plan;
use crate::framework::{Framework, Library};

pub use beside::{Beside, Files, Purpose, Unopened};
pub use by_pointer::ByPointer;
pub use event::{Event, Replan};
pub use keeping::{Filed, Keeping, WorkingCopy};
pub use locked::{LockedFile, Locking};
pub use notice::{Deed, Notice};
pub use on_disk::{File, Filing, OnDisk, Other, Unsaved};
pub use route::Route;
pub use shortcut::SHORTCUTS;

pub use crate::assessment::particular::{self, Particular};

/// One sitting. Everything else on screen follows from this.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// What is asked: the framework in use.
    pub framework: ByPointer<Framework>,
    /// What is open.
    pub assessment: Option<Rc<Assessment>>,
    /// The day and the time by the user's own clock, as the shell last set it.
    pub now: DateTime,
    /// The role of whoever is at work; blank where it is that of the lead.
    pub role: String,
    /// Whether the working copies of this browser are locked.
    pub locking: Locking,
    /// A locked file that waits for its passphrase.
    pub locked: Option<LockedFile>,
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
    /// The file that it is written back to.
    pub on_disk: OnDisk,
    /// The frameworks that can be chosen.
    pub library: Library,
    /// Earlier assessments of the same unit.
    pub earlier: Files,
    /// Assessments of several regions.
    pub regions: Files,
    /// Copies that colleagues filled in.
    pub colleagues: Files,
    /// Whether single keys do something at once.
    pub shortcuts: bool,
    /// What was typed to search for.
    pub sought: String,
    /// Where the user was before the help, if it was opened from a page.
    pub came_from: Option<Route>,
    past: Vec<undo::Before>,
}

impl Session {
    /// A sitting in which nothing is open yet.
    #[must_use]
    pub fn new(framework: Rc<Framework>, route: Route, today: Date) -> Self {
        Self {
            framework: ByPointer(framework),
            assessment: None,
            now: today.at(0, 0, 0, 0),
            role: String::new(),
            locking: Locking::Off,
            locked: None,
            route,
            notice: None,
            keeping: Keeping::Unknown,
            copies: Vec::new(),
            filed: Filed::default(),
            on_disk: OnDisk::default(),
            library: Library::default(),
            earlier: Files::default(),
            regions: Files::default(),
            colleagues: Files::default(),
            shortcuts: true,
            sought: String::new(),
            came_from: None,
            past: Vec::new(),
        }
    }

    /// The day: another one where the page stays open over midnight.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now.date()
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

    /// Changes the sitting by what happened. What cannot be is left alone.
    ///
    /// What was signed off does not change: whatever would change it is refused.
    pub fn update(&mut self, event: Event) {
        if self.is_shut_to(&event) {
            return;
        }
        if self.is_final() && self.alters(&event) {
            self.notice = Some(Notice::Finalised);
            return;
        }
        if self.keeping == Keeping::Elsewhere && event.changes_what_is_open() {
            return;
        }
        match event {
            Event::Began(assessment) => self.begin_anew(assessment),
            Event::Opened(opened) => self.open(*opened),
            Event::ShowedExample(opened) => {
                self.open(*opened);
                self.filed = Filed::Example;
            }
            Event::Resumed(opened) => self.resume(*opened),
            Event::ContinuedHere(opened) => self.continue_here(*opened),
            Event::Parted { from, to } => self.part(&from, to),
            Event::AskedPassphrase(file) => self.ask_passphrase(file),
            Event::PutAway => self.locked = None,
            Event::Locking(locking) => self.lock(locking),
            Event::Refused(error) => self.notice = Some(Notice::Refused(error)),
            Event::Went(route) => self.go(route),
            Event::AskedForKeys(place) => {
                self.go(Route::Shortcuts);
                self.came_from = Some(place);
            }
            Event::Told(notice) => self.notice = Some(notice),
            Event::Dismissed => self.notice = None,
            Event::Undid => self.undo(),
            Event::Found(copies) => self.copies = copies,
            Event::FoundFrameworks(found) => found.into_iter().for_each(|framework| self.library.add(framework)),
            Event::ChoseFramework(framework) => self.choose_framework(framework),
            Event::Keeping(keeping) => self.keep(keeping),
            Event::Reading(purpose, read, of) => self.beside_mut(purpose).reading = Some((read, of)),
            Event::OpenedBeside(purpose, files) => self.put_beside(purpose, files),
            Event::ClosedBeside(purpose) => *self.beside_mut(purpose) = Files::default(),
            Event::SwitchedShortcuts(on) => self.shortcuts = on,
            Event::Sought(text) => self.sought = text,
            Event::HandedOver => self.filed = Filed::HandedOver,
            Event::Arrived => self.arrive(),
            Event::NotArrived => self.filed = Filed::Behind,
            Event::Filing(filing) => self.filing(filing),
            Event::TookOver(role) => self.role = role,

            Event::ChoseRegion(region) => self.choose_region(region.as_ref()),
            Event::Described(particular, text) => self.change(|it| particular.write(&mut it.particulars, &text)),
            Event::Marked(marking) => self.change(|it| it.particulars.marking = marking),
            Event::AddedForce(force) => self.add_force(force),
            Event::RenamedForce(force, name) => self.change(|it| it.particulars.rename_force(&force, name)),
            Event::RemovedForce(force) => self.undoably(Deed::RemovedForce, |it| it.particulars.remove_force(&force)),
            Event::Switched(topic, on) => self.change(|it| it.switch(topic, on)),

            Event::Chose(question, level) => self.change(|it| it.choose(&question, level)),
            Event::Committed(question, force, level) => self.change(|it| it.commit(&question, force, level)),
            Event::CommittedAll(question, level) => {
                self.undoably(Deed::CommittedAll, |it| it.commit_all(&question, &level));
            }
            Event::CommittedEverywhere(force, level) => {
                let framework = self.framework().clone();
                self.undoably(Deed::CommittedEverywhere, |it| it.commit_everywhere(&framework, &force, &level));
            }
            Event::CopiedEvidence(from, to) => self.undoably(Deed::CopiedEvidence, |it| it.copy_evidence(&from, &to)),
            Event::SetAside(question, reason) => self.undoably(Deed::SetAside, |it| it.set_aside(&question, reason)),
            Event::Withdrew(question) => self.undoably(Deed::Withdrew, |it| it.withdraw(&question)),
            Event::Wrote(question, field, text) => self.change(|it| it.write(&question, field, text)),

            Event::Flagged(question, on) => self.change(|it| it.flag(question, on)),

            Event::TookViews(taken) => self.take_views(&taken),
            Event::Agreed { question, from, reason } => self.agree(&question, from.as_deref(), reason),

            Event::Froze(name) => self.freeze(&name),
            Event::Finalised { role } => self.finalise(role),
            Event::Revised { reason } => self.revise(reason),
            Event::RemovedMilestone(at) => self.remove_milestone(at),

            Event::Planned(question) => self.plan(&question),
            Event::Replanned(action, replan) => self.change(|it| it.replan(action, |action| replan.apply(action))),
            Event::DroppedAction(action) => self.undoably(Deed::DroppedAction, |it| it.drop_action(action)),
            Event::BroughtBack(plan) => self.bring_back(&plan),
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
        if self.filed.may_lack() && self.assessment.as_deref() == Some(&assessment) {
            // The file that is opened holds just that.
            self.filed = Filed::All;
        }
        self.remember(Deed::Opened);
        self.replace(Some(Rc::new(assessment)));
        self.notice = None;
        self.locked = None;
        self.filed = Filed::Nothing;
    }

    fn go(&mut self, route: Route) {
        if self.route != route {
            if route.same_page(&Route::Help) && !self.route.same_page(&Route::Help) {
                self.came_from = Some(self.route.clone());
            }
            self.route = route;
            self.notice = None;
            self.locked = None;
        }
    }

    /// Takes from a plan what it says otherwise than what is open, as that is now.
    fn bring_back(&mut self, plan: &Plan) {
        let compared = self.assessment.as_ref().and_then(|open| open.compare(plan).ok());
        if let Some(found) = compared.filter(|found| !found.changes.is_empty()) {
            self.undoably(Deed::BroughtBack, |it| it.apply(&found.changes));
        }
    }

    fn choose_region(&mut self, region: Option<&crate::framework::RegionId>) {
        match region.and_then(|id| self.framework().region(id)).cloned() {
            Some(region) => self.undoably(Deed::ChoseRegion, |it| it.particulars.choose(&region)),
            None => self.change(|it| it.particulars.region = None),
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut Assessment)) {
        if let Some(assessment) = &mut self.assessment {
            let before = assessment.clone();
            change(Rc::make_mut(assessment));
            self.record(&before);
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
}
