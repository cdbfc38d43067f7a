//! Which files stand for which region, and which are left out.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::Side;

/// A file that is not compared.
#[derive(Debug, Clone)]
pub struct LeftOut<'a> {
    /// The name of the region or, without one, of the unit.
    pub name: String,
    /// The assessment.
    pub side: Side<'a>,
    /// Why it is left out.
    pub why: WhyLeftOut<'a>,
}

/// Why a file is not compared.
#[derive(Debug, Clone, Copy)]
pub enum WhyLeftOut<'a> {
    /// It is an invented example among real ones.
    Example,
    /// This one is of the same region and later.
    Superseded(Side<'a>),
}

/// The files that are compared with the names of their regions, by name, and those that are not.
pub(super) fn choose<'a>(sides: &[Side<'a>]) -> (Vec<(String, Side<'a>)>, Vec<LeftOut<'a>>) {
    let mut left_out = Vec::new();
    let only_examples = sides.iter().all(|side| side.assessment.example);
    let mut by_region: BTreeMap<Region, Vec<Side<'a>>> = BTreeMap::new();
    let mut nameless = Vec::new();
    for side in sides {
        if side.assessment.example && !only_examples {
            left_out.push(LeftOut { name: name(side), side: *side, why: WhyLeftOut::Example });
            continue;
        }
        match Region::of(side) {
            Some(region) => by_region.entry(region).or_default().push(*side),
            None => nameless.push(*side),
        }
    }
    let mut chosen = nameless;
    for mut files in by_region.into_values() {
        files.sort_by(by_date);
        let Some(latest) = files.pop() else { continue };
        let why = WhyLeftOut::Superseded(latest);
        left_out.extend(files.into_iter().map(|side| LeftOut { name: name(&side), side, why }));
        chosen.push(latest);
    }
    let by_name = |one: &Side<'_>, other: &Side<'_>| name(one).cmp(&name(other)).then_with(|| by_date(one, other));
    chosen.sort_by(by_name);
    left_out.sort_by(|one, other| by_name(&one.side, &other.side));
    (named_apart(chosen), left_out)
}

/// Which region an assessment is of.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Region {
    /// One of the framework's.
    Known(String),
    /// One of the user's own, by its name.
    Named(String),
}

impl Region {
    /// None where the assessment names neither region nor unit, and so can't be known for another's.
    fn of(side: &Side<'_>) -> Option<Self> {
        let particulars = &side.assessment.particulars;
        if let Some(region) = &particulars.region {
            return Some(Self::Known(region.to_string()));
        }
        let plain = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let names = [plain(&particulars.region_name), plain(&particulars.unit)];
        names.into_iter().find(|name| !name.is_empty()).map(Self::Named)
    }
}

/// The earlier first; one without a date counts as the earliest.
fn by_date(one: &Side<'_>, other: &Side<'_>) -> Ordering {
    let date = |side: &Side<'_>| side.assessment.particulars.date;
    date(one).cmp(&date(other)).then_with(|| one.by_content(other))
}

fn name(side: &Side<'_>) -> String {
    let particulars = &side.assessment.particulars;
    let names = [particulars.region_name.trim(), particulars.unit.trim()];
    names.into_iter().find(|name| !name.is_empty()).unwrap_or("Region not named").to_owned()
}

/// The names, with a number after each that another region bears as well.
fn named_apart(sides: Vec<Side<'_>>) -> Vec<(String, Side<'_>)> {
    let plain: HashSet<String> = sides.iter().map(name).collect();
    let mut last: HashMap<String, usize> = HashMap::new();
    let mut apart = |name: String| {
        let number = last.entry(name.clone()).or_insert(0);
        *number += 1;
        if *number == 1 {
            return name;
        }
        while plain.contains(&format!("{name} ({number})")) {
            *number += 1;
        }
        format!("{name} ({number})")
    };
    sides.into_iter().map(|side| (apart(name(&side)), side)).collect()
}
