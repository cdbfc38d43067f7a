//! What became of each gap and each action of an earlier assessment.

use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use jiff::civil::Date;

use crate::analysis::{Analysis, Gap, Outcome};
use crate::assessment::{Action, ActionId, Progress};
use crate::framework::{Asked, Concern, QuestionId, Standing};

/// What became of a gap.
#[derive(Debug, Clone)]
pub struct GapChange<'a> {
    /// The question, as the later assessment asks it where it does.
    pub asked: Asked<'a>,
    /// How grave it was, if it was a gap.
    pub before: Option<Concern>,
    /// How grave it is, if it is one.
    pub now: Option<Concern>,
    /// What became of it.
    pub fate: GapFate,
}

/// What became of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapFate {
    /// It was no gap, and is one that is open or planned for.
    New,
    /// It was no gap, and is one that the region lives with.
    NewAndAccepted,
    /// What is asked is met now.
    Closed,
    /// Another body provides it now.
    ProvidedElsewhere,
    /// It still falls short of the minimum expectation, and no longer of the region's own target.
    WithinTarget,
    /// It was open and is.
    StillOpen,
    /// The region lived with it and does.
    StillAccepted,
    /// It was open, and the region lives with it now.
    AcceptedSince,
    /// The region lived with it, and it is open now.
    Reopened,
    /// The question is set aside now.
    SetAside,
    /// The question is asked and not assessed now, so nobody can tell.
    NotAssessed,
    /// The question is not asked now.
    NoLongerAsked,
}

impl GapFate {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::New,
        Self::NewAndAccepted,
        Self::Closed,
        Self::ProvidedElsewhere,
        Self::WithinTarget,
        Self::StillOpen,
        Self::StillAccepted,
        Self::AcceptedSince,
        Self::Reopened,
        Self::SetAside,
        Self::NotAssessed,
        Self::NoLongerAsked,
    ];

    /// The words on screen and in print.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::NewAndAccepted => "New and accepted",
            Self::Closed => "Closed",
            Self::ProvidedElsewhere => "Provided by another body now",
            Self::WithinTarget => "Within the region’s own target now",
            Self::StillOpen => "Still open",
            Self::StillAccepted => "Still accepted",
            Self::AcceptedSince => "Accepted since then",
            Self::Reopened => "Open again after acceptance",
            Self::SetAside => "Set aside now",
            Self::NotAssessed => "Not assessed now",
            Self::NoLongerAsked => "No longer asked",
        }
    }

    /// Whether it is a gap now that the region does not live with.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::New | Self::StillOpen | Self::Reopened)
    }
}

/// What became of an action.
#[derive(Debug, Clone)]
pub struct ActionChange<'a> {
    /// The action as it was, if there was one.
    pub earlier: Option<&'a Rc<Action>>,
    /// The action as it is, if it is still there.
    pub later: Option<&'a Rc<Action>>,
    /// What became of the gap it is about.
    pub gap: GapFate,
}

/// What became of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActionFate {
    /// It is new.
    New,
    /// It has been done since.
    Done,
    /// It was done before.
    DoneBefore,
    /// It is still to be done.
    StillOpen,
    /// It should be done by now.
    Overdue,
    /// It is gone, though its gap is still open: dropped without a reason.
    Dropped,
    /// It is gone, and so is its gap, or the region decided to live with it.
    GoneWithGap,
    /// It is gone, and whether its gap is can't be told.
    GoneUnknown,
}

impl ActionFate {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::New,
        Self::Done,
        Self::DoneBefore,
        Self::StillOpen,
        Self::Overdue,
        Self::Dropped,
        Self::GoneWithGap,
        Self::GoneUnknown,
    ];
}

impl ActionChange<'_> {
    /// What became of it, as seen on that day.
    #[must_use]
    pub fn fate(&self, today: Date) -> ActionFate {
        let was_done = self.earlier.is_some_and(|action| action.progress == Progress::Done);
        match (self.later, self.gap) {
            (Some(_), _) if self.earlier.is_none() => ActionFate::New,
            (Some(action), _) if action.progress == Progress::Done && !was_done => ActionFate::Done,
            (Some(action), _) if action.is_overdue(today) => ActionFate::Overdue,
            (Some(action), _) if action.progress != Progress::Done => ActionFate::StillOpen,
            _ if was_done => ActionFate::DoneBefore,
            (_, gap) if gap.is_open() => ActionFate::Dropped,
            (_, GapFate::NotAssessed | GapFate::NoLongerAsked) => ActionFate::GoneUnknown,
            _ => ActionFate::GoneWithGap,
        }
    }
}

