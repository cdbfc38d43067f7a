//! The sign-off: whoever answers for the assessment says that it is final.

use std::fmt;

use jiff::civil::DateTime;

use super::{Assessment, Unknown};

/// Says that the assessment is final. From then on nothing in it changes until it is revised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignOff {
    /// When, on the user's own clock.
    pub at: DateTime,
    /// The role of whoever signed it off; blank where none is known.
    pub role: String,
    /// The digest of what was signed off.
    pub digest: Digest,
    /// Whether what stands here is not what was signed off: found when the file was opened.
    pub is_altered: bool,
    /// What a file held that this version does not know.
    pub unknown: Unknown,
}

/// A SHA-256 digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The digest that is written so: 64 hexadecimal digits, letters small.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .bytes()
            .map(|digit| match digit {
                b'0'..=b'9' => Some(digit - b'0'),
                b'a'..=b'f' => Some(digit - b'a' + 10),
                _ => None,
            })
            .collect::<Option<_>>()?;
        let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]).collect();
        if digits.len() == 64 { bytes.try_into().ok().map(Self) } else { None }
    }

    /// The digits without spaces, as they stand in files.
    #[must_use]
    pub fn hex(&self) -> String {
        grouped(&self.0).replace(' ', "")
    }

    /// The first 16 digits, in groups of four: enough to tell two papers apart.
    #[must_use]
    pub fn short(&self) -> String {
        grouped(&self.0[..8])
    }
}

/// All 64 digits, in groups of four.
impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&grouped(&self.0))
    }
}

fn grouped(bytes: &[u8]) -> String {
    let groups: Vec<String> = bytes.chunks(2).map(|pair| format!("{:02x}{:02x}", pair[0], pair[1])).collect();
    groups.join(" ")
}

impl Assessment {
    /// Whether it was signed off, so that nothing in it changes.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        self.sign_off.is_some()
    }

    /// Opens what was signed off again as the next version, and keeps what was signed off as a
    /// milestone.
    pub fn revise(&mut self, now: DateTime, role: &str) {
        let version = self.particulars.version.trim();
        let name = match version {
            "" => String::from("As signed off"),
            version => format!("Version {version} as signed off"),
        };
        let next = next_version(version);
        self.freeze(&name, now, role);
        self.sign_off = None;
        self.particulars.version = next;
    }
}

/// The version after that one: its number counted up, where it ends with one that is not a year.
fn next_version(version: &str) -> String {
    if let Some(before) = version.strip_suffix("(revised)") {
        return format!("{before}(revised 2)");
    }
    let (inner, end) = match version.strip_suffix(')') {
        Some(inner) if inner.contains("(revised ") => (inner, ")"),
        _ => (version, ""),
    };
    let stem = inner.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let digits = &inner[stem.len()..];
    let is_count = stem.is_empty() || stem.ends_with([' ', '.', 'v', 'V']);
    let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    match digits.parse::<u64>().ok().and_then(|number| number.checked_add(1)) {
        Some(next) if is_count && !is_year => format!("{stem}{next:0width$}{end}", width = digits.len()),
        _ if version.is_empty() => String::from("2"),
        _ => format!("{version} (revised)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_version_counts_on_where_there_is_a_number_to_count() {
        for (version, next) in [
            ("", "2"),
            ("1", "2"),
            ("Draft 3", "Draft 4"),
            ("1.9", "1.10"),
            ("v09", "v10"),
            ("Final", "Final (revised)"),
            ("Final (revised)", "Final (revised 2)"),
            ("Final (revised 9)", "Final (revised 10)"),
            ("March 2026", "March 2026 (revised)"),
            ("2026-03-31", "2026-03-31 (revised)"),
            ("1 (draft 2)", "1 (draft 2) (revised)"),
            ("99999999999999999999999", "99999999999999999999999 (revised)"),
            ("18446744073709551615", "18446744073709551615 (revised)"),
        ] {
            assert_eq!(next_version(version), next, "{version}");
        }
    }

    #[test]
    fn a_digest_is_read_as_it_is_written_and_in_no_other_way() {
        let digest = Digest(std::array::from_fn(|at| u8::try_from(at * 7).expect("a small number")));
        assert_eq!(Digest::read(&digest.hex()), Some(digest));
        assert_eq!(digest.short(), "0007 0e15 1c23 2a31");
        assert_eq!(digest.to_string().replace(' ', ""), digest.hex());
        let hex = digest.hex();
        for other in ["", &hex[2..], &hex.to_uppercase(), &format!("{hex}00"), &format!("{}é", &hex[2..])] {
            assert_eq!(Digest::read(other), None, "{other}");
        }
    }
}
