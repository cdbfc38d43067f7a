//! Regions and their forces: data that each assessment may change for itself.

use serde::{Deserialize, Serialize};

use super::id::{ForceId, RegionId, SourceId};

/// The most forces of a region, and of an assessment: every page that asks force by force draws them all. The
/// whole country has 43.
pub const MOST_FORCES: usize = 200;

/// A region: its unit and the forces that the unit serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Its id.
    pub id: RegionId,
    /// Its name.
    pub name: String,
    /// The name of its unit.
    pub unit: String,
    /// What has changed or is uncertain.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// Its forces.
    pub forces: Vec<Force>,
}

/// A police force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Force {
    /// Its id.
    pub id: ForceId,
    /// Its name.
    pub name: String,
}