/// Every gap of either: those of the earlier in its order, then the new ones.
pub(super) fn gaps<'a>(earlier: &Analysis<'a>, later: &Analysis<'a>) -> Vec<GapChange<'a>> {
    let now = Now::of(later);
    let was = accepted(earlier);
    let old = earlier.gaps.iter().map(|gap| {
        let id = &gap.asked.question.id;
        GapChange {
            asked: now.asked.get(id).map_or(gap.asked, |(asked, _)| *asked),
            before: Some(gap.concern),
            now: now.gaps.get(id).map(|gap| gap.concern),
            fate: now.fate(id, Some(gap.is_accepted())),
        }
    });
    let new = later.gaps.iter().filter(|gap| !was.contains_key(&gap.asked.question.id)).map(|gap| GapChange {
        asked: gap.asked,
        before: None,
        now: Some(gap.concern),
        fate: now.fate(&gap.asked.question.id, None),
    });
    old.chain(new).collect()
}

/// Every action of either: those of the earlier in its order, then the new ones.
///
/// Within copies of one assessment an action is known by its id, which is never used again. Between
/// two assessments it is known by its words and the question it is about.
pub(super) fn actions<'a>(earlier: &Analysis<'a>, later: &Analysis<'a>) -> Vec<ActionChange<'a>> {
    let by_id = earlier.assessment.id == later.assessment.id;
    let key = |action: &'a Action| -> Key<'a> {
        let id = by_id.then_some(action.id);
        (&action.question, id, if by_id { String::new() } else { words(&action.text) })
    };
    let mut known: HashMap<Key<'a>, VecDeque<usize>> = HashMap::new();
    for (at, action) in later.assessment.actions.iter().enumerate() {
        known.entry(key(action)).or_default().push_back(at);
    }
    let (was, now) = (accepted(earlier), Now::of(later));
    let gap = |question: &QuestionId| now.fate(question, was.get(question).copied());
    let mut is_new = vec![true; later.assessment.actions.len()];
    let mut changes = Vec::new();
    for action in &earlier.assessment.actions {
        let same = known.get_mut(&key(action)).and_then(VecDeque::pop_front);
        if let Some(at) = same {
            is_new[at] = false;
        }
        changes.push(ActionChange {
            earlier: Some(action),
            later: same.map(|at| &later.assessment.actions[at]),
            gap: gap(&action.question),
        });
    }
    let new = later.assessment.actions.iter().zip(is_new).filter(|(_, is_new)| *is_new);
    let added =
        |action: &'a Rc<Action>| ActionChange { earlier: None, later: Some(action), gap: gap(&action.question) };
    changes.extend(new.map(|(action, _)| added(action)));
    changes
}

/// What an action is known by: its question, and its id or its words.
type Key<'a> = (&'a QuestionId, Option<ActionId>, String);

/// The gaps of an assessment, and whether the region lives with each.
fn accepted<'a>(analysis: &Analysis<'a>) -> HashMap<&'a QuestionId, bool> {
    analysis.gaps.iter().map(|gap| (&gap.asked.question.id, gap.is_accepted())).collect()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// How the later assessment stands, by question.
struct Now<'s, 'a> {
    gaps: HashMap<&'a QuestionId, &'s Gap<'a>>,
    asked: HashMap<&'a QuestionId, (Asked<'a>, Outcome)>,
}

impl<'s, 'a> Now<'s, 'a> {
    fn of(later: &'s Analysis<'a>) -> Self {
        let findings = later.findings.iter();
        Self {
            gaps: later.gaps.iter().map(|gap| (&gap.asked.question.id, gap)).collect(),
            asked: findings.map(|it| (&it.asked.question.id, (it.asked, it.outcome))).collect(),
        }
    }

    /// What became of the gap in that question: whether the region lived with it, if it was one before.
    fn fate(&self, question: &QuestionId, was_accepted: Option<bool>) -> GapFate {
        if let Some(gap) = self.gaps.get(question) {
            return match (was_accepted, gap.is_accepted()) {
                (None, false) => GapFate::New,
                (None, true) => GapFate::NewAndAccepted,
                (Some(false), false) => GapFate::StillOpen,
                (Some(true), true) => GapFate::StillAccepted,
                (Some(false), true) => GapFate::AcceptedSince,
                (Some(true), false) => GapFate::Reopened,
            };
        }
        match self.asked.get(question).map(|(_, outcome)| *outcome) {
            None => GapFate::NoLongerAsked,
            Some(Outcome::NotAssessed) => GapFate::NotAssessed,
            Some(Outcome::NotApplicable) => GapFate::SetAside,
            Some(Outcome::Assessed(Standing::Meets)) => GapFate::Closed,
            Some(Outcome::Assessed(Standing::Elsewhere)) => GapFate::ProvidedElsewhere,
            Some(Outcome::Assessed(Standing::PartlyShort | Standing::Short)) => GapFate::WithinTarget,
        }
    }
}
