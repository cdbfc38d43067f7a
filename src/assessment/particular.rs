//! The particulars that are typed, and how text becomes what it means.

use jiff::civil::Date;

use super::Particulars;
use crate::framework::ForceId;

/// A particular that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Particular {
    /// The name of the region.
    RegionName,
    /// The name of the unit.
    Unit,
    /// The time that is assessed.
    Period,
    /// The version of the document.
    Version,
    /// The date of the assessment.
    Date,
    /// The role of whoever answers for it.
    Lead,
    /// The roles of those who took part.
    Contributors,
    /// Whether it may be disclosed.
    Disclosure,
    /// When it is to be looked at again.
    Review,
}

impl Particular {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::RegionName,
        Self::Unit,
        Self::Period,
        Self::Version,
        Self::Date,
        Self::Lead,
        Self::Contributors,
        Self::Disclosure,
        Self::Review,
    ];

    /// The name of its field.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::RegionName => "region-name",
            Self::Unit => "unit",
            Self::Period => "period",
            Self::Version => "version",
            Self::Date => "date",
            Self::Lead => "lead",
            Self::Contributors => "contributors",
            Self::Disclosure => "disclosure",
            Self::Review => "review",
        }
    }

    /// The particular whose field has that name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|particular| particular.key() == key)
    }

    /// Whether it is a date.
    #[must_use]
    pub const fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::Review)
    }

    /// What is written there, as its field shows it.
    #[must_use]
    pub fn read(self, particulars: &Particulars) -> String {
        match self {
            Self::RegionName => particulars.region_name.clone(),
            Self::Unit => particulars.unit.clone(),
            Self::Period => particulars.period.clone(),
            Self::Version => particulars.version.clone(),
            Self::Date => iso(particulars.date),
            Self::Lead => particulars.lead.clone(),
            Self::Contributors => particulars.contributors.clone(),
            Self::Disclosure => particulars.disclosure.clone(),
            Self::Review => iso(particulars.review),
        }
    }

    /// Writes what was typed. A date that is not whole is no date.
    pub fn write(self, particulars: &mut Particulars, text: &str) {
        let place = match self {
            Self::Date => return particulars.date = date(text),
            Self::Review => return particulars.review = date(text),
            Self::RegionName => &mut particulars.region_name,
            Self::Unit => &mut particulars.unit,
            Self::Period => &mut particulars.period,
            Self::Version => &mut particulars.version,
            Self::Lead => &mut particulars.lead,
            Self::Contributors => &mut particulars.contributors,
            Self::Disclosure => &mut particulars.disclosure,
        };
        text.clone_into(place);
    }
}

/// The date that a date field holds.
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// A date as a date field holds it.
#[must_use]
pub fn iso(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

impl Particulars {
    /// Names a force anew.
    pub(crate) fn rename_force(&mut self, id: &ForceId, name: String) {
        if let Some(force) = self.forces.iter_mut().find(|force| force.id == *id) {
            force.name = name;
        }
    }

    /// Removes a force. Its answers stay, in case it comes back.
    pub(crate) fn remove_force(&mut self, id: &ForceId) {
        self.forces.retain(|force| force.id != *id);
    }
}
