//! The history: what changed, from what to what, when, and by which role.
//!
//! It is found by comparing, never written by hand, so that no way of changing an assessment can
//! pass it by. It is kept short: what one role types into one field within a sitting is one change,
//! what was changed back is none, and of a long text only the start is kept.

mod between;
mod place;

use std::rc::Rc;

use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::{Assessment, Particular, Unknown};

pub(super) use between::chosen;
pub use between::{Difference, SET_ASIDE, between, remembered_between};
pub use place::{ActionField, Place};

/// The most changes that are kept; the oldest go first.
pub const MOST_CHANGES: usize = 2_000;

/// The most characters of a text that are kept.
pub const MOST_CHARACTERS: usize = 200;

/// How long what one role does to one field counts as one change.
const SITTING: SignedDuration = SignedDuration::from_mins(10);

/// What changed in an assessment, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// The changes.
    pub changes: Vec<Rc<Change>>,
    /// How many earlier ones were dropped to make room.
    pub dropped: u64,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// When it was begun, on the user's own clock.
    pub at: DateTime,
    /// The role of whoever made it; blank where none is known.
    pub role: String,
    /// What was changed.
    pub place: Place,
    /// What was there, as it stands in files; `None` where there was nothing.
    pub from: Option<Excerpt>,
    /// What is there since, as it stands in files; `None` where there is nothing.
    pub to: Option<Excerpt>,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

/// A text, or the start of a long one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The text, or its start.
    pub text: String,
    /// Whether it goes on.
    pub is_shortened: bool,
}

impl Excerpt {
    /// The text, or its first [`MOST_CHARACTERS`].
    #[must_use]
    pub fn of(text: String) -> Self {
        match text.char_indices().nth(MOST_CHARACTERS) {
            Some((end, _)) => Self { text: text[..end].to_owned(), is_shortened: true },
            None => Self { text, is_shortened: false },
        }
    }
}

impl History {
    /// Records differences that came about at that time, by that role.
    ///
    /// A further change of one field by the same role within ten minutes goes into the earlier one,
    /// which disappears where it was changed back.
    pub fn record(&mut self, differences: Vec<Difference>, at: DateTime, role: &str) {
        for Difference { place, from, to } in differences {
            let (from, to) = (from.map(Excerpt::of), to.map(Excerpt::of));
            let change = Change { at, role: role.to_owned(), place, from, to, unknown: Unknown::new() };
            match self.earlier(&change) {
                Some(earlier) if is_same(self.changes[earlier].from.as_ref(), change.to.as_ref()) => {
                    let _ = self.changes.remove(earlier);
                }
                Some(earlier) => Rc::make_mut(&mut self.changes[earlier]).to = change.to,
                None => self.changes.push(Rc::new(change)),
            }
        }
        self.make_room();
    }

    /// Records differences that were decided at that time, by that role, each as a change of its own.
    pub fn decide(&mut self, differences: Vec<Difference>, at: DateTime, role: &str) {
        for Difference { place, from, to } in differences {
            let (from, to) = (from.map(Excerpt::of), to.map(Excerpt::of));
            self.changes.push(Rc::new(Change { at, role: role.to_owned(), place, from, to, unknown: Unknown::new() }));
        }
        self.make_room();
    }

    /// Drops the oldest changes where there are too many.
    pub(super) fn make_room(&mut self) {
        let surplus = self.changes.len().saturating_sub(MOST_CHANGES);
        drop(self.changes.drain(..surplus));
        self.dropped = self.dropped.saturating_add(surplus.try_into().unwrap_or(u64::MAX));
    }

    /// Where the change stands that this one carries on.
    fn earlier(&self, change: &Change) -> Option<usize> {
        // As many views in place of as many are a change that nobody could tell afterwards.
        if matches!(change.place, Place::Views(_)) {
            return None;
        }
        let recent = |it: &Rc<Change>| change.at.duration_since(it.at) <= SITTING;
        let from = self.changes.iter().rposition(|it| !recent(it)).map_or(0, |old| old + 1);
        let at = from + self.changes[from..].iter().rposition(|it| it.place == change.place)?;
        let last = &self.changes[at];
        // The role is read from the field of the lead: while that is typed, it is not yet known.
        let same_role = last.role == change.role || change.place == Place::Particular(Particular::Lead);
        (same_role && last.to == change.from).then_some(at)
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether two texts are known to be the same: of two that were shortened, nobody knows.
fn is_same(one: Option<&Excerpt>, other: Option<&Excerpt>) -> bool {
    one == other && one.is_none_or(|text| !text.is_shortened)
}

impl Assessment {
    /// This assessment as it is sent on to those whom the way to it does not concern: without its
    /// history.
    #[must_use]
    pub fn without_history(&self) -> Self {
        let mut without = self.clone();
        without.history = History::default();
        for key in ["changes", "earlier_changes"] {
            let _ = without.unknown.shift_remove(key);
        }
        without
    }
}

#[cfg(test)]
mod tests;
