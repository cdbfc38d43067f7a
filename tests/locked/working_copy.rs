//! The locked working copy: sealed without the passphrase, read only with it.

use rocu_self_assessment::saved::{self, Keys, UnlockError};

use super::{LITTLE, passphrase};

fn keys() -> (Keys, String) {
    Keys::new(&passphrase("apple nemo biro"), LITTLE).expect("there is memory")
}

#[test]
fn what_is_sealed_is_read_with_the_key_that_the_passphrase_unlocks() {
    let (keys, secret) = keys();
    let kept = Keys::read(&keys.write()).expect("it was written");
    assert_eq!(kept, keys);
    assert_eq!(kept.unlock(&passphrase("apple nemo biro")), Ok(secret.clone()));
    for text in ["", "12 abc\n{\"a\": \"Zürich 猫\"}", &"long ".repeat(40_000)] {
        let sealed = saved::seal(&kept.recipient, text).expect("a key");
        assert!(saved::is_sealed(&sealed) && (text.is_empty() || !sealed.contains(text)));
        assert_eq!(saved::unseal(&secret, &sealed).as_deref(), Ok(text));
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
