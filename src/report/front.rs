//! The front block: marking, unit, period, version, author role, disclosure, framework.

use std::borrow::Cow;

use jiff::civil::{Date, DateTime};

use super::Fact;
use crate::assessment::plan::REFERENCE;
use crate::assessment::{Assessment, Marking, Particulars, SignOff};
use crate::comparison::Side;
use crate::framework::Framework;

const NOT_GIVEN: &str = "Not given";

/// The name of the unit, or of the region, or words that say that there is none.
#[must_use]
pub fn unit(particulars: &Particulars) -> String {
    [&particulars.unit, &particulars.region_name]
        .into_iter()
        .map(|name| name.trim())
        .find(|name| !name.is_empty())
        .unwrap_or("Unit not named")
        .to_owned()
}

/// An assessment as it is told of together with earlier ones: under the highest marking among them.
#[must_use]
pub fn marked<'a>(assessment: &'a Assessment, earlier: &[Side<'_>]) -> Cow<'a, Assessment> {
    let highest = earlier.iter().map(|side| side.assessment.particulars.marking).max();
    match highest.filter(|highest| *highest > assessment.particulars.marking) {
        Some(highest) => {
            let mut marked = assessment.clone();
            marked.particulars.marking = highest;
            Cow::Owned(marked)
        }
        None => Cow::Borrowed(assessment),
    }
}

/// The version and date for the foot of every page.
///
/// What was signed off says so, with the start of its digest, so that two papers can be told apart.
pub(crate) fn edition(assessment: &Assessment, today: Date) -> String {
    let particulars = &assessment.particulars;
    let date = long_date(particulars.date.unwrap_or(today));
    let edition = match particulars.version.trim() {
        "" => date,
        version => format!("Version {version}, {date}"),
    };
    match &assessment.sign_off {
        Some(sign_off) if sign_off.is_altered => format!("{edition}, altered since it was signed off"),
        Some(sign_off) => format!("{edition}, signed off, digest {}", sign_off.digest.short()),
        None => edition,
    }
}

/// Who signed it off and when, and the digest of what was signed off.
fn signed_off(sign_off: &SignOff) -> [Fact; 2] {
    let when = format!("{} at {}", long_date(sign_off.at.date()), time_of_day(sign_off.at));
    let by = match sign_off.role.trim() {
        "" => when,
        role => format!("{when}, {role}"),
    };
    let value = if sign_off.is_altered { format!("{by}; the file was altered since") } else { by };
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    [fact("Signed off", value), fact("Digest of what was signed off (SHA-256)", sign_off.digest.to_string())]
}

/// The front block.
pub(super) fn facts(framework: &Framework, assessment: &Assessment, today: Date) -> Vec<Fact> {
    let particulars = &assessment.particulars;
    let forces: Vec<&str> = particulars.forces.iter().map(|force| force.name.as_str()).collect();
    let date = |date: Option<Date>| date.map(long_date).unwrap_or_default();
    let fact = |label: &str, value: &str| Fact {
        label: label.to_owned(),
        value: if value.trim().is_empty() { NOT_GIVEN } else { value.trim() }.to_owned(),
    };
    let mut facts = vec![
        fact("Security classification", Marking::words(particulars.marking)),
        fact("Disclosable under the Freedom of Information Act 2000", &particulars.disclosure),
        fact("Unit", &particulars.unit),
        fact("Region", &particulars.region_name),
        fact("Forces", &super::listed(&forces)),
        fact("Period assessed", &particulars.period),
        fact("Version", &particulars.version),
        fact("Date of assessment", &date(particulars.date)),
        fact("Author (role)", &particulars.lead),
        fact("Took part (roles)", &particulars.contributors),
        fact("Review date", &date(particulars.review)),
        fact("Printed", &long_date(today)),
        fact("Framework", &format!("{}, version {}", framework.name, framework.version)),
        fact(REFERENCE, assessment.id.as_str()),
    ];
    facts.extend(assessment.copy.iter().map(|copy| fact("Copy for (role)", &copy.role)));
    facts.extend(assessment.sign_off.iter().flat_map(signed_off));
    facts
}

/// A time of the day as clocks show it: 09:05. By hand, as the library's way for any format weighs 20 KB.
#[must_use]
pub fn time_of_day(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// A date as one writes it: 5 March 2026.
#[must_use]
pub fn long_date(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(date.month()).map_or("", |month| MONTHS[month - 1]);
    format!("{} {month} {}", date.day(), date.year())
}
