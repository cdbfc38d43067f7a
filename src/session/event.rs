//! What can happen: what the user did, and what came from outside.

use std::rc::Rc;

use jiff::civil::Date;

use super::beside::{Files, Purpose};
use super::locked::{LockedFile, Locking};
use super::notice::Notice;
use super::on_disk::Filing;
use super::particular::Particular;
use super::route::Route;
use super::{Keeping, WorkingCopy};
use crate::assessment::edit::Field;
use crate::assessment::plan::Plan;
use crate::assessment::view::Taken;
use crate::assessment::{Action, ActionId, Assessment, AssessmentId, Marking, OverruledConcern, Progress, Target};
use crate::framework::{ForceId, Framework, LevelId, QuestionId, ReasonId, RegionId, TopicId};
use crate::saved::{OpenError, Opened};

/// What happened.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "an event is moved once, and a new assessment is begun seldom")]
pub enum Event {
    /// A new assessment was begun.
    Began(Assessment),
    /// A file was opened.
    Opened(Box<Opened>),
    /// The worked example that is part of the page was opened.
    ShowedExample(Box<Opened>),
    /// The working copy of this browser was taken up again.
    Resumed(Box<Opened>),
    /// The user goes on in this window with what another one wrote last.
    ContinuedHere(Box<Opened>),
    /// What is open goes on under an id of its own: another window wrote to its working copy.
    Parted {
        /// The name that it was kept as so far.
        from: String,
        /// The id from now on.
        to: AssessmentId,
    },
    /// A locked file was chosen: it waits for its passphrase.
    AskedPassphrase(LockedFile),
    /// The locked file is not to be opened after all.
    PutAway,
    /// Whether the working copies of this browser are locked has changed.
    Locking(Locking),
    /// A file could not be opened.
    Refused(OpenError),
    /// The address leads to another page.
    Went(Route),
    /// The list of keys was asked for, at that place.
    AskedForKeys(Route),
    /// There is something to tell.
    Told(Notice),
    /// The notice was read.
    Dismissed,
    /// The last deed was undone.
    Undid,
    /// The working copies in this browser were listed.
    Found(Vec<WorkingCopy>),
    /// The frameworks of the user's own that this browser holds were read.
    FoundFrameworks(Vec<Rc<Framework>>),
    /// Another framework was chosen, or one of the user's own was opened.
    ChoseFramework(Rc<Framework>),
    /// Whether the browser keeps what is typed has changed.
    Keeping(Keeping),
    /// So many of so many files have been read for a comparison.
    Reading(Purpose, usize, usize),
    /// Files were opened beside what is worked on.
    OpenedBeside(Purpose, Files),
    /// They were put away again.
    ClosedBeside(Purpose),
    /// Shortcuts were switched on or off.
    SwitchedShortcuts(bool),
    /// Something was typed to search for.
    Sought(String),
    /// A file that holds all changes was handed over.
    HandedOver,
    /// That file arrived.
    Arrived,
    /// It did not arrive.
    NotArrived,
    /// Something happened to the file that is written back to.
    Filing(Filing),
    /// Somebody in that role is at work from now on; in that of the lead, where it is blank.
    TookOver(String),

    /// A region was chosen, or none of those listed.
    ChoseRegion(Option<RegionId>),
    /// A particular was typed.
    Described(Particular, String),
    /// The marking was chosen.
    Marked(Marking),
    /// A force was added.
    AddedForce(ForceId),
    /// A force was named anew.
    RenamedForce(ForceId, String),
    /// A force was removed.
    RemovedForce(ForceId),
    /// An optional topic was switched on or off.
    Switched(TopicId, bool),

    /// A level was chosen.
    Chose(QuestionId, LevelId),
    /// A force's commitment was chosen.
    Committed(QuestionId, ForceId, LevelId),
    /// One level was chosen for every force.
    CommittedAll(QuestionId, LevelId),
    /// One level was chosen for one force wherever forces are asked one by one.
    CommittedEverywhere(ForceId, LevelId),
    /// The evidence of the first question was added to that of the second.
    CopiedEvidence(QuestionId, QuestionId),
    /// A question was set aside.
    SetAside(QuestionId, ReasonId),
    /// An answer was taken back.
    Withdrew(QuestionId),
    /// A text of an answer was typed.
    Wrote(QuestionId, Field, String),

    /// The views in colleagues' copies were taken into the assessment.
    TookViews(Taken),
    /// The answer to a question was agreed, or the reason typed.
    Agreed {
        /// The question.
        question: QuestionId,
        /// The role whose view was taken; none where the answer that stands here is agreed.
        from: Option<String>,
        /// Why.
        reason: String,
    },

