//! Which questions of the task list are wanted.

/// What the questions of the task list are filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// Those without a full answer.
    NotAssessed,
    /// Those whose answer is a gap.
    Gaps,
    /// Those that are to be discussed.
    Flagged,
}

impl Filter {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::NotAssessed, Self::Gaps, Self::Flagged];

    /// The words on screen.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotAssessed => "Not assessed",
            Self::Gaps => "Gaps",
            Self::Flagged => "Flagged for discussion",
        }
    }

    /// The word as it stands in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotAssessed => "not-assessed",
            Self::Gaps => "gaps",
            Self::Flagged => "flagged",
        }
    }

    /// The filter of that key.
    #[must_use]
    pub fn read(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|filter| filter.key() == key)
    }
}
