//! Counts of movements, as many as there are questions, and never summed to a score.

use super::movement::Movement;

/// How many questions moved how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// They fall less short.
    pub improved: usize,
    /// They fall shorter.
    pub worsened: usize,
    /// They are the same.
    pub unchanged: usize,
    /// Met by the region before and by another body now, or the other way round.
    pub provided_differently: usize,
    /// Asked before and assessed only now.
    pub newly_assessed: usize,
    /// Assessed before and only asked now.
    pub no_longer_assessed: usize,
    /// They do not apply now.
    pub set_aside: usize,
    /// They did not apply before.
    pub taken_up: usize,
    /// Asked only now.
    pub newly_asked: usize,
    /// Asked only before.
    pub no_longer_asked: usize,
    /// They can't be compared.
    pub not_comparable: usize,
}

impl Counts {
    /// Counts movements.
    pub fn of(movements: impl Iterator<Item = Movement>) -> Self {
        let mut counts = Self::default();
        for movement in movements {
            *counts.place(movement) += 1;
        }
        counts
    }

    fn place(&mut self, movement: Movement) -> &mut usize {
        match movement {
            Movement::Improved => &mut self.improved,
            Movement::Worsened => &mut self.worsened,
            Movement::Unchanged => &mut self.unchanged,
            Movement::ProvidedDifferently => &mut self.provided_differently,
            Movement::NewlyAssessed => &mut self.newly_assessed,
            Movement::NoLongerAssessed => &mut self.no_longer_assessed,
            Movement::SetAside => &mut self.set_aside,
            Movement::TakenUp => &mut self.taken_up,
            Movement::NewlyAsked(_) => &mut self.newly_asked,
            Movement::NoLongerAsked(_) => &mut self.no_longer_asked,
            Movement::NotComparable(_) => &mut self.not_comparable,
        }
    }

    /// How many questions were asked in only one of the two.
    #[must_use]
    pub const fn asked_in_one(&self) -> usize {
        self.newly_asked + self.no_longer_asked
    }

    /// How many changed in a way that is neither better nor worse, or can't be compared.
    #[must_use]
    pub const fn otherwise(&self) -> usize {
        self.provided_differently + self.set_aside + self.taken_up + self.not_comparable
    }

    /// How many questions were asked in at least one of the two.
    #[must_use]
    pub const fn all(&self) -> usize {
        self.improved
            + self.worsened
            + self.unchanged
            + self.newly_assessed
            + self.no_longer_assessed
            + self.asked_in_one()
            + self.otherwise()
    }
}
