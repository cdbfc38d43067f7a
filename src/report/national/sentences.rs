//! What stands out across the country, in sentences that a chair can read aloud.

use super::super::{Block, Layout, Section, count, listed};
use super::{dates, names};
use crate::comparison::{Capability, Regions, Spread};
use crate::framework::Concern;

/// How many gaps are named.
const NAMED: usize = 3;

/// The chapter.
pub(super) fn section(regions: &Regions<'_>, common: &[&Spread<'_>]) -> Section {
    let sentences = [
        Some(compared(regions)),
        open(regions),
        everywhere(regions),
        uneven(regions),
        nowhere(regions),
        elsewhere(regions),
        common_gaps(common),
        commitment(regions),
        duplication(regions),
        left_out(regions),
    ];
    Section {
        id: "stands-out".into(),
        title: "What stands out".into(),
        layout: Layout::Flow,
        blocks: vec![Block::List(sentences.into_iter().flatten().collect())],
    }
}

fn compared(regions: &Regions<'_>) -> String {
    let number = regions.units.len();
    let compared = format!("{} {} compared", count(number, "region"), is(number));
    match dates(regions) {
        Some(dates) if dates.contains(" to ") => format!("{compared}, assessed from {dates}."),
        Some(date) => format!("{compared}, assessed on {date}."),
        None => format!("{compared}; no assessment has a date."),
    }
}

fn open(regions: &Regions<'_>) -> Option<String> {
    let units = regions.units.iter().enumerate();
    let open = units.filter(|(_, unit)| unit.coverage.answered < unit.coverage.asked).map(|(at, _)| at);
    let names = names(regions, open);
    (!names.is_empty()).then(|| format!("Not every question is answered, so gaps may be missing: {names}."))
}

/// The names of the capabilities of which that is true.
fn those<'a>(regions: &Regions<'a>, is: impl Fn(&Capability<'_>) -> bool) -> Vec<&'a str> {
    let found = regions.capabilities.iter().filter(|capability| is(capability));
    found.map(|capability| capability.asked.topic.name.as_str()).collect()
}

fn everywhere(regions: &Regions<'_>) -> Option<String> {
    let all = those(regions, |capability| capability.tally().meets == regions.units.len());
    (!all.is_empty()).then(|| format!("In place in every region: {}.", listed(&all)))
}

/// The finding of 2015 that a single region can't see: in place here, missing there.
fn uneven(regions: &Regions<'_>) -> Option<String> {
    let words = regions.capabilities.iter().filter_map(|capability| {
        let tally = capability.tally();
        let uneven = tally.meets > 0 && tally.short > 0;
        uneven.then(|| {
            format!("{} (in place in {}, missing in {})", capability.asked.topic.name, tally.meets, tally.short)
        })
    });
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| {
        format!("In place in some regions and missing in others, with the number of regions: {}.", words.join("; "))
    })
}

fn nowhere(regions: &Regions<'_>) -> Option<String> {
    let lacking = those(regions, |capability| {
        let tally = capability.tally();
        tally.short > 0 && tally.meets == 0 && tally.not_assessed == 0
    });
    (!lacking.is_empty()).then(|| format!("Fully in place in no region, and missing in some: {}.", listed(&lacking)))
}

fn elsewhere(regions: &Regions<'_>) -> Option<String> {
    let counted = regions.capabilities.iter().map(|it| (&it.asked.topic.name, it.tally().elsewhere));
    let words: Vec<String> = counted.filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name} ({n})")).collect();
    (!words.is_empty()).then(|| format!("Provided by another body, with the number of regions: {}.", listed(&words)))
}

fn common_gaps(common: &[&Spread<'_>]) -> Option<String> {
    let high: Vec<_> =
        common.iter().filter(|spread| spread.highest_concern() == Some(Concern::High)).take(NAMED).collect();
    let words = high.iter().map(|spread| {
        let asked = spread.outcomes.len();
        format!("“{}” ({}, in {} of {asked})", spread.asked.question.text, spread.asked.topic.name, spread.gaps.len())
    });
    let words: Vec<String> = words.collect();
    let what = if words.len() == 1 { "gap" } else { "gaps" };
    (!words.is_empty()).then(|| format!("The most common {what} of high concern: {}.", words.join("; ")))
}

fn commitment(regions: &Regions<'_>) -> Option<String> {
    let counted = regions.capabilities.iter().map(|capability| {
        let forces = capability.forces.iter().filter(|it| it.level.standing.is_gap());
        (&capability.asked.topic.name, forces.count())
    });
    let words: Vec<String> = counted.filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name} ({n})")).collect();
    (!words.is_empty()).then(|| {
        format!("Capabilities to which forces do not commit fully, with the number of forces: {}.", listed(&words))
    })
}

fn duplication(regions: &Regions<'_>) -> Option<String> {
    let twice = those(regions, |capability| capability.duplications().next().is_some());
    (!twice.is_empty())
        .then(|| format!("Forces keep a capability of their own beside the region’s in: {}.", listed(&twice)))
}

fn left_out(regions: &Regions<'_>) -> Option<String> {
    let number = regions.left_out.len();
    (number > 0)
        .then(|| format!("{} {} left out; a chapter below says which and why.", count(number, "file"), is(number)))
}

const fn is(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}
