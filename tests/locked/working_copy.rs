//! The locked working copy: sealed without the passphrase, read only with it.

use proptest::prelude::*;
use proptest::sample::Index;
use rocu_self_assessment::saved::{self, Keys, Sealing, UnlockError};

use super::{LITTLE, passphrase};

fn keys() -> (Keys, String) {
    Keys::new(&passphrase("apple nemo biro"), LITTLE).expect("there is memory")
}

#[test]
fn what_is_sealed_is_read_with_the_key_that_the_passphrase_unlocks() {
    let (keys, secret) = keys();
    let kept = Keys::read(&keys.write()).expect("it was written");
    assert_eq!(kept, keys);
    assert_eq!(Sealing::read([keys.write().as_str()], true), Sealing::For(keys.clone()));
    assert_eq!(kept.unlock(&passphrase("apple nemo biro")), Ok(secret.clone()));
    for text in ["", "12 abc\n{\"a\": \"Zürich 猫\"}", &"long ".repeat(40_000)] {
        let sealed = saved::seal(&kept.recipient, text).expect("a key");
        assert!(saved::is_sealed(&sealed) && (text.is_empty() || !sealed.contains(text)));
        assert_eq!(saved::unseal(&secret, &sealed).as_deref(), Ok(text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_sealed_is_read_and_never_another_text_where_a_byte_was_changed_or_the_end_is_missing(
        text: String,
        at: Index,
        to: u8,
    ) {
        let (keys, secret) = keys();
        let mut sealed = saved::seal(&keys.recipient, &text).expect("a key").into_bytes();
        let read = |sealed: &[u8]| saved::unseal(&secret, str::from_utf8(sealed).ok()?).ok();
        prop_assert_eq!(read(&sealed), Some(text.clone()));
        let at = at.index(sealed.len());
        prop_assert!(read(&sealed[..at]).is_none_or(|read| read == text));
        sealed[at] = to;
        prop_assert!(read(&sealed).is_none_or(|read| read == text));
    }
}

#[test]
fn another_passphrase_or_another_key_reads_nothing() {
    let (keys, _) = keys();
    let (_, other) = self::keys();
    assert_eq!(keys.unlock(&passphrase("apple nemo bird")), Err(UnlockError::Passphrase));
    let sealed = saved::seal(&keys.recipient, "content").expect("a key");
    assert_eq!(saved::unseal(&other, &sealed), Err(UnlockError::Key));
    assert_eq!(saved::unseal("no key", &sealed), Err(UnlockError::Key));
    assert!(saved::seal("no key", "content").is_err());
}

#[test]
fn what_is_kept_beside_the_working_copies_says_nothing_of_the_passphrase_or_the_secret() {
    let (keys, secret) = keys();
    let kept = keys.write();
    assert!(!kept.contains("apple") && !kept.contains(&secret) && !kept.contains("AGE-SECRET-KEY"), "{kept}");
    assert!(!format!("{keys:?}").contains(&secret));
    for nothing in ["", "{}", "[]", "no"] {
        assert_eq!(Keys::read(nothing), None);
    }
}

#[test]
fn every_start_of_a_sealed_text_and_every_changed_letter_is_refused() {
    let (keys, secret) = keys();
    let sealed = saved::seal(&keys.recipient, "some content").expect("a key");
    for cut in 0..sealed.trim_end().len() {
        assert!(saved::unseal(&secret, &sealed[..cut]).is_err(), "{cut}");
    }
    for at in 0..sealed.trim_end().len() {
        let mut changed = sealed.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("letters");
        assert!(changed == sealed || saved::unseal(&secret, &changed).is_err(), "letter {at}");
    }
}

#[test]
fn whichever_letter_of_the_kept_keys_changes_or_is_cut_off_the_record_beside_them_is_taken() {
    let (keys, _) = keys();
    let record = keys.write();
    let whole = Sealing::For(keys.clone());
    for at in 0..record.len() {
        let mut changed = record.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("letters");
        for damaged in [changed.as_str(), &record[..at]] {
            // The name of the checksum, of the minutes or their number say nothing of the keys.
            let alone = Sealing::read([damaged], true);
            let halves =
                alone.keys().is_none_or(|it| (&it.recipient, &it.identity) == (&keys.recipient, &keys.identity));
            assert!(alone != Sealing::Open && halves, "{at}: {alone:?}");
            if alone == Sealing::Damaged {
                assert_eq!(Sealing::read([damaged, &record], true), whole, "{at}");
                assert_eq!(Sealing::read([record.as_str(), damaged], true), whole, "{at}");
            }
        }
    }
}

#[test]
fn what_is_sealed_is_never_taken_for_open_though_nothing_tells_for_which_keys() {
    let lost: [&[&str]; 5] = [&[], &[""], &["", ""], &["{"], &["no", ""]];
    for records in lost {
        assert_eq!(Sealing::read(records.iter().copied(), true), Sealing::Damaged, "{records:?}");
    }
    // A record that says something is damaged, also where nothing sealed is left.
    assert_eq!(Sealing::read(["{"], false), Sealing::Damaged);
    for records in [[].as_slice(), &[""]] {
        assert_eq!(Sealing::read(records.iter().copied(), false), Sealing::Open, "{records:?}");
    }
}

#[test]
fn a_lock_that_was_turned_off_is_off_though_something_sealed_could_not_be_read_any_longer() {
    let off = Sealing::Open.write();
    for records in [[off.as_str(), ""], ["", &off], ["{", &off]] {
        assert_eq!(Sealing::read(records, true), Sealing::Open, "{records:?}");
    }
}

#[test]
fn keys_that_an_earlier_build_kept_without_a_checksum_are_read_and_kept_with_one() {
    let (keys, _) = keys();
    let before = format!("{{\"recipient\":{:?},\"identity\":{:?},\"minutes\":5}}", keys.recipient, keys.identity);
    let read = Keys::read(&before).expect("the form of an earlier build");
    assert_eq!((&read.recipient, read.minutes), (&keys.recipient, 5));
    assert_eq!(Keys::read(&read.write()), Some(Keys { minutes: 5, ..keys }));
}
