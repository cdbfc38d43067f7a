//! The one style of the page, and the policy that allows it and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::shown::shown;
use crate::report::Report;
use crate::report::paper::{self, Margins};

/// What is the same in every page.
const PAGE: &str = include_str!("page.css");

/// How many characters of a name have room in the margin of a sheet.
const ROOM: usize = 80;

/// The style: what is the same in every page, and the margins of every sheet, which carry words of
/// this report.
pub(super) fn style(report: &Report) -> String {
    let margins = Margins {
        marking: report.marking.clone(),
        example: report.example,
        unit: short(&shown(&report.unit)),
        edition: short(&shown(&report.edition)),
    };
    format!("\n{PAGE}\n{}\n", paper::rules(&margins).join("\n"))
}

/// The policy: no request, no script, this style.
pub(super) fn policy(style: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

/// The start of a text that has no room.
fn short(text: &str) -> String {
    if text.chars().count() <= ROOM {
        return text.to_owned();
    }
    let start: String = text.chars().take(ROOM - 1).collect();
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_in_the_margin() {
        assert_eq!(short(&"é".repeat(80)), "é".repeat(80));
        assert_eq!(short(&"é".repeat(81)), format!("{}…", "é".repeat(79)));
    }

    #[test]
    fn the_policy_names_the_style_by_its_hash() {
        // printf '' | openssl dgst -sha256 -binary | base64
        let hash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert!(policy("").contains(hash));
    }
}
