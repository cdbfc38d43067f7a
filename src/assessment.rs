//! What was answered: one unit's answers and actions against one version of the framework.

pub mod action;
pub mod answer;
pub mod carried;
pub mod copy;
pub mod edit;
pub mod filter;
pub mod guide;
pub mod history;
pub mod merge;
pub mod milestone;
pub mod particular;
pub mod particulars;
pub mod plan;
mod restore;
pub mod search;
pub mod sign_off;
pub mod target;
pub mod view;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::rc::Rc;

use serde_json::{Map, Value};

use crate::framework::{Concern, Force, Framework, FrameworkId, QuestionId, TopicId};

pub use action::{Acceptance, Action, ActionId, OverruledConcern, Progress};
pub use answer::{Answer, Choice};
pub use carried::{CarriedOver, Gone};
pub use copy::CopyFor;
pub use filter::Filter;
pub use history::History;
pub use milestone::Milestone;
pub use particular::Particular;
pub use particulars::{Marking, Particulars};
pub use plan::{Comparison, OtherAssessment, Plan, PlanChange, PlanRemark, Replanned};
pub use sign_off::SignOff;
pub use target::{Aim, Target};
pub use view::{Agreed, View};

/// Fields of a file that this version does not know: kept, and written back as they were.
pub type Unknown = Map<String, Value>;

/// Which assessment: random, made once, the same in every copy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssessmentId(Rc<str>);

impl AssessmentId {
    /// An id of 8 to 64 letters, digits and hyphens; nothing else is one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fits = (8..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        fits.then(|| Self(text.into()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AssessmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One unit's answers and actions, with its particulars.
///
/// Nothing in it is derived: what is asked, what is a gap and how grave it is all follow from this
/// and the framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Which assessment.
    pub id: AssessmentId,
    /// The framework it was made against, and its version.
    pub framework: (FrameworkId, String),
    /// Whether it is the invented one that shows how the tool works.
    pub example: bool,
    /// Who was assessed, when, by whom, and how the result is marked.
    pub particulars: Particulars,
    /// The optional topics that are switched on.
    pub switched_on: BTreeSet<TopicId>,
    /// The answers. A question without one is not assessed.
    pub answers: BTreeMap<QuestionId, Rc<Answer>>,
    /// What will be done about gaps, in the order in which it was written.
    pub actions: Vec<Rc<Action>>,
    /// The highest id that an action ever had here, so that none is used again.
    pub last_action: ActionId,
    /// The gaps that the region decides to live with.
    pub accepted: BTreeMap<QuestionId, Acceptance>,
    /// The gaps whose concern the user set.
    pub overruled: BTreeMap<QuestionId, OverruledConcern>,
    /// The topics for which the region sets a target of its own.
    pub targets: BTreeMap<TopicId, Target>,
    /// What changed, when and by whom.
    pub history: History,
    /// What stood here at moments that were given a name, in the order in which they were kept.
    pub milestones: Vec<Rc<Milestone>>,
    /// Says that it is final.
    pub sign_off: Option<SignOff>,
    /// Whom it is for and what it asks, where it is a copy for a colleague.
    pub copy: Option<CopyFor>,
    /// What colleagues answered in their copies.
    pub views: Rc<view::Views>,
    /// How answers were agreed.
    pub agreed: BTreeMap<QuestionId, Agreed>,
    /// The questions that are to be discussed.
    pub flagged: BTreeSet<QuestionId>,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

impl Assessment {
    /// An assessment in which nothing is answered yet.
    #[must_use]
    pub fn new(id: AssessmentId, framework: &Framework) -> Self {
        Self::empty(id, (framework.id.clone(), framework.version.clone()))
    }

    /// An assessment that says nothing.
    fn empty(id: AssessmentId, framework: (FrameworkId, String)) -> Self {
        Self {
            id,
            framework,
            example: false,
            particulars: Particulars::default(),
            switched_on: BTreeSet::new(),
            answers: BTreeMap::new(),
            actions: Vec::new(),
            last_action: ActionId(0),
            accepted: BTreeMap::new(),
            overruled: BTreeMap::new(),
            targets: BTreeMap::new(),
            history: History::default(),
            milestones: Vec::new(),
            sign_off: None,
            copy: None,
            views: Rc::default(),
            agreed: BTreeMap::new(),
            flagged: BTreeSet::new(),
            unknown: Unknown::new(),
        }
    }

    /// The answer to that question, or the blank one.
    #[must_use]
    pub fn answer(&self, question: &QuestionId) -> Rc<Answer> {
        self.answers.get(question).cloned().unwrap_or_default()
    }

    /// The forces that are asked about, in the order of the particulars.
    #[must_use]
    pub fn forces(&self) -> &[Force] {
        &self.particulars.forces
    }

    /// The actions for the gap in that question.
    pub fn actions_for<'a>(&'a self, question: &'a QuestionId) -> impl Iterator<Item = &'a Rc<Action>> {
        self.actions.iter().filter(move |action| action.question == *question)
    }

    /// How grave the user says a gap is, where the user has overruled the rule.
    #[must_use]
    pub fn overruled(&self, question: &QuestionId) -> Option<Concern> {
        self.overruled.get(question).map(|overruled| overruled.concern)
    }
}
