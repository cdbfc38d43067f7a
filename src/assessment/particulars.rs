//! Who was assessed, when, by whom, and how the result is marked.

use jiff::civil::Date;

use super::Unknown;
use crate::framework::{Force, Region, RegionId};

/// Who was assessed, when, by whom, and how the result is marked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Particulars {
    /// The region it was begun for; none for a region of the user's own.
    pub region: Option<RegionId>,
    /// The name of the region.
    pub region_name: String,
    /// The name of the unit.
    pub unit: String,
    /// The forces whose commitment is asked.
    pub forces: Vec<Force>,
    /// The time that is assessed, in words: "April 2025 to March 2026".
    pub period: String,
    /// Which version of the document this is.
    pub version: String,
    /// The date of the assessment.
    pub date: Option<Date>,
    /// The role of whoever answers for it.
    pub lead: String,
    /// The roles of those who took part.
    pub contributors: String,
    /// How the result is marked.
    pub marking: Marking,
    /// Whether it may be disclosed under the Freedom of Information Act 2000, in words.
    pub disclosure: String,
    /// When it is to be looked at again.
    pub review: Option<Date>,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

impl Particulars {
    /// Takes over the names of a region and its unit, and its forces.
    pub fn choose(&mut self, region: &Region) {
        self.region = Some(region.id.clone());
        self.region_name.clone_from(&region.name);
        self.unit.clone_from(&region.unit);
        self.forces.clone_from(&region.forces);
    }
}

/// How a document is marked: Government Security Classifications Policy, July 2023.
///
/// Ordered, so that the highest of several is their maximum. Nothing above has a place here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Marking {
    /// OFFICIAL.
    Official,
    /// OFFICIAL with the marking for need to know: the safe choice for a list of gaps.
    #[default]
    OfficialSensitive,
}

impl Marking {
    /// All of them, lowest first.
    pub const ALL: [Self; 2] = [Self::Official, Self::OfficialSensitive];

    /// The words at the top and bottom of every page.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Official => "OFFICIAL",
            Self::OfficialSensitive => "OFFICIAL-SENSITIVE",
        }
    }
}
