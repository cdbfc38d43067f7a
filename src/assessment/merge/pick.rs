//! The decision for one value: whose stands, or a conflict.

use crate::framework::Inserted;
use std::collections::{BTreeMap, BTreeSet};

use super::{Conflict, Settled, Side, Spot};
use crate::assessment::view::joined;
use crate::assessment::{ActionId, Unknown};

/// The three states of one thing: the last that both had, where it is known, ours and theirs.
pub(super) type Three<'b, T> = (Option<&'b T>, &'b T, &'b T);
/// Makes one of what stands on both sides and differs.
type Both<'a, 'b, T> = dyn Fn(&mut Merging<'a>, Option<&T>, &T, &T) -> T + 'b;
/// The same for the entry of a key.
type BothAt<'a, 'b, K, T> = dyn Fn(&mut Merging<'a>, &K, Option<&T>, &T, &T) -> T + 'b;

/// Collects the conflicts while values are picked.
pub(super) struct Merging<'a> {
    settled: &'a Settled,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) renumbered: BTreeMap<ActionId, ActionId>,
}

/// Whose value stands, where only one side changed it or both did alike.
fn clear<'a, T: PartialEq + ?Sized>(base: Option<&T>, ours: &'a T, theirs: &'a T) -> Option<&'a T> {
    if ours == theirs || base == Some(theirs) {
        Some(ours)
    } else if base == Some(ours) {
        Some(theirs)
    } else {
        None
    }
}

impl<'a> Merging<'a> {
    pub(super) const fn new(settled: &'a Settled) -> Self {
        Self { settled, conflicts: Vec::new(), renumbered: BTreeMap::new() }
    }

    /// Notes a conflict, and says whose side the user took. As long as none is taken, it is ours.
    fn conflict(&mut self, spot: Spot, ours: Option<String>, theirs: Option<String>, can_join: bool) -> Side {
        let settled = self.settled.get(&spot).copied().filter(|side| can_join || *side != Side::Both);
        self.conflicts.push(Conflict { spot, ours, theirs, can_join, settled });
        settled.unwrap_or(Side::Ours)
    }

    /// A value that is one side's or the other's. `show` makes a text of it.
    pub(super) fn pick<T: PartialEq + Clone>(
        &mut self,
        (base, ours, theirs): Three<'_, T>,
        spot: Spot,
        show: fn(&T) -> Option<String>,
    ) -> T {
        let picked =
            clear(base, ours, theirs).unwrap_or_else(|| match self.conflict(spot, show(ours), show(theirs), false) {
                Side::Theirs => theirs,
                Side::Ours | Side::Both => ours,
            });
        picked.clone()
    }

    /// A text: of two, both can be kept. A blank one is none.
    pub(super) fn text(&mut self, (base, ours, theirs): (Option<&str>, &str, &str), spot: Spot) -> String {
        if let Some(clear) = clear(Some(base.unwrap_or_default()), ours, theirs) {
            return clear.to_owned();
        }
        let [some_ours, some_theirs] = [ours, theirs].map(|text| (!text.is_empty()).then(|| text.to_owned()));
        let can_join = some_ours.is_some() && some_theirs.is_some();
        match self.conflict(spot, some_ours, some_theirs, can_join) {
            Side::Ours => ours.to_owned(),
            Side::Theirs => theirs.to_owned(),
            Side::Both => joined(ours, theirs),
        }
    }

    /// A text of one line, which is one side's or the other's. A blank one is none.
    pub(super) fn line(&mut self, (base, ours, theirs): (Option<&str>, &str, &str), spot: Spot) -> String {
        let three = (Some(base.unwrap_or_default().to_owned()), ours.to_owned(), theirs.to_owned());
        let show = |text: &String| (!text.is_empty()).then(|| text.clone());
        self.pick((three.0.as_ref(), &three.1, &three.2), spot, show)
    }

    /// An entry that either side may have added, changed or taken away.
    pub(super) fn entry<T: PartialEq + Clone>(
        &mut self,
        (base, ours, theirs): (Option<&T>, Option<&T>, Option<&T>),
        spot: Spot,
        show: fn(&T) -> Option<String>,
        both: &Both<'a, '_, T>,
    ) -> Option<T> {
        match (base, ours, theirs) {
            (_, Some(ours), Some(theirs)) => Some(match clear(base, ours, theirs) {
                Some(clear) => clear.clone(),
                None => both(self, base, ours, theirs),
            }),
            (None, one, other) => one.or(other).cloned(),
            (Some(_), None, None) => None,
            // One side took away what the other changed.
            (Some(base), one, other) if one.or(other) == Some(base) => None,
            (Some(_), one, other) => match self.conflict(spot, one.and_then(show), other.and_then(show), false) {
                Side::Theirs => other.cloned(),
                Side::Ours | Side::Both => one.cloned(),
            },
        }
    }

    /// Entries by key, of which either side may have added, changed or taken away some.
    pub(super) fn map<K: Ord + Clone, T: PartialEq + Clone>(
        &mut self,
        (base, ours, theirs): Three<'_, BTreeMap<K, T>>,
        spot: &dyn Fn(&K) -> Spot,
        show: fn(&T) -> Option<String>,
        both: &BothAt<'a, '_, K, T>,
    ) -> BTreeMap<K, T> {
        let keys: BTreeSet<&K> = ours.keys().chain(theirs.keys()).inserted();
        let merged = keys.into_iter().filter_map(|key| {
            let three = (base.and_then(|base| base.get(key)), ours.get(key), theirs.get(key));
            let both = |it: &mut Self, base: Option<&T>, ours: &T, theirs: &T| both(it, key, base, ours, theirs);
            Some((key.clone(), self.entry(three, spot(key), show, &both)?))
        });
        merged.inserted()
    }

    /// Fields that this version does not know, in an object to which that way leads.
    pub(super) fn unknown(&mut self, (base, ours, theirs): Three<'_, Unknown>, way: &dyn Fn() -> String) -> Unknown {
        let new = theirs.keys().filter(|key| !ours.contains_key(*key));
        let keys: Vec<&String> = ours.keys().chain(new).collect();
        let merged = keys.into_iter().filter_map(|key| {
            let spot = Spot::Field(format!("{}{key}", way()));
            let show = |value: &serde_json::Value| Some(value.to_string());
            let three = (base.and_then(|base| base.get(key)), ours.get(key), theirs.get(key));
            let merged = self.entry(three, spot.clone(), show, &|it, base, ours, theirs| {
                it.pick((base, ours, theirs), spot.clone(), show)
            });
            Some((key.clone(), merged?))
        });
        merged.collect()
    }
}

/// Things that either side may have put in or taken out, which are never a conflict.
pub(super) fn set<T: Ord + Clone>(base: Option<&BTreeSet<T>>, ours: &BTreeSet<T>, theirs: &BTreeSet<T>) -> BTreeSet<T> {
    let stays = |it: &&T| base.is_none_or(|base| !base.contains(*it)) || ours.contains(*it) && theirs.contains(*it);
    ours.union(theirs).filter(stays).cloned().inserted()
}
