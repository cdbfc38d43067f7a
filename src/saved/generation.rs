//! A working copy as it is kept: one generation after the other, each with a checksum, and the one
//! before still there until the next is whole.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The state of a working copy after one write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generation {
    /// How many were written before it.
    pub number: u64,
    /// The assessment, as [`super::save_densely`] writes it.
    pub text: String,
}

/// What is left of a working copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// The latest generation that is whole.
    pub latest: Option<Generation>,
    /// Whether a generation was found that is not.
    pub damaged: bool,
}

impl Generation {
    /// The record that is kept: a line with the number and the checksum, and then the text.
    #[must_use]
    pub fn seal(&self) -> String {
        format!("{} {}\n{}", self.number, self.checksum(), self.text)
    }

    /// Reads a record. Nothing is read from one that is not whole.
    fn read(record: &str) -> Option<Self> {
        // Earlier builds of this tool kept the text alone.
        if record.starts_with('{') {
            return Some(Self { number: 0, text: record.to_owned() });
        }
        let (head, text) = record.split_once('\n')?;
        let (number, checksum) = head.split_once(' ')?;
        let generation = Self { number: number.parse().ok()?, text: text.to_owned() };
        (generation.checksum() == checksum).then_some(generation)
    }

    /// The checksum covers the number too: a wrong one would put an old text before a new one.
    pub(super) fn checksum(&self) -> String {
        let sum = Sha256::new().chain_update(self.number.to_be_bytes()).chain_update(&self.text).finalize();
        sum.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl Kept {
    /// Reads the records of one working copy, in any order.
    pub fn read<'a>(records: impl IntoIterator<Item = &'a str>) -> Self {
        let mut kept = Self::default();
        for record in records {
            match Generation::read(record) {
                Some(found) if kept.latest.as_ref().is_none_or(|latest| latest.number < found.number) => {
                    kept.latest = Some(found);
                }
                Some(_) => {}
                None => kept.damaged = true,
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};
    use proptest::sample::Index;

    use super::{Generation, Kept};

    fn generation(number: u64, text: &str) -> Generation {
        Generation { number, text: text.to_owned() }
    }

    #[test]
    fn the_latest_generation_that_is_whole_is_taken_up() {
        let (one, two) = (generation(9, "{\"a\": 1}\n"), generation(10, "{\"a\": 2}\n"));
        let (first, second) = (one.seal(), two.seal());
        for records in [[first.as_str(), &second], [&second, &first]] {
            assert_eq!(Kept::read(records), Kept { latest: Some(two.clone()), damaged: false });
        }
        let torn = &second[..second.len() - 3];
        assert_eq!(Kept::read([torn, &first]), Kept { latest: Some(one), damaged: true });
        assert_eq!(Kept::read([torn, ""]), Kept { latest: None, damaged: true });
        assert_eq!(Kept::read([]), Kept::default());
    }

    #[test]
    fn a_working_copy_that_an_earlier_build_kept_is_older_than_any_other() {
        let before = "{\"format\": \"rocu-self-assessment\"}";
        assert_eq!(Kept::read([before]).latest, Some(generation(0, before)));
        assert_eq!(Kept::read([generation(1, "{}").seal().as_str(), before]).latest, Some(generation(1, "{}")));
    }

    #[test]
    fn a_number_that_was_tampered_with_is_damage() {
        let record = generation(7, "{}").seal().replacen('7', "8", 1);
        assert_eq!(Kept::read([record.as_str()]), Kept { latest: None, damaged: true });
    }

    proptest! {
        #[test]
        fn whatever_is_sealed_is_read_as_it_was(number: u64, text: String) {
            let generation = Generation { number, text };
            prop_assert_eq!(Kept::read([generation.seal().as_str()]).latest, Some(generation));
        }

        #[test]
        fn whichever_byte_changes_or_is_cut_off_nothing_is_read(text in "\\{[ -~]{0,80}", at: Index, by in 1..95u8) {
            let mut record = generation(123, &text).seal().into_bytes();
            let at = at.index(record.len());
            // Any other printable byte in its place.
            record[at] = if record[at] == b'\n' { b' ' } else { (record[at] - b' ' + by) % 95 + b' ' };
            let changed = String::from_utf8(record).expect("ASCII");
            let is_old = changed.starts_with('{');
            prop_assert_eq!(Kept::read([changed.as_str()]).latest.is_some(), is_old);
            let cut = &changed[..at];
            prop_assert_eq!(Kept::read([cut]).latest.is_some(), cut.starts_with('{'));
        }

        #[test]
        fn nothing_that_is_kept_makes_the_reader_fail(records: Vec<String>, _any in any::<bool>()) {
            let _ = Kept::read(records.iter().map(String::as_str));
        }
    }
}