    /// What stands here was kept as a milestone of that name.
    Froze(String),
    /// It was signed off by whoever has that role.
    Finalised {
        /// The role.
        role: String,
    },
    /// What was signed off was opened again as the next version.
    Revised {
        /// Why.
        reason: String,
    },
    /// The milestone at that place of the list was removed.
    RemovedMilestone(usize),
    /// A question was flagged to be discussed, or its flag taken away.
    Flagged(QuestionId, bool),

    /// An action was added to a gap.
    Planned(QuestionId),
    /// An action was changed.
    Replanned(ActionId, Replan),
    /// An action was dropped.
    DroppedAction(ActionId),
    /// An action plan was brought back from a spreadsheet, and what it changes was confirmed.
    BroughtBack(Rc<Plan>),
    /// A gap was accepted, or the reason typed.
    Accepted(QuestionId, String),
    /// A gap is no longer accepted.
    Reopened(QuestionId),
    /// A target was set for a topic, or taken back.
    Aimed(TopicId, Option<Target>),
    /// The concern of a gap was set, or left to the rule again.
    Overruled(QuestionId, Option<OverruledConcern>),
}

impl Event {
    /// Whether it changes what an assessment says, and so nothing that was signed off.
    pub(super) const fn alters(&self) -> bool {
        match self {
            Self::Began(_)
            | Self::Opened(_)
            | Self::ShowedExample(_)
            | Self::Resumed(_)
            | Self::ContinuedHere(_)
            | Self::Parted { .. }
            | Self::AskedPassphrase(_)
            | Self::PutAway
            | Self::Locking(_)
            | Self::Refused(_)
            | Self::Went(_)
            | Self::AskedForKeys(_)
            | Self::Told(_)
            | Self::Dismissed
            | Self::Undid
            | Self::Found(_)
            | Self::FoundFrameworks(_)
            | Self::ChoseFramework(_)
            | Self::Keeping(_)
            | Self::SwitchedShortcuts(_)
            | Self::Sought(_)
            | Self::Reading(..)
            | Self::OpenedBeside(..)
            | Self::ClosedBeside(_)
            | Self::HandedOver
            | Self::Arrived
            | Self::NotArrived
            | Self::Filing(_)
            | Self::TookOver(_)
            | Self::RemovedMilestone(_)
            | Self::Revised { .. } => false,
            Self::ChoseRegion(_)
            | Self::Described(..)
            | Self::Marked(_)
            | Self::AddedForce(_)
            | Self::RenamedForce(..)
            | Self::RemovedForce(_)
            | Self::Switched(..)
            | Self::Chose(..)
            | Self::Committed(..)
            | Self::CommittedAll(..)
            | Self::CommittedEverywhere(..)
            | Self::CopiedEvidence(..)
            | Self::SetAside(..)
            | Self::Withdrew(_)
            | Self::Flagged(..)
            | Self::Wrote(..)
            | Self::TookViews(_)
            | Self::Agreed { .. }
            | Self::Froze(_)
            | Self::Finalised { .. }
            | Self::Planned(_)
            | Self::Replanned(..)
            | Self::DroppedAction(_)
            | Self::BroughtBack(_)
            | Self::Accepted(..)
            | Self::Reopened(_)
            | Self::Aimed(..)
            | Self::Overruled(..) => true,
        }
    }

    /// Whether it changes what is open, and neither replaces it nor leaves it alone.
    pub(super) const fn changes_what_is_open(&self) -> bool {
        self.alters()
            || matches!(self, Self::Undid | Self::ChoseFramework(_) | Self::RemovedMilestone(_) | Self::Revised { .. })
            || matches!(self, Self::Filing(Filing::Merged(_)))
    }
}

/// What was changed in an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replan {
    /// What will be done.
    Text(String),
    /// Who answers for it.
    Owner(String),
    /// What it needs.
    Resources(String),
    /// By when.
    Due(Option<Date>),
    /// How far it has come.
    Progress(Progress),
}

impl Replan {
    /// Makes the change.
    pub(super) fn apply(self, action: &mut Action) {
        match self {
            Self::Text(text) => action.text = text,
            Self::Owner(owner) => action.owner = owner,
            Self::Resources(resources) => action.resources = resources,
            Self::Due(due) => action.due = due,
            Self::Progress(progress) => action.progress = progress,
        }
    }
}
