//! Two states of one assessment made one: what only one side changed is taken, and what both changed
//! differently is a conflict that the user settles.
//!
//! The third state is the last one that both had. Where it is not known, whatever differs is a conflict,
//! and what only one side has is taken.

mod content;
mod entries;
mod pick;
mod remembered;

use std::collections::BTreeMap;

use super::history::Place;
use super::{ActionId, Assessment};

use pick::Merging;

/// What a conflict is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// Something that the history has a name for.
    Place(Place),
    /// Another field of the file: the way to it from the top.
    Field(String),
}

/// Whose value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// That of this page.
    Ours,
    /// That of the file.
    Theirs,
    /// Both, one below the other: for texts.
    Both,
}

/// What the user has settled so far.
pub type Settled = BTreeMap<Spot, Side>;

/// What both sides changed, each in its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What it is about.
    pub spot: Spot,
    /// What stands here, as it stands in files; `None` where there is nothing.
    pub ours: Option<String>,
    /// What stands on the other side; `None` where there is nothing.
    pub theirs: Option<String>,
    /// Whether it is a text of which both can be kept.
    pub can_join: bool,
    /// What the user settled.
    pub settled: Option<Side>,
}

/// Two states made one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// What comes out. Of a conflict that is not settled, our side stands in it.
    pub assessment: Assessment,
    /// Every conflict, settled or not.
    pub conflicts: Vec<Conflict>,
    /// Actions of theirs whose id was taken by another action of ours, and their ids from now on.
    pub renumbered: BTreeMap<ActionId, ActionId>,
}

impl Merged {
    /// How many conflicts are not settled yet.
    #[must_use]
    pub fn open(&self) -> usize {
        self.conflicts.iter().filter(|conflict| conflict.settled.is_none()).count()
    }
}

/// Why two states can't be made one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMerged {
    /// They are of different assessments, or one is a copy for a colleague.
    OtherAssessment,
    /// One of them was signed off, and what would come out is not what was signed off.
    SignedOff,
}

/// Makes one of `ours` and `theirs`, which both go back to `base` where that is known.
///
/// # Errors
/// They are of different assessments, or what was signed off would be changed.
pub fn merge(
    base: Option<&Assessment>,
    ours: &Assessment,
    theirs: &Assessment,
    settled: &Settled,
) -> Result<Merged, NotMerged> {
    if ours.kept_as() != theirs.kept_as() {
        return Err(NotMerged::OtherAssessment);
    }
    let base = base.filter(|base| base.kept_as() == ours.kept_as());
    if breaks_seal(base, ours, theirs) || breaks_seal(base, theirs, ours) {
        return Err(NotMerged::SignedOff);
    }
    let mut merging = Merging::new(settled);
    let assessment = match base {
        _ if ours == theirs || base == Some(theirs) => ours.clone(),
        Some(base) if base == ours => theirs.clone(),
        _ => merging.assessment(base, ours, theirs),
    };
    Ok(Merged { assessment, conflicts: merging.conflicts, renumbered: merging.renumbered })
}

/// Whether what `side` signed off since both were the same would not be what the other's changes make of it.
fn breaks_seal(base: Option<&Assessment>, side: &Assessment, other: &Assessment) -> bool {
    let content = |of: &Assessment| Assessment { sign_off: None, ..of.without_history().without_milestones() };
    let [it, others] = [side, other].map(content);
    let before = base.map(content);
    let is_as_before = before.as_ref() == Some(&it) && base.is_some_and(|base| base.sign_off == side.sign_off);
    side.is_final() && !is_as_before && it != others && before.as_ref() != Some(&others)
}
