//! The one style of the page, and the policy that allows it and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::export::shown::margins;
use crate::report::Report;
use crate::report::paper;

/// What is the same in every page.
const PAGE: &str = include_str!("page.css");

/// The style: what is the same in every page, and the margins of every sheet, which carry words of
/// this report.
pub(super) fn style(report: &Report) -> String {
    format!("\n{PAGE}\n{}\n", paper::rules(&margins(report)).join("\n"))
}

/// The policy: no request, no script, this style.
pub(super) fn policy(style: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_the_style_by_its_hash() {
        // printf '' | openssl dgst -sha256 -binary | base64
        let hash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert!(policy("").contains(hash));
    }
}
