//! Colleagues' views in words: where they differ, and what can't be used of a copy.

use crate::comparison::views::{Agreement, Noted, Unsuitable};

/// Whether colleagues agree, and how far apart they are.
#[must_use]
pub fn agreement(agreement: Agreement) -> String {
    match agreement {
        Agreement::Nobody => String::from("Nobody has answered"),
        Agreement::One => String::from("One view only"),
        Agreement::All => String::from("All agree"),
        Agreement::Differ(spread) => {
            let apart = match spread.standings {
                Some((best, worst)) if best != worst => {
                    format!(": from “{}” to “{}”", best.marked(), worst.marked())
                }
                _ => String::new(),
            };
            let aside = if spread.is_set_aside { "; somebody says that it does not apply" } else { "" };
            format!("Views differ{apart}{aside}")
        }
    }
}

/// Why a copy can't be used.
#[must_use]
pub const fn unsuitable(why: Unsuitable) -> &'static str {
    match why {
        Unsuitable::NotACopy => {
            "it is an assessment and no copy for a colleague. Make copies on this page and send those."
        }
        Unsuitable::OtherAssessment => "it is a copy of another assessment than the one that is open.",
        Unsuitable::OtherRegion => "it is about another region than the assessment that is open.",
        Unsuitable::OtherFramework => "it answers another set of questions than the assessment that is open.",
        Unsuitable::Repeated => "another copy for the same role says the same; it is counted once.",
    }
}

/// What else there is to say of a copy that is used.
#[must_use]
pub fn noted(noted: &Noted) -> String {
    match noted {
        Noted::OtherVersion { found } => {
            format!("it answers version {found} of the questions; what is asked in both is used.")
        }
        Noted::SameRole { listed_as } => {
            format!("another copy for the same role says something else; this one is listed as “{listed_as}”.")
        }
    }
}
