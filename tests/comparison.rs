//! Several assessments side by side: what moved, what became of gaps and actions, and what stands out
//! across regions, in the comparison and in the reports made from it.

#![expect(clippy::unwrap_used, reason = "what is missing here is a failed test")]

#[path = "comparison/changes.rs"]
mod changes;
#[path = "comparison/counted.rs"]
mod counted;
#[path = "comparison/documents.rs"]
mod documents;
#[path = "comparison/fates.rs"]
mod fates;
#[path = "comparison/laws.rs"]
mod laws;
#[path = "comparison/regions.rs"]
mod regions;
#[path = "comparison/sentences.rs"]
mod sentences;

#[path = "comparison/given.rs"]
mod given;
#[path = "support/plausible.rs"]
mod plausible;
