//! What can happen: what the user did, and what came from outside.

use std::rc::Rc;

use jiff::civil::Date;

use super::notice::Notice;
use super::particular::Particular;
use super::route::Route;
use super::{Keeping, WorkingCopy};
use crate::assessment::edit::Field;
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
    /// The working copy of this browser was taken up again.
    Resumed(Box<Opened>),
    /// The user goes on in this window with what another one wrote last.
    TakenOver(Box<Opened>),
    /// What is open goes on under an id of its own: another window wrote to its working copy.
    Parted {
        /// The id so far.
        from: AssessmentId,
        /// The id from now on.
        to: AssessmentId,
    },
    /// A file could not be opened.
    Refused(OpenError),
    /// The address leads to another page.
    Went(Route),
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
    /// A file that holds all changes was handed over.
    HandedOver,

    /// A region was chosen, or none of those listed.
    ChoseRegion(Option<RegionId>),
    /// A particular was typed.
    Described(Particular, String),
    /// The marking was chosen.
    Marked(Marking),
    /// A force was added.
    AddedForce,
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
    /// A question was set aside.
    SetAside(QuestionId, ReasonId),
    /// An answer was taken back.
    Withdrew(QuestionId),
    /// A text of an answer was typed.
    Wrote(QuestionId, Field, String),

    /// An action was added to a gap.
    Planned(QuestionId),
    /// An action was changed.
    Replanned(ActionId, Replan),
    /// An action was dropped.
    DroppedAction(ActionId),
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
    /// Whether it changes what is open, and neither replaces it nor leaves it alone.
    pub(super) const fn changes_what_is_open(&self) -> bool {
        !matches!(
            self,
            Self::Began(_)
                | Self::Opened(_)
                | Self::Resumed(_)
                | Self::TakenOver(_)
                | Self::Parted { .. }
                | Self::Refused(_)
                | Self::Went(_)
                | Self::Told(_)
                | Self::Dismissed
                | Self::Found(_)
                | Self::FoundFrameworks(_)
                | Self::Keeping(_)
                | Self::HandedOver
        )
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
