//! Whatever is wrong with a locked file, it gives one clear error, and never a panic or another content.

use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::Index;
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved::{self, MOST_WORK, OpenError, UnlockError, WORK};

use super::changed::{Fate, changes, starts};
use super::{EXAMPLE, LITTLE, locked, passphrase, unlocked};

/// Some content, shorter than what the format encrypts at once, and longer.
const SHORT: &[u8] = b"{\"format\": \"rocu-self-assessment\"}";

/// A locked file with other arguments of the line that says how much work it is.
fn asking_for(work: &str) -> Vec<u8> {
    let file = locked(SHORT);
    let line = file.iter().skip(22).position(|byte| *byte == b'\n').expect("a second line") + 22;
    [&file[..line - 1], work.as_bytes(), &file[line..]].concat()
}

#[test]
fn what_is_locked_opens_with_its_passphrase_and_with_no_other() {
    let file = locked(EXAMPLE);
    assert!(saved::is_locked(&file));
    assert!(!file.windows(12).any(|bytes| EXAMPLE.windows(12).take(200).any(|other| other == bytes)));
    assert_eq!(unlocked(&file).as_deref(), Ok(EXAMPLE));
    for wrong in ["apple nemo bird", "Apple nemo biro", "apple nemo biro ", "x"] {
        assert_eq!(saved::unlock(&passphrase(wrong), &file), Err(UnlockError::Passphrase), "{wrong}");
    }
}

#[test]
fn what_was_unlocked_opens_as_every_assessment_file() {
    let framework = Framework::built_in();
    let content = unlocked(&locked(EXAMPLE)).expect("the passphrase");
    assert_eq!(saved::open(&content, &framework), saved::open(EXAMPLE, &framework));
    assert_eq!(saved::open(&locked(EXAMPLE), &framework), Err(OpenError::Locked));
}

#[test]
fn no_two_locked_files_are_the_same_though_they_hold_the_same() {
    assert_ne!(locked(SHORT), locked(SHORT));
}

#[test]
fn a_file_as_text_opens_too_whatever_its_line_ends_and_what_stands_before_it() {
    let armoured = saved::Keys::new(&passphrase("apple nemo biro"), LITTLE).expect("there is memory").0.identity;
    assert!(armoured.starts_with("-----BEGIN AGE ENCRYPTED FILE-----\n"));
    let whole = unlocked(armoured.as_bytes());
    assert!(whole.is_ok());
    for text in [armoured.replace('\n', "\r\n"), format!("\u{feff}\r\n{armoured}"), format!("{armoured}\n\n")] {
        assert!(saved::is_locked(text.as_bytes()));
        assert_eq!(unlocked(text.as_bytes()), whole, "{text}");
    }
}

#[test]
fn every_start_of_a_locked_file_is_refused() {
    // The second is as long as what is encrypted at once, and the third a byte longer.
    for length in [SHORT.len(), 1 << 16, (1 << 16) + 1] {
        let content: Vec<u8> = SHORT.iter().copied().cycle().take(length).collect();
        let file = locked(&content);
        assert_eq!(unlocked(&file).as_ref(), Ok(&content));
        let header = file.len() - content.len() - 64;
        for cut in (0..header + 64).chain(file.len() - 40..file.len()) {
            let error = unlocked(&file[..cut]).expect_err("not whole");
            let is_said = matches!(error, UnlockError::CutShort | UnlockError::Damaged | UnlockError::LaterForm);
            assert!(is_said, "{cut} of {}: {error:?}", file.len());
        }
    }
}

#[test]
fn a_file_that_ends_in_its_first_lines_or_where_a_piece_ends_is_cut_short() {
    let content = vec![b'x'; 70_000];
    let file = locked(&content);
    let first_piece = (1 << 16) + 16;
    let start = file.len() - (content.len() + 2 * 16);
    for cut in [30, 80, start - 1, start, start + first_piece] {
        assert_eq!(unlocked(&file[..cut]), Err(UnlockError::CutShort), "{cut}");
    }
    assert_eq!(unlocked(&file[..file.len() - 1]), Err(UnlockError::Damaged));
}

#[test]
fn no_bit_of_a_locked_file_can_be_changed() {
    let file = locked(SHORT);
    for at in 0..file.len() {
        for bit in 0..8 {
            let mut changed = file.clone();
            changed[at] ^= 1 << bit;
            // The number of the work is one digit: as another one it is another second or hour.
            let found = unlocked(&changed);
            assert!(found.is_err(), "bit {bit} of byte {at} is not missed");
        }
    }
}

#[test]
fn no_byte_of_the_locked_example_can_be_changed_and_none_left_out() {
    let file = locked(EXAMPLE);
    let fate = |damaged: &[u8]| {
        assert!(unlocked(damaged).is_err(), "{} of {} bytes are taken", damaged.len(), file.len());
        Fate::Refused
    };
    let fates = (changes("locked example", &file, fate), starts("locked example", &file, fate));
    assert!(fates.0.refused > 0 && fates.1.refused > 0);
}

#[test]
fn what_follows_a_locked_file_is_not_passed_over() {
    assert_eq!(unlocked(&[locked(SHORT), b"x".to_vec()].concat()), Err(UnlockError::Damaged));
    assert_eq!(unlocked(&[locked(SHORT), locked(SHORT)].concat()), Err(UnlockError::Damaged));
}

#[test]
fn a_file_that_asks_for_too_much_work_is_refused_before_any_is_done() {
    for work in [MOST_WORK + 1, 30, 63, 64, 99] {
        // Were it tried, this would take minutes or all memory.
        assert_eq!(unlocked(&asking_for(&work.to_string())), Err(UnlockError::Work { found: work }));
    }
    for odd in ["0", "01", "-1", "256", "999999999999999999999", "x", "", "1 1"] {
        let error = unlocked(&asking_for(odd)).expect_err("no number of work");
        assert!(!matches!(error, UnlockError::Passphrase | UnlockError::Key), "{odd}: {error:?}");
    }
    const { assert!(WORK <= 18 && MOST_WORK >= 18, "the age program locks with 18, and opens up to 22") };
}

#[test]
fn a_file_that_is_locked_for_a_key_says_so() {
    let (keys, _) = saved::Keys::new(&passphrase("apple nemo biro"), LITTLE).expect("there is memory");
    let sealed = saved::seal(&keys.recipient, "content").expect("a key");
    assert_eq!(unlocked(sealed.as_bytes()), Err(UnlockError::Key));
}

#[test]
fn a_later_form_is_known_as_one() {
    let later = locked(SHORT).iter().skip(21).copied().collect::<Vec<u8>>();
    assert_eq!(unlocked(&[b"age-encryption.org/v2".to_vec(), later].concat()), Err(UnlockError::LaterForm));
}

#[test]
fn every_error_says_what_was_found() {
    for (error, words) in [
        (UnlockError::Work { found: 30 }, "the file asks for work 30, and at most 20 is done"),
        (UnlockError::Passphrase, "the passphrase does not open the file"),
        (UnlockError::CutShort, "the locked file ends too early"),
    ] {
        assert_eq!(error.to_string(), words);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn whatever_is_locked_is_unlocked_as_it_was(content: Vec<u8>, words in "\\PC{1,40}") {
        let file = saved::lock(&passphrase(&words), &content, LITTLE).expect("there is memory");
        prop_assert_eq!(saved::unlock(&passphrase(&words), &file), Ok(content));
    }

    #[test]
    fn whatever_is_changed_taken_out_or_put_in_is_noticed(at: Index, length in 0..40_usize, with: Vec<u8>) {
        let file = locked(SHORT);
        let at = at.index(file.len());
        let end = (at + length).min(file.len());
        let changed = [&file[..at], &with, &file[end..]].concat();
        // A number of work that is chosen by chance may take minutes.
        if changed != file && !(22..60).contains(&at) {
            prop_assert!(unlocked(&changed).is_err());
        }
    }

    #[test]
    fn nothing_that_begins_like_a_locked_file_makes_the_reader_fail(rest in any::<Vec<u8>>()) {
        prop_assert!(unlocked(&[b"age-encryption.org/v1\n".as_slice(), &rest].concat()).is_err());
        prop_assert!(unlocked(&[b"-----BEGIN AGE ENCRYPTED FILE-----\n".as_slice(), &rest].concat()).is_err());
    }
}
